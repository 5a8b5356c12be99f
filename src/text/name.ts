import abbreviations from '../../data/names/abbreviations.json' with { type: 'json' }
import genericWords from '../../data/names/generic-words.json' with { type: 'json' }
import legalForms from '../../data/names/legal-forms.json' with { type: 'json' }
import particles from '../../data/names/particles.json' with { type: 'json' }
import titles from '../../data/names/titles.json' with { type: 'json' }
import type { Kind } from '../model/vocabulary.js'
import { fold } from './fold.js'
import { romanizeRun, scriptOf } from './romanize/index.js'

/** Scripts that are told apart; `other` is kept as it is. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'hangul'
  | 'han'
  | 'kana'
  | 'devanagari'
  | 'thai'
  | 'armenian'
  | 'georgian'
  | 'ethiopic'
  | 'other'

/**
 * What a token does in a name: `word` carries it · `initial` a single letter for a name · `number` tells series and
 * vessels apart · `legal-form` (LLC, GmbH, OOO) · `title` (Dr, General) · `particle` (bin, al, de, van) ·
 * `generic` a word of business that many names share (trading, international).
 */
export type TokenRole = 'word' | 'initial' | 'number' | 'legal-form' | 'title' | 'particle' | 'generic'

/** One token of a name, ready to be compared. */
export interface Token {
  /** Comparable Latin form, `[a-z0-9]+`; for scripts without a table, the folded word itself. */
  readonly text: string
  /** Other accepted romanizations, without `text`; at most 7. */
  readonly variants: readonly string[]
  /** The folded word in its own script; equals `text` for Latin. */
  readonly native: string
  readonly script: Script
  readonly role: TokenRole
  /**
   * What equivalent tokens share: the class of a legal form (`llc`), the value of a number or ordinal (`5` for V, 5th),
   * the full word of an abbreviation (`technology` for tech, techn). Null when the token stands for itself.
   */
  readonly concept: string | null
}

/** A name, read. */
export interface Name {
  /** The name as given. */
  readonly raw: string
  readonly tokens: readonly Token[]
  /** True when the name was written `LAST, First`: the tokens before the comma stand first. */
  readonly comma: boolean
  /** True when the name was longer than is read; the rest takes no part in comparison. */
  readonly truncated: boolean
}

/** Longest name that is read, in UTF-16 units after folding, and most tokens kept. */
export const MAX_NAME_LENGTH = 600
export const MAX_TOKENS = 48

const split = (words: string) => words.split(',').map((word) => word.trim())

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([concept, words]) => split(words).map((word) => [word, concept])),
  )
}

const legal = table(legalForms.classes as Record<string, string>)
const generic = table(genericWords.words as Record<string, string>)
const short = table(abbreviations.words as Record<string, string>)
const particle = table(particles.concepts as Record<string, string>)
const otherParticles: ReadonlySet<string> = new Set(split(particles.any))
const forms: ReadonlySet<string> = new Set(split(titles.plain))
const MAX_FORM = 5

/**
 * Reads a name: folds it, romanizes what is not Latin, and says of each token what it does in the name.
 *
 * @param raw the name in any script; only the first 600 UTF-16 units are read.
 * @param kind what the name belongs to, where known: single letters of persons are initials.
 */
export function readName(raw: string, kind?: Kind): Name {
  const text = fold(raw.slice(0, MAX_NAME_LENGTH * 2))
  const words = text
    .slice(0, MAX_NAME_LENGTH)
    .split(' ')
    .filter((word) => word !== '')
  const tokens: Token[] = []
  for (let i = 0; i < words.length && tokens.length < MAX_TOKENS; ) {
    const form = longestForm(words, i)
    if (form) {
      tokens.push(makeToken(form.text.replaceAll(' ', ''), 'legal-form', form.concept))
      i += form.count
    } else tokens.push(...readWord(words[i++]!, kind))
  }
  return {
    raw,
    tokens: tokens.slice(0, MAX_TOKENS),
    comma: /^[^,]{1,100},\s*\p{L}/u.test(raw.slice(0, 200)),
    truncated: raw.length > MAX_NAME_LENGTH || words.length > MAX_TOKENS,
  }
}

/** The longest legal form that begins at a word. */
function longestForm(words: readonly string[], start: number) {
  for (let count = Math.min(MAX_FORM, words.length - start); count > 0; count--) {
    const text = words.slice(start, start + count).join(' ')
    const concept = legal.get(text)
    if (concept !== undefined) return { text, concept, count }
  }
  return null
}

function readWord(word: string, kind: Kind | undefined): Token[] {
  const script = scriptOf(word.codePointAt(0) ?? 0)
  if (script !== null && script !== 'latin') {
    return romanizeRun(word, script).map(({ text, variants, native, concept, role }) => ({
      text,
      variants,
      native,
      script,
      role: role ?? 'word',
      concept,
    }))
  }
  if (/^\d+$/.test(word)) return [makeToken(word, 'number', String(Number(word)))]
  // A single letter stands for a name in persons, and tells one ship from the next.
  if (word.length === 1) return [makeToken(word, kind === 'vessel' ? 'number' : 'initial', null)]
  const wide = generic.get(word) ?? short.get(word)
  if (wide !== undefined) return [makeToken(word, 'generic', wide)]
  const small = particle.get(word)
  if (small !== undefined || otherParticles.has(word)) return [makeToken(word, 'particle', small ?? null)]
  return [makeToken(word, forms.has(word) ? 'title' : 'word', null)]
}

function makeToken(text: string, role: TokenRole, concept: string | null): Token {
  return { text, variants: [], native: text, script: 'latin', role, concept }
}
