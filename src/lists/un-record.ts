import { SaxesParser } from 'saxes'
import type { ListFile } from '../model/listing.js'
import { decodeChunks, unreadable } from './source.js'
import { cleanText } from './un-names.js'

/** The XML of the Security Council's list, read record by record. */

/** An element inside a record; an attribute that carries data stands among the children as `@name`. */
export interface UnElement {
  /** Local name, without prefix. */
  readonly name: string
  readonly children: UnElement[]
  /** Its own text, without that of its children. */
  text: string
}

const MAX_DEPTH = 32
const MAX_RECORD_TEXT = 200_000

/** What is open while a file is read. */
interface Reading {
  readonly stack: UnElement[]
  readonly onRecord: (record: UnElement) => void
  depth: number
  root: boolean
  generated: string | null
  recordText: number
}

/**
 * Streams a file and hands over each INDIVIDUAL and ENTITY.
 * @returns the root's dateGenerated.
 * @throws ConsigneeError `unreadable-list` for anything but a whole, well-formed CONSOLIDATED_LIST.
 */
export function readRecords(file: ListFile, onRecord: (record: UnElement) => void): string | null {
  const reading: Reading = { stack: [], onRecord, depth: 0, root: false, generated: null, recordText: 0 }
  const parser = new SaxesParser()
  const fail = (message: string): never => {
    throw unreadable(file.name, `line ${parser.line}:${parser.column}: ${message}; download the file again`)
  }
  parser.on('error', (error) => fail(`expected well-formed XML, got ${error.message}`))
  parser.on('doctype', () => fail('expected no document type declaration, got one'))
  parser.on('opentag', ({ name, attributes }) => open(reading, localName(name), attributes, fail))
  parser.on('text', (text) => addText(reading, text, fail))
  parser.on('cdata', (text) => addText(reading, text, fail))
  parser.on('closetag', ({ name }) => close(reading, localName(name)))
  for (const chunk of decodeChunks(file)) parser.write(chunk)
  parser.close()
  if (!reading.root) fail('expected CONSOLIDATED_LIST, got no element')
  return reading.generated
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function open(
  reading: Reading,
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  fail: (message: string) => never,
): void {
  reading.depth++
  if (reading.depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} nested elements, got more`)
  if (reading.depth === 1) {
    if (name !== 'CONSOLIDATED_LIST') fail(`expected the root CONSOLIDATED_LIST, got ${name.slice(0, 80)}`)
    reading.root = true
    reading.generated = typeof attributes.dateGenerated === 'string' ? attributes.dateGenerated : null
  } else if (reading.stack.length > 0 || name === 'INDIVIDUAL' || name === 'ENTITY') {
    const element: UnElement = { name, children: dataAttributes(attributes), text: '' }
    reading.stack.at(-1)?.children.push(element)
    reading.stack.push(element)
    if (reading.stack.length === 1) reading.recordText = 0
  } else if (name !== 'INDIVIDUALS' && name !== 'ENTITIES') {
    fail(`expected INDIVIDUALS or ENTITIES, got ${name.slice(0, 80)}`)
  }
}

/** The schema has no attributes with data; should one come, it must not be lost. */
function dataAttributes(attributes: Readonly<Record<string, unknown>>): UnElement[] {
  return Object.entries(attributes)
    .filter(([name]) => !/^xmlns(?::|$)|^xsi:/.test(name))
    .map(([name, value]) => ({ name: `@${name}`, children: [], text: String(value) }))
}

function addText(reading: Reading, text: string, fail: (message: string) => never): void {
  const element = reading.stack.at(-1)
  if (!element) {
    if (text.trim() !== '' && reading.depth > 0)
      fail(`expected a record, got text "${text.trim().slice(0, 40)}"`)
    return
  }
  reading.recordText += text.length
  if (reading.recordText > MAX_RECORD_TEXT)
    fail(`expected at most ${MAX_RECORD_TEXT} characters in a record, got more`)
  element.text += text
}

function close(reading: Reading, name: string): void {
  reading.depth--
  const element = reading.stack.pop()
  if (element && reading.stack.length === 0 && (name === 'INDIVIDUAL' || name === 'ENTITY'))
    reading.onRecord(element)
}

/** Children of this name. */
export function childrenOf(element: UnElement, name: string): UnElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first child of this name, on one line; empty where there is none. */
export function valueIn(element: UnElement, name: string): string {
  const child = element.children.find((other) => other.name === name)
  return child ? textsOf(child).join(' ') : ''
}

/** Every text in an element, its own first. */
export function textsOf(element: UnElement): string[] {
  const own = cleanText(element.text)
  return [...(own ? [own] : []), ...element.children.flatMap(textsOf)]
}
