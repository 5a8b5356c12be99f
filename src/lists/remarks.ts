import type { BirthDate, ListedName, Listing, NameType, Relationship } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import { MAX_TEXT } from '../model/vocabulary.js'
import { parseBirthDate } from './dates.js'
import { splitLabel, toIdentifier } from './id-labels.js'
import { unbalancedClose } from './us-csl-names.js'

/**
 * OFAC's remarks.
 *
 * In the csv files everything without a column of its own is one text: fields divided by "; ", each a label and a
 * value, `alt. ` before second and later values, and a final full stop. Weak aliases are here too, in single quotes
 * (double ones in the fixed-width form), and only here (dat_spec.txt, "The disposition of aliases"). The same "; " may stand inside quotes or parentheses,
 * and an apostrophe is not always a quote, so the text is first cut at every "; "; a piece whose quote or parenthesis
 * stays open is then joined with what follows, but only if it closes within a few pieces. A stray parenthesis thus
 * cannot swallow the identifiers after it. A field that is not recognized is a sentence for people; the caller keeps
 * the whole text anyway.
 */

/** How many pieces further a quote or parenthesis may close. */
const LOOK_AHEAD = 3

/** Longest field read as label and value; longer ones are legal notes. */
const MAX_FIELD = 500

/** What a text of remarks says in a form that can be compared. */
export interface Remarks {
  /** Weak aliases; `unstated` in strength where the quotes that mark them are missing. */
  readonly names: readonly ListedName[]
  readonly birthDates: readonly BirthDate[]
  readonly birthPlaces: readonly string[]
  /** Nationalities, citizenships, country of registration, as published. */
  readonly countries: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly gender?: Listing['gender']
  /** Parties the entry is linked to, in OFAC's words. */
  readonly relationships: readonly Relationship[]
}

const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['a', 'alias'],
  ['f', 'former'],
  ['n', 'variation'],
])

/** Reads the remarks of one entry, spillover included. */
export function parseRemarks(text: string): Remarks {
  const names: ListedName[] = []
  const birthDates: BirthDate[] = []
  const birthPlaces: string[] = []
  const countries: string[] = []
  const identifiers: Identifier[] = []
  const relationships: Relationship[] = []
  let gender: Listing['gender']
  for (const field of splitFields(text)) {
    const name = readName(field)
    if (name) {
      names.push(name)
      continue
    }
    if (field.startsWith('Linked To: ')) {
      relationships.push(...linksIn(field))
      continue
    }
    const stated = /^(DOB|POB|gender|nationality of registration|nationality|citizen):? (.*)$/i.exec(field)
    const value = stated?.[2]?.trim() ?? ''
    const label = stated?.[1]?.toLowerCase()
    if (label === 'dob') birthDates.push(parseBirthDate(value))
    else if (label === 'pob') birthPlaces.push(value)
    else if (label === 'gender') gender = genderOf(value) ?? gender
    else if (label !== undefined) countries.push(value)
    else {
      const identifier = readIdentifier(field)
      if (identifier) identifiers.push(identifier)
    }
  }
  return {
    names,
    birthDates,
    birthPlaces,
    countries,
    identifiers,
    relationships,
    ...(gender === undefined ? {} : { gender }),
  }
}

/** `Male` or `Female` in a word of OFAC's. */
export function genderOf(value: string): Listing['gender'] {
  const word = value.toLowerCase()
  return word === 'male' || word === 'female' ? word : undefined
}

/** The parties named in `(Linked To: A; Linked To: B)`. OFAC does not say there how they are linked. */
export function linksIn(text: string): readonly Relationship[] {
  return text
    .slice(0, MAX_TEXT)
    .split('Linked To: ')
    .slice(1)
    .flatMap((piece): Relationship[] => {
      const close = unbalancedClose(piece)
      const name = (close < 0 ? piece : piece.slice(0, close)).split('; ')[0]!.replace(/[;( ]{1,9}$/, '')
      return name === '' ? [] : [{ type: 'other', name, text: 'Linked To' }]
    })
}

/** The fields of a text, without the final full stop and without `alt. `. */
function splitFields(text: string): string[] {
  const pieces = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').split('; ')
  const fields: string[] = []
  for (let index = 0; index < pieces.length; index++) {
    let field = pieces[index]!
    for (let ahead = 1; ahead <= LOOK_AHEAD && isOpen(field); ahead++) {
      const joined = pieces.slice(index, index + ahead + 1).join('; ')
      if (joined.length > MAX_FIELD || isOpen(joined)) continue
      field = joined
      index += ahead
    }
    fields.push(field.trim().replace(/^alt\. /i, ''))
  }
  return fields
}

/** Whether an alias' quote or a parenthesis is still open at the end of the piece. */
function isOpen(piece: string): boolean {
  if (piece.length > MAX_FIELD) return false
  const quote = /^(?:alt\. )?[afn]\.k\.a\. (['"])/.exec(piece)?.[1]
  if (quote) return !piece.endsWith(quote)
  let depth = 0
  for (const character of piece) depth += character === '(' ? 1 : character === ')' ? -1 : 0
  return depth > 0
}

function readName(field: string): ListedName | null {
  const alias = /^([afn])\.k\.a\. (\S.*)$/.exec(field)
  if (!alias) return null
  const type = nameTypes.get(alias[1]!)!
  const written = alias[2]!.trim()
  const quote = written[0]!
  if (quote !== "'" && quote !== '"') return { name: written, type, strength: 'unstated' }
  const name = written.slice(1, written.endsWith(quote) ? -1 : undefined).trim()
  return name === '' ? null : { name, type, strength: 'weak' }
}

/** `Passport A123 (Iran) expires 2005` → passport, A123, Iran. */
function readIdentifier(field: string): Identifier | null {
  if (field.length > MAX_FIELD) return null
  const split = splitLabel(field)
  if (!split) return null
  let value = split.rest.replace(/(?:^| )(?:issued|expires|expired) .*$/, '').trim()
  let country: string | undefined
  while (value.endsWith(')') && value.lastIndexOf(' (') > 0) {
    const open = value.lastIndexOf(' (')
    country ??= value.slice(open + 2, -1).trim()
    value = value.slice(0, open).trim()
  }
  return value === '' || /^\([^()]*\)$/.test(value) ? null : toIdentifier(split.label, value, country)
}
