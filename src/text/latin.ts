/** Second spellings of Latin words: letters with marks that are also written with two letters. */

const pairs: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
  ['đ', 'dj'],
  ['š', 'sh'],
  ['ş', 'sh'],
  ['č', 'ch'],
  ['ž', 'zh'],
])
const PAIRED = /[äöüåøđšşčž]/gi

/** The text with ä as ae, ö as oe and so on, word for word; null when it has no such letter. Needs NFC. */
export function spellPairs(text: string): string | null {
  return text.search(PAIRED) < 0
    ? null
    : text.replace(PAIRED, (letter) => pairs.get(letter.toLowerCase()) ?? letter)
}

const COMPARABLE = /^[a-z0-9?]*$/
const NOT_COMPARABLE = /[^a-z0-9?]/g

/** The letters of a folded Latin word that are plain; the word itself when none is. */
export function toAscii(word: string): string {
  if (COMPARABLE.test(word)) return word
  const ascii = word.replace(NOT_COMPARABLE, '')
  return ascii === '' ? word : ascii
}

/**
 * Arabic names with "servant of" are written in one, two or three words, and the article in it changes with the next
 * letter: Abd al-Rahman, Abdul Rahman, Abderrahman, Abdurrahman. All are read as `abdul` and the word that follows.
 */
const SERVANT = /^abd(?:[aeou]|ou|oo)(?:l(?!la(?!t))|([dnrstz])(?=\1))(?=[a-z]{4})/
const SERVANT_ALONE = /^abd(?:[aeou]|ou|oo)?[ldnrstz]?$/

/** Splits `abdelaziz` into `['abdel', 'aziz']`; null for other words. */
export function splitServant(word: string): readonly [string, string] | null {
  const start = SERVANT.exec(word)?.[0]
  return start === undefined ? null : [start, word.slice(start.length)]
}

/** Whether the word is a form of "servant of" (abd, abdul, abdel, abdur). */
export function isServant(word: string): boolean {
  return SERVANT_ALONE.test(word)
}
