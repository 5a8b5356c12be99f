import { unreadable } from './source.js'

/**
 * What a JSON text may hold, told from its marks before it is parsed: the parser of the language builds all of a text,
 * and takes gigabytes for nothing but opening brackets.
 */

/** The deepest list has 6. */
const MAX_NESTING = 100
/** The largest list has a tenth of these. */
const MAX_CONTAINERS = 3_000_000
const MAX_VALUES = 10_000_000
const MAX_STRING = 1_000_000

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Counts the marks of a text that comes piece by piece. */
export class JsonBounds {
  private inString = false
  private escaped = false
  private length = 0
  private depth = 0
  private containers = 0
  private values = 0

  constructor(private readonly where: string) {}

  /** @throws ConsigneeError `unreadable-list` as soon as a bound is passed. */
  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.inString) this.addToString(code)
      else this.addMark(code)
    }
    this.bound(this.length, MAX_STRING, 'characters in one text')
    this.bound(this.containers, MAX_CONTAINERS, 'objects and arrays')
    this.bound(this.values, MAX_VALUES, 'values')
  }

  private addToString(code: number): void {
    this.length++
    if (this.escaped) this.escaped = false
    else if (code === BACKSLASH) this.escaped = true
    else if (code === QUOTE) {
      this.bound(this.length, MAX_STRING, 'characters in one text')
      this.inString = false
      this.length = 0
    }
  }

  private addMark(code: number): void {
    if (code === QUOTE) this.inString = true
    else if (code === COMMA) this.values++
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      this.containers++
      this.bound(++this.depth, MAX_NESTING, 'nested values')
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth--
  }

  private bound(count: number, most: number, what: string): void {
    if (count > most) throw unreadable(this.where, `expected at most ${most} ${what}, got more`)
  }
}
