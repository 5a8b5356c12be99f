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
 * possible that the listed code is meant.
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

  /** Rows that a code meets, each once, in the order added; certain ones win over possible ones. */
  find(code: string): { row: Row; listed: string; match: CodeMatch }[] {
    const found = new Map<Row, { row: Row; listed: string; match: CodeMatch }>()
    for (let length = code.length; length >= 2; length -= 2) {
      const listed = code.slice(0, length)
      for (const row of this.#exact.get(listed) ?? []) {
        if (!found.has(row)) found.set(row, { row, listed, match: 'equal' })
      }
    }
    const stem = code.slice(0, 6)
    // Below six digits a code is too short to tell; from six on, a national subdivision may or may not be meant.
    for (const row of this.#stems.get(stem) ?? []) {
      if (!found.has(row)) found.set(row, { row, listed: stem, match: 'possible' })
    }
    return [...found.values()]
  }
}

function push<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key)
  if (!rows) map.set(key, [row])
  else if (rows.at(-1) !== row) rows.push(row)
}
