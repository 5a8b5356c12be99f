import type { ListFile } from '../model/listing.js'
import { MAX_TEXT } from '../model/vocabulary.js'
import { cleanText } from './clean-text.js'
import { JsonBounds } from './json-bounds.js'
import { decodeChunks, type IssueLog, unreadable } from './source.js'

/** JSON and lines of JSON from outside. */

/** A JSON object whose keys are not yet known to be ours. */
export type Json = Readonly<Record<string, unknown>>

const MAX_LINE = 50_000_000

/** No text of the language can be much longer; the largest list has a tenth of it. */
const MAX_WHOLE = 500_000_000

/** The whole file as one JSON value. */
export function readJson(file: ListFile): unknown {
  if (file.bytes.length > MAX_WHOLE)
    throw unreadable(file.name, `expected at most ${MAX_WHOLE} bytes of json, got ${file.bytes.length}`)
  const bounds = new JsonBounds(file.name)
  const pieces: string[] = []
  for (const piece of decodeChunks(file)) {
    bounds.add(piece)
    pieces.push(piece)
  }
  return parse(pieces.join(''), file.name)
}

/**
 * Each line of a file as a JSON object, with its number from 1.
 * @throws ConsigneeError `unreadable-list` for a line that is none, as the last one of a file that was cut.
 */
export function* readJsonLines(
  file: ListFile,
  log: IssueLog,
): Generator<{ value: Json; text: string; line: number }> {
  let line = 0
  let pieces: string[] = []
  let length = 0
  for (const chunk of decodeChunks(file)) {
    const lines = chunk.split('\n')
    const last = lines.pop()!
    for (const text of lines) {
      const whole = pieces.join('') + text
      pieces = []
      length = 0
      line++
      if (whole.trim() !== '') yield { value: readLine(file, whole, line), text: whole, line }
    }
    pieces.push(last)
    length += last.length
    if (length > MAX_LINE)
      throw unreadable(file.name, `expected lines of at most ${MAX_LINE} characters, got more`)
  }
  const rest = pieces.join('')
  if (rest.trim() === '') return
  yield { value: readLine(file, rest, line + 1), text: rest, line: line + 1 }
  log.add(
    'no-final-newline',
    file.name,
    'expected a line end after the last record, got none; the file may be cut',
  )
}

function readLine(file: ListFile, text: string, line: number): Json {
  const where = `${file.name} line ${line}`.trim()
  new JsonBounds(where).add(text)
  const value = parse(text, where)
  if (!isObject(value)) throw unreadable(where, `expected a JSON object, got ${typeof value}`)
  return value
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(where, 'expected json, got text that is cut or damaged; download the file again', cause)
  }
}

/** Whether a value is an object, not an array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property of its own; never one of the prototype. */
export function own(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** A scalar as one line of text; empty for everything else. */
export function scalar(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return ''
  if (value.length > MAX_TEXT)
    throw unreadable('', `expected values of at most ${MAX_TEXT} characters, got more`)
  return cleanText(value)
}

const MAX_DEPTH = 20

/** Every scalar in a value, as lines of text. */
export function scalarsIn(value: unknown, where: string, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH) throw unreadable(where, `expected values at most ${MAX_DEPTH} deep, got deeper ones`)
  if (typeof value !== 'object' || value === null) return [scalar(value)].filter((text) => text !== '')
  return Object.values(value).flatMap((item) => scalarsIn(item, where, depth + 1))
}
