import type { ListedAddress, ListedName, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { isPlausible, newestDay, usDate } from './dates.js'
import { filled, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import { writeRequirement } from './us-csl.js'
import { splitAliases, splitPrimary } from './us-csl-names.js'
import { groupRows, readSheet, type SheetRow, startListing, valuesIn } from './us-sheet.js'

/**
 * The sheets from which ITA makes the Consolidated Screening List: el.csv and meu.csv of BIS, and isn.csv of the
 * Department of State, whose layout of 2013 has seven of the 31 columns. One row for each address and each alias:
 * the rows that agree in everything else are one entry.
 *
 * There is no id in them; the one given is made from name and first address. There is no end mark either: a file that
 * is cut exactly after a row looks whole.
 */

const required = [['name'], ['federal register notice'], ['effective date']]

/** Tag in the column `Source List`, and who imposes. */
const sources: ReadonlyMap<ListId, { readonly tag: string; readonly authority: string }> = new Map([
  ['us-bis-entity', { tag: 'EL', authority: 'BIS' }],
  ['us-bis-meu', { tag: 'MEU', authority: 'BIS' }],
  ['us-state-isn', { tag: 'ISN', authority: 'US Department of State' }],
])

/** Columns that differ between the rows of one entry. */
const varying: ReadonlySet<string> = new Set([
  'address',
  'city',
  'state/province',
  'postal code',
  'country',
  'address number',
  'address remarks',
  'alternate number',
  'alternate type',
  'alternate name',
  'alternate remarks',
])

/** Columns with a field of their own; every other one goes into the remarks. */
const placed: ReadonlySet<string> = new Set([
  'source list',
  'programs',
  'name',
  'address',
  'city',
  'state/province',
  'postal code',
  'country',
  'federal register notice',
  'effective date',
  'date lifted/waived/expired',
  'license requirement',
  'license policy',
  'call sign',
  'vessel flag',
  'alternate type',
  'alternate name',
  'alternate number',
  'address number',
  'web link',
])

/**
 * Reads one of the sheets. `published` is the newest effective date that another one supports.
 * @throws ConsigneeError `unreadable-list` for more than one file, a sheet of another list, and whatever `readSheet`
 *   refuses.
 */
export function parseIta(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const { tag = '' } = sources.get(list) ?? {}
  const rows = readSheet(file, ',', required, log)
  const other = rows.find(({ values }) => (values.get('source list') ?? tag) !== tag)
  if (other) {
    throw unreadable(
      other.where,
      `expected ${tag} in the column Source List, got "${other.values.get('source list')?.slice(0, 40)}"`,
    )
  }
  const ids = new Map<string, number>()
  const listings = groupRows(rows, keyOf).map((group) => toListing(list, group, ids, log))
  return snapshotOf(list, files, {
    published: newestDay(
      listings.map(({ listedOn }) => listedOn),
      'effective date',
      log,
    ),
    listings,
    log,
  })
}

function keyOf({ values }: SheetRow): string {
  return JSON.stringify([...values].filter(([column]) => !varying.has(column)).sort())
}

function toListing(
  list: ListId,
  rows: readonly SheetRow[],
  ids: Map<string, number>,
  log: IssueLog,
): Listing {
  const { where, values } = rows[0]!
  const { tag = '', authority = '' } = sources.get(list) ?? {}
  const names = namesOf(list, rows, log)
  const addresses = addressesOf(rows)
  const citation = values.get('federal register notice')
  const requirement = writeRequirement(values.get('license requirement'), values.get('license policy'))
  const notes: string[] = []
  const listedOn = readDate(rows[0]!, 'effective date', notes, log)
  const expiresOn = readDate(rows[0]!, 'date lifted/waived/expired', notes, log)
  const columns = new Set(rows.flatMap((row) => [...row.values.keys()]))
  for (const column of columns)
    if (!placed.has(column))
      for (const value of valuesIn(rows, column)) notes.push(`${labelOf(column)}: ${value}`)
  const url = values.get('web link')
  const head = { where, name: values.get('name') ?? '', names, addresses, notice: citation }
  return {
    ...startListing({ list, tag, authority }, head, ids, log),
    countries: valuesIn(rows, 'vessel flag'),
    identifiers: valuesIn(rows, 'call sign').map((value) => ({ type: 'Call sign', value })),
    programs: valuesIn(rows, 'programs'),
    ...filled({ requirement }),
    listedOn,
    ...filled({ expiresOn, remarks: notes.join('\n'), citation, url }),
  }
}

/** The name with what it says of other names, and the aliases of all rows, each once. */
function namesOf(list: ListId, rows: readonly SheetRow[], log: IssueLog): readonly ListedName[] {
  const isIsn = list === 'us-state-isn'
  const written = rows[0]!.values.get('name') ?? ''
  const aliases = rows.flatMap(({ where, values }) => {
    const text = values.get('alternate name')
    if (text === undefined) return []
    const isFormer = /^f/i.test(values.get('alternate type') ?? '')
    const read = splitAliases([text], isIsn, where, log)
    return isFormer ? read.map((one) => ({ ...one, type: 'former' as const })) : read
  })
  const all = [...splitPrimary(isIsn ? markAliases(written) : written, isIsn), ...aliases]
  return uniqueBy(all, ({ name }) => name)
}

/** The Department of State writes `(aka …, aka …)` and `[also known as: …]` as well. */
function markAliases(name: string): string {
  return name
    .replace(/([(,] ?)([af])ka /gi, '$1$2.k.a. ')
    .replace(/\[(?=also known as)/i, '(')
    .replace(/\]$/, ')')
}

function addressesOf(rows: readonly SheetRow[]): readonly ListedAddress[] {
  const addresses = rows.flatMap(({ values }): readonly ListedAddress[] => {
    const fields = [
      ['street', values.get('address')],
      ['city', values.get('city')],
      ['region', values.get('state/province')],
      ['postalCode', values.get('postal code')],
      ['country', values.get('country')],
    ].filter(([, value]) => value !== undefined)
    if (fields.length === 0) return []
    return [{ text: fields.map(([, value]) => value).join(', '), ...Object.fromEntries(fields) }]
  })
  return uniqueBy(addresses, ({ text }) => text)
}

/** A date that cannot be read becomes null, an issue, and a line of the remarks. */
function readDate(
  { where, values }: SheetRow,
  column: string,
  notes: string[],
  log: IssueLog,
): CalendarDate | null {
  const written = values.get(column)
  if (written === undefined) return null
  const day = usDate(written)
  if (day !== null && isPlausible(day)) return day
  log.add('bad-date', where, `expected a day as m/d/yyyy in ${column}, got "${written.slice(0, 80)}"`)
  notes.push(`${labelOf(column)}: ${written}`)
  return null
}

/** `remarks/notes` → Remarks/notes. */
function labelOf(column: string): string {
  return column.slice(0, 1).toUpperCase() + column.slice(1)
}
