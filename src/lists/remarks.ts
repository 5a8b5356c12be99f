import type { BirthDate, ListedName, NameType } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import { parseBirthDate } from './dates.js'
import { splitLabel, toIdentifier } from './id-labels.js'

/**
 * OFAC's remarks.
 *
 * In the csv files everything without a column of its own is one text: fields divided by "; ", each a label and a
 * value, `alt. ` before second and later values, and a final full stop. Weak aliases are here too, in single quotes,
 * and only here (dat_spec.txt, "The disposition of aliases"). The same "; " may stand inside quotes or parentheses,
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
  for (const field of splitFields(text)) {
    const name = readName(field)
    if (name) {
      names.push(name)
      continue
    }
    const stated = /^(DOB|POB|nationality of registration|nationality|citizen):? (.*)$/i.exec(field)
    const value = stated?.[2]?.trim() ?? ''
    const label = stated?.[1]?.toLowerCase()
    if (label === 'dob') birthDates.push(parseBirthDate(value))
    else if (label === 'pob') birthPlaces.push(value)
    else if (label !== undefined) countries.push(value)
    else {
      const identifier = readIdentifier(field)
      if (identifier) identifiers.push(identifier)
    }
  }
  return { names, birthDates, birthPlaces, countries, identifiers }
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
  if (/^(?:alt\. )?[afn]\.k\.a\. '/.test(piece)) return !piece.endsWith("'")
  let depth = 0
  for (const character of piece) depth += character === '(' ? 1 : character === ')' ? -1 : 0
  return depth > 0
}

function readName(field: string): ListedName | null {
  const alias = /^([afn])\.k\.a\. (\S.*)$/.exec(field)
  if (!alias) return null
  const type = nameTypes.get(alias[1]!)!
  const written = alias[2]!.trim()
  if (!written.startsWith("'")) return { name: written, type, strength: 'unstated' }
  const name = written.slice(1).replace(/'$/, '').trim()
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
