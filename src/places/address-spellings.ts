import { isSameWord } from './address.js'
import { maySlip, withoutRuns } from './address-words.js'
import { remember } from './remember.js'

/**
 * Which words of the list are this one, up to one slip? A word that lost, got, changed or swapped letters in one place
 * becomes the same as the right one when one letter is taken out of each, or of one of them (runs of a letter counted
 * once, for they are cheap to get wrong). So each word is filed under itself and under each form of it that lacks one
 * letter; the same forms of the query find it. Words in which no slip is forgiven are filed as they are.
 */

/** Words of a list, each once, ready for lookup. */
export interface Spellings {
  /** Files a word and returns its number; the same number for the same word. All are filed before the first question. */
  readonly file: (word: string) => number
  /** Numbers of the filed words that count as the same word. */
  readonly find: (word: string) => readonly number[]
}

/** An empty vocabulary. */
export function makeSpellings(): Spellings {
  const words: Word[] = []
  const numbers = new Map<string, number>()
  const byForm = new Map<string, number[]>()
  const file = (text: string) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    const word = readWord(text)
    const number = words.push(word) - 1
    numbers.set(text, number)
    for (const form of formsOf(word)) {
      const list = byForm.get(form)
      if (list) list.push(number)
      else byForm.set(form, [number])
    }
    return number
  }
  const find = (text: string) => {
    const word = readWord(text)
    const near = new Set([...formsOf(word)].flatMap((form) => byForm.get(form) ?? []))
    return [...near].filter((number) => isSameWord(word, words[number]!))
  }
  return { file, find: remember(find) }
}

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
