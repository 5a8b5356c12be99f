import type { Relationship } from '../model/listing.js'

/**
 * OFAC's words for how the party stands to another one ("Owned or Controlled By"), as kinds of relationship. What is
 * not here ("Providing support to", "Property in the interest of") is `other`, with OFAC's word.
 */
const types: ReadonlyMap<string, Relationship['type']> = new Map([
  ['acting for or on behalf of', 'acts-for'],
  ['owned or controlled by', 'owned-by'],
  ['owns, controls, or operates', 'owns'],
  ['family member of', 'family'],
  ['associate of', 'associate'],
  ['leader or official of', 'leads'],
])

/** A relation a file states, before it is known whether the other party is on the list. */
export interface Relation {
  /** OFAC's word. */
  readonly word: string
  /** OFAC's number of the other party. */
  readonly uid: string
  /** Its name, where the file gives it. */
  readonly name: string
  /** Whether OFAC says that it has ended. */
  readonly former: boolean
}

/**
 * A relation as a relationship: with the id of the other party's listing where that is on the same list, else with
 * OFAC's number behind its word.
 * @param name what the file calls the other party elsewhere; empty where it does not.
 * @param isListed whether the other party has a listing on the same list.
 */
export function toRelationship(relation: Relation, name: string, isListed: boolean): Relationship {
  const other = relation.name || name
  const word = relation.former ? `${relation.word} (former)` : relation.word
  return {
    type: relation.former ? 'other' : (types.get(relation.word.toLowerCase()) ?? 'other'),
    ...(isListed ? { listingId: relation.uid } : {}),
    ...(other === '' ? {} : { name: other }),
    text: isListed ? word : `${word} (OFAC uid ${relation.uid})`,
  }
}
