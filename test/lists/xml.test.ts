import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { elementsAt, readXml, textIn, type XmlElement } from '../../src/lists/xml.js'

const layout = { root: 'list', containers: ['parties'] }
const bytes = (text: string) => new TextEncoder().encode(text)

function read(text: string | Uint8Array): XmlElement[] {
  const records: XmlElement[] = []
  const file = { name: 'list.xml', bytes: typeof text === 'string' ? bytes(text) : text }
  readXml(file, layout, (record) => records.push(record))
  return records
}

function failure(text: string | Uint8Array): string {
  try {
    read(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ConsigneeError)
    expect((error as ConsigneeError).code).toBe('unreadable-list')
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

describe('records', () => {
  it('are what stands directly in a container, at any depth of containers, in order', () => {
    const records = read(
      '<list><head/><parties><party id="1"><list>x</list></party><party/></parties></list>',
    )
    expect(records.map(({ name }) => name)).toEqual(['head', 'party', 'party'])
    expect(textIn(records[1], 'list')).toBe('x')
  })

  it('have local names, attributes, and text on one line with entities resolved', () => {
    const [record] = read(
      '<a:list xmlns:a="urn:x"><a:party a:id="7">  A &amp;\n <b>B</b> &#x41;<![CDATA[<c>]]></a:party></a:list>',
    )
    expect(record).toMatchObject({ name: 'party', text: 'A & A<c>' })
    expect(record?.attributes['a:id']).toBe('7')
    expect(elementsAt(record!, 'b').map(({ text }) => text)).toEqual(['B'])
  })

  it('do not share names with the prototypes of objects', () => {
    const [record] = read('<list><__proto__ __proto__="1" constructor="2"><toString/></__proto__></list>')
    expect(record?.attributes.constructor).toBe('2')
    expect(textIn(record, 'hasOwnProperty')).toBe('')
    expect(({} as Record<string, unknown>).constructor).toBe(Object)
  })
})

describe('a file that must not be used', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is empty', '', 'document must contain a root element'],
    ['ends early', '<list><party>', 'unclosed tag'],
    ['ends inside a tag', '<list><party', 'unclosed tag'],
    ['has another root', '<html><body/></html>', 'expected the root list, got html'],
    ['has text between records', '<list>stray<party/></list>', 'expected a record, got text "stray"'],
    ['declares a document type', '<!DOCTYPE list><list/>', 'document type declaration'],
    [
      'holds an entity bomb',
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><list><party>&b;</party></list>',
      'document type declaration',
    ],
    ['uses an entity nobody declared', '<list><party>&b;</party></list>', 'undefined entity'],
    [
      'reads an outside file',
      '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><list>&x;</list>',
      'document type',
    ],
    ['is nested a thousand deep', `<list>${'<a>'.repeat(1_000)}`, 'at most 32 nested elements'],
    [
      'has a record of a million elements',
      `<list><p>${'<a/>'.repeat(100_001)}</p></list>`,
      'at most 100000 elements',
    ],
    ['has one huge element', `<list><p>${'x'.repeat(1_000_001)}</p></list>`, 'at most 1000000 characters'],
    [
      'has one huge attribute',
      `<list><p a="${'x'.repeat(1_000_001)}"/></list>`,
      'at most 1000000 characters',
    ],
    ['goes on after its root', '<list/><list/>', 'well-formed XML'],
  ]
  it.each(cases)('%s', (_, text, message) => {
    expect(failure(text)).toContain(message)
  })

  it('is not UTF-8', () => {
    expect(failure(new Uint8Array([...bytes('<list><p>'), 0xe9, ...bytes('</p></list>')]))).toContain('utf-8')
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, 0x3c, 0x6c]).buffer)
    expect(failure(utf16)).toContain('utf-8')
  })

  it('may be long, as long as its records are not', () => {
    expect(read(`<list>${`<p>${'x'.repeat(10_000)}</p>`.repeat(300)}</list>`)).toHaveLength(300)
  })
})
