import abbreviations from '../../data/names/abbreviations.json' with { type: 'json' }
import genericWords from '../../data/names/generic-words.json' with { type: 'json' }
import legalForms from '../../data/names/legal-forms.json' with { type: 'json' }
import particles from '../../data/names/particles.json' with { type: 'json' }
import titles from '../../data/names/titles.json' with { type: 'json' }
import { editDistance } from './edit.js'
import { fold } from './fold.js'
import type { TokenRole } from './name.js'
import { remember } from './remember.js'

/** Words and phrases with a function in names, found by their first word. Built once, when the module is loaded. */

/** Which table a sense comes from, and with it where in a name it may stand. */
export type Use =
  | 'legal-form'
  /** A form short enough to be a name as well (AS, SA, PT): only at either end. */
  | 'edge-form'
  | 'title'
  /** A title that is also a name or a common word (general, prince): only in front. */
  | 'lead-title'
  | 'suffix-title'
  | 'ship-prefix'
  | 'particle'
  /** A particle that is also a name (ben, van, le): only between other words. */
  | 'inner-particle'
  | 'generic'
  | 'abbreviation'
  /** A shortening that no name looks like (svcs, intl). */
  | 'clear-abbreviation'
  /** A word of bank messages that never belongs to the name itself. */
  | 'payment-word'

/** One meaning of a word or phrase. */
export interface Sense {
  /** The words after the first one; empty for a single word. */
  readonly rest: readonly string[]
  readonly use: Use
  readonly role: TokenRole
  /** See `Token.concept`. */
  readonly concept: string | null
}

const senses = new Map<string, Sense[]>()

/** Meanings of phrases that begin with the folded word, longest first; undefined for an ordinary word. */
export function sensesOf(word: string): readonly Sense[] | undefined {
  return senses.get(word)
}

/** Whether the word alone has one of these uses. */
export function hasUse(word: string, ...uses: readonly Use[]): boolean {
  return senses.get(word)?.some((sense) => sense.rest.length === 0 && uses.includes(sense.use)) ?? false
}

/** No vowel, or three consonants together: a shortening at sight. */
const CLEAR = /^[^aeiouy]+$|[^aeiouy]{3}/

function add(list: string, use: Use, role: TokenRole, concept: string | null): void {
  for (const phrase of list.split(', ')) {
    const [first = '', ...rest] = fold(phrase).split(' ')
    const known = senses.get(first)
    if (known) known.push({ rest, use, role, concept })
    else senses.set(first, [{ rest, use, role, concept }])
  }
}

const edgeForms = new Set(legalForms.edge.split(', '))
for (const [concept, list] of Object.entries(legalForms.classes)) {
  for (const form of list.split(', ')) {
    add(form, edgeForms.has(form) ? 'edge-form' : 'legal-form', 'legal-form', concept)
  }
}
add(titles.plain, 'title', 'title', null)
add(titles.lead, 'lead-title', 'title', null)
add(titles.suffix, 'suffix-title', 'title', null)
add(titles.vessel, 'ship-prefix', 'title', null)
for (const [concept, list] of Object.entries(particles.concepts)) add(list, 'particle', 'particle', concept)
add(particles.any, 'particle', 'particle', null)
add(particles.inner, 'inner-particle', 'particle', null)
for (const [concept, list] of Object.entries(genericWords.words)) add(list, 'generic', 'generic', concept)
for (const [concept, list] of Object.entries(abbreviations.words)) {
  for (const word of list.split(', ')) {
    const isClear = word.length > 2 && CLEAR.test(word)
    add(word, isClear ? 'clear-abbreviation' : 'abbreviation', 'generic', concept)
  }
}
add(genericWords.payment, 'payment-word', 'generic', 'payment')
for (const list of senses.values()) list.sort((a, b) => b.rest.length - a.rest.length)

/** Shortest word of a legal form that is recognized with a slip in it. */
const MIN_NEAR = 7

/** Long single-word legal forms, by length: limited, company, corporation, aktiengesellschaft. */
const longForms = new Map<number, { readonly form: string; readonly concept: string }[]>()
for (const [concept, list] of Object.entries(legalForms.classes)) {
  for (const form of list.split(', ').map(fold)) {
    if (form.length < MIN_NEAR || !/^[a-z]+$/.test(form)) continue
    const forms = longForms.get(form.length)
    if (forms) forms.push({ form, concept })
    else longForms.set(form.length, [{ form, concept }])
  }
}

/** The class of a long legal form that the word is one slip away from (`limtied`), or null. */
export function nearForm(word: string): string | null {
  if (word.length < MIN_NEAR - 1 || senses.has(word)) return null
  for (let length = word.length - 1; length <= word.length + 1; length++) {
    for (const { form, concept } of longForms.get(length) ?? []) if (isNearForm(word, form)) return concept
  }
  return null
}

/** Whether a long word is one slip away from the expected one. */
export function isNearForm(word: string, expected: string): boolean {
  if (expected.length < MIN_NEAR - 2 || Math.abs(word.length - expected.length) > 1) return false
  const isNear =
    agreeAt(word, 0, expected, 0) || agreeAt(word, word.length - 3, expected, expected.length - 3)
  return isNear && editDistance(word, expected, 1) <= 1
}

/** Whether three letters from a place in each word are the same. */
function agreeAt(a: string, atA: number, b: string, atB: number): boolean {
  for (let i = 0; i < 3; i++) if (a.charCodeAt(atA + i) !== b.charCodeAt(atB + i)) return false
  return true
}

const CJK = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}$/u
const cjkForms = [...Object.values(legalForms.classes), ...Object.values(genericWords.words)]
  .flatMap((list) => list.split(', '))
  .map(fold)
  .filter((form) => CJK.test(form))
  .sort((a, b) => b.length - a.length)

/**
 * Cuts legal forms and words of business off the ends of a word of a script that writes no spaces: `某某有限公司` → `某某`,
 * `有限公司`.
 *
 * @returns the parts in their order; the word alone when there is nothing to cut.
 */
export const cutLegalForms = remember(cutForms)

function cutForms(word: string): readonly string[] {
  if (cjkForms.includes(word)) return [word]
  const front = cjkForms.find((form) => word.length > form.length && word.startsWith(form))
  const rest = front === undefined ? word : word.slice(front.length)
  const back = cjkForms.find((form) => rest.length > form.length && rest.endsWith(form))
  if (front === undefined && back === undefined) return [word]
  const middle = back === undefined ? rest : rest.slice(0, -back.length)
  return [front, ...cutLegalForms(middle), back].filter((part) => part !== undefined)
}
