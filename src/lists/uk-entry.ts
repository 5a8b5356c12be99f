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
import type { CalendarDate, Kind, ListId } from '../model/vocabulary.js'
import { dayFirst, isoOf } from './day-first.js'
import { splitNumbered } from './numbered.js'
import { birthOf, filled, labeled, uniqueBy } from './snapshot.js'
import type { IssueLog } from './source.js'
import type { UkField, UkPiece } from './uk-fields.js'
import { numbersIn, registerNumbers, statedNumbers } from './un-numbers.js'

/**
 * One entry of a UK list, gathered from its rows or elements. Rows are every combination of an entry's names,
 * addresses and birth dates, so each value is kept once.
 */

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['entity', 'organization'],
  ['ship', 'vessel'],
])

const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['primary name', 'primary'],
  ['prime alias', 'primary'],
  ['primary name variation', 'variation'],
  ['alias', 'alias'],
  ['aka', 'alias'],
  ['fka', 'former'],
])

/** Fields that say something without a place of their own in a listing, and their label in the remarks. */
const noted: readonly (readonly [UkField, string])[] = [
  ['title', 'Title'],
  ['position', 'Position'],
  ['other', 'Other information'],
  ['reasons', 'UK statement of reasons'],
  ['sanctions', 'Sanctions imposed'],
  ['source', 'Designation source'],
  ['unRef', 'UN reference'],
  ['group', 'OFSI group'],
  ['updated', 'Last updated'],
  ['passportInfo', 'Passport'],
  ['businessNumber', 'Business registration'],
  ['nationalIdInfo', 'National identification'],
  ['entityType', 'Type of entity'],
  ['formerOwner', 'Previous owner or operator'],
  ['formerFlag', 'Previous flag'],
  ['shipType', 'Type of ship'],
  ['tonnage', 'Tonnage'],
  ['length', 'Length'],
  ['built', 'Year built'],
  ['scriptType', 'Script'],
  ['scriptLanguage', 'Script language'],
]

/** Makes the listing of the pieces of one entry. */
export function ukListing(
  list: ListId,
  id: string,
  authority: string,
  pieces: readonly UkPiece[],
  log: IssueLog,
): Listing {
  const all = (field: UkField) =>
    uniqueBy(
      pieces.flatMap(({ fields }) => fields.get(field) ?? []),
      (text) => text,
    )
  const each = (field: UkField) => uniqueBy(all(field).flatMap(splitNumbered), (text) => text)
  const where = `entry ${id}`
  const remarks = [
    ...noted.flatMap(([field, label]) => all(field).flatMap((text) => labeled(label, text))),
    ...daysOf(all('listed'), all('designated')),
    ...pieces.flatMap(({ unknown }) => unknown ?? []),
  ]
  const genders = new Set(all('gender').map((text) => text.toLowerCase()))
  const regimes = all('regime')
  const [regime] = regimes
  const reference = all('id')[0] ?? ''
  return {
    id,
    list,
    authority,
    kind: kindOf(all('kind'), where, log),
    names: namesOf(pieces, where, log),
    addresses: uniqueBy(pieces.flatMap(toAddress), ({ text }) => text),
    birthDates: each('birth').map((text): BirthDate => birthOf(isoOf(text), text, where, log)),
    birthPlaces: uniqueBy(pieces.flatMap(toPlaces), (place) => place),
    countries: uniqueBy([...each('nationality'), ...each('flag')], (country) => country),
    identifiers: identifiersOf(all, each),
    ...filled({
      gender:
        genders.has('male') === genders.has('female')
          ? undefined
          : genders.has('male')
            ? ('male' as const)
            : ('female' as const),
    }),
    ...filled({ relationships: relationshipsOf(each) }),
    programs: regimes,
    ...(isTravelBanOnly(all('sanctions')) ? { effect: 'caution' as const } : {}),
    listedOn: firstDate([...all('listed'), ...all('designated')], where, log),
    ...filled({
      remarks: uniqueBy(remarks, (line) => line).join('\n'),
      citation: [reference, regime].filter((text) => text).join(', '),
    }),
  }
}

/** Whether the entry keeps the party out of the country and does nothing else: no dealing with it is forbidden. */
function isTravelBanOnly(sanctions: readonly string[]): boolean {
  const imposed = sanctions.flatMap((text) => text.split('|')).map((text) => text.trim().toLowerCase())
  return imposed.length > 0 && imposed.every((sanction) => sanction === 'travel ban')
}

/** Days of an entry under several regimes, or whose designation is of another day than its listing. */
function daysOf(listed: readonly string[], designated: readonly string[]): readonly string[] {
  const isOne = new Set([...listed, ...designated]).size <= 1
  return isOne ? [] : [...labeled('Listed on', ...listed), ...labeled('Date designated', ...designated)]
}

function kindOf(written: readonly string[], where: string, log: IssueLog): Kind | null {
  const kind = kinds.get((written[0] ?? '').toLowerCase())
  if (kind === undefined || written.length > 1) {
    const got = written.join(', ').slice(0, 40)
    log.add('unknown-type', where, `expected one of Individual, Entity or Ship, got "${got}"`)
  }
  return written.length > 1 ? null : (kind ?? null)
}

/** Names 1 to 5 are those before the surname, which is Name 6 and stands first in the file. */
function namesOf(pieces: readonly UkPiece[], where: string, log: IssueLog): readonly ListedName[] {
  const names: ListedName[] = []
  for (const { fields } of pieces) {
    const keys = ['name1', 'name2', 'name3', 'name4', 'name5', 'name6'] as const
    const name = keys.flatMap((key) => fields.get(key) ?? []).join(' ')
    const script = fields.get('script')
    if (name !== '') names.push({ name, ...markOf(fields, where, log) })
    if (script) names.push({ name: script, type: 'variation', strength: 'strong' })
  }
  if (!names.some(({ type }) => type === 'primary'))
    log.add('no-name', where, `expected a primary name, got ${names.length} others`)
  names.sort((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'))
  return uniqueBy(names, ({ name, strength }) => `${name}\n${strength === 'weak'}`)
}

function markOf(fields: UkPiece['fields'], where: string, log: IssueLog): Omit<ListedName, 'name'> {
  const written = fields.get('nameType') ?? ''
  const quality = (fields.get('strength') ?? '').toLowerCase()
  const type = nameTypes.get(written.toLowerCase())
  if (type === undefined)
    log.add(
      'unknown-alias-type',
      where,
      `expected a primary name, a variation, AKA or FKA, got "${written.slice(0, 40)}"`,
    )
  const strength: Strength = quality.startsWith('low')
    ? 'weak'
    : quality.startsWith('good') || type === 'primary' || type === 'variation'
      ? 'strong'
      : 'unstated'
  if (quality !== '' && !/^(?:good|low)\b/.test(quality))
    log.add('unknown-quality', where, `expected good or low quality, got "${quality.slice(0, 40)}"`)
  return { type: type ?? 'alias', strength }
}

function toAddress({ fields }: UkPiece): ListedAddress[] {
  const lines = ['address1', 'address2', 'address3', 'address4', 'address5', 'address6'] as const
  const street = lines.flatMap((line) => fields.get(line) ?? []).join(', ')
  const postalCode = fields.get('postalCode') ?? ''
  const said = fields.get('country') ?? ''
  const country = said.replace(/ \((?:since|as at|as of|previous|until)\b[^()]{0,80}\)$/i, '')
  const text = [street, postalCode, said].filter((part) => part !== '').join(', ')
  return text === '' ? [] : [{ text, ...filled({ street, postalCode, country }) }]
}

/** Towns and countries are counted alike, or there is one country for all towns. */
function toPlaces({ fields }: UkPiece): readonly string[] {
  const towns = splitNumbered(fields.get('birthTown') ?? '')
  const countries = splitNumbered(fields.get('birthCountry') ?? '')
  const isPaired = towns.length === countries.length || countries.length === 1
  if (towns.length === 0) return countries
  if (!isPaired) return [...towns, ...countries]
  return towns.map((town, index) => [town, countries[countries.length === 1 ? 0 : index]].join(', '))
}

/** Numbers as published; before 2022 they stand in sentences, and are taken out of these as well. */
function identifiersOf(
  all: (field: UkField) => readonly string[],
  each: (field: UkField) => readonly string[],
): Identifier[] {
  const typed = (field: UkField, type: string) => each(field).map((value) => ({ type, value }))
  const inWords = (field: UkField, type: string) =>
    each(field)
      .flatMap(numbersIn)
      .map((value) => ({ type, value }))
  const imo = each('imo').map((text) => ({ type: 'IMO', value: text.replace(/^IMO ?(?=\d{7}$)/i, '') }))
  const found = [
    ...each('passport').map((text) => ({ type: 'passport', value: bare(text) })),
    ...(all('passport').length === 0 ? inWords('passportInfo', 'passport') : []),
    ...typed('nationalId', 'national identification'),
    ...inWords('nationalId', 'national identification'),
    ...each('businessNumber').flatMap(registerNumbers),
    ...imo,
    ...typed('hull', 'hull identification number'),
    ...typed('phone', 'phone'),
    ...typed('email', 'email'),
    ...typed('website', 'website'),
    ...all('other').flatMap(statedNumbers),
  ]
  return uniqueBy(found, ({ value }) => value)
}

/** Without what is said in parentheses behind it: `0703769818 (31)`. */
function bare(text: string): string {
  return text.replace(/ \([^()]{0,100}\)$/, '')
}

const related: readonly (readonly [UkField, Relationship['type'], string])[] = [
  ['parent', 'owned-by', 'Parent company'],
  ['subsidiary', 'owns', 'Subsidiary'],
  ['owner', 'owned-by', 'Current owner or operator'],
]

function relationshipsOf(each: (field: UkField) => readonly string[]): Relationship[] {
  return related.flatMap(([field, type, text]) => each(field).map((name) => ({ type, name, text })))
}

function firstDate(written: readonly string[], where: string, log: IssueLog): CalendarDate | null {
  const days = written.flatMap((text) => {
    const day = dayFirst(text)
    if (day === null) log.add('bad-date', where, `expected a day as dd/mm/yyyy, got "${text.slice(0, 40)}"`)
    return day ?? []
  })
  return days.sort()[0] ?? null
}
