import type { ListedName, Listing, Relationship } from '../model/listing.js'
import type { Kind, ListId } from '../model/vocabulary.js'
import { isObject, type Json, own, scalar, scalarsIn } from './json.js'
import { birthOf, filled, labeled, uniqueBy } from './snapshot.js'
import { type IssueLog, unreadable } from './source.js'

/**
 * A record of OpenSanctions' senzing.json (Senzing's entity specification): lists of small objects under plural keys,
 * whose own keys say what each is.
 */

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['PERSON', 'person'],
  ['ORGANIZATION', 'organization'],
  ['VESSEL', 'vessel'],
  ['AIRCRAFT', 'aircraft'],
])

const nationalities: ReadonlySet<string> = new Set([
  ...['NATIONALITY', 'CITIZENSHIP', 'REGISTRATION_COUNTRY', 'COUNTRY_OF_ASSOCIATION'],
])

const known: ReadonlySet<string> = new Set([
  ...['DATA_SOURCE', 'RECORD_ID', 'RECORD_TYPE', 'LAST_CHANGE', 'NAMES', 'ADDRESSES', 'DATES', 'COUNTRIES'],
  ...['IDENTIFIERS', 'CONTACTS', 'RELATIONSHIPS', 'RISKS', 'GENDER', 'URL'],
])

/** One value of a list, with its own key: `DATE_OF_BIRTH`. */
interface Feature {
  readonly key: string
  readonly value: string
}

/** Makes the listing of a record; a record of another type (a position) is kept without a kind. */
export function senzingListing(list: ListId, record: Json, where: string, log: IssueLog): Listing {
  const id = scalar(own(record, 'RECORD_ID'))
  if (id === '') throw unreadable(where, 'expected a Senzing record with RECORD_ID, got another object')
  const dates = features(record, 'DATES')
  const places = features(record, 'ADDRESSES')
  const countries = features(record, 'COUNTRIES')
  const gender = { M: 'male', F: 'female' }[scalar(own(record, 'GENDER'))] as 'male' | 'female' | undefined
  const others = Object.keys(record).filter((key) => !known.has(key))
  for (const key of others)
    log.add('unknown-field', `record ${id}`, `expected a known field, got "${key.slice(0, 80)}"`)
  const remarks = [
    ...labeled('Topics', ...features(record, 'RISKS').map(({ value }) => value)),
    ...dates
      .filter(({ key }) => key !== 'DATE_OF_BIRTH')
      .flatMap(({ key, value }) => labeled(wordsOf(key), value)),
    ...others.flatMap((key) => labeled(wordsOf(key), ...scalarsIn(own(record, key), where))),
  ]
  return {
    id,
    list,
    ...filled({ source: scalar(own(record, 'DATA_SOURCE')) }),
    authority: 'OpenSanctions',
    kind: kinds.get(scalar(own(record, 'RECORD_TYPE'))) ?? null,
    names: namesOf(record, id, log),
    addresses: places.filter(({ key }) => key === 'ADDR_FULL').map(({ value }) => ({ text: value })),
    birthDates: dates
      .filter(({ key }) => key === 'DATE_OF_BIRTH')
      .map(({ value }) => birthOf(value, value, `record ${id}`, log)),
    birthPlaces: [...places, ...countries]
      .filter(({ key }) => /^(?:PLACE|COUNTRY)_OF_BIRTH$/.test(key))
      .map(({ value }) => value),
    countries: uniqueBy(
      countries.filter(({ key }) => nationalities.has(key)).map(({ value }) => value),
      (one) => one,
    ),
    identifiers: [
      ...objects(record, 'IDENTIFIERS').flatMap(toIdentifier),
      ...features(record, 'CONTACTS').map(({ key, value }) => ({
        type: wordsOf(key).replace(/ (?:address|number)$/, ''),
        value,
      })),
    ],
    ...filled({ gender }),
    ...filled({
      relationships: objects(record, 'RELATIONSHIPS').flatMap((item) => toRelationship(item, id)),
    }),
    programs: [],
    listedOn: null,
    ...filled({ remarks: remarks.join('\n'), url: scalar(own(record, 'URL')) }),
  }
}

function objects(record: Json, key: string): readonly Json[] {
  const list = own(record, key)
  return Array.isArray(list) ? list.filter(isObject) : []
}

function features(record: Json, key: string): Feature[] {
  return objects(record, key).flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) =>
      scalar(value) === '' ? [] : { key: name, value: scalar(value) },
    ),
  )
}

function namesOf(record: Json, id: string, log: IssueLog): readonly ListedName[] {
  const names = objects(record, 'NAMES').flatMap((item): ListedName[] => {
    const name = scalar(own(item, 'NAME_FULL')) || scalar(own(item, 'NAME_ORG'))
    const isPrimary = own(item, 'NAME_TYPE') === 'PRIMARY'
    if (name === '') log.add('empty-alias', `record ${id}`, 'expected NAME_FULL, got nothing')
    return name === ''
      ? []
      : [{ name, type: isPrimary ? 'primary' : 'alias', strength: isPrimary ? 'strong' : 'unstated' }]
  })
  if (names.length === 0) log.add('no-name', `record ${id}`, 'expected a name, got none')
  names.sort((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'))
  return uniqueBy(names, ({ name }) => name)
}

/** `{"PASSPORT_NUMBER", "PASSPORT_COUNTRY"}`, or `{"OTHER_ID_TYPE", "OTHER_ID_NUMBER"}`, where the type is a value. */
function toIdentifier(item: Json) {
  const entries = Object.entries(item).map(([key, value]) => [key, scalar(value)] as const)
  const type = entries.find(([key]) => key.endsWith('_TYPE'))?.[1]
  const country = entries.find(([key]) => key.endsWith('_COUNTRY'))?.[1]
  return entries
    .filter(([key, value]) => value !== '' && !/_(?:TYPE|COUNTRY)$/.test(key))
    .map(([key, value]) => ({
      type: type || wordsOf(key.replace(/_NUMBER$/, '')),
      value,
      ...filled({ country }),
    }))
}

/** The anchor is the record itself; a pointer names the other one. */
function toRelationship(item: Json, id: string): Relationship[] {
  const key = scalar(own(item, 'REL_POINTER_KEY'))
  if (key === '' || key === id) return []
  const text = scalar(own(item, 'REL_POINTER_ROLE')) || 'related'
  return [
    {
      type: text === 'Family' ? 'family' : text === 'Associate' ? 'associate' : 'other',
      listingId: key,
      text,
    },
  ]
}

/** `DATE_OF_DEATH` → date of death. */
function wordsOf(key: string): string {
  return key.toLowerCase().replaceAll('_', ' ').slice(0, 80)
}
