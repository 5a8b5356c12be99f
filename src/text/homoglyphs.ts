import table from '../../data/names/homoglyphs.json' with { type: 'json' }

/**
 * Undoes lookalike letters: Cyrillic а in a Latin word, Greek Ο for O.
 *
 * Only a word that mixes scripts is touched, and only if all its letters can be brought into one script: then it was
 * one word in disguise. Letters that have no lookalike tell which script that is; where a word has none of them, those
 * of the whole text do. A word that cannot be brought into one script is two words glued together ("GazpromНефть") and
 * left as it is. A word wholly in one script is never touched, even if it could be read in another.
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
  if (!mixes(text)) return text
  const home = countOwn(text)
  return text.replace(WORD, (word) => (mixes(word) ? unmixWord(word, home) : word))
}

function mixes(text: string): boolean {
  const count =
    Number(LATIN.test(text)) +
    Number(CYRILLIC.test(text)) +
    Number(GREEK.test(text)) +
    Number(ARMENIAN.test(text))
  return count > 1
}

type Counts = Readonly<Record<Column, number>>

/** How many letters of each script have no lookalike in another. */
function countOwn(text: string): Counts {
  const counts = { latin: 0, cyrillic: 0, greek: 0, armenian: 0 }
  for (const letter of text) {
    const column = rows.has(letter) ? null : columnOf(letter)
    if (column !== null) counts[column]++
  }
  return counts
}

function unmixWord(word: string, home: Counts): string {
  const own = countOwn(word)
  const order = columns.toSorted((a, b) => own[b] - own[a] || home[b] - home[a])
  for (const target of order) {
    const unmixed = spellIn(word, target)
    if (unmixed !== null) return unmixed
  }
  return word
}

/** The word with each letter of another script replaced by its lookalike in `target`; null when one has none. */
function spellIn(word: string, target: Column): string | null {
  const column = columns.indexOf(target)
  let result = ''
  for (const letter of word) {
    const script = columnOf(letter)
    const spelled = script === null || script === target ? letter : (rows.get(letter)?.[column] ?? '_')
    if (spelled === '_') return null
    result += spelled
  }
  return result
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
