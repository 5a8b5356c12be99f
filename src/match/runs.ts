import type { Token } from '../text/name.js'
import { knownWord, type Word } from './token.js'

/**
 * Runs of words that others write as one. Arabic, Persian and Pashto names are made of words that belong together, and
 * each romanization cuts them its own way: Nur al-Din, Nuruddin, Noureddine; Mati Allah, Matiullah; Akhund Zada,
 * Akhundzada. A run is read as one word, in the spellings its joint can take, and compared with single words of the
 * other name. Only words that are known to bind (the article, Abd, Abu, Allah, Din, -zada, -khel) make runs, so their
 * number stays small; other glued words are found by equality alone (`align.ts`).
 */

/** Neighboring words of a name, read as one. */
export interface Run {
  /** Position of the first word. */
  readonly start: number
  /** How many words, 2 or 3. */
  readonly count: number
  readonly word: Word
}

const bindsBefore: ReadonlySet<string> = new Set(['abu', 'abou', 'abo', 'abul', 'aboul'])
const bindsAfter: ReadonlySet<string> = new Set(
  'allah ullah din deen dine zada zadeh zade khel khil zai zi oglu ogly'.split(' '),
)
const MAX_RUN_LENGTH = 40
const MAX_VARIANTS = 7

/** All runs of a name. */
export function readRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = []
  words.forEach((word, start) => {
    if (word.token.role === 'legal-form') return
    for (let count = 2; count <= 3 && start + count <= words.length; count++) {
      if (isBound(words, start, start + count - 1)) {
        runs.push({ start, count, word: glue(words.slice(start, start + count)) })
      }
    }
  })
  return runs
}

/** Whether the words belong together: something inside binds, and no article stands at the end. */
function isBound(words: readonly Word[], start: number, end: number): boolean {
  const [first, last] = [words[start]!.token, words[end]!.token]
  const hasInner = end - start > 1
  if (hasInner && !isArticle(words[start + 1]!.token)) return false
  if (isArticle(last) || last.role === 'legal-form' || last.role === 'number' || last.role === 'initial')
    return false
  return isArticle(first) || bindsFirst(first) || bindsAfter.has(last.text) || hasInner
}

function isArticle(token: Token): boolean {
  return token.role === 'particle' && token.concept === 'al'
}

function bindsFirst(token: Token): boolean {
  return token.concept === 'abdul' || bindsBefore.has(token.text)
}

/** How the joint between two words is spelled: plainly, or with what the article left of itself; others are one slip away. */
const joints = ['', 'al', 'ud']

function glue(run: readonly Word[]): Word {
  const [first, last] = [run[0]!, run[run.length - 1]!]
  const heads = isArticle(first.token)
    ? ['al', 'el']
    : [first.token.text, ...first.token.variants.slice(0, 1)]
  const forms = new Set<string>()
  for (const joint of isArticle(first.token) ? [''] : joints) {
    for (const head of heads) forms.add((head + joint + last.token.text).slice(0, MAX_RUN_LENGTH))
  }
  const [text = '', ...variants] = forms
  const native = run.map(({ token }) => token.native).join('')
  const weight = Math.max(first.weight, last.weight)
  const token: Token = {
    text,
    variants: variants.slice(0, MAX_VARIANTS),
    native,
    script: last.token.script,
    role: 'word',
    concept: null,
  }
  return knownWord(token, weight)
}
