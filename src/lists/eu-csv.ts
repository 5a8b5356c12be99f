import type { ListFile } from '../model/listing.js'
import type { CalendarDate } from '../model/vocabulary.js'
import { cleanText } from './clean-text.js'
import { type Row, readRows, reportOpenEnd } from './csv.js'
import { dayFirst } from './day-first.js'
import type { EuEntity, EuPart } from './eu-entity.js'
import { documentFrom } from './eu-xml.js'
import { type IssueLog, unreadable } from './source.js'

/**
 * The EU's csv: format 1.1 (118 columns) and 1.0 (2018). One row holds one alias, address, birth date, document or
 * citizenship of an entry, and repeats what is said of the entry itself; rows are joined on the entry's number.
 */

const sections = ['names', 'addresses', 'births', 'documents', 'citizenships'] as const
type Section = (typeof sections)[number]

/** Where a column's value belongs: a part of the entry, and its name in XML 1.1. */
interface Place {
  readonly section: Section | 'attributes' | 'regulations' | 'remarks' | 'date' | 'unused'
  readonly name: string
}

const prefixes11: readonly (readonly [string, Place['section']])[] = [
  ['Entity_Regulation_', 'regulations'],
  ['Entity_', 'attributes'],
  ['NameAlias_', 'names'],
  ['Address_', 'addresses'],
  ['BirthDate_', 'births'],
  ['Identification_', 'documents'],
  ['Citizenship_', 'citizenships'],
]

/** Columns of 1.1 whose name is not the attribute's with a capital. */
const renamed11: ReadonlyMap<string, string> = new Map([
  ['Entity_EU_ReferenceNumber', 'euReferenceNumber'],
  ['Entity_SubjectType', 'classificationCode'],
  ['Entity_SubjectType_ClassificationCode', 'code'],
  ['Entity_Regulation_Type', 'regulationType'],
  ['BirthDate_BirthDate', 'birthdate'],
  ['BirthDate_Day', 'dayOfMonth'],
  ['BirthDate_Month', 'monthOfYear'],
  ['Identification_TypeCode', 'identificationTypeCode'],
  ['Identification_TypeDescription', 'identificationTypeDescription'],
  ['Identification_IssuedDate', 'issueDate'],
])

/** `NameAlias_LastName` → names, lastName. Of the regulation of a single alias or address, only the number. */
function place11(column: string): Place | null {
  if (column === 'fileGenerationDate') return { section: 'date', name: '' }
  if (column === 'Entity_Remark') return { section: 'remarks', name: '' }
  const [prefix, section] = prefixes11.find(([start]) => column.startsWith(start)) ?? []
  if (prefix === undefined || section === undefined) return null
  const rest = column.slice(prefix.length)
  if (rest === 'Regulation_NumberTitle') return { section, name: 'regulation' }
  if (rest.startsWith('Regulation_')) return { section: 'unused', name: '' }
  const name = renamed11.get(column) ?? rest.slice(0, 1).toLowerCase() + rest.slice(1)
  return { section, name }
}

const columns10: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['Date_file', { section: 'date', name: '' }],
  ['Entity_logical_id', { section: 'attributes', name: 'logicalId' }],
  ['Subject_type', { section: 'attributes', name: 'classificationCode' }],
  ['EU_ref_num', { section: 'attributes', name: 'euReferenceNumber' }],
  ['Leba_numtitle', { section: 'regulations', name: 'numberTitle' }],
  ['Leba_publication_date', { section: 'regulations', name: 'publicationDate' }],
  ['Leba_url', { section: 'regulations', name: 'publicationUrl' }],
  ['Programme', { section: 'regulations', name: 'programme' }],
  ['Entity_remark', { section: 'remarks', name: '' }],
  ...['lastname', 'firstname', 'middlename', 'wholename'].map(
    (name) => [`Naal_${name}`, { section: 'names', name: name.replace('name', 'Name') }] as const,
  ),
  ...['gender', 'title', 'function'].map((name) => [`Naal_${name}`, { section: 'names', name }] as const),
  ['Naal_language', { section: 'names', name: 'nameLanguage' }],
  ['Addr_number', { section: 'addresses', name: 'number' }],
  ['Addr_street', { section: 'addresses', name: 'street' }],
  ['Addr_zipcode', { section: 'addresses', name: 'zipCode' }],
  ['Addr_city', { section: 'addresses', name: 'city' }],
  ['Addr_country', { section: 'addresses', name: 'countryDescription' }],
  ['Addr_other', { section: 'addresses', name: 'contactInfo' }],
  ['Birt_date', { section: 'births', name: 'birthdate' }],
  ['Birt_place', { section: 'births', name: 'place' }],
  ['Birt_country', { section: 'births', name: 'countryDescription' }],
  ['Iden_number', { section: 'documents', name: 'number' }],
  ['Iden_country', { section: 'documents', name: 'countryDescription' }],
  ['Citi_country', { section: 'citizenships', name: 'countryDescription' }],
])

const prefixes10: readonly (readonly [string, Section])[] = [
  ['Naal_', 'names'],
  ['Addr_', 'addresses'],
  ['Birt_', 'births'],
  ['Iden_', 'documents'],
  ['Citi_', 'citizenships'],
]

function place10(column: string): Place | null {
  const known = columns10.get(column)
  if (known) return known
  const [prefix = '', section] = prefixes10.find(([start]) => column.startsWith(start)) ?? []
  if (!section) return null
  const rest = column.slice(prefix.length)
  if (rest === 'leba_numtitle') return { section, name: 'regulation' }
  if (rest === 'logical_id') return { section, name: 'logicalId' }
  return /^(?:leba_publication_date|leba_url|programme)$/.test(rest) ? { section: 'unused', name: '' } : null
}

/** An entry while its rows are gathered: parts by their content, so that repeated ones are one. */
interface Gathered {
  readonly attributes: Map<string, string>
  readonly parts: ReadonlyMap<Section | 'regulations', Map<string, EuPart>>
  readonly remarks: Set<string>
}

/** What a csv file holds. */
export interface EuCsv {
  readonly entities: readonly EuEntity[]
  readonly published: CalendarDate | null
}

/** Reads either format, told by the header. */
export function readEuCsv(file: ListFile, log: IssueLog): EuCsv {
  reportOpenEnd(file, log)
  const [header, ...rows] = readRows(file, ';')
  const columns = (header?.fields ?? []).map((column) => column.trim())
  const is11 = columns.includes('Entity_LogicalId')
  if (!is11 && !columns.includes('Entity_logical_id'))
    throw unreadable(
      file.name,
      `expected the EU’s csv with a column Entity_LogicalId, got "${columns.join(', ').slice(0, 80)}"`,
    )
  const places = columns.map(is11 ? place11 : place10)
  for (const [index, place] of places.entries())
    if (!place)
      log.add('unknown-column', file.name, `expected a known column, got "${columns[index]!.slice(0, 80)}"`)
  const gathered = new Map<string, Gathered>()
  let published: CalendarDate | null = null
  const idColumn = columns.indexOf(is11 ? 'Entity_LogicalId' : 'Entity_logical_id')
  for (const row of rows) {
    if (row.fields.length !== columns.length)
      throw unreadable(
        `${file.name} line ${row.line}`.trim(),
        `expected ${columns.length} columns, got ${row.fields.length}; the file is cut or damaged`,
      )
    const date = places.findIndex((place) => place?.section === 'date')
    published ??= dayFirst(row.fields[date] ?? '')
    const id = cleanText(row.fields[idColumn]!)
    if (!gathered.has(id))
      gathered.set(id, { attributes: new Map(), parts: emptyParts(), remarks: new Set() })
    gather(gathered.get(id)!, row, places, columns)
  }
  return { entities: [...gathered.values()].map((one) => toEntity(one, is11)), published }
}

function emptyParts(): Gathered['parts'] {
  return new Map([...sections, 'regulations' as const].map((section) => [section, new Map()]))
}

function gather(
  entry: Gathered,
  row: Row,
  places: readonly (Place | null)[],
  columns: readonly string[],
): void {
  const parts = new Map<Section | 'regulations', Map<string, string>>()
  for (const [index, place] of places.entries()) {
    const text = cleanText(row.fields[index]!.replaceAll('\\n', '\n'))
    if (text === '') continue
    if (!place) entry.remarks.add(`${columns[index]}: ${text}`)
    else if (place.section === 'remarks') entry.remarks.add(text)
    else if (place.section === 'attributes') {
      if (!entry.attributes.has(place.name)) entry.attributes.set(place.name, text)
    } else if (place.section !== 'date' && place.section !== 'unused') {
      const part = parts.get(place.section) ?? new Map<string, string>()
      parts.set(place.section, part.set(place.name, text))
    }
  }
  for (const [section, part] of parts) {
    const key = part.get('logicalId') ?? JSON.stringify([...part])
    entry.parts.get(section)!.set(key, part)
  }
}

function toEntity({ attributes, parts, remarks }: Gathered, is11: boolean): EuEntity {
  const all = (section: Section | 'regulations') => [...parts.get(section)!.values()]
  const documents = is11
    ? all('documents')
    : all('documents').map((part) =>
        documentFrom(part.get('number') ?? '', part.get('countryDescription') ?? ''),
      )
  const addresses = is11 ? all('addresses') : all('addresses').map(withNumber)
  return {
    attributes,
    names: all('names'),
    addresses,
    births: all('births'),
    documents,
    citizenships: all('citizenships'),
    regulations: all('regulations'),
    remarks: [...remarks],
  }
}

function withNumber(part: EuPart): EuPart {
  const street = [part.get('street'), part.get('number')].filter((text) => text).join(' ')
  return street === '' ? part : new Map([...part, ['street', street]])
}
