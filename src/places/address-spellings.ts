import { BucketBuilder, type Buckets, hashText, lookUp } from '../tables/buckets.js'
import { packTexts, type Texts, textAt } from '../tables/texts.js'
import { remember } from '../text/remember.js'
import { isSameWord } from './address.js'
import { maySlip, withoutRuns } from './address-words.js'

/**
 * Which words of the list are this one, up to one slip? A word that lost, got, changed or swapped letters in one place
 * becomes the same as the right one when one letter is taken out of each, or of one of them (runs of a letter counted
 * once, for they are cheap to get wrong). So each word is filed under itself and under each form of it that lacks one
 * letter; the same forms of the query find it. Words in which no slip is forgiven are filed as they are.
 */

/** Words of a list, each once, as plain arrays. */
export type SpellingsTable = {
  readonly words: Texts
  /** Numbers of words under the forms of each. */
  readonly forms: Buckets
}

/** Files words; a word's number is its place. */
export function fileWords(words: readonly string[]): SpellingsTable {
  const forms = new BucketBuilder()
  words.forEach((text, number) => {
    for (const form of formsOf(readWord(text))) forms.add(hashText(form), number)
  })
  return { words: packTexts(words), forms: forms.finish() }
}

/** Looks up words: the numbers of those filed that count as the same word. Recent answers are kept. */
export function spellingsOf({ words, forms }: SpellingsTable): (word: string) => readonly number[] {
  return remember((text) => {
    const word = readWord(text)
    const near = new Set<number>()
    for (const form of formsOf(word)) lookUp(forms, hashText(form), (number) => near.add(number))
    if (near.size === 0) return NONE
    return [...near].filter((number) => isSameWord(word, readWord(textAt(words, number))))
  })
}

const NONE: readonly number[] = []

interface Word {
  readonly text: string
  readonly letters: string
  readonly maySlip: boolean
}

function readWord(text: string): Word {
  const letters = withoutRuns(text)
  return { text, letters, maySlip: maySlip(text, letters) }
}

/** Longer words are taken as if they ended here. */
const MAX_LENGTH = 64

function formsOf({ text, letters, maySlip }: Word): ReadonlySet<string> {
  if (!maySlip) return new Set([text])
  const forms = new Set([letters])
  for (let i = 0; i < letters.length && i < MAX_LENGTH; i++) {
    forms.add(withoutRuns(letters.slice(0, i) + letters.slice(i + 1)))
  }
  return forms
}
