import type { ListedName, Listing, NameType, Strength } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { CalendarDate, Kind, ListId } from '../model/vocabulary.js'
import { calendarDate, parseBirthDate } from './dates.js'
import { addressOf, birthOf, filled, labeled, uniqueBy } from './snapshot.js'
import type { IssueLog } from './source.js'

/**
 * OpenSanctions' entities in the vocabulary of FollowTheMoney: a person, a company, and beside them the address, the
 * passport, the sanction and the stake, each a record of its own that points to the others by id. A listing is made
 * of a target and of the records that point to it or that it points to.
 */

/** A record: its properties are texts, or ids of other records. */
export interface FtmEntity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  /** Whether it is listed itself; undefined where the export does not say. */
  readonly target: boolean | undefined
  readonly datasets: readonly string[]
  readonly properties: ReadonlyMap<string, readonly string[]>
}

/** Records that point to a target, by its id. */
export interface FtmLinks {
  readonly entities: ReadonlyMap<string, FtmEntity>
  readonly sanctions: ReadonlyMap<string, readonly FtmEntity[]>
  readonly documents: ReadonlyMap<string, readonly FtmEntity[]>
  readonly relations: ReadonlyMap<string, NonNullable<Listing['relationships']>>
  /** The day of the file; what ended before it is over. */
  readonly today: CalendarDate | null
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['Person', 'person'],
  ['Organization', 'organization'],
  ['Company', 'organization'],
  ['PublicBody', 'organization'],
  ['Vessel', 'vessel'],
  ['Airplane', 'aircraft'],
])

/** Whether a record is a listing: it is marked as a target or, where nothing is marked, it is a party. */
export function isListed({ target, schema }: FtmEntity): boolean {
  return target ?? (kinds.has(schema) || schema === 'LegalEntity' || schema === 'CryptoWallet')
}

/** The kind of a schema; `LegalEntity` may be either. */
export function kindOfSchema(schema: string): Kind | null {
  return kinds.get(schema) ?? null
}

const nameProperties: readonly (readonly [string, NameType, Strength])[] = [
  ['name', 'variation', 'strong'],
  ['alias', 'alias', 'unstated'],
  ['abbreviation', 'alias', 'unstated'],
  ['previousName', 'former', 'unstated'],
  ['weakAlias', 'alias', 'weak'],
]

/** Properties that identify, and what they are called in a listing. */
const identifying: ReadonlyMap<string, string> = new Map([
  ['passportNumber', 'passport'],
  ['idNumber', 'id number'],
  ['socialSecurityNumber', 'social security number'],
  ['taxNumber', 'tax number'],
  ['vatCode', 'VAT number'],
  ['innCode', 'INN'],
  ['ogrnCode', 'OGRN'],
  ['okpoCode', 'OKPO'],
  ['registrationNumber', 'registration number'],
  ['uniqueEntityId', 'unique entity id'],
  ['leiCode', 'LEI'],
  ['dunsCode', 'D-U-N-S number'],
  ['uscCode', 'Unified Social Credit Code'],
  ['npiCode', 'NPI'],
  ['cageCode', 'CAGE code'],
  ['swiftBic', 'SWIFT/BIC'],
  ['bikCode', 'BIK'],
  ['isin', 'ISIN'],
  ['imoNumber', 'IMO'],
  ['mmsi', 'MMSI'],
  ['callSign', 'Call sign'],
  ['serialNumber', 'serial number'],
  ['icaoCode', 'ICAO code'],
  ['publicKey', 'wallet'],
  ['wikidataId', 'Wikidata'],
  ['permId', 'PermID'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['website', 'website'],
  ['number', 'document'],
])

const countries = ['nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'flag', 'country']
/** Parts of a name, which stands whole beside them. */
const nameParts = [
  'firstName',
  'lastName',
  'middleName',
  'secondName',
  'fatherName',
  'motherName',
  'nameSuffix',
]
const placed: ReadonlySet<string> = new Set([
  ...nameProperties.map(([property]) => property),
  ...identifying.keys(),
  ...countries,
  ...nameParts,
  ...[
    'birthDate',
    'birthPlace',
    'birthCountry',
    'gender',
    'address',
    'addressEntity',
    'programId',
    'sourceUrl',
  ],
])

/** Makes the listing of a target. */
export function ftmListing(list: ListId, entity: FtmEntity, links: FtmLinks, log: IssueLog): Listing {
  const values = (property: string) => entity.properties.get(property) ?? []
  const where = `entity ${entity.id}`
  const sanctions = (links.sanctions.get(entity.id) ?? []).filter(
    (sanction) => !hasEnded(sanction, links.today),
  )
  const of = (property: string) => sanctions.flatMap((sanction) => sanction.properties.get(property) ?? [])
  const programs = uniqueBy(
    [...values('programId'), ...(of('programId').length > 0 ? of('programId') : of('program'))],
    (one) => one,
  )
  const genders = values('gender')
  const [gender] = genders
  const documents = links.documents.get(entity.id) ?? []
  const remarks = [
    ...[...entity.properties]
      .filter(([name]) => !placed.has(name))
      .flatMap(([name, texts]) => labeled(labelOf(name), ...texts)),
    ...(links.sanctions.get(entity.id) ?? []).flatMap(sanctionRemarks),
    ...labeled('Datasets', ...entity.datasets),
  ]
  return {
    id: entity.id,
    list,
    ...filled({ source: entity.datasets[0] ?? '' }),
    authority: of('authority')[0] ?? 'OpenSanctions',
    kind: kindOfSchema(entity.schema),
    names: namesOf(entity, where, log),
    addresses: addressesOf(entity, links, where, log),
    birthDates: values('birthDate').map((text) => birthOf(text, text, where, log)),
    birthPlaces: uniqueBy([...values('birthPlace'), ...values('birthCountry')], (place) => place),
    countries: uniqueBy(countries.flatMap(values), (country) => country),
    identifiers: uniqueBy(
      [...identifiersOf(entity), ...documents.flatMap(identifiersOf)],
      ({ type, value }) => `${type}\n${value}`,
    ),
    ...(genders.length === 1 && (gender === 'male' || gender === 'female') ? { gender } : {}),
    ...filled({ relationships: [...(links.relations.get(entity.id) ?? [])] }),
    programs,
    listedOn: firstDay([...of('listingDate'), ...(of('listingDate').length > 0 ? [] : of('startDate'))]),
    ...filled({
      remarks: uniqueBy(remarks, (line) => line).join('\n'),
      citation: of('authorityId')[0] ?? of('program')[0] ?? '',
      url: of('sourceUrl')[0] ?? values('sourceUrl')[0] ?? '',
    }),
  }
}

/** The caption leads; the same name may be strong in one property and weak in another. */
function namesOf(entity: FtmEntity, where: string, log: IssueLog): readonly ListedName[] {
  const names = nameProperties.flatMap(([property, type, strength]) =>
    (entity.properties.get(property) ?? []).map((name): ListedName => ({ name, type, strength })),
  )
  const parts = nameParts.slice(0, 2).flatMap((part) => entity.properties.get(part)?.[0] ?? [])
  const wallet = entity.properties.get('publicKey')?.[0]
  if (names.length === 0 && parts.length > 0)
    names.push({ name: parts.join(' '), type: 'primary', strength: 'strong' })
  if (names.length === 0 && wallet === undefined) log.add('no-name', where, 'expected a name, got none')
  const leads = names.findIndex(({ name, type }) => name === entity.caption && type === 'variation')
  const [first] = names.splice(Math.max(0, leads), 1)
  const all = first ? [{ ...first, type: 'primary' as const }, ...names] : []
  return uniqueBy(all, ({ name, strength }) => `${name}\n${strength === 'weak'}`)
}

function addressesOf(entity: FtmEntity, links: FtmLinks, where: string, log: IssueLog): Listing['addresses'] {
  const records = (entity.properties.get('addressEntity') ?? []).flatMap((id) => {
    const address = links.entities.get(id)
    if (!address) log.add('missing-record', where, `expected the address ${id.slice(0, 80)}, got none`)
    return address ? toAddress(address) : []
  })
  const texts = (entity.properties.get('address') ?? []).map((text) => ({ text }))
  return uniqueBy([...records, ...texts], ({ text }) => text)
}

function toAddress({ properties }: FtmEntity) {
  const first = (property: string) => properties.get(property)?.[0]
  const parts = filled({
    street: first('street'),
    city: first('city'),
    region: first('region') ?? first('state'),
    postalCode: first('postalCode'),
    country: first('country'),
  })
  const full = first('full')
  return full ? [{ text: full, ...parts }] : addressOf(parts)
}

function identifiersOf(entity: FtmEntity): Identifier[] {
  const [country] =
    entity.schema === 'Passport' || entity.schema === 'Identification'
      ? (entity.properties.get('country') ?? [])
      : []
  const type = entity.properties.get('type')?.[0]
  return [...identifying].flatMap(([property, label]) =>
    (entity.properties.get(property) ?? []).map((value) => ({
      type: property === 'number' && type ? type : label,
      value: property === 'imoNumber' ? value.replace(/^IMO ?(?=\d{7}$)/, '') : value,
      ...filled({ country }),
    })),
  )
}

function sanctionRemarks({ properties }: FtmEntity): string[] {
  const keys = [
    'authority',
    'program',
    'provisions',
    'reason',
    'status',
    'listingDate',
    'startDate',
    'endDate',
    'summary',
  ]
  return labeled('Sanction', ...keys.flatMap((key) => properties.get(key)?.join(', ') ?? []))
}

/** Whether a record with a period ended before the file was made; a year ends with its last day. */
export function hasEnded({ properties }: FtmEntity, today: CalendarDate | null): boolean {
  const ends = (properties.get('endDate') ?? []).map((text) => parseBirthDate(text.slice(0, 10)).latest)
  return today !== null && ends.length > 0 && ends.every((day) => day !== null && day < today)
}

function firstDay(texts: readonly string[]): CalendarDate | null {
  return texts.flatMap((text) => calendarDate(text) ?? []).sort()[0] ?? null
}

/** `incorporationDate` → Incorporation date. */
function labelOf(property: string): string {
  const words = property.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
