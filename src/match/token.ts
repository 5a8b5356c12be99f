import type { Agreement } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { editDistance } from '../text/edit.js'
import { givenNameGroups } from '../text/given-names.js'
import type { Name, Token } from '../text/name.js'
import { Recent } from '../text/remember.js'
import { soundKeys, soundShape } from '../text/sound.js'
import { aloneFactor, editBudget, tokenWeight } from './weights.js'

/**
 * Comparison of two tokens. The ladder goes from what is certain to what is only likely; the first rung that
 * holds decides, except that spelling and sound are both tried and the better one counts. Every rung can be
 * looked up or bounded by the index (`vocabulary.ts`), which is why there is no rung for "looks a bit alike".
 */

/** A token with everything comparison needs, computed once. */
export interface Word {
  readonly token: Token
  /** Two words with the same identity compare and weigh alike (a number weighs less in a person's name). */
  readonly identity: string
  /** The comparable form, its other romanizations, and the native form: any may equal or resemble another's. */
  readonly forms: readonly string[]
  readonly sounds: readonly string[]
  /** Finer keys, of words that sound too short for those. */
  readonly shapes: readonly string[]
  /** Coarser keys, compared only between scripts, where one side may leave its vowels unwritten. */
  readonly skeletons: readonly string[]
  /** The letters without vowels, where there are enough of them. */
  readonly consonants: string
  /** Groups of given names that stand for one another. */
  readonly groups: readonly number[]
  /** What it counts when it finds a partner. */
  readonly weight: number
  /** What it counts when it finds none. */
  readonly alone: number
}

/** Similarity and kind of agreement of two tokens. */
export interface Likeness {
  readonly similarity: number
  readonly agreement: Agreement
}

const equal: Likeness = { similarity: 1, agreement: 'equal' }
const sameClass: Likeness = { similarity: 1, agreement: 'class' }
const abbreviated: Likeness = { similarity: 0.95, agreement: 'abbreviation' }
const translated: Likeness = { similarity: 0.8, agreement: 'abbreviation' }
const romanized: Likeness = { similarity: 0.97, agreement: 'romanization' }
const nicknamed: Likeness = { similarity: 0.88, agreement: 'nickname' }
const bare: Likeness = { similarity: 0.86, agreement: 'consonants' }
/** A letter for a name. */
export const initialed: Likeness = { similarity: 0.66, agreement: 'initial' }

/** Shortest prefix that counts as an abbreviation of a longer word. */
export const MIN_PREFIX = 4
/** Sound keys shorter than this say too little. */
export const MIN_SOUND = 3

/** Prepares the tokens of a name. */
export function readWords(name: Name, kind?: Kind): Word[] {
  return name.tokens.map((token) => readWord(token, kind))
}

/** Words of tokens that reading made once and gives again. A number weighs by the kind of name. */
const wordsByToken = new WeakMap<Token, Word>()

function readWord(token: Token, kind: Kind | undefined): Word {
  if (token.role === 'number') return knownWord(token, tokenWeight(token, kind))
  let word = wordsByToken.get(token)
  if (!word) {
    word = knownWord(token, tokenWeight(token, kind))
    wordsByToken.set(token, word)
  }
  return word
}

/** Words prepared lately: the words of names repeat. */
const knownWords = new Recent<string, Word>(30_000)

/** The word of a token; the same one as long as it is known. */
export function knownWord(token: Token, weight: number): Word {
  const key = identityOf(token, weight)
  let word = knownWords.get(key)
  if (!word) {
    word = makeWord(token, weight)
    knownWords.set(key, word)
  }
  return word
}

/** All that a word is made of. */
function identityOf({ text, variants, native, script, role, concept }: Token, weight: number): string {
  const head = `${text} ${role} ${concept ?? ''} ${weight}`
  const isPlain = script === 'latin' && variants.length === 0 && native === text
  return isPlain ? head : `${head} ${script} ${native} ${variants.join(' ')}`
}

/** Prepares one token. */
export function makeWord(token: Token, weight: number): Word {
  const forms = [token.text, ...token.variants]
  if (token.native !== token.text) forms.push(token.native)
  else if (MISREAD.test(token.text)) forms.push(token.text.replaceAll('rn', 'm').replaceAll('vv', 'w'))
  const spoken = token.role === 'word' || token.role === 'generic' ? [token.text, ...token.variants] : []
  return {
    token,
    identity: identityOf(token, weight),
    forms,
    ...heardIn(spoken),
    consonants: spoken.length > 0 ? consonantsOf(token.text) : '',
    groups: token.role === 'word' ? givenNameGroups(token.text) : [],
    weight,
    alone: weight * aloneFactor(token),
  }
}

/** Letters that scanners read as one. */
const MISREAD = /rn|vv/

/** Fewer consonants than this are shared by too many words. */
const MIN_BARE = 3

function consonantsOf(text: string): string {
  const consonants = text.replace(/[aeiou]/g, '')
  return consonants.length >= MIN_BARE ? consonants : ''
}

/** Distinct keys of forms that are long enough to say something. */
function heardIn(forms: readonly string[]): Pick<Word, 'sounds' | 'shapes' | 'skeletons'> {
  const [sounds, shapes, skeletons]: [string[], string[], string[]] = [[], [], []]
  const add = (keys: string[], key: string) => {
    if (!keys.includes(key)) keys.push(key)
  }
  for (const form of forms) {
    const { sound, bones } = soundKeys(form)
    if (sound.length >= MIN_SOUND) add(sounds, sound)
    else if (sound.length === MIN_SOUND - 1) add(shapes, soundShape(form))
    if (bones.length >= MIN_SOUND) add(skeletons, bones)
  }
  return { sounds, shapes, skeletons }
}

/** How two tokens agree, or null. Symmetric. */
export function compareTokens(a: Word, b: Word): Likeness | null {
  const x = a.token
  const y = b.token
  if (x.text === y.text) return equal
  if (x.concept !== null && x.concept === y.concept && x.role === y.role) {
    if (x.role === 'legal-form') return sameClass
    if (x.role !== 'word' && x.role !== 'generic') return equal
    return x.text[0] === y.text[0] ? abbreviated : translated
  }
  if (x.role === 'number' || y.role === 'number') return null
  if (x.role === 'initial' || y.role === 'initial') return compareInitial(x, y)
  if (x.role === 'legal-form' || y.role === 'legal-form') return misspeltForm(x, y)
  if (shareForm(a.forms, b.forms)) return x.native === y.native ? equal : romanized
  return compareSpelling(a, b)
}

/** A legal form with a slip in it ("LIMTIED", "SRAL") is read as a word; it is no word of the name. */
function misspeltForm(x: Token, y: Token): Likeness | null {
  const word = x.role === 'legal-form' ? y : x
  if (x.role === y.role || word.role !== 'word' || Math.abs(x.text.length - y.text.length) > 1) return null
  if (Math.min(x.text.length, y.text.length) < MIN_FORM || x.text.length + y.text.length < 2 * MIN_FORM + 1) {
    return null
  }
  return editDistance(x.text, y.text, FORM_BUDGET) <= FORM_BUDGET
    ? { similarity: 0.9, agreement: 'class' }
    : null
}

/** Shorter legal forms are one slip away from too many words. */
const MIN_FORM = 3
/** Edit cost allowed in a legal form. */
export const FORM_BUDGET = 1

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
  if (isBareFormOf(a, b) || isBareFormOf(b, a)) return bare
  // One letter more or less makes another name of a syllable: Wang is not Weng, and all its spellings are known.
  if (isSyllable(x) || isSyllable(y)) return null
  const likeness = bySpelling(a, b)
  return better(likeness, better(bySound(a, b), byPrefix(x.text, y.text)))
}

/** A single Chinese character or Korean syllable. */
function isSyllable({ script, native }: Token): boolean {
  return (script === 'han' || script === 'hangul') && native.length === 1
}

/** A word written without its vowels ("Mhmmd"). */
function isBareFormOf(a: Word, b: Word): boolean {
  return a.consonants !== '' && a.consonants === a.token.text && a.consonants === b.consonants
}

function better(a: Likeness | null, b: Likeness | null): Likeness | null {
  if (!a || !b) return a ?? b
  return b.similarity > a.similarity ? b : a
}

/**
 * 1 − (cost ÷ length)^1.22 for the closest pair of forms within the budget: one slip in a long word is hardly a
 * difference, and the second counts more than the first.
 */
function bySpelling(a: Word, b: Word): Likeness | null {
  let best = 0
  for (const form of a.forms) {
    for (const other of b.forms) {
      const length = Math.max(form.length, other.length)
      const budget = editBudget(length)
      if (budget === 0 || Math.abs(form.length - other.length) > MAX_LENGTH_GAP) continue
      const cost = editDistance(form, other, budget)
      if (cost <= budget) best = Math.max(best, 1 - (cost / length) ** 1.22)
    }
  }
  return best > 0 ? { similarity: best, agreement: 'edit' } : null
}

/**
 * Words that sound alike are alike as far as they are also written alike: one sound key covers many words, and the more
 * letters differ, the likelier it is chance. The coarser the key, the more of the letters must agree.
 */
function bySound(a: Word, b: Word): Likeness | null {
  const sameScript = a.token.script === b.token.script
  const agreement = sameScript ? 'phonetic' : 'romanization'
  const leavesVowels = !sameScript && (isAbjad(a.token) || isAbjad(b.token))
  const isHeard = shareForm(a.sounds, b.sounds)
  if (!isHeard && !shareForm(a.shapes, b.shapes) && !shareForm(a.skeletons, b.skeletons)) return null
  const written = closeness(a, b)
  if (isHeard) {
    if (written < (leavesVowels ? MIN_WRITTEN_ACROSS : MIN_WRITTEN)) return null
    return { similarity: (sameScript ? 0.64 : 0.62) + 0.3 * written, agreement }
  }
  if (shareForm(a.shapes, b.shapes) && written >= MIN_WRITTEN_SHORT) {
    return { similarity: 0.6 + 0.3 * written, agreement }
  }
  if (written < (leavesVowels ? MIN_WRITTEN_ACROSS : MIN_WRITTEN_COARSE)) return null
  if (!shareForm(a.skeletons, b.skeletons)) return null
  return { similarity: 0.52 + 0.36 * written, agreement }
}

/** Share of letters that agree, for the closest pair of forms, whatever the budget. */
function closeness(a: Word, b: Word): number {
  let best = 0
  for (const form of a.forms) {
    for (const other of b.forms) {
      const length = Math.max(form.length, other.length)
      const cost = editDistance(form, other, length * (1 - best))
      if (cost < length * (1 - best)) best = 1 - cost / length
    }
  }
  return best
}

/** A word cut short ("Tech", "Develop") is like the whole as far as it goes. */
function byPrefix(a: string, b: string): Likeness | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < MIN_PREFIX || !long.startsWith(short)) return null
  const share = short.length / long.length
  return share < 0.5 ? null : { similarity: 0.5 + 0.42 * share, agreement: 'abbreviation' }
}

/** Arabic and Hebrew leave most vowels unwritten, so that a romanization guesses them. */
function isAbjad({ script }: Token): boolean {
  return script === 'arabic' || script === 'hebrew'
}

/**
 * Least share of letters that words of the same sound must have in common, and the same where one of them comes from a
 * script without vowels.
 */
const MIN_WRITTEN = 0.45
const MIN_WRITTEN_ACROSS = 0.4
/** The same for words that sound too short, and for those that agree only in the coarser key. */
const MIN_WRITTEN_SHORT = 0.55
const MIN_WRITTEN_COARSE = 0.65

/** Words whose lengths differ by more are never within the edit budget. */
export const MAX_LENGTH_GAP = 3
