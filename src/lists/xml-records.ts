import { SaxesParser } from 'saxes'
import type { ListFile } from '../model/listing.js'
import { decodeChunks, unreadable } from './source.js'
import { cleanText } from './un-names.js'

/**
 * Publishers' XML, read record by record, so that only one record of a large file is in memory at a time.
 *
 * The parser refuses a file that ends early. Entities of a document type are never expanded (saxes does not), and a
 * document type is refused, since no list has one. Depth, size and number of elements are bounded.
 */

/** An element inside a record; an attribute stands among the children as `@name`. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string
  readonly children: XmlElement[]
  /** Its own text, without that of its children. */
  text: string
}

/** Where the records of a format stand. */
export interface XmlLayout {
  readonly root: string
  /** Elements under the root that hold records. */
  readonly containers?: readonly string[]
  readonly records: readonly string[]
}

const MAX_DEPTH = 32
const MAX_RECORD_TEXT = 2_000_000
const MAX_RECORD_ELEMENTS = 100_000

/** What is open while a file is read. */
interface Reading {
  readonly layout: XmlLayout
  readonly stack: XmlElement[]
  readonly onRecord: (record: XmlElement) => void
  depth: number
  root: XmlElement | null
  recordText: number
  recordElements: number
}

type Fail = (message: string) => never

/**
 * Streams a file and hands over each record.
 * @returns the root, with its attributes only.
 * @throws ConsigneeError `unreadable-list` for anything but a whole, well-formed file of this layout.
 */
export function readXmlRecords(
  file: ListFile,
  layout: XmlLayout,
  onRecord: (record: XmlElement) => void,
): XmlElement {
  const reading: Reading = {
    layout,
    stack: [],
    onRecord,
    depth: 0,
    root: null,
    recordText: 0,
    recordElements: 0,
  }
  const parser = new SaxesParser()
  const fail: Fail = (message) => {
    throw unreadable(file.name, `line ${parser.line}:${parser.column}: ${message}; download the file again`)
  }
  parser.on('error', (error) => fail(`expected well-formed XML, got ${error.message}`))
  parser.on('doctype', () => fail('expected no document type declaration, got one'))
  parser.on('opentag', ({ name, attributes }) => open(reading, localName(name), attributes, fail))
  parser.on('text', (text) => addText(reading, text, fail))
  parser.on('cdata', (text) => addText(reading, text, fail))
  parser.on('closetag', () => close(reading))
  for (const chunk of decodeChunks(file)) parser.write(chunk)
  parser.close()
  return reading.root ?? fail(`expected ${layout.root}, got no element`)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function open(
  reading: Reading,
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  fail: Fail,
): void {
  const { layout, stack } = reading
  reading.depth++
  if (reading.depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} nested elements, got more`)
  if (reading.depth === 1) {
    if (name !== layout.root) fail(`expected the root ${layout.root}, got ${name.slice(0, 80)}`)
    reading.root = { name, children: dataAttributes(attributes), text: '' }
  } else if (stack.length > 0 || layout.records.includes(name)) {
    if (stack.length === 0) {
      reading.recordText = 0
      reading.recordElements = 0
    }
    const element: XmlElement = { name, children: dataAttributes(attributes), text: '' }
    reading.recordElements += 1 + element.children.length
    if (reading.recordElements > MAX_RECORD_ELEMENTS)
      fail(`expected at most ${MAX_RECORD_ELEMENTS} elements in a record, got more`)
    for (const { text } of element.children) countText(reading, text, fail)
    stack.at(-1)?.children.push(element)
    stack.push(element)
  } else if (!(layout.containers ?? []).includes(name)) {
    const expected = [...(layout.containers ?? []), ...layout.records].join(' or ')
    fail(`expected ${expected}, got ${name.slice(0, 80)}`)
  }
}

/** Attributes that carry data; not those of the schema language. */
function dataAttributes(attributes: Readonly<Record<string, unknown>>): XmlElement[] {
  return Object.entries(attributes)
    .filter(([name]) => !/^xmlns(?::|$)|^xsi:/.test(name))
    .map(([name, value]) => ({ name: `@${name}`, children: [], text: String(value) }))
}

function addText(reading: Reading, text: string, fail: Fail): void {
  const element = reading.stack.at(-1)
  if (!element) {
    if (text.trim() !== '' && reading.depth > 0)
      fail(`expected a record, got text "${text.trim().slice(0, 40)}"`)
    return
  }
  countText(reading, text, fail)
  element.text += text
}

function countText(reading: Reading, text: string, fail: Fail): void {
  reading.recordText += text.length
  if (reading.recordText > MAX_RECORD_TEXT)
    fail(`expected at most ${MAX_RECORD_TEXT} characters in a record, got more`)
}

function close(reading: Reading): void {
  reading.depth--
  const element = reading.stack.pop()
  if (element && reading.stack.length === 0) reading.onRecord(element)
}

/** Children of this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first child (or `@attribute`) of this name, on one line; empty where there is none. */
export function valueIn(element: XmlElement, name: string): string {
  const child = element.children.find((other) => other.name === name)
  return child ? textsOf(child).join(' ') : ''
}

/** Every text in an element, its own first. */
export function textsOf(element: XmlElement): string[] {
  const own = cleanText(element.text)
  return [...(own ? [own] : []), ...element.children.flatMap(textsOf)]
}
