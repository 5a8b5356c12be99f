import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { kindOfSchema } from './ftm.js'
import { birthOf, filled, labeled, makeSnapshot, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog } from './source.js'
import { readTable, type TableRow } from './table.js'

/** OpenSanctions' targets.simple.csv: one row a target, several values in a cell divided by ";" (15 or 16 columns). */

const known: ReadonlySet<string> = new Set([
  ...['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'addresses', 'identifiers', 'sanctions'],
  ...['phones', 'emails', 'program_ids', 'dataset', 'first_seen', 'last_seen', 'last_change'],
])

/** Reads the file; columns are found by name, since some came later. */
export function parseTargets(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const table = readTable(file, ['id', 'schema', 'name', 'aliases'], log)
  const unknown = table.columns.filter((column) => !known.has(column))
  for (const column of unknown)
    log.add('unknown-column', file.name, `expected a known column, got "${column.slice(0, 80)}"`)
  const days: CalendarDate[] = []
  const listings = table.rows.map((row) => {
    const day = calendarDate(row.get('last_seen'))
    if (day !== null) days.push(day)
    return toListing(list, row, unknown, log)
  })
  return makeSnapshot(list, files, { listings, published: days.sort().at(-1) ?? null, fewest: 0, log })
}

function toListing(list: ListId, row: TableRow, unknown: readonly string[], log: IssueLog): Listing {
  const id = row.get('id')
  const values = (column: string) => uniqueBy(splitCell(row.get(column)), (value) => value)
  const name = row.get('name')
  if (id === '') log.add('no-id', row.where, 'expected an id, got nothing')
  if (name === '') log.add('no-name', row.where, 'expected a name, got nothing')
  const typed = (column: string, type: string) => values(column).map((value) => ({ type, value }))
  const remarks = [
    ...labeled('Sanctions', ...values('sanctions')),
    ...unknown.flatMap((column) => labeled(column, row.get(column))),
  ]
  return {
    id: id || row.where,
    list,
    ...filled({ source: row.get('dataset') }),
    authority: 'OpenSanctions',
    kind: kindOfSchema(row.get('schema')),
    names: [
      ...(name === '' ? [] : [{ name, type: 'primary', strength: 'strong' } as const]),
      ...values('aliases')
        .filter((alias) => alias !== name)
        .map((alias) => ({ name: alias, type: 'alias', strength: 'unstated' }) as const),
    ],
    addresses: values('addresses').map((text) => ({ text })),
    birthDates: values('birth_date').map((text) => birthOf(text, text, row.where, log)),
    birthPlaces: [],
    countries: values('countries'),
    identifiers: [
      ...values('identifiers').map((value) =>
        /^IMO\d{7}$/.test(value) ? { type: 'IMO', value: value.slice(3) } : { type: 'identifier', value },
      ),
      ...typed('phones', 'phone'),
      ...typed('emails', 'email'),
    ],
    programs: values('program_ids'),
    listedOn: null,
    ...filled({ remarks: remarks.join('\n') }),
  }
}

/** The values of a cell, itself a line of csv: one that holds ";" or a quote stands in quotes. */
export function splitCell(cell: string): readonly string[] {
  if (!cell.includes('"'))
    return cell
      .split(';')
      .map((value) => value.trim())
      .filter((value) => value !== '')
  const values: string[] = []
  let at = 0
  while (at < cell.length) {
    let end = at
    if (cell[at] === '"') {
      do end = cell.indexOf('"', end + 1) + 1
      while (end > 0 && cell[end] === '"')
      if (end > 0 && (end === cell.length || cell[end] === ';')) {
        values.push(cell.slice(at + 1, end - 1).replaceAll('""', '"'))
        at = end + 1
        continue
      }
    }
    end = cell.indexOf(';', at)
    values.push(cell.slice(at, end < 0 ? cell.length : end))
    at = end < 0 ? cell.length : end + 1
  }
  return values.map((value) => value.trim()).filter((value) => value !== '')
}
