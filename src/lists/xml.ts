import { SaxesParser } from 'saxes'
import type { ListFile } from '../model/listing.js'
import { decodeChunks, unreadable } from './source.js'

/**
 * XML, read record by record: a file can be a hundred megabytes, a record is a few kilobytes.
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
  /** By the name in the file; the object has no prototype. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text without that of its children, white space normalized. */
  readonly text: string
}

/** An element that is still open. */
interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const MAX_DEPTH = 32
const MAX_RECORD_TEXT = 1_000_000
const MAX_RECORD_ELEMENTS = 200_000

/** What is open while a file is read. */
interface Reading {
  readonly containers: ReadonlySet<string>
  readonly onRecord: (record: XmlElement) => void
  readonly stack: Open[]
  depth: number
  root: string
  text: number
  elements: number
}

/**
 * Streams a file and hands over each record in the file's order.
 *
 * @param roots names the root may have.
 * @param containers names of elements that hold records; every root is one.
 * @returns the root's name.
 * @throws ConsigneeError `unreadable-list` for anything but one whole, well-formed file with such a root.
 */
export function readXml(
  file: ListFile,
  roots: ReadonlySet<string>,
  containers: ReadonlySet<string>,
  onRecord: (record: XmlElement) => void,
): string {
  const reading: Reading = { containers, onRecord, stack: [], depth: 0, root: '', text: 0, elements: 0 }
  const parser = new SaxesParser()
  const fail = (message: string): never => {
    throw unreadable(file.name, `line ${parser.line}:${parser.column}: ${message}; download the file again`)
  }
  parser.on('error', (error) => fail(`expected well-formed XML, got ${error.message.slice(0, 200)}`))
  parser.on('doctype', () => fail('expected no document type declaration, got one'))
  parser.on('opentag', ({ name, attributes }) => {
    if (reading.depth === 0) {
      reading.root = localName(name)
      if (!roots.has(reading.root))
        fail(`expected the root ${[...roots].join(' or ')}, got ${reading.root.slice(0, 80)}`)
    }
    open(reading, localName(name), attributes, fail)
  })
  parser.on('text', (text) => addText(reading, text, fail))
  parser.on('cdata', (text) => addText(reading, text, fail))
  parser.on('closetag', () => close(reading))
  for (const chunk of decodeChunks(file)) parser.write(chunk)
  parser.close()
  if (reading.root === '') fail(`expected the root ${[...roots].join(' or ')}, got no element`)
  return reading.root
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function open(
  reading: Reading,
  name: string,
  attributes: Readonly<Record<string, string>>,
  fail: (message: string) => never,
): void {
  reading.depth++
  if (reading.depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} nested elements, got more`)
  if (reading.stack.length === 0) {
    if (reading.depth === 1 || reading.containers.has(name)) return
    reading.text = 0
    reading.elements = 0
  }
  reading.elements++
  if (reading.elements > MAX_RECORD_ELEMENTS)
    fail(`expected at most ${MAX_RECORD_ELEMENTS} elements in a record, got more`)
  count(reading, Object.values(attributes), fail)
  reading.stack.push({ name, attributes, children: [], text: '' })
}

function addText(reading: Reading, text: string, fail: (message: string) => never): void {
  const words = text.trim()
  if (words === '') return
  const element = reading.stack.at(-1)
  if (!element) fail(`expected a record, got text "${words.slice(0, 40)}"`)
  count(reading, [text], fail)
  element.text += text
}

function count(reading: Reading, texts: readonly string[], fail: (message: string) => never): void {
  for (const text of texts) reading.text += text.length
  if (reading.text > MAX_RECORD_TEXT)
    fail(`expected at most ${MAX_RECORD_TEXT} characters in a record, got more`)
}

function close(reading: Reading): void {
  reading.depth--
  const opened = reading.stack.pop()
  if (!opened) return
  const element = { ...opened, text: opened.text.replace(/\s+/g, ' ').trim() }
  const parent = reading.stack.at(-1)
  if (parent) parent.children.push(element)
  else reading.onRecord(element)
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The text of the first child of this name; empty where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text ?? ''
}

/** The elements at the end of a path of names, all of them, in order: `names`, `name`. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
    [element],
  )
}
