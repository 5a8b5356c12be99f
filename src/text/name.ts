import type { Kind } from '../model/vocabulary.js'

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

/** Reads a name; to be written. */
export declare function readName(raw: string, kind?: Kind): Name
