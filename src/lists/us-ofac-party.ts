import type {
  BirthDate,
  ListedAddress,
  ListedName,
  Listing,
  NameType,
  Relationship,
  Strength,
} from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { Kind, ListId } from '../model/vocabulary.js'
import { parseBirthDate } from './dates.js'
import { identifies, isCountryLabel, toIdentifier, writeStatement } from './id-labels.js'
import { genderOf, linksIn, parseRemarks } from './remarks.js'
import { filled } from './snapshot.js'
import type { IssueLog } from './source.js'

/**
 * A party as OFAC's three XML forms describe it: names, addresses, and any number of statements under OFAC's words
 * ("Tax ID No.", "Gender", "Digital Currency Address - XBT"). Each form is read into this shape, and the shape becomes
 * a listing here, once for all; the legacy tables give the same listing for the same party, up to what they carry.
 */

/** One statement about a party. */
export interface Detail {
  /** OFAC's word for it. */
  readonly label: string
  readonly value: string
  /** Country that issued a document. */
  readonly country?: string
  /** What goes with it: dates of issue and expiry, authority, comment. */
  readonly notes: readonly string[]
  /** Whether it stands among the identity documents: then it identifies, whatever its label. */
  readonly document: boolean
}

/** What every form says of a party. */
export interface Party {
  readonly uid: string
  /** `Individual`, `Entity`, `Vessel`, `Aircraft`. */
  readonly type: string
  readonly names: readonly ListedName[]
  readonly addresses: readonly ListedAddress[]
  readonly programs: readonly string[]
  readonly details: readonly Detail[]
  readonly relationships: readonly Relationship[]
  /** OFAC's own remarks. */
  readonly remarks: string
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['entity', 'organization'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])

/** Words of the three forms for a birth, and for a country the party belongs to. */
const ofBirthDate: ReadonlySet<string> = new Set(['dob', 'birthdate'])
const ofBirthPlace: ReadonlySet<string> = new Set(['pob', 'place of birth'])
const ofCountry: ReadonlySet<string> = new Set([
  'citizen',
  'citizenship country',
  'nationality',
  'nationality country',
  'vessel flag',
])

/** The words of the alias types, `a.k.a.` or `A.K.A.`, by their first letter. */
const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['a', 'alias'],
  ['f', 'former'],
  ['n', 'variation'],
])

/** The listing of a party. What has no field of its own goes into the remarks, a line each. */
export function toListing(list: ListId, party: Party, where: string, log: IssueLog): Listing {
  const kind = kinds.get(party.type.toLowerCase())
  if (kind === undefined)
    log.add(
      'unknown-type',
      where,
      `expected Individual, Entity, Vessel or Aircraft, got "${party.type.slice(0, 40)}"`,
    )
  if (party.names.length === 0) log.add('no-name', where, 'expected a name, got none')
  const sorted = sortDetails(party.details, where, log)
  const relationships = [...party.relationships, ...sorted.relationships, ...linksIn(party.remarks)]
  const remarks = [...sorted.notes, party.remarks].filter((line) => line !== '')
  return {
    id: party.uid,
    list,
    ...(list === 'us-ofac-sdn' ? { source: 'SDN' } : {}),
    authority: 'OFAC',
    kind: kind ?? null,
    names: party.names,
    addresses: party.addresses,
    birthDates: sorted.birthDates,
    birthPlaces: sorted.birthPlaces,
    countries: [...sorted.countries],
    // Telephone and fax numbers have no element of their own; they stand in the remarks in every form.
    identifiers: [...sorted.identifiers, ...parseRemarks(party.remarks).identifiers],
    ...(sorted.gender === undefined ? {} : { gender: sorted.gender }),
    ...(relationships.length > 0 ? { relationships } : {}),
    programs: [...new Set(party.programs)],
    listedOn: null,
    ...(remarks.length > 0 ? { remarks: remarks.join('\n') } : {}),
  }
}

/** Statements by where they belong in a listing. */
interface Sorted {
  readonly birthDates: BirthDate[]
  readonly birthPlaces: string[]
  readonly countries: Set<string>
  readonly identifiers: Identifier[]
  readonly relationships: Relationship[]
  readonly notes: string[]
  gender: Listing['gender']
}

function sortDetails(details: readonly Detail[], where: string, log: IssueLog): Sorted {
  const sorted: Sorted = {
    birthDates: [],
    birthPlaces: [],
    countries: new Set(),
    identifiers: [],
    relationships: [],
    notes: [],
    gender: undefined,
  }
  for (const detail of details) {
    place(detail, sorted, where, log)
    if (detail.notes.length > 0)
      sorted.notes.push(`${detail.label} ${detail.value}: ${detail.notes.join(', ')}`)
  }
  return sorted
}

function place(detail: Detail, sorted: Sorted, where: string, log: IssueLog): void {
  const { label, value } = detail
  const word = label.toLowerCase()
  const isIdentity = detail.document || identifies(label)
  if (value === '') {
    if (detail.notes.length === 0) sorted.notes.push(isIdentity ? `${label}: no number` : label)
  } else if (ofBirthDate.has(word)) sorted.birthDates.push(readBirth(value, where, log))
  else if (ofBirthPlace.has(word)) sorted.birthPlaces.push(value)
  else if (ofCountry.has(word) || isCountryLabel(label)) sorted.countries.add(value)
  else if (word === 'gender' && genderOf(value)) sorted.gender = genderOf(value)
  else if (word === 'vessel call sign') sorted.identifiers.push(toIdentifier('Call sign', value))
  else if (isIdentity) sorted.identifiers.push(toIdentifier(label, value, detail.country))
  else {
    sorted.notes.push(writeStatement(label, value))
    if (word === 'vessel owner')
      sorted.relationships.push({ type: 'owned-by', name: value, text: 'Vessel owner' })
  }
}

function readBirth(text: string, where: string, log: IssueLog): BirthDate {
  const birth = parseBirthDate(text)
  if (birth.earliest === null) log.add('bad-birth-date', where, `expected a birth date, got "${text}"`)
  return birth
}

/**
 * A name, typed by OFAC's word (`a.k.a.`, `F.K.A.`; empty or `Name` for the primary one); none where it is empty.
 */
export function toName(
  name: string,
  word: string,
  strength: Strength,
  where: string,
  log: IssueLog,
): readonly ListedName[] {
  const isPrimary = word === '' || word === 'Name'
  if (name === '') {
    if (!isPrimary) log.add('empty-alias', where, 'expected a name, got none')
    return []
  }
  if (isPrimary) return [{ name, type: 'primary', strength }]
  const type = nameTypes.get(word.trim().slice(0, 1).toLowerCase())
  if (type === undefined)
    log.add('unknown-alias-type', where, `expected a.k.a., f.k.a. or n.k.a., got "${word.slice(0, 40)}"`)
  return [{ name, type: type ?? 'alias', strength }]
}

/** A person's name as the legacy files write it, `LAST, First`; any other name is its last part alone. */
export function joinName(last: string, rest: string): string {
  return last !== '' && rest !== '' ? `${last}, ${rest}` : last || rest
}

/** The parts of an address, by OFAC's words; empty where there is none. */
export interface AddressParts {
  readonly lines: readonly string[]
  readonly city: string
  readonly region: string
  readonly postalCode: string
  /** `Gaza`, `Crimea`: where OFAC names no country. */
  readonly area: string
  readonly country: string
}

/** The same text as in the legacy files, with its parts beside it; none where every part is empty. */
export function toAddress(parts: AddressParts): readonly ListedAddress[] {
  const { city, region, postalCode, area } = parts
  const street = join(parts.lines, ', ')
  const country = parts.country || (area === '' ? '' : `Region: ${area}`)
  const place = join([join([city, region], ', '), postalCode], ' ')
  const text = join([street, place, parts.country && area, country], ', ')
  if (text === '') return []
  return [{ text, ...filled({ street, city, region, postalCode, country }) }]
}

function join(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between)
}
