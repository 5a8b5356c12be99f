/** Codes that say what an item is, read strictly: what is not a code is never taken for one. */

/** An ECCN (15 CFR 738.2): five characters, and the paragraph within the entry. */
export interface Eccn {
  /** `5A991`, or `EAR99` for what is subject to the EAR and on no entry. */
  readonly entry: string
  /** `b.4.a`; empty when only the entry was given. */
  readonly paragraph: string
}

const ECCN = /^([0-9][A-E][0-9]{3})((?:\.[a-z0-9]{1,4}){0,8})$/i

/** Reads `5A991`, `5a991.b.4`, `EAR99`; null for anything else. */
export function parseEccn(text: string): Eccn | null {
  const plain = text.trim()
  if (/^EAR ?99$/i.test(plain)) return { entry: 'EAR99', paragraph: '' }
  const match = ECCN.exec(plain)
  if (!match?.[1]) return null
  return { entry: match[1].toUpperCase(), paragraph: (match[2] ?? '').slice(1).toLowerCase() }
}

const MILITARY = /^(\d[A-E]6\d\d|9[A-E]515)$/

/** Whether an entry is of the 600 series or a spacecraft item of 9x515, which have rules of their own. */
export function isMilitary({ entry }: Eccn): boolean {
  return MILITARY.test(entry)
}

/**
 * Reads a Harmonized System code of 2, 4, 6, 8 or 10 digits, with dots or spaces; null for anything else. Chapter 77 is
 * reserved and chapters above 97 are national.
 */
export function parseHs(text: string): string | null {
  const digits = text.replace(/[. ]/g, '')
  if (!/^(\d{2}){1,5}$/.test(digits)) return null
  const chapter = Number(digits.slice(0, 2))
  return chapter >= 1 && chapter <= 97 && chapter !== 77 ? digits : null
}

/** `equal` the item's code lies within the listed one · `possible` it is too short, or national digits differ. */
export type CodeMatch = 'equal' | 'possible'

/**
 * Lists of codes, looked up by all their beginnings at once. The Harmonized System is the same everywhere up to six digits;
 * what follows is national. So a listed code of up to six digits is met by every code that begins with it, and a longer
 * one by a code that begins with all of it. With only six digits in common, or with a code too short to tell, it is
 * possible that the listed code is meant. Lists keep the numbers of the edition they were written in, orders those of their
 * own day, so a code is looked up under its numbers in other editions too.
 */
export class CodeIndex<Row> {
  readonly #exact = new Map<string, Row[]>()
  readonly #stems = new Map<string, Row[]>()

  /** Adds a row under its codes. */
  add(codes: readonly string[], row: Row): void {
    for (const code of codes) {
      push(this.#exact, code, row)
      for (let length = 2; length < code.length; length += 2) push(this.#stems, code.slice(0, length), row)
    }
  }

  /**
   * Rows that a code meets, each once; certain ones win over possible ones.
   * @param others the same goods in other editions of the Harmonized System.
   */
  find(code: string, others: readonly OtherEdition[] = []): CodeHit<Row>[] {
    const found = new Map<Row, CodeHit<Row>>()
    this.#collect(code, true, found)
    for (const other of others) this.#collect(other.code, other.whole, found)
    return [...found.values()]
  }

  #collect(code: string, whole: boolean, found: Map<Row, CodeHit<Row>>): void {
    for (let length = code.length; length >= 2; length -= 2) {
      const listed = code.slice(0, length)
      for (const row of this.#exact.get(listed) ?? []) {
        const match = whole ? 'equal' : 'possible'
        if (found.get(row)?.match !== 'equal') found.set(row, { row, listed, match })
      }
    }
    // Below six digits a code is too short to tell; from six on, a national subdivision may or may not be meant.
    const listed = code.slice(0, 6)
    for (const row of this.#stems.get(listed) ?? []) {
      if (!found.has(row)) found.set(row, { row, listed, match: 'possible' })
    }
  }
}

/** A row that a code meets. */
export interface CodeHit<Row> {
  readonly row: Row
  /** The listed code, or as much of it as the item's code has in common. */
  readonly listed: string
  readonly match: CodeMatch
}

/** The number that goods have in another edition of the Harmonized System. */
export interface OtherEdition {
  readonly code: string
  /** Whether all goods of the item's code are in it. */
  readonly whole: boolean
}

function push<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key)
  if (!rows) map.set(key, [row])
  else if (rows.at(-1) !== row) rows.push(row)
}
