import { SaxesParser } from 'saxes'
import type { ListFile } from '../model/listing.js'
import { cleanText } from './clean-text.js'
import { decodeChunks, unreadable } from './source.js'

/**
 * Publishers' XML, read record by record: a file can be a hundred megabytes, a record is a few kilobytes.
 *
 * Some elements only hold others: the root, a list of parties. These are named by the caller; whatever stands
 * directly in one of them is a record, handed over when it closes and then forgotten. Names are local names, since
 * publishers change their namespaces. A file that ends early is not well-formed and is refused, as is a document type
 * declaration (none of the formats has one; entities that expand come from there), and depth and size of a record are
 * bounded.
 */

/** An element of a record, with everything in it. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string
  /** By the name in the file, but for those of the schema language; the object has no prototype. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text without that of its children, white space normalized. */
  readonly text: string
  /** The same with its line breaks. */
  readonly raw: string
}

/** Where the records of a format stand. */
export interface XmlLayout {
  readonly root: string
  /** Elements beside the root that hold records. */
  readonly containers?: readonly string[]
  /** Names of records; any other element in their place is refused. Left out where a record may be anything. */
  readonly records?: readonly string[]
}

/** An element that is still open. */
interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  raw: string
}

type Fail = (message: string) => never

/**
 * How far a parser may read without telling of any tag or text: it keeps all that it has not told of, as a text, a
 * comment or an attribute without end.
 */
export class Silence {
  private length = 0

  /** Something was told. */
  end(): void {
    this.length = 0
  }

  /** A piece was read, whatever was told of it. */
  add(piece: string, fail: Fail): void {
    this.length += piece.length
    if (this.length > MAX_RECORD_TEXT)
      fail(`expected at most ${MAX_RECORD_TEXT} characters in a text or tag, got more`)
  }
}

const MAX_DEPTH = 32
const MAX_RECORD_TEXT = 1_000_000
const MAX_RECORD_ELEMENTS = 100_000

/** What is open while a file is read. */
interface Reading {
  readonly layout: XmlLayout
  readonly onRecord: (record: XmlElement) => void
  readonly stack: Open[]
  depth: number
  root: XmlElement | null
  text: number
  elements: number
}

/**
 * Streams a file and hands over each record in the file's order.
 *
 * @returns the root, with its attributes only.
 * @throws ConsigneeError `unreadable-list` for anything but one whole, well-formed file of this layout.
 */
export function readXml(
  file: ListFile,
  layout: XmlLayout,
  onRecord: (record: XmlElement) => void,
): XmlElement {
  const reading: Reading = { layout, onRecord, stack: [], depth: 0, root: null, text: 0, elements: 0 }
  const parser = new SaxesParser()
  const silence = new Silence()
  const fail: Fail = (message) => {
    throw unreadable(file.name, `line ${parser.line}:${parser.column}: ${message}; download the file again`)
  }
  parser.on('error', (error) => fail(`expected well-formed XML, got ${error.message.slice(0, 200)}`))
  parser.on('doctype', () => fail('expected no document type declaration, got one'))
  parser.on('opentag', ({ name, attributes }) => open(reading, localName(name), attributes, fail))
  parser.on('text', (text) => addText(reading, text, fail))
  parser.on('cdata', (text) => addText(reading, text, fail))
  parser.on('closetag', () => {
    silence.end()
    close(reading)
  })
  for (const chunk of decodeChunks(file)) {
    parser.write(chunk)
    silence.add(chunk, fail)
  }
  parser.close()
  return reading.root ?? fail(`expected the root ${layout.root}, got no element`)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function open(reading: Reading, name: string, written: Readonly<Record<string, string>>, fail: Fail): void {
  const { layout, stack } = reading
  reading.depth++
  if (reading.depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} nested elements, got more`)
  if (reading.depth === 1) {
    if (name !== layout.root) fail(`expected the root ${layout.root}, got ${name.slice(0, 80)}`)
    reading.root = { name, attributes: dataAttributes(written), children: [], text: '', raw: '' }
    return
  }
  if (stack.length === 0) {
    if (layout.containers?.includes(name)) return
    if (layout.records && !layout.records.includes(name)) {
      const expected = [...(layout.containers ?? []), ...layout.records].join(' or ')
      fail(`expected ${expected}, got ${name.slice(0, 80)}`)
    }
    reading.text = 0
    reading.elements = 0
  }
  reading.elements++
  if (reading.elements > MAX_RECORD_ELEMENTS)
    fail(`expected at most ${MAX_RECORD_ELEMENTS} elements in a record, got more`)
  const attributes = dataAttributes(written)
  count(reading, Object.values(attributes), fail)
  stack.push({ name, attributes, children: [], raw: '' })
}

/** Attributes that carry data; not those of the schema language. */
function dataAttributes(written: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [name, text] of Object.entries(written))
    if (!/^(?:xmlns$|xmlns:|xsi:)/.test(name)) attributes[name] = cleanText(text)
  return attributes
}

function addText(reading: Reading, text: string, fail: Fail): void {
  const element = reading.stack.at(-1)
  if (element) {
    count(reading, [text], fail)
    element.raw += text
    // Text outside the root is the parser's to refuse.
  } else if (reading.depth > 0 && text.trim() !== '')
    fail(`expected a record, got text "${text.trim().slice(0, 40)}"`)
}

function count(reading: Reading, texts: readonly string[], fail: Fail): void {
  for (const text of texts) reading.text += text.length
  if (reading.text > MAX_RECORD_TEXT)
    fail(`expected at most ${MAX_RECORD_TEXT} characters in a record, got more`)
}

function close(reading: Reading): void {
  reading.depth--
  const opened = reading.stack.pop()
  if (!opened) return
  const element = { ...opened, text: cleanText(opened.raw) }
  const parent = reading.stack.at(-1)
  if (parent) parent.children.push(element)
  else reading.onRecord(element)
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The elements at the end of a path of names, all of them, in order: `names`, `name`. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
    [element],
  )
}

/** Elements inside, and before them the attributes as if they were elements `@name`, so that nothing goes unread. */
export function partsOf({ attributes, children }: XmlElement): readonly XmlElement[] {
  const named = Object.entries(attributes).map(
    ([name, text]): XmlElement => ({ name: `@${name}`, attributes: {}, children: [], text, raw: text }),
  )
  return [...named, ...children]
}

/** The own text of the first child of this name; empty where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text ?? ''
}

/** Every text in an element: its own, those of its attributes, those of its children. */
export function textsOf(element: XmlElement): readonly string[] {
  return [element.text, ...partsOf(element).flatMap(textsOf)].filter((text) => text !== '')
}

/** Every text in the first child of this name, on one line; empty where there is none. */
export function allTextIn(element: XmlElement, name: string): string {
  const child = childOf(element, name)
  return child ? textsOf(child).join(' ') : ''
}
