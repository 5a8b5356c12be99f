import type { ListFile } from '../model/listing.js'
import type { CalendarDate } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { dayFirst } from './day-first.js'
import type { EuEntity, EuPart } from './eu-entity.js'
import type { IssueLog } from './source.js'
import { allTextIn, elementsAt, readXml, textsOf, type XmlElement } from './xml.js'

/** The EU's XML: format 1.1, where all data stand in attributes, and the one before 2017 (root WHOLE). */

/** Streams format 1.1. @returns the day it was generated. */
export function readEuXml(
  file: ListFile,
  log: IssueLog,
  onEntity: (entity: EuEntity) => void,
): CalendarDate | null {
  const root = readXml(file, { root: 'export', records: ['sanctionEntity'] }, (record) => {
    const subject = elementsAt(record, 'subjectType')[0]
    const all = (name: string) => elementsAt(record, name).map(toPart)
    for (const { name } of record.children)
      if (!known.has(name))
        log.add('unknown-element', `entity ${record.attributes.logicalId ?? ''}`, `got ${name.slice(0, 80)}`)
    onEntity({
      attributes: new Map([...toPart(record), ...(subject ? withoutId(toPart(subject)) : [])]),
      names: all('nameAlias'),
      addresses: all('address'),
      births: all('birthdate'),
      documents: all('identification'),
      citizenships: all('citizenship'),
      regulations: all('regulation'),
      remarks: record.children.filter(({ name }) => name === 'remark' || !known.has(name)).flatMap(loose),
    })
  })
  return calendarDate((root.attributes.generationDate ?? '').slice(0, 10))
}

const known: ReadonlySet<string> = new Set([
  ...[
    'subjectType',
    'nameAlias',
    'address',
    'birthdate',
    'identification',
    'citizenship',
    'regulation',
    'remark',
  ],
  ...['additionalInformation'],
])

/** Text of an element without a field. */
function loose(element: XmlElement): string[] {
  return [textsOf(element).join('; ')].filter((text) => text !== '')
}

function withoutId(part: EuPart): [string, string][] {
  return [...part].filter(([name]) => name !== 'logicalId')
}

/** Attributes; and of the elements inside, the remarks, contacts, the regulation and its address. */
function toPart(element: XmlElement): EuPart {
  const part = new Map<string, string>()
  const add = (name: string, text: string) => {
    if (text !== '') part.set(name, part.has(name) ? `${part.get(name)}; ${text}` : text)
  }
  for (const [name, text] of Object.entries(element.attributes)) add(name, text)
  for (const child of element.children) {
    if (child.name === 'contactInfo' || child.name === 'additionalInformation')
      add(child.name, `${child.attributes.key ?? ''} ${child.attributes.value ?? ''}`.trim())
    else if (child.name === 'regulationSummary') add('regulation', child.attributes.numberTitle ?? '')
    else if (child.name === 'remark' || child.name === 'publicationUrl')
      add(child.name, textsOf(child).join(' '))
  }
  return part
}

/** Elements of the older format, and what their values are called in format 1.1. */
const oldNames: ReadonlyMap<string, string> = new Map([
  ['LASTNAME', 'lastName'],
  ['FIRSTNAME', 'firstName'],
  ['MIDDLENAME', 'middleName'],
  ['WHOLENAME', 'wholeName'],
  ['GENDER', 'gender'],
  ['TITLE', 'title'],
  ['FUNCTION', 'function'],
  ['LANGUAGE', 'nameLanguage'],
  ['DATE', 'birthdate'],
  ['PLACE', 'place'],
  ['COUNTRY', 'countryDescription'],
  ['STREET', 'street'],
  ['ZIPCODE', 'zipCode'],
  ['CITY', 'city'],
  ['OTHER', 'contactInfo'],
])

/** Streams the format before 2017. @returns the day of the file. */
export function readOldEuXml(
  file: ListFile,
  log: IssueLog,
  onEntity: (entity: EuEntity) => void,
): CalendarDate | null {
  const root = readXml(file, { root: 'WHOLE', records: ['ENTITY'] }, (record) => {
    const id = record.attributes.Id ?? ''
    const all = (name: string) => elementsAt(record, name).map((element) => oldPart(element, id, log))
    const attributes = new Map([['logicalId', id]])
    attributes.set('classificationCode', record.attributes.Type ?? '')
    onEntity({
      attributes,
      names: all('NAME'),
      addresses: all('ADDRESS'),
      births: all('BIRTH').map(approximate),
      documents: elementsAt(record, 'PASSPORT').map(oldDocument),
      citizenships: all('CITIZEN'),
      regulations: [oldRegulation(record)],
      remarks: [record.attributes.remark ?? ''].filter((text) => text !== ''),
    })
  })
  return dayFirst(root.attributes.Date ?? '')
}

function oldPart(element: XmlElement, id: string, log: IssueLog): EuPart {
  const part = new Map([['regulation', element.attributes.legal_basis ?? '']])
  for (const child of element.children) {
    const text = textsOf(child).join(' ')
    if (text === '') continue
    const name = child.name === 'NUMBER' && element.name === 'ADDRESS' ? 'street' : oldNames.get(child.name)
    if (name === undefined)
      log.add('unknown-element', `entity ${id}`, `got ${element.name}/${child.name.slice(0, 80)}`)
    part.set(
      name ?? 'remark',
      name === 'street' && part.has('street') ? `${part.get('street')} ${text}` : text,
    )
  }
  return part
}

/** `1963 (approximative)`. */
function approximate(part: EuPart): EuPart {
  const date = part.get('birthdate')
  if (!date?.endsWith(' (approximative)')) return part
  return new Map([...part, ['birthdate', date.slice(0, -' (approximative)'.length)], ['circa', 'true']])
}

/** `488555 (passport-National passport) (issued 12 september 1993)`: number, type, remark. */
function oldDocument(element: XmlElement): EuPart {
  return documentFrom(allTextIn(element, 'NUMBER'), allTextIn(element, 'COUNTRY'))
}

/** A document whose number, type and remark are one text; also in csv 1.0. */
export function documentFrom(text: string, country: string): EuPart {
  const split = /^(.{1,200}?) \(([a-z]{1,20})-([^()]{1,80})\) ?(.{0,5000})$/s.exec(text)
  const part = new Map([['number', split?.[1] ?? text]])
  if (split?.[3]) part.set('identificationTypeDescription', split[3])
  if (split?.[4]) part.set('remark', split[4].trim())
  if (country) part.set('countryDescription', country)
  return part
}

function oldRegulation(record: XmlElement): EuPart {
  const attributes = [
    ['numberTitle', 'legal_basis'],
    ['publicationDate', 'reg_date'],
    ['publicationUrl', 'pdf_link'],
    ['programme', 'programme'],
  ] as const
  return new Map(
    attributes
      .map(([name, from]) => [name, record.attributes[from] ?? ''] as const)
      .filter(([, text]) => text),
  )
}
