import type { Agreement } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { editDistance } from '../text/edit.js'
import { givenNameGroups } from '../text/given-names.js'
import type { Name, Token } from '../text/name.js'
import { skeleton, soundKey } from '../text/sound.js'
import { editBudget, tokenWeight } from './weights.js'

/**
 * Comparison of two tokens. The ladder goes from what is certain to what is only likely; the first rung that
 * holds decides, except that spelling and sound are both tried and the better one counts. Every rung can be
 * looked up or bounded by the index (`vocabulary.ts`), which is why there is no rung for "looks a bit alike".
 */

/** A token with everything comparison needs, computed once. */
export interface Word {
  readonly token: Token
  /** The comparable form, its other romanizations, and the native form: any may equal or resemble another's. */
  readonly forms: readonly string[]
  readonly sounds: readonly string[]
  /** Coarser keys, compared only between scripts, where one side may leave its vowels unwritten. */
  readonly skeletons: readonly string[]
  /** Groups of given names that stand for one another. */
  readonly groups: readonly number[]
  readonly weight: number
}

/** Similarity and kind of agreement of two tokens. */
export interface Likeness {
  readonly similarity: number
  readonly agreement: Agreement
}

const equal: Likeness = { similarity: 1, agreement: 'equal' }
const sameClass: Likeness = { similarity: 1, agreement: 'class' }
const abbreviated: Likeness = { similarity: 0.95, agreement: 'abbreviation' }
const romanized: Likeness = { similarity: 0.97, agreement: 'romanization' }
const nicknamed: Likeness = { similarity: 0.88, agreement: 'nickname' }
const initialed: Likeness = { similarity: 0.8, agreement: 'initial' }
const shortened: Likeness = { similarity: 0.82, agreement: 'abbreviation' }

const SOUND_SIMILARITY = 0.88
const SKELETON_SIMILARITY = 0.85
/** Shortest prefix that counts as an abbreviation of a longer word. */
export const MIN_PREFIX = 4
/** Sound keys shorter than this say too little. */
export const MIN_SOUND = 3

/** Prepares the tokens of a name. */
export function readWords(name: Name, kind?: Kind): Word[] {
  return name.tokens.map((token) => makeWord(token, tokenWeight(token, kind)))
}

/** Prepares one token. */
export function makeWord(token: Token, weight: number): Word {
  const forms = [token.text, ...token.variants]
  if (token.native !== token.text) forms.push(token.native)
  const spoken = token.role === 'word' || token.role === 'generic' ? [token.text, ...token.variants] : []
  return {
    token,
    forms,
    sounds: keysOf(spoken, soundKey),
    skeletons: keysOf(spoken, skeleton),
    groups: token.role === 'word' ? givenNameGroups(token.text) : [],
    weight,
  }
}

/** Distinct keys that are long enough to say something. */
function keysOf(forms: readonly string[], key: (form: string) => string): string[] {
  return [...new Set(forms.map(key))].filter((text) => text.length >= MIN_SOUND)
}

/** How two tokens agree, or null. Symmetric. */
export function compareTokens(a: Word, b: Word): Likeness | null {
  const x = a.token
  const y = b.token
  if (x.text === y.text) return equal
  if (x.concept !== null && x.concept === y.concept && x.role === y.role) {
    return x.role === 'word' || x.role === 'generic'
      ? abbreviated
      : x.role === 'legal-form'
        ? sameClass
        : equal
  }
  if (x.role === 'number' || y.role === 'number') return null
  if (x.role === 'initial' || y.role === 'initial') return compareInitial(x, y)
  if (x.role === 'legal-form' || y.role === 'legal-form') return null
  if (shareForm(a.forms, b.forms)) return x.native === y.native ? equal : romanized
  return compareSpelling(a, b)
}

function compareInitial(x: Token, y: Token): Likeness | null {
  if (x.role === y.role) return null
  const [initial, word] = x.role === 'initial' ? [x, y] : [y, x]
  return word.role === 'word' && word.text.startsWith(initial.text) ? initialed : null
}

function shareForm(a: readonly string[], b: readonly string[]): boolean {
  for (const form of a) if (b.includes(form)) return true
  return false
}

function compareSpelling(a: Word, b: Word): Likeness | null {
  const x = a.token
  const y = b.token
  if (a.groups.some((group) => b.groups.includes(group))) return nicknamed
  let best = editSimilarity(a, b)
  let agreement: Agreement = 'edit'
  const sameScript = x.script === y.script
  if (best < SOUND_SIMILARITY && shareForm(a.sounds, b.sounds)) {
    best = SOUND_SIMILARITY
    agreement = sameScript ? 'phonetic' : 'romanization'
  } else if (best < SKELETON_SIMILARITY && !sameScript && shareForm(a.skeletons, b.skeletons)) {
    best = SKELETON_SIMILARITY
    agreement = 'romanization'
  }
  if (best < shortened.similarity && isPrefix(x.text, y.text)) return shortened
  return best > 0 ? { similarity: best, agreement } : null
}

function isPrefix(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= MIN_PREFIX && long.startsWith(short)
}

/** 1 − cost ÷ length for the closest pair of forms within the budget; 0 when none is. */
function editSimilarity(a: Word, b: Word): number {
  let best = 0
  for (const form of a.forms) {
    for (const other of b.forms) {
      const length = Math.max(form.length, other.length)
      const budget = editBudget(length)
      if (budget === 0 || Math.abs(form.length - other.length) > MAX_LENGTH_GAP) continue
      const cost = editDistance(form, other, budget)
      if (cost <= budget) best = Math.max(best, 1 - cost / length)
    }
  }
  return best
}

/** Words whose lengths differ by more are never within the edit budget. */
export const MAX_LENGTH_GAP = 3
