import type { ListedName, ListFile, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import { type ListedParty, listingsOf } from './us-ofac-lists.js'
import { type AddressParts, type Detail, toAddress, toName } from './us-ofac-party.js'
import { writePeriod } from './us-ofac-periods.js'
import type { Relation } from './us-ofac-relations.js'
import { childOf, elementsAt, readXml, textIn, type XmlElement } from './xml.js'

/**
 * OFAC's enhanced XML (schema enhanced_xml.xsd): every party whole in one element, with names and addresses in other
 * scripts, the lists it is on, and relationships to other parties. One file may hold the SDN list, the non-SDN lists,
 * or both; it says which, and whether it was filtered when it was exported.
 */

const layout = { root: 'sanctionsData', containers: ['referenceValues', 'featureTypes', 'entities'] }
const WHOLE_LISTS: ReadonlySet<string> = new Set(['SDN List', 'Consolidated List'])

/** Reads an enhanced XML file; `published` is its dataAsOf. */
export function parseOfacEnhanced(list: ListId, file: ListFile): Snapshot {
  const log = new IssueLog()
  const parties: ListedParty[] = []
  let published: CalendarDate | null = null
  readXml(file, layout, (record) => {
    if (record.name === 'entity') parties.push(readEntity(record, log))
    else if (record.name === 'publicationInfo') {
      published = calendarDate(textIn(record, 'dataAsOf'))
      reportFilters(record, log)
    }
  })
  if (published === null) log.add('no-date', 'publicationInfo', 'expected dataAsOf as a date, got none')
  return snapshotOf(list, [file], {
    published,
    listings: listingsOf(list, parties, file, log),
    log,
  })
}

/** A file exported for some programs, or for one of the non-SDN lists alone, is a part. */
function reportFilters(info: XmlElement, log: IssueLog): void {
  const filters = [
    ...elementsAt(info, 'filters', 'sanctionsLists', 'sanctionsList').filter(
      ({ text }) => !WHOLE_LISTS.has(text),
    ),
    ...elementsAt(info, 'filters', 'sanctionsPrograms', 'sanctionsProgram'),
  ]
  if (filters.length > 0) {
    const names = filters.map(({ text }) => text).join(', ')
    log.add(
      'filtered',
      'publicationInfo',
      `expected a whole list, got a file filtered for ${names.slice(0, 200)}`,
    )
  }
}

function readEntity(entity: XmlElement, log: IssueLog): ListedParty {
  const uid = entity.attributes.id ?? ''
  const where = `entity ${uid}`
  if (!/^\d{1,10}$/.test(uid)) throw unreadable(where, 'expected the number of an entry in id')
  const info = childOf(entity, 'generalInfo')
  const names = elementsAt(entity, 'names', 'name').flatMap((name) => readName(name, where, log))
  return {
    uid,
    type: textIn(info, 'entityType'),
    names: [
      ...names.filter(({ type }) => type === 'primary'),
      ...names.filter(({ type }) => type !== 'primary'),
    ],
    addresses: elementsAt(entity, 'addresses', 'address').flatMap(readAddress),
    programs: textsAt(entity, 'sanctionsPrograms', 'sanctionsProgram'),
    details: [
      ...generalDetails(info),
      ...elementsAt(entity, 'features', 'feature').map(readFeature),
      ...elementsAt(entity, 'identityDocuments', 'identityDocument').map(readDocument),
    ],
    relationships: [],
    relations: elementsAt(entity, 'relationships', 'relationship').map(readRelation),
    remarks: textIn(info, 'remarks'),
    memberships: elementsAt(entity, 'sanctionsLists', 'sanctionsList').map(({ text, attributes }) => ({
      name: text,
      since: calendarDate(attributes.datePublished ?? ''),
    })),
    authorities: textsAt(entity, 'legalAuthorities', 'legalAuthority'),
    measures: textsAt(entity, 'sanctionsTypes', 'sanctionsType'),
  }
}

function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  return elementsAt(element, ...path).flatMap(({ text }) => (text === '' ? [] : [text]))
}

/** The first translation of the primary name is the heading; its other ones are the same name in other scripts. */
function readName(name: XmlElement, where: string, log: IssueLog): readonly ListedName[] {
  const isPrimary = textIn(name, 'isPrimary') === 'true'
  const strength = textIn(name, 'isLowQuality') === 'true' ? 'weak' : 'strong'
  const word = isPrimary ? 'Name' : textIn(name, 'aliasType') || 'A.K.A.'
  const translations = elementsAt(name, 'translations', 'translation')
  const heading = translations.find((one) => textIn(one, 'isPrimary') === 'true') ?? translations[0]
  return translations.flatMap((translation) => {
    const read = toName(textIn(translation, 'formattedFullName'), word, strength, where, log)
    return isPrimary && translation !== heading
      ? read.map((one) => ({ ...one, type: 'variation' as const }))
      : read
  })
}

/** An address in another script is one more address. */
function readAddress(address: XmlElement): ReturnType<typeof toAddress> {
  const [group] = elementsAt(address, 'translations')
  const country = textIn(address, 'country') || textIn(group, 'country')
  const translations = elementsAt(address, 'translations', 'translation')
  const written = (translations.length > 0 ? translations : [undefined]).flatMap((one) =>
    toAddress(partsOf(one, country)),
  )
  const [first, ...others] = written
  return first ? [first, ...others.filter(({ text }) => text !== first.text)] : []
}

function partsOf(translation: XmlElement | undefined, country: string): AddressParts {
  const parts = translation ? elementsAt(translation, 'addressParts', 'addressPart') : []
  const of = (word: string) =>
    parts
      .filter((part) => textIn(part, 'type') === word)
      .map((part) => textIn(part, 'value'))
      .join(', ')
  return {
    lines: [of('ADDRESS1'), of('ADDRESS2'), of('ADDRESS3')],
    city: of('CITY'),
    region: of('STATE/PROVINCE'),
    postalCode: of('POSTAL CODE'),
    area: of('REGION'),
    country: country === 'undetermined' ? '' : country,
  }
}

function generalDetails(info: XmlElement | undefined): readonly Detail[] {
  return [
    ['Title', textIn(info, 'title')],
    ['Living status', textIn(info, 'livingStatus')],
    ['US citizen', textIn(info, 'isUsCitizen')],
    ['US person', textIn(info, 'isUsPerson')],
  ].flatMap(([label = '', value = '']) =>
    value === '' ? [] : [{ label, value, notes: [], document: false }],
  )
}

function readFeature(feature: XmlElement): Detail {
  const reliability = textIn(feature, 'reliability')
  return {
    label: textIn(feature, 'type') || 'Feature',
    value: textIn(feature, 'value') || periodOf(childOf(feature, 'valueDate')),
    notes: [reliability === 'False' ? 'false' : '', textIn(feature, 'comments')].filter(
      (note) => note !== '',
    ),
    document: false,
  }
}

function readDocument(document: XmlElement): Detail {
  const country = textIn(document, 'issuingCountry')
  const stated = [
    ['issued', periodOf(childOf(document, 'issueDate'))],
    ['expires', periodOf(childOf(document, 'expirationDate'))],
    ['authority', textIn(document, 'issuingAuthority')],
    ['issued in', textIn(document, 'issuingLocation')],
  ]
  return {
    label: textIn(document, 'type') || 'Id',
    value: textIn(document, 'documentNumber'),
    ...(country === '' ? {} : { country }),
    notes: [
      ...stated.flatMap(([word, value]) => (value === '' ? [] : [`${word} ${value}`])),
      textIn(document, 'isValid') === 'false' ? 'Fraudulent' : '',
      textIn(document, 'comments'),
    ].filter((note) => note !== ''),
    document: true,
  }
}

function periodOf(period: XmlElement | undefined): string {
  const day = (name: string) => calendarDate(textIn(period, name))
  const approximate = textIn(period, 'isApproximate') === 'true'
  return writePeriod(day('fromDateBegin'), day('toDateEnd') ?? day('fromDateEnd'), approximate)
}

/** A relation whose period has an end has ended. */
function readRelation(relationship: XmlElement): Relation {
  const other = childOf(relationship, 'relatedEntity')
  return {
    word: textIn(relationship, 'type') || 'related to',
    uid: other?.attributes.entityId ?? '',
    name: other?.text ?? '',
    former: textIn(childOf(relationship, 'dateRange'), 'toDateEnd') !== '',
  }
}
