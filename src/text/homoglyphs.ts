import table from '../../data/names/homoglyphs.json' with { type: 'json' }

/**
 * Undoes lookalike letters: Cyrillic а in a Latin word, Greek Ο for O.
 *
 * Only a word that mixes scripts is touched, and only if all its letters can be brought into one script: then it was
 * one word in disguise. The script is that of the letters which have no lookalike in the word's other scripts, by
 * majority; where every letter has one, the script with most letters, Latin before the others. A word that cannot be
 * brought into one script is two words glued together ("GazpromНефть") and left as it is. A word wholly in one script
 * is never touched, even if it could be read in another.
 */

type Column = 'latin' | 'cyrillic' | 'greek' | 'armenian'
const columns: readonly Column[] = ['latin', 'cyrillic', 'greek', 'armenian']

/** Letter → its row: the lookalikes in the order of `columns`, `_` where there is none. */
const rows = new Map<string, readonly string[]>()
for (const row of table.rows) {
  const letters = [...row]
  for (const letter of letters) if (letter !== '_') rows.set(letter, letters)
}

const WORD = /[\p{L}\p{M}']+/gu
const LATIN = /[A-Za-z\u00c0-\u024f]/
const CYRILLIC = /[\u0400-\u052f]/
const GREEK = /[\u0370-\u03ff]/
const ARMENIAN = /[\u0530-\u058f]/

/** Brings every word that mixes lookalike scripts into one of them. Needs composed letters (NFC). */
export function unmixScripts(text: string): string {
  return mixes(text) ? text.replace(WORD, (word) => (mixes(word) ? unmixWord(word) : word)) : text
}

function mixes(text: string): boolean {
  const count =
    Number(LATIN.test(text)) +
    Number(CYRILLIC.test(text)) +
    Number(GREEK.test(text)) +
    Number(ARMENIAN.test(text))
  return count > 1
}

function unmixWord(word: string): string {
  const letters = [...word]
  const target = columns.indexOf(mainScript(letters))
  let result = ''
  for (const letter of letters) {
    const column = columnOf(letter)
    if (column === null || column === columns[target]) {
      result += letter
      continue
    }
    const lookalike = rows.get(letter)?.[target] ?? '_'
    if (lookalike === '_') return word
    result += lookalike
  }
  return result
}

function mainScript(letters: readonly string[]): Column {
  const own = new Map<Column, number>()
  const all = new Map<Column, number>()
  for (const letter of letters) {
    const column = columnOf(letter)
    if (column === null) continue
    all.set(column, (all.get(column) ?? 0) + 1)
    if (!rows.has(letter)) own.set(column, (own.get(column) ?? 0) + 1)
  }
  const counts = own.size > 0 ? own : all
  return columns.reduce((best, column) =>
    (counts.get(column) ?? 0) > (counts.get(best) ?? 0) ? column : best,
  )
}

function columnOf(letter: string): Column | null {
  if (LATIN.test(letter)) return 'latin'
  if (CYRILLIC.test(letter)) return 'cyrillic'
  if (GREEK.test(letter)) return 'greek'
  return ARMENIAN.test(letter) ? 'armenian' : null
}

/**
 * The Latin word that a Cyrillic or Greek word looks like, or null unless every letter has a Latin lookalike.
 *
 * @param word a folded word in one script.
 */
export function latinLookalike(word: string): string | null {
  let result = ''
  for (const letter of word) {
    const lookalike = rows.get(letter)?.[0] ?? '_'
    if (lookalike === '_' || lookalike === letter) return null
    result += lookalike
  }
  return result === '' ? null : result
}
