import type { BirthDate, ListedName, ListFile, Listing, NameType, Snapshot } from '../model/listing.js'
import type { CalendarDate, Kind, ListId } from '../model/vocabulary.js'
import { parseBirthDate } from './dates.js'
import { dayFirst, isoOf } from './day-first.js'
import { splitNumbered } from './numbered.js'
import { birthOf, filled, labeled, makeSnapshot, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog } from './source.js'
import { readTable, type TableRow } from './table.js'
import { statedNumbers } from './un-numbers.js'

/**
 * Australia's Consolidated List, xlsx (also as csv). Each name is a row; rows whose reference begins with the same
 * number (`2`, `2a`, `34c1`) are one entry and mostly repeat each other. Editors wrote the type of a name in 17 ways
 * and counted several values in one cell: `a) 25/01/1972 b) 26/01/1972`.
 */

/** 3,062 entries in 2024. */
const FEWEST = 1_000

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['entity', 'organization'],
  ['vessel', 'vessel'],
])

const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['primary name', 'primary'],
  ['aka', 'alias'],
  ['original script', 'variation'],
  ['formerly known as', 'former'],
  ['previously listed as', 'former'],
])

const columns = {
  reference: 'Reference',
  name: 'Name of Individual or Entity',
  kind: 'Type',
  nameType: 'Name Type',
  birth: 'Date of Birth',
  birthPlace: 'Place of Birth',
  citizenship: 'Citizenship',
  address: 'Address',
  more: 'Additional Information',
  listing: 'Listing Information',
  committee: 'Committees',
  control: 'Control Date',
} as const

const known: ReadonlySet<string> = new Set(Object.values(columns))

/** Reads the list; `published` is the newest control date. */
export function parseDfat(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const table = readTable(file, [columns.reference, columns.name, columns.nameType], log)
  const unknown = table.columns.filter((column) => column !== '' && !known.has(column))
  for (const column of unknown)
    log.add('unknown-column', file.name, `expected a known column, got "${column.slice(0, 80)}"`)
  const entries = new Map<string, TableRow[]>()
  const days: CalendarDate[] = []
  for (const row of table.rows) {
    const reference = row.get(columns.reference)
    if (table.columns.every((column) => row.get(column) === '')) continue
    const number = /^\d{1,9}/.exec(reference)?.[0]
    if (number === undefined)
      log.add('no-id', row.where, `expected a reference as 34c1, got "${reference.slice(0, 40)}"`)
    const key = number ?? row.where
    const rows = entries.get(key) ?? []
    rows.push(row)
    entries.set(key, rows)
    const control = dayFirst(row.get(columns.control))
    if (control !== null) days.push(control)
  }
  const listings = [...entries].map(([id, rows]) => toListing(list, id, rows, unknown, log))
  return makeSnapshot(list, files, { listings, published: days.sort().at(-1) ?? null, fewest: FEWEST, log })
}

function toListing(
  list: ListId,
  id: string,
  rows: readonly TableRow[],
  unknown: readonly string[],
  log: IssueLog,
): Listing {
  const where = `reference ${id}`
  const all = (column: string) =>
    uniqueBy(
      rows.map((row) => row.get(column)).filter((text) => !/^(?:na|n\/a|-|)$/i.test(text)),
      (text) => text,
    )
  const lines = (column: string) =>
    uniqueBy(
      rows.map((row) => row.raw(column).trim()),
      (text) => text,
    )
  const several = (column: string) =>
    uniqueBy(
      lines(column)
        .flatMap(valuesOf)
        .filter((text) => !/^(?:na|n\/a)$/i.test(text)),
      (text) => text,
    )
  const information = all(columns.listing)
  const remarks = [
    ...all(columns.more),
    ...information.flatMap((text) => labeled('Listing', text)),
    ...all(columns.control).flatMap((text) => labeled('Control date', dayFirst(text) ?? text)),
    ...unknown.flatMap((column) => all(column).flatMap((text) => labeled(column, text))),
  ]
  const numbers = [...all(columns.more), ...all(columns.birth), ...all(columns.address)].flatMap(
    statedNumbers,
  )
  return {
    id,
    list,
    authority: 'DFAT',
    kind: kindOf(all(columns.kind), where, log),
    names: namesOf(rows, where, log),
    addresses: several(columns.address).map((text) => ({ text })),
    birthDates: uniqueBy(lines(columns.birth).flatMap(birthTexts), (text) => text).map(
      (text): BirthDate => birthOf(isoOf(text), text, where, log),
    ),
    birthPlaces: several(columns.birthPlace),
    countries: several(columns.citizenship),
    identifiers: uniqueBy(numbers, ({ value }) => value),
    programs: all(columns.committee),
    listedOn: listedOn(information),
    ...filled({ remarks: remarks.join('\n'), citation: information[0] ?? '' }),
  }
}

function kindOf(written: readonly string[], where: string, log: IssueLog): Kind | null {
  const found = new Set(written.map((text) => kinds.get(text.toLowerCase())))
  const [kind] = found
  if (kind !== undefined && found.size === 1) return kind
  log.add(
    'unknown-type',
    where,
    `expected one of Individual, Entity or Vessel, got "${written.join(', ').slice(0, 40)}"`,
  )
  return null
}

function namesOf(rows: readonly TableRow[], where: string, log: IssueLog): readonly ListedName[] {
  const names = rows.flatMap((row): ListedName[] => {
    const name = row.get(columns.name)
    const written = row.get(columns.nameType)
    const type = nameTypes.get(written.toLowerCase())
    if (name === '') log.add('no-name', row.where, 'expected a name, got nothing')
    if (type === undefined)
      log.add('unknown-alias-type', row.where, `expected a known name type, got "${written.slice(0, 40)}"`)
    const isSame = type === 'primary' || type === 'variation'
    return name === '' ? [] : [{ name, type: type ?? 'alias', strength: isSame ? 'strong' : 'unstated' }]
  })
  names.sort((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'))
  if (names[0]?.type !== 'primary') log.add('no-name', where, 'expected a primary name, got none')
  return uniqueBy(names, ({ name }) => name)
}

/** Values counted, on lines of their own, or divided by ";". */
function valuesOf(text: string): readonly string[] {
  const counted = splitNumbered(text)
  const parts = counted.length > 1 ? counted : text.split(/;|\n/)
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '')
}

/** Also dates divided by commas, where each part is a whole day, `01/10/1983,15/10/1983`; by "or"; by ">>". */
function birthTexts(text: string): readonly string[] {
  return valuesOf(text.replace(/ or |>>/g, ';')).flatMap((value) => {
    const parts = value.split(/ ?, ?/)
    return parts.length > 1 && parts.every((part) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(part)) ? parts : [value]
  })
}

/** `Listed by UN 1267 Committee on 25 January 2001 (amended …)`, `Listed on: 25 Apr. 2006`: the first day after "on". */
function listedOn(information: readonly string[]): CalendarDate | null {
  for (const text of information) {
    const written = /\bon:? (\d{1,2} [A-Za-z]{3,9}\.? \d{4})/.exec(text)?.[1]
    const { earliest, latest } = parseBirthDate((written ?? '').replace('.', ''))
    if (earliest !== null && earliest === latest) return earliest
  }
  return null
}
