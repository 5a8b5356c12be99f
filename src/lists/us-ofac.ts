import type {
  ListedAddress,
  ListedName,
  ListFile,
  Listing,
  NameType,
  Relationship,
  Snapshot,
} from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { Kind, ListId } from '../model/vocabulary.js'
import { uniqueId } from './ids.js'
import { parseRemarks } from './remarks.js'
import { IssueLog, snapshotOf } from './source.js'
import { type Cells, type OfacTables, readOfacFiles } from './us-ofac-files.js'
import { isMarkup, parseOfacMarkup } from './us-ofac-markup.js'
import { withProgramEffect } from './us-ofac-programs.js'

/**
 * OFAC's legacy csv: sdn.csv, add.csv, alt.csv, sdn_comments.csv, or the same four of the non-SDN lists
 * (cons_prim.csv …).
 *
 * The files have no header; they are joined on the entry's number (uid). `-0- ` stands for nothing. Each file ends
 * with the byte 0x1A: without it the file may be cut, which is reported; data after it means that files were glued
 * together, and nothing is read. Remarks are cut at 1,000 characters, in the middle of a word or of a wallet's
 * address, and go on in the comments file with nothing between.
 */

/** Length at which OFAC cuts the remarks (dat_spec.txt). */
const REMARKS_LIMIT = 1_000

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
  ['', 'organization'],
])

const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['aka', 'alias'],
  ['fka', 'former'],
  ['nka', 'variation'],
])

/**
 * Reads a set of OFAC's csv files. Files are known by their names, in any case; a single file of another name is
 * taken as the primary one. Ids of the listings are OFAC's uids. `published` is null: the files carry no date.
 *
 * @throws ConsigneeError `unreadable-list` without the primary file, for a file of the other list, and for a file that
 *   is cut inside a row, has rows of another length, or goes on after its end mark.
 */
export function parseOfac(list: ListId, files: readonly ListFile[]): Snapshot {
  const [file] = files
  if (file && files.length === 1 && isMarkup(file)) return parseOfacMarkup(list, file)
  const log = new IssueLog()
  const tables = readOfacFiles(list === 'us-ofac-cons' ? 'cons' : 'sdn', files, log)
  const ids = new Map<string, number>()
  const listings = tables.primary.map((row) => {
    const uid = row.cells[0]!
    const id = uniqueId(ids, uid)
    if (id !== uid) log.add('duplicate-id', row.where, `uid ${uid} is there already; kept as ${id}`)
    return withProgramEffect(toListing(list, id, row, tables, log))
  })
  return snapshotOf(list, files, {
    published: null,
    listings,
    log,
  })
}

function toListing(list: ListId, id: string, row: Cells, tables: OfacTables, log: IssueLog): Listing {
  const [
    uid = '',
    name = '',
    type = '',
    program = '',
    title,
    callSign,
    vesselType,
    tonnage,
    grt,
    flag = '',
    owner,
  ] = row.cells
  const kind = kinds.get(type.toLowerCase())
  if (kind === undefined)
    log.add('unknown-type', row.where, `expected individual, vessel, aircraft or -0-, got "${type}"`)
  if (name === '') log.add('no-name', row.where, 'expected a name, got none')
  const text = joinRemarks(row, tables.comments.get(uid) ?? [], log)
  const remarks = parseRemarks(text)
  for (const birth of remarks.birthDates) {
    if (birth.earliest === null)
      log.add('bad-birth-date', row.where, `expected a birth date, got "${birth.text}"`)
  }
  const aliases = tables.aliases.get(uid) ?? []
  const addresses = tables.addresses.get(uid) ?? []
  const notes = [
    note('Title', title),
    note('Vessel type', vesselType),
    note('Tonnage', tonnage),
    note('Gross registered tonnage', grt),
    note('Vessel owner', owner),
    ...aliases.map((alias) => note(`Alias ${alias.cells[3]}`, alias.cells[4])),
    ...addresses.map((address) => note('Address', address.cells[5])),
    text,
  ].filter((line) => line.trim() !== '')
  const primary: readonly ListedName[] = name === '' ? [] : [{ name, type: 'primary', strength: 'strong' }]
  const owners: readonly Relationship[] = owner
    ? [{ type: 'owned-by', name: owner, text: 'Vessel owner' }]
    : []
  const relationships = [...owners, ...remarks.relationships]
  const call: readonly Identifier[] = callSign ? [{ type: 'Call sign', value: callSign }] : []
  return {
    id,
    list,
    ...(list === 'us-ofac-sdn' ? { source: 'SDN' } : {}),
    authority: 'OFAC',
    kind: kind ?? null,
    names: [...primary, ...aliases.flatMap((alias) => toName(alias, log)), ...remarks.names],
    addresses: addresses.flatMap((address) => toAddress(address)),
    birthDates: remarks.birthDates,
    birthPlaces: remarks.birthPlaces,
    countries: [...new Set([...(flag === '' ? [] : [flag]), ...remarks.countries])],
    identifiers: [...call, ...remarks.identifiers],
    ...(remarks.gender ? { gender: remarks.gender } : {}),
    ...(relationships.length > 0 ? { relationships } : {}),
    programs: program === '' ? [] : program.split('] [').map((tag) => tag.replace(/^\[|\]$/g, '')),
    listedOn: null,
    ...(notes.length > 0 ? { remarks: notes.join('\n') } : {}),
  }
}

function note(label: string, value: string | undefined): string {
  const text = value?.trim() ?? ''
  return text === '' ? '' : `${label}: ${text}`
}

/** The remarks with their continuation, whole to the letter. */
function joinRemarks(row: Cells, comments: readonly Cells[], log: IssueLog): string {
  const start = row.cells[11]!
  if (start.length >= REMARKS_LIMIT && comments.length === 0) {
    log.add(
      'cut-remarks',
      row.where,
      `expected the rest of the remarks of uid ${row.cells[0]} in the comments file, got none`,
    )
  }
  return start + comments.map((comment) => comment.cells[1]).join('')
}

function toName(row: Cells, log: IssueLog): readonly ListedName[] {
  const [, , kind = '', name = ''] = row.cells
  if (name === '') {
    log.add('empty-alias', row.where, 'expected a name, got none')
    return []
  }
  const type = nameTypes.get(kind.toLowerCase())
  if (type === undefined) log.add('unknown-alias-type', row.where, `expected aka, fka or nka, got "${kind}"`)
  return [{ name, type: type ?? 'alias', strength: 'strong' }]
}

/** Rows with nothing but nulls say that no address is known. */
function toAddress(row: Cells): readonly ListedAddress[] {
  const [, , street = '', city = '', country = ''] = row.cells
  const text = [street, city, country].filter((part) => part !== '').join(', ')
  if (text === '') return []
  return [{ text, ...(street ? { street } : {}), ...(city ? { city } : {}), ...(country ? { country } : {}) }]
}
