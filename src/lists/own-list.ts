import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { ConsigneeError } from '../errors.js'
import { check } from '../model/check.js'
import type { ListedAddress, ListedName, Listing, NameType, Snapshot, Strength } from '../model/listing.js'
import {
  type CalendarDate,
  dateSchema,
  effectSchema,
  kindSchema,
  type ListId,
  listIdSchema,
} from '../model/vocabulary.js'
import { dayFirst, isoOf } from './day-first.js'
import { type OwnRow, readOwnRows } from './own-rows.js'
import { findList } from './registry.js'
import { addressOf, birthOf, filled, makeSnapshot, uniqueBy } from './snapshot.js'
import { IssueLog } from './source.js'

/**
 * The caller's own list: csv, xlsx, ods or json of any layout, with a mapping that says which column holds what. A
 * column that the mapping does not name is reported and kept in the remarks, so that a mistyped mapping cannot leave
 * part of a list unscreened in silence.
 */

const columnSchema = z.string().check(z.minLength(1), z.maxLength(200))
const columnsSchema = z.union([
  columnSchema,
  z.readonly(z.array(columnSchema).check(z.minLength(1), z.maxLength(50))),
])
const column = z.optional(columnsSchema)

/** Where each part of a listing stands: the name of a column (of a key, in json), or of several. */
const ownColumnsSchema = z.strictObject({
  name: columnsSchema,
  id: z.optional(columnSchema),
  kind: z.optional(columnSchema),
  alias: column,
  weakAlias: column,
  formerName: column,
  address: column,
  street: column,
  city: column,
  region: column,
  postalCode: column,
  country: column,
  nationality: column,
  birthDate: column,
  birthPlace: column,
  gender: z.optional(columnSchema),
  program: column,
  listedOn: z.optional(columnSchema),
  expiresOn: z.optional(columnSchema),
  remarks: column,
  citation: z.optional(columnSchema),
  url: z.optional(columnSchema),
})
type OwnColumns = z.infer<typeof ownColumnsSchema>

/** What the columns of an own list mean. */
export const ownMappingSchema = z.strictObject({
  columns: ownColumnsSchema,
  /** Type of an identifier → its column: `{ IMO: 'Imo no', passport: 'Pass' }`. */
  identifiers: z.optional(z.record(z.string().check(z.minLength(1), z.maxLength(100)), columnSchema)),
  /** Columns that are known not to matter. */
  ignore: z.optional(z.readonly(z.array(columnSchema))),
  /** What divides several values in one cell, `;` for instance; by default a cell is one value. */
  separator: z.optional(z.string().check(z.minLength(1), z.maxLength(10))),
  /** What the rows are, where no column says so. */
  kind: z.optional(kindSchema),
  /** What being on the list does to a transaction. */
  effect: z.optional(effectSchema),
  /** Who keeps the list. */
  authority: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The day of the list. */
  published: z.optional(dateSchema),
})
export type OwnMapping = z.infer<typeof ownMappingSchema>

/**
 * Reads a list of the caller's own. The format is told by the content; the columns by `mapping`.
 *
 * @param id an id of the caller's, as `acme-blocked`; never one of an official list.
 * @throws ConsigneeError `invalid-input` for a mapping of another shape, for a column that the file does not have, and
 *   for the id of an official list; `unreadable-list` for a file that is cut or of another format.
 */
export function parseOwnList(id: ListId, bytes: Uint8Array, mapping: OwnMapping): Snapshot {
  const list = check(listIdSchema, id, 'parseOwnList id')
  if (findList(list))
    throw new ConsigneeError(
      'invalid-input',
      `parseOwnList: expected an id of your own, got "${list}", an official list`,
      {
        path: 'id',
        expected: 'an id of your own',
        received: list,
      },
    )
  const known = check(ownMappingSchema, mapping, 'parseOwnList mapping')
  const file = { name: list, bytes }
  const log = new IssueLog()
  const mapped = [...Object.values(known.columns), ...Object.values(known.identifiers ?? {})].flatMap(
    (names) => names ?? [],
  )
  const { rows, columns } = readOwnRows(file, mapped, log)
  const unknown = columns.filter(
    (name) => name !== '' && !mapped.includes(name) && !known.ignore?.includes(name),
  )
  for (const name of unknown)
    log.add(
      'unknown-column',
      list,
      `expected a column that the mapping names, got "${name.slice(0, 80)}"; kept in the remarks`,
    )
  const listings = rows.map((row) => new RowReader(row, known).toListing(list, unknown, log))
  const published = known.published ?? null
  return makeSnapshot(list, [file], { listings, published, fewest: 0, log })
}

/** Reads the parts of one row through the mapping. */
class RowReader {
  private readonly columns: OwnColumns

  constructor(
    private readonly row: OwnRow,
    private readonly mapping: OwnMapping,
  ) {
    this.columns = mapping.columns
  }

  toListing(list: ListId, unknown: readonly string[], log: IssueLog): Listing {
    const { row, mapping } = this
    const names = this.names()
    const addresses = this.addresses()
    if (names.length === 0) log.add('no-name', row.where, 'expected a name, got none')
    const gender = { m: 'male', male: 'male', f: 'female', female: 'female' }[
      this.first('gender').toLowerCase()
    ]
    const remarks = [
      ...this.all('remarks'),
      ...unknown.flatMap((name) => row.get(name).map((text) => `${name}: ${text}`)),
    ]
    return {
      id: this.first('id') || digest(names[0]?.name ?? row.where, addresses[0]?.text ?? ''),
      list,
      authority: mapping.authority ?? list,
      kind: this.kind(log),
      names,
      addresses,
      birthDates: this.all('birthDate').map((text) => birthOf(isoOf(text), text, row.where, log)),
      birthPlaces: this.all('birthPlace'),
      countries: this.all('nationality'),
      identifiers: Object.entries(mapping.identifiers ?? {}).flatMap(([type, name]) =>
        this.valuesIn(name).map((value) => ({ type, value })),
      ),
      ...(gender ? { gender: gender as 'male' | 'female' } : {}),
      programs: this.all('program'),
      ...filled({ effect: mapping.effect }),
      listedOn: this.day('listedOn', log),
      ...filled({ expiresOn: this.day('expiresOn', log) ?? undefined }),
      ...filled({ remarks: remarks.join('\n'), citation: this.first('citation'), url: this.first('url') }),
    }
  }

  private valuesIn(name: string): readonly string[] {
    const { separator } = this.mapping
    const cells = this.row.get(name)
    const values = separator === undefined ? cells : cells.flatMap((cell) => cell.split(separator))
    return values.map((value) => value.trim()).filter((value) => value !== '')
  }

  private all(key: keyof OwnColumns): readonly string[] {
    const names = this.columns[key]
    return names === undefined ? [] : [names].flat().flatMap((name) => this.valuesIn(name))
  }

  private first(key: keyof OwnColumns): string {
    return this.all(key)[0] ?? ''
  }

  private names(): readonly ListedName[] {
    const typed = (key: keyof OwnColumns, type: NameType, strength: Strength) =>
      this.all(key).map((name): ListedName => ({ name, type, strength }))
    const names = [
      ...typed('name', 'primary', 'strong'),
      ...typed('alias', 'alias', 'strong'),
      ...typed('formerName', 'former', 'strong'),
      ...typed('weakAlias', 'alias', 'weak'),
    ]
    return uniqueBy(names, ({ name }) => name)
  }

  /** One address of fields, or each value of a column of whole addresses; a country alone is one too. */
  private addresses(): readonly ListedAddress[] {
    const whole = this.all('address')
    const [street, city, region, postalCode, country] = (
      ['street', 'city', 'region', 'postalCode', 'country'] as const
    ).map((key) => this.all(key).join(', '))
    const parts = filled({ street, city, region, postalCode, country })
    if (whole.length !== 1) return [...whole.map((text) => ({ text })), ...addressOf(parts)]
    const more = addressOf(parts)[0]?.text
    return [{ ...parts, text: more === undefined ? whole[0]! : `${whole[0]}, ${more}` }]
  }

  private kind(log: IssueLog): Listing['kind'] {
    const written = this.first('kind').toLowerCase()
    if (written === '') return this.mapping.kind ?? null
    const parsed = kindSchema.safeParse(written)
    if (parsed.success) return parsed.data
    log.add(
      'unknown-type',
      this.row.where,
      `expected person, organization, vessel or aircraft, got "${written.slice(0, 40)}"`,
    )
    return null
  }

  private day(key: 'listedOn' | 'expiresOn', log: IssueLog): CalendarDate | null {
    const written = this.first(key)
    const day = dayFirst(written)
    if (written !== '' && day === null)
      log.add(
        'bad-date',
        this.row.where,
        `expected a day as yyyy-mm-dd or dd/mm/yyyy, got "${written.slice(0, 40)}"`,
      )
    return day
  }
}

/** An id of the content, so that rows may move. */
function digest(name: string, address: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${name.toLowerCase()}\n${address.toLowerCase()}`))).slice(0, 16)
}
