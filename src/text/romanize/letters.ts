/**
 * Reading by table: each letter, or pair of letters, has one Latin spelling. One system of romanization is one table;
 * a word read under several tables has each system's spelling as a whole, which is how people write names: nobody
 * mixes the French spelling of one letter with the German spelling of the next.
 */

/** Letters, and pairs of letters, with their Latin spelling. */
export type Letters = ReadonlyMap<string, string>

/**
 * A table from a text of alternating letters and spellings, `а a б b`; `-` is an unspoken letter. Later tables amend
 * earlier ones.
 */
export function letters(...texts: readonly string[]): Letters {
  const table = new Map<string, string>()
  for (const text of texts) {
    const words = text.split(/\s+/)
    for (let i = 0; i + 1 < words.length; i += 2) {
      table.set(words[i]!, words[i + 1] === '-' ? '' : words[i + 1]!)
    }
  }
  return table
}

/** Spells a word under one system. */
export type Reader = (word: string) => string

/**
 * A reader for a table in the form that `letters` takes: pairs before single letters. ASCII letters and digits stand
 * for themselves, anything else that the table lacks is passed over. Letters are looked up by code, which is what makes
 * reading a word eight times cheap.
 */
export function reader(...texts: readonly string[]): Reader {
  const singles = new Map<number, string>()
  const pairs = new Map<number, ReadonlyMap<number, string>>()
  for (const [letter, spelling] of letters(...texts)) {
    const code = letter.charCodeAt(0)
    if (letter.length === 1) singles.set(code, spelling)
    else pairs.set(code, new Map([...(pairs.get(code) ?? []), [letter.charCodeAt(1), spelling]]))
  }
  return (word) => {
    let text = ''
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      const pair = pairs.get(code)?.get(word.charCodeAt(i + 1))
      if (pair !== undefined) i++
      text += pair ?? singles.get(code) ?? (code < 128 ? word[i] : '')
    }
    return text
  }
}

const VOWEL = /^[aeiou]/

/** Vowels to write where a script leaves them out. */
export interface Fill {
  /** After the first consonant of a word. */
  readonly first: string
  /** Elsewhere. */
  readonly rest: string
  /** Before the last consonant, after a long vowel. */
  readonly last: string
}

/**
 * Writes vowels into a word of a script that leaves short ones out. Syllables of these languages begin with one
 * consonant and end with at most one, so a vowel is needed wherever consonants would crowd: between two that open a
 * word, and in every second gap of a longer row. It is a guess at the vowel but rarely at its place.
 *
 * @param units consonants (the empty string is one that is not spelled) and vowels (beginning with a, e, i, o or u).
 */
export function fillVowels(units: readonly string[], fill: Fill): string {
  let text = ''
  for (let i = 0; i < units.length; ) {
    if (VOWEL.test(units[i]!)) {
      text += units[i++]
      continue
    }
    let end = i
    while (end < units.length && !VOWEL.test(units[end]!)) end++
    text += fillCluster(units.slice(i, end), i, end === units.length, fill)
    i = end
  }
  return text
}

function fillCluster(row: readonly string[], start: number, final: boolean, fill: Fill): string {
  const opening = start === 0
  if (final)
    return (row.length % 2 === 1 ? row[0]! + (opening ? fill.first : '') : '') + fillFinal(row, start, fill)
  let text = ''
  let i = 0
  if (!opening && row.length > 1) text += row[i++]
  for (; i < row.length - 1; i += 2) {
    text +=
      row[i]! + (opening && i === 0 ? fill.first : fill.rest) + (i + 1 < row.length - 1 ? row[i + 1] : '')
  }
  return text + row[row.length - 1]
}

/** Pairs of consonants up to the end of the word, each around a vowel. */
function fillFinal(row: readonly string[], start: number, fill: Fill): string {
  let text = ''
  for (let i = row.length % 2; i < row.length; i += 2) {
    const afterLong = start > 1 && row.length === 2
    const vowel = start === 0 && i === 0 ? fill.first : afterLong ? fill.last : fill.rest
    text += row[i]! + vowel + row[i + 1]
  }
  return text
}
