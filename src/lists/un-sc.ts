import type { ListedAddress, ListedName, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { uniqueId } from './ids.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import { birthDatesOf } from './un-births.js'
import { namesInNote, readNames } from './un-names.js'
import { numbersIn, statedNumbers } from './un-numbers.js'
import { remarksOf } from './un-remarks.js'
import { allTextIn, elementsAt, readXml, textsOf, type XmlElement } from './xml.js'

/**
 * The United Nations Security Council Consolidated List, xml (schema sc-sanctions.xsd).
 *
 * A file that ends early is not well-formed and is refused. A copy that someone abridged ends like a whole one: only
 * its size tells, and that is reported. DATAID is stable between files; REFERENCE_NUMBER is what the Council cites.
 */

/** The list has been larger than this ever since it was consolidated in 2014. */
const FEWEST_RECORDS = 500

const layout = {
  root: 'CONSOLIDATED_LIST',
  containers: ['INDIVIDUALS', 'ENTITIES'],
  records: ['INDIVIDUAL', 'ENTITY'],
}

/**
 * Reads consolidated.xml.
 * @returns a listing for each INDIVIDUAL and ENTITY, in the file's order; `published` is the day it was generated.
 * @throws ConsigneeError `unreadable-list` for anything but one whole, well-formed file with at least one record.
 */
export function parseUn(list: ListId, files: readonly ListFile[]): Snapshot {
  const [file] = files
  if (!file || files.length > 1) throw unreadable('un-sc', `expected one xml file, got ${files.length}`)
  const log = new IssueLog()
  const listings: Listing[] = []
  const ids = new Map<string, number>()
  const root = readXml(file, layout, (record) => {
    const listing = toListing(list, record, log)
    const id = uniqueId(ids, listing.id)
    if (id !== listing.id)
      log.add('duplicate-id', `${record.name} ${listing.id}`, `the id is there already; kept as ${id}`)
    listings.push({ ...listing, id })
  })
  if (listings.length === 0)
    throw unreadable(file.name, 'expected INDIVIDUAL or ENTITY records, got none; download the file again')
  if (listings.length < FEWEST_RECORDS) {
    const message = `expected ${FEWEST_RECORDS} records at least, got ${listings.length}; the file may be a part`
    log.add('few-records', 'CONSOLIDATED_LIST', message)
  }
  const generated = root.attributes.dateGenerated
  const published = calendarDate((generated ?? '').slice(0, 10))
  if (published === null)
    log.add('no-date', 'CONSOLIDATED_LIST', `expected dateGenerated as a date, got ${generated ?? 'nothing'}`)
  return snapshotOf(list, files, {
    published,
    listings,
    log,
  })
}

function toListing(list: ListId, record: XmlElement, log: IssueLog): Listing {
  const reference = allTextIn(record, 'REFERENCE_NUMBER')
  const id = allTextIn(record, 'DATAID') || reference || record.name
  const where = `${record.name} ${id}`
  if (allTextIn(record, 'DATAID') === '') log.add('no-id', where, 'expected a DATAID, got nothing')
  const regime = allTextIn(record, 'UN_LIST_TYPE')
  const comments = allTextIn(record, 'COMMENTS1')
  const url = /https?:\/\/[^\s<>"]{1,300}/.exec(comments)?.[0].replace(/[).,;]{1,300}$/, '')
  const names = namesOf(record, where, log)
  const listedOn = calendarDate(allTextIn(record, 'LISTED_ON'))
  const badDate = listedOn === null ? allTextIn(record, 'LISTED_ON') : ''
  if (listedOn === null)
    log.add('bad-date', where, `expected LISTED_ON as yyyy-mm-dd, got "${badDate.slice(0, 40)}"`)
  const remarks = [
    comments,
    ...names.published,
    badDate && `Listed on: ${badDate}`,
    ...remarksOf(record, where, log),
  ].filter((line) => line !== '')
  return {
    id,
    list,
    ...(regime ? { source: regime } : {}),
    authority: 'UN Security Council',
    kind: record.name === 'INDIVIDUAL' ? 'person' : 'organization',
    names: names.names,
    addresses: either(record, 'ADDRESS').flatMap(toAddress),
    birthDates: birthDatesOf(record, where, log),
    birthPlaces: birthPlacesOf(record),
    countries: elementsAt(record, 'NATIONALITY')
      .flatMap(textsOf)
      .filter((country) => !isNothing(country)),
    identifiers: identifiersOf(record, comments),
    programs: regime ? [regime] : [],
    ...(isTravelBanOnly(regime, comments) ? { effect: 'caution' as const } : {}),
    listedOn,
    ...(remarks.length > 0 ? { remarks: remarks.join('\n') } : {}),
    ...(reference ? { citation: reference } : {}),
    ...(url ? { url } : {}),
  }
}

/**
 * Whether the entry bans travel and freezes nothing: all for Guinea-Bissau (S/RES/2048 (2012), paragraph 4), and those
 * for Libya that name paragraph 15 of S/RES/1970 (2011), the travel ban, and no asset freeze.
 */
function isTravelBanOnly(regime: string, comments: string): boolean {
  if (regime === 'GB') return true
  return /\bparagraph 15 of resolution 1970 \(Travel Ban\)/.test(comments) && !/asset freeze/i.test(comments)
}

/** Persons and entities have elements of their own for the same thing. */
function either(record: XmlElement, what: 'ALIAS' | 'ADDRESS'): readonly XmlElement[] {
  return [...elementsAt(record, `INDIVIDUAL_${what}`), ...elementsAt(record, `ENTITY_${what}`)]
}

/** The schema's default for a missing text is "na", and some records show it. */
function isNothing(text: string): boolean {
  return text === '' || text === 'na'
}

type Mark = Pick<ListedName, 'type' | 'strength'>

interface Names {
  readonly names: readonly ListedName[]
  /** Texts that are not a name as they stand, as lines for the remarks. */
  readonly published: readonly string[]
}

function namesOf(record: XmlElement, where: string, log: IssueLog): Names {
  const names: ListedName[] = []
  const published: string[] = []
  const known = new Set<string>()
  /** The name of an element as `front`, others found in it or its note as `others`; false where there is no name. */
  const add = (text: string, front: Mark, others: Mark, note = ''): boolean => {
    const read = readNames(text)
    const more = [...read.slice(1), ...namesInNote(note)].filter((name) => !known.has(name))
    names.push(...read.slice(0, 1).map((name) => ({ name, ...front })))
    names.push(...[...new Set(more)].map((name) => ({ name, ...others })))
    for (const name of [...read, ...more]) known.add(name)
    if (text !== '' && !read.includes(text)) published.push(`Name as published: ${text}`)
    return read.length > 0
  }
  const variation: Mark = { type: 'variation', strength: 'strong' }
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) =>
    allTextIn(record, part),
  )
  const heading = parts.filter((part) => !isNothing(part)).join(' ')
  if (!add(heading, { type: 'primary', strength: 'strong' }, variation))
    log.add('no-name', where, 'expected FIRST_NAME, got nothing')
  add(allTextIn(record, 'NAME_ORIGINAL_SCRIPT'), variation, variation)
  let empty = 0
  for (const element of either(record, 'ALIAS')) {
    const mark = aliasMark(allTextIn(element, 'QUALITY'), where, log)
    if (!add(allTextIn(element, 'ALIAS_NAME'), mark, mark, allTextIn(element, 'NOTE'))) empty++
  }
  if (empty > 0) log.add('empty-alias', where, `expected a name in each alias, got ${empty} without`)
  return { names, published }
}

/** Good and Low are the marks of persons, a.k.a. and f.k.a. those of entities. */
function aliasMark(quality: string, where: string, log: IssueLog): Mark {
  switch (quality.toLowerCase()) {
    case 'good':
      return { type: 'alias', strength: 'strong' }
    case 'low':
      return { type: 'alias', strength: 'weak' }
    case 'f.k.a.':
      return { type: 'former', strength: 'unstated' }
    case 'a.k.a.':
    case '':
      return { type: 'alias', strength: 'unstated' }
    default: {
      const message = `expected Good, Low, a.k.a. or f.k.a., got "${quality.slice(0, 40)}"`
      log.add('unknown-quality', where, message)
      return { type: 'alias', strength: 'unstated' }
    }
  }
}

function toAddress(element: XmlElement): ListedAddress[] {
  const text = textsOf(element).join(', ')
  if (text === '') return []
  const field = (name: string, key: string) => {
    const value = allTextIn(element, name)
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

/** Also those in papers under an alias, each once. */
function birthPlacesOf(record: XmlElement): readonly string[] {
  const own = elementsAt(record, 'INDIVIDUAL_PLACE_OF_BIRTH').map((place) => textsOf(place).join(', '))
  const alias = elementsAt(record, 'INDIVIDUAL_ALIAS').map((element) =>
    ['CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH']
      .map((part) => allTextIn(element, part))
      .filter((text) => text !== '')
      .join(', '),
  )
  return [...new Set([...own, ...alias])].filter((place) => place !== '')
}

/**
 * Numbers of documents, and those stated in notes and comments. No vessel is an entry of this list; the IMO numbers
 * are those of the companies that own or manage ships.
 */
function identifiersOf(record: XmlElement, comments: string): readonly Identifier[] {
  const documents = elementsAt(record, 'INDIVIDUAL_DOCUMENT')
  const notes = [...documents, ...either(record, 'ALIAS')].map((element) => allTextIn(element, 'NOTE'))
  const found = [...documents.flatMap(toIdentifiers), ...[...notes, comments].flatMap(statedNumbers)]
  const byValue = new Map<string, Identifier>()
  for (const identifier of found)
    if (!byValue.has(identifier.value)) byValue.set(identifier.value, identifier)
  return [...byValue.values()]
}

/** NUMBER as published, and the number alone where it stands in words or in another element. */
function toIdentifiers(element: XmlElement): Identifier[] {
  const value = allTextIn(element, 'NUMBER')
  const more = allTextIn(element, 'TYPE_OF_DOCUMENT2')
  const type = allTextIn(element, 'TYPE_OF_DOCUMENT') || more || 'document'
  const country = allTextIn(element, 'ISSUING_COUNTRY') || allTextIn(element, 'COUNTRY_OF_ISSUE')
  const inWords = /[a-z]{2}|[,(]/.test(value) ? numbersIn(value) : []
  const elsewhere = value === '' ? [more, allTextIn(element, 'NOTE')].flatMap(numbersIn) : []
  return [value, ...inWords, ...elsewhere]
    .filter((number) => number !== '')
    .map((number) => ({ type, value: number, ...(country ? { country } : {}) }))
}
