import type { Kind } from '../model/vocabulary.js'
import { hasUse } from './lexicon.js'

/** How a name is read: the kind of its bearer, or what its words tell of it. */
export type Manner = 'person' | 'business' | 'ship' | 'unknown'

/** The manner of a name: without a kind, a legal form, a word of business or two shortened ones make it a business. */
export function mannerOf(words: readonly string[], kind: Kind | undefined): Manner {
  if (kind === 'person') return 'person'
  if (kind === 'organization') return 'business'
  if (kind !== undefined) return 'ship'
  let shortened = 0
  for (const word of words) {
    if (hasUse(word, 'legal-form', 'generic', 'clear-abbreviation')) return 'business'
    if (hasUse(word, 'abbreviation')) shortened++
  }
  return shortened > 1 ? 'business' : 'unknown'
}
