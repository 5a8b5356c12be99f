import type { BirthDate, ListedAddress, ListedName, Listing } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { addressOf, birthOf, filled, labeled, uniqueBy } from './snapshot.js'
import type { IssueLog } from './source.js'

/**
 * One entry of the EU's list, in whatever form it was published, under the names of the XML format 1.1
 * (schema_1_1.xsd); and what it becomes.
 */

/** The attributes of one element, by their names in XML 1.1; only those that have a value. */
export type EuPart = ReadonlyMap<string, string>

/** An entry as elements with attributes. */
export interface EuEntity {
  readonly attributes: EuPart
  readonly names: readonly EuPart[]
  readonly addresses: readonly EuPart[]
  readonly births: readonly EuPart[]
  readonly documents: readonly EuPart[]
  readonly citizenships: readonly EuPart[]
  readonly regulations: readonly EuPart[]
  readonly remarks: readonly string[]
}

/** `00` and UNKNOWN stand for no country. */
const noCountry: ReadonlySet<string> = new Set(['00', 'UNKNOWN'])

/** Makes the listing; what has no field of its own goes into the remarks. */
export function euListing(list: ListId, entity: EuEntity, log: IssueLog): Listing {
  const { attributes } = entity
  const id = attributes.get('logicalId') ?? attributes.get('euReferenceNumber') ?? ''
  const where = `entity ${id}`
  if (id === '') log.add('no-id', where, 'expected a logicalId, got nothing')
  const [regulation] = entity.regulations
  const parts = [entity.names, entity.addresses, entity.births, entity.documents, entity.citizenships].flat()
  const remarks = [
    ...entity.remarks,
    ...labeled('Designation', attributes.get('designationDetails')),
    ...labeled('UN', attributes.get('unitedNationId')),
    ...labeled('EU reference', attributes.get('euReferenceNumber')),
    ...entity.names.flatMap(nameRemarks),
    ...entity.addresses.flatMap((part) => labeled('Address', part.get('contactInfo'), part.get('remark'))),
    ...entity.births.flatMap((part) => labeled('Birth', part.get('remark'))),
    ...entity.documents.flatMap(documentRemarks),
    ...entity.citizenships.flatMap((part) => labeled('Citizenship', part.get('remark'))),
    ...entity.regulations.flatMap(regulationRemarks),
    ...parts.flatMap((part) => labeled('Regulation', part.get('regulation'))),
  ]
  return {
    id,
    list,
    authority: 'EU Council',
    kind: kindOf(attributes, where, log),
    names: namesOf(entity, where, log),
    addresses: uniqueBy(entity.addresses.flatMap(toAddress), ({ text }) => text),
    birthDates: uniqueBy(
      entity.births.flatMap((part) => toBirth(part, where, log)),
      ({ text }) => text,
    ),
    birthPlaces: uniqueBy(entity.births.flatMap(toPlace), (place) => place),
    countries: uniqueBy(entity.citizenships.flatMap(countryOf), (country) => country),
    identifiers: uniqueBy(entity.documents.flatMap(toIdentifiers), ({ type, value }) => `${type}\n${value}`),
    ...filled({ gender: genderOf(entity.names) }),
    programs: uniqueBy(
      entity.regulations.flatMap((part) => part.get('programme') ?? []),
      (tag) => tag,
    ),
    listedOn: dateOf(attributes, 'designationDate', where, log),
    ...filled({ expiresOn: dateOf(attributes, 'delistingDate', where, log) ?? undefined }),
    ...filled({
      remarks: uniqueBy(remarks, (line) => line).join('\n'),
      citation: regulation?.get('numberTitle') ?? '',
      url: regulation?.get('publicationUrl') ?? '',
    }),
  }
}

function kindOf(attributes: EuPart, where: string, log: IssueLog): Listing['kind'] {
  // The columns of csv 1.1 for the two are the wrong way round.
  const codes = [attributes.get('classificationCode'), attributes.get('code')]
  if (codes.includes('P') || codes.includes('person')) return 'person'
  if (codes.includes('E') || codes.includes('enterprise')) return 'organization'
  log.add('unknown-type', where, `expected the subject type P or E, got "${(codes[0] ?? '').slice(0, 40)}"`)
  return null
}

/** The gender that all names agree on; "?" is none. */
function genderOf(names: readonly EuPart[]): 'female' | 'male' | undefined {
  const genders = new Set(names.flatMap((name) => name.get('gender') ?? []))
  if (genders.has('M') === genders.has('F')) return undefined
  return genders.has('M') ? 'male' : 'female'
}

/** The first strong name that is no translation leads; one with a language is the same name in that language. */
function namesOf(entity: EuEntity, where: string, log: IssueLog): readonly ListedName[] {
  const named = entity.names
    .map((part) => ({ part, name: wholeName(part) }))
    .filter(({ name }) => name !== '')
  if (named.length < entity.names.length)
    log.add(
      'empty-alias',
      where,
      `expected a name in each alias, got ${entity.names.length - named.length} without`,
    )
  if (named.length === 0) log.add('no-name', where, 'expected a name, got none')
  const isOwn = (part: EuPart) => /^(?:en)?$/i.test(part.get('nameLanguage') ?? '')
  const first = named.find(({ part }) => isOwn(part) && part.get('strong') !== 'false') ?? named[0]
  const names = named.map((one): ListedName => {
    const strength =
      one.part.get('strong') === 'false' ? 'weak' : one.part.has('strong') ? 'strong' : 'unstated'
    if (one === first) return { name: one.name, type: 'primary', strength }
    return { name: one.name, type: isOwn(one.part) ? 'alias' : 'variation', strength }
  })
  names.sort((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'))
  return uniqueBy(names, ({ name, strength }) => `${name}\n${strength === 'weak'}`)
}

function wholeName(part: EuPart): string {
  const parts = ['firstName', 'middleName', 'lastName'].flatMap((key) => part.get(key) ?? [])
  return part.get('wholeName') ?? parts.join(' ')
}

function nameRemarks(part: EuPart): string[] {
  const name = wholeName(part)
  return [
    ...labeled('Title', part.get('title')),
    ...labeled('Function', part.get('function')),
    ...(part.has('remark') ? labeled(`Name ${name}`, part.get('remark')) : []),
  ]
}

function countryOf(part: EuPart): string[] {
  const code = part.get('countryIso2Code')
  const country = code === undefined || noCountry.has(code) ? part.get('countryDescription') : code
  return country === undefined || noCountry.has(country) ? [] : [country]
}

function toAddress(part: EuPart): ListedAddress[] {
  const [country] = countryOf(part)
  const box = part.get('poBox')
  const street = [part.get('street'), box && `PO Box ${box}`].filter((text) => text).join(', ')
  const city = [part.get('city'), part.get('place')].filter((text) => text).join(', ')
  return addressOf(
    filled({ street, city, region: part.get('region'), postalCode: part.get('zipCode'), country }),
  )
}

/** A day, a year, or a range of years, each of which may be "circa". Other calendars give no days. */
function toBirth(part: EuPart, where: string, log: IssueLog): BirthDate[] {
  const [from, to] = [part.get('yearRangeFrom'), part.get('yearRangeTo')]
  const month = part.get('monthOfYear')
  const year = part.get('year')
  const built = year && month ? `${year}-${month.padStart(2, '0')}` : year
  const said = part.get('birthdate') ?? (from && to ? `${from} to ${to}` : built) ?? from ?? to
  if (said === undefined) return []
  const calendar = part.get('calendarType') ?? 'GREGORIAN'
  const text = part.get('circa') === 'true' ? `circa ${said}` : said
  if (calendar === 'GREGORIAN') return [birthOf(text, text, where, log)]
  return [birthOf('', `${text} (${calendar.toLowerCase()} calendar)`, where, log)]
}

function toPlace(part: EuPart): string[] {
  const place = ['place', 'city', 'region', 'zipCode'].flatMap((key) => part.get(key) ?? [])
  const text = [...uniqueBy(place, (one) => one), ...countryOf(part)].join(', ')
  return text === '' || text === '-' ? [] : [text]
}

function toIdentifiers(part: EuPart): Identifier[] {
  const [country] = countryOf(part)
  const type = part.get('identificationTypeDescription') ?? part.get('identificationTypeCode') ?? 'document'
  const numbers = uniqueBy(
    [part.get('number') ?? [], part.get('latinNumber') ?? []].flat(),
    (number) => number,
  )
  return numbers.map((value) => ({ type, value, ...filled({ country }) }))
}

const documentDetails: readonly (readonly [string, string])[] = [
  ['issuedBy', 'issued by'],
  ['issueDate', 'issued'],
  ['validFrom', 'valid from'],
  ['validTo', 'valid to'],
  ['nameOnDocument', 'in the name of'],
  ['region', 'region'],
  ['remark', ''],
]

/** Only what is true of a document is said. */
function documentRemarks(part: EuPart): string[] {
  const flags = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer'].filter(
    (flag) => part.get(flag) === 'true',
  )
  const details = documentDetails.flatMap(([key, label]) =>
    part.has(key) ? `${label} ${part.get(key)}`.trim() : [],
  )
  const said = [...flags, ...details]
  return said.length === 0 ? [] : labeled(`Document ${part.get('number') ?? ''}`.trim(), ...said)
}

function regulationRemarks(part: EuPart): string[] {
  const keys = ['numberTitle', 'regulationType', 'organisationType', 'publicationDate', 'entryIntoForceDate']
  return labeled('Regulation', ...keys.map((key) => part.get(key)))
}

function dateOf(attributes: EuPart, key: string, where: string, log: IssueLog): string | null {
  const written = attributes.get(key)
  const date = calendarDate(written ?? '')
  if (written !== undefined && date === null)
    log.add('bad-date', where, `expected ${key} as yyyy-mm-dd, got "${written.slice(0, 40)}"`)
  return date
}
