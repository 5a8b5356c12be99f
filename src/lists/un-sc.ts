import type {
  BirthDate,
  Issue,
  ListedAddress,
  ListedName,
  ListFile,
  Listing,
  Snapshot,
} from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { ListId } from '../model/vocabulary.js'
import { calendarDate, parseBirthDate } from './dates.js'
import { digestFiles, IssueLog, unreadable } from './source.js'
import { readRecords, type UnElement } from './un-record.js'

/**
 * The United Nations Security Council Consolidated List, xml (schema sc-sanctions.xsd, offered at
 * https://scsanctions.un.org/resources/xml/en/consolidated.xml). DATAID is stable; REFERENCE_NUMBER is the citation.
 */
export function parseUn(list: ListId, files: readonly ListFile[]): Snapshot {
  const [file] = files
  if (!file || files.length > 1) throw unreadable('un-sc', `expected one xml file, got ${files.length}`)
  const log = new IssueLog()
  const listings: Listing[] = []
  const ids = new Set<string>()
  const generated = readRecords(file, (record) => {
    const listing = toListing(list, record, log)
    if (ids.has(listing.id))
      log.add(
        'repeated-id',
        `${record.name} ${listing.id}`,
        'expected a new DATAID, got one that was read before',
      )
    ids.add(listing.id)
    listings.push(listing)
  })
  if (listings.length === 0)
    throw unreadable(file.name, 'expected INDIVIDUAL or ENTITY records, got none; download the file again')
  const published = generated === null ? null : calendarDate(generated.slice(0, 10))
  if (published === null)
    log.add('no-date', 'CONSOLIDATED_LIST', `expected dateGenerated as a date, got ${generated ?? 'nothing'}`)
  return {
    list,
    published,
    sha256: digestFiles(files),
    bytes: file.bytes.length,
    listings,
    issues: log.issues as readonly Issue[],
  }
}

/** Elements that have a field of their own; everything else with text goes to the remarks. */
const placed = new Set([
  ...[
    'DATAID',
    'FIRST_NAME',
    'SECOND_NAME',
    'THIRD_NAME',
    'FOURTH_NAME',
    'NAME_ORIGINAL_SCRIPT',
    'UN_LIST_TYPE',
  ],
  ...[
    'REFERENCE_NUMBER',
    'LISTED_ON',
    'NATIONALITY',
    'INDIVIDUAL_ALIAS',
    'ENTITY_ALIAS',
    'INDIVIDUAL_ADDRESS',
  ],
  ...[
    'ENTITY_ADDRESS',
    'INDIVIDUAL_DATE_OF_BIRTH',
    'INDIVIDUAL_PLACE_OF_BIRTH',
    'INDIVIDUAL_DOCUMENT',
    'COMMENTS1',
  ],
])

/** Elements that are known to have no field: kept as remarks without an issue. */
const remarked: Readonly<Record<string, string>> = {
  TITLE: 'Title',
  DESIGNATION: 'Designation',
  GENDER: 'Gender',
  SUBMITTED_BY: 'Submitted by',
  SUBMITTED_ON: 'Submitted on',
  LAST_DAY_UPDATED: 'Updated',
  NATIONALITY2: 'Nationality',
  LIST_TYPE: 'List type',
  VERSIONNUM: 'Version',
  SORT_KEY: 'Sort key',
  SORT_KEY_LAST_MOD: 'Sort key changed',
}

function toListing(list: ListId, record: UnElement, log: IssueLog): Listing {
  const id = valueIn(record, 'DATAID')
  const where = `${record.name} ${id || valueIn(record, 'REFERENCE_NUMBER') || '?'}`
  if (id === '') log.add('no-id', where, 'expected a DATAID, got nothing')
  const regime = valueIn(record, 'UN_LIST_TYPE')
  const births = childrenOf(record, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((birth) => toBirth(birth, where, log))
  const comments = valueIn(record, 'COMMENTS1')
  const url = /https?:\/\/[^\s<>"]{1,300}/.exec(comments)?.[0]
  const reference = valueIn(record, 'REFERENCE_NUMBER')
  return {
    id: id || reference,
    list,
    ...(regime ? { source: regime } : {}),
    authority: 'UN Security Council',
    kind: record.name === 'INDIVIDUAL' ? 'person' : 'organization',
    names: namesOf(record, where, log),
    addresses: [...childrenOf(record, 'INDIVIDUAL_ADDRESS'), ...childrenOf(record, 'ENTITY_ADDRESS')].flatMap(
      toAddress,
    ),
    birthDates: births,
    birthPlaces: childrenOf(record, 'INDIVIDUAL_PLACE_OF_BIRTH').flatMap(
      (place) => joined(place, ', ') || [],
    ),
    countries: childrenOf(record, 'NATIONALITY').flatMap(textsOf),
    identifiers: [
      ...childrenOf(record, 'INDIVIDUAL_DOCUMENT').flatMap(toIdentifier),
      ...shipNumbers(comments),
    ],
    programs: regime ? [regime] : [],
    listedOn: listedOn(record, where, log),
    remarks: remarksOf(record, where, log),
    ...(reference ? { citation: reference } : {}),
    ...(url ? { url } : {}),
  }
}

function namesOf(record: UnElement, where: string, log: IssueLog): ListedName[] {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) =>
    valueIn(record, part),
  )
  const primary = parts.filter((part) => part !== '').join(' ')
  const names: ListedName[] = []
  if (primary) names.push({ name: primary, type: 'primary', strength: 'strong' })
  else log.add('no-name', where, 'expected FIRST_NAME, got nothing')
  const original = valueIn(record, 'NAME_ORIGINAL_SCRIPT')
  if (original) names.push({ name: original, type: 'variation', strength: 'strong' })
  let empty = 0
  for (const alias of [...childrenOf(record, 'INDIVIDUAL_ALIAS'), ...childrenOf(record, 'ENTITY_ALIAS')]) {
    const name = valueIn(alias, 'ALIAS_NAME')
    if (name === '') empty++
    else names.push(toAlias(name, valueIn(alias, 'QUALITY'), where, log))
  }
  if (empty > 0) log.add('empty-alias', where, `expected a name in each alias, got ${empty} without`)
  return names
}

function toAlias(name: string, quality: string, where: string, log: IssueLog): ListedName {
  switch (quality.toLowerCase()) {
    case 'good':
      return { name, type: 'alias', strength: 'strong' }
    case 'low':
      return { name, type: 'alias', strength: 'weak' }
    case 'f.k.a.':
      return { name, type: 'former', strength: 'unstated' }
    default:
      if (quality !== '' && quality.toLowerCase() !== 'a.k.a.') {
        log.add(
          'unknown-quality',
          where,
          `expected Good, Low, a.k.a. or f.k.a., got "${quality.slice(0, 40)}"`,
        )
      }
      return { name, type: 'alias', strength: 'unstated' }
  }
}

function toAddress(element: UnElement): ListedAddress[] {
  const text = joined(element, ', ')
  if (text === '') return []
  const field = (name: string, key: string) => {
    const value = valueIn(element, name)
    return value ? { [key]: value } : {}
  }
  return [
    {
      text,
      ...field('STREET', 'street'),
      ...field('CITY', 'city'),
      ...field('STATE_PROVINCE', 'region'),
      ...field('ZIP_CODE', 'postalCode'),
      ...field('COUNTRY', 'country'),
    },
  ]
}

/** DATE, or YEAR, or FROM_YEAR to TO_YEAR, or only a NOTE; TYPE_OF_DATE says how exact. */
function toBirth(element: UnElement, where: string, log: IssueLog): BirthDate[] {
  const [date, year, from, to, note] = ['DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'].map((name) =>
    valueIn(element, name),
  )
  const span = from && to ? `${from} to ${to}` : from || to
  const said = (date ? date.slice(0, 10) : '') || year || span || note
  if (!said) return []
  const circa = valueIn(element, 'TYPE_OF_DATE').toUpperCase() === 'APPROXIMATELY'
  const birth = parseBirthDate(circa ? `circa ${said}` : said)
  if (birth.earliest === null) log.add('bad-date', where, `expected a birth date, got "${said.slice(0, 80)}"`)
  return [note && note !== said ? { ...birth, text: `${birth.text} (${note})` } : birth]
}

function toIdentifier(element: UnElement): Identifier[] {
  const value = valueIn(element, 'NUMBER')
  if (value === '') return []
  const type = valueIn(element, 'TYPE_OF_DOCUMENT') || valueIn(element, 'TYPE_OF_DOCUMENT2') || 'document'
  const country = valueIn(element, 'ISSUING_COUNTRY') || valueIn(element, 'COUNTRY_OF_ISSUE')
  return [{ type, value, ...(country ? { country } : {}) }]
}

/** Ships stand among the entities; their IMO numbers are in the comments. */
function shipNumbers(comments: string): Identifier[] {
  return [...comments.matchAll(/\bIMO(?: number)?[:\s#]{0,3}(\d{7})\b/gi)].map(([, value = '']) => ({
    type: 'IMO',
    value,
  }))
}

function listedOn(record: UnElement, where: string, log: IssueLog) {
  const text = valueIn(record, 'LISTED_ON')
  const date = calendarDate(text.slice(0, 10))
  if (date === null)
    log.add('bad-date', where, `expected LISTED_ON as yyyy-mm-dd, got "${text.slice(0, 40)}"`)
  return date
}

function remarksOf(record: UnElement, where: string, log: IssueLog): string {
  const remarks = [valueIn(record, 'COMMENTS1')]
  for (const child of record.children) {
    const text = joined(child, '; ')
    if (text === '') continue
    if (child.name === 'INDIVIDUAL_DOCUMENT') {
      // Issue places, dates and notes of a document have no field of their own.
      remarks.push(`Document: ${text}`)
    } else if (!placed.has(child.name)) {
      const label = remarked[child.name]
      if (label === undefined)
        log.add('unknown-element', where, `expected a known element, got ${child.name.slice(0, 80)}`)
      remarks.push(`${label ?? child.name}: ${text}`)
    }
  }
  return remarks.filter((remark) => remark !== '').join(' | ')
}

function childrenOf(element: UnElement, name: string): UnElement[] {
  return element.children.filter((child) => child.name === name)
}

function valueIn(element: UnElement, name: string): string {
  const child = element.children.find((other) => other.name === name)
  return child ? clean(child.text) : ''
}

/** All texts below an element. */
function textsOf(element: UnElement): string[] {
  const own = clean(element.text)
  return [...(own ? [own] : []), ...element.children.flatMap(textsOf)]
}

function joined(element: UnElement, separator: string): string {
  return textsOf(element).join(separator)
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
