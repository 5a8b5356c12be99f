import type { BirthDate, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { Identifier } from '../model/transaction.js'
import type { CalendarDate, Kind, ListId } from '../model/vocabulary.js'
import { calendarDate, isPlausible, newestDay, parseBirthDate } from './dates.js'
import { isCountryLabel, isStatement, toIdentifier, writeStatement } from './id-labels.js'
import { contentId, uniqueId } from './ids.js'
import { filled } from './snapshot.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import { splitAliases, splitPrimary } from './us-csl-names.js'
import { type CslRecord, readCsl } from './us-csl-read.js'
import { withProgramEffect } from './us-ofac-programs.js'

/**
 * The Consolidated Screening List of ITA: thirteen lists of BIS, OFAC and the Department of State in one file.
 *
 * The lists mean different things in law, so each record becomes a listing of the list it was taken from, told by the
 * tag in parentheses in its `source`. OFAC's entries keep OFAC's number as id. The publisher's own ids of the others
 * are hashes that change with the citation, or random at each import, so an id is made from the content instead: the
 * tag and a digest of the name and the first address (the citation, where there is no address). Of entries that share
 * all of these, the second and later in the file get `-2`, `-3`.
 *
 * A column without a field of its own in a listing goes into the remarks as `Label: value`. Only the publisher's ids
 * and its address of the source file are left out: both are the same for a whole list, or new each day.
 */

/** An official list in the file: the tag the publisher writes, our id, who imposes. */
interface Source {
  readonly list: ListId
  readonly authority: string
}

const ofac = { list: 'us-ofac-cons', authority: 'OFAC' }
const sources: ReadonlyMap<string, Source> = new Map([
  ['SDN', { list: 'us-ofac-sdn', authority: 'OFAC' }],
  ['SSI', ofac],
  ['FSE', ofac],
  ['CAP', ofac],
  ['PLC', ofac],
  ['NS-MBS', ofac],
  ['CMIC', ofac],
  ['CCMC', ofac],
  ['561', ofac],
  ['13599', ofac],
  ['EL', { list: 'us-bis-entity', authority: 'BIS' }],
  ['DPL', { list: 'us-bis-dpl', authority: 'BIS' }],
  ['UVL', { list: 'us-bis-uvl', authority: 'BIS' }],
  ['MEU', { list: 'us-bis-meu', authority: 'BIS' }],
  ['DTC', { list: 'us-state-dtc', authority: 'US Department of State' }],
  ['ISN', { list: 'us-state-isn', authority: 'US Department of State' }],
])

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['entity', 'organization'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])

/** Columns with a field of their own; every other one goes into the remarks. */
const placed: ReadonlySet<string> = new Set([
  '_id',
  'id',
  'source',
  'entity_number',
  'type',
  'name',
  'federal_register_notice',
  'start_date',
  'end_date',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_flag',
  'country',
  'remarks',
  'source_information_url',
  'source_list_url',
])

/**
 * Reads the Consolidated Screening List in csv (any year's quoting), tsv or json, told by its content.
 *
 * `published` is the day json says it was made, else the newest `start_date` that another one supports, if any.
 *
 * @throws ConsigneeError `unreadable-list` for more than one file; and when the file is empty, a web page, without
 *   header or records, cut inside a row, one page of a search, or of another shape.
 */
export function parseCsl(list: ListId, files: readonly ListFile[]): Snapshot {
  const [file] = files
  if (!file || files.length > 1) throw unreadable('', `expected one file, got ${files.length}`)
  const log = new IssueLog()
  const { records, made } = readCsl(file, log)
  if (records.length === 0) throw unreadable(file.name, 'expected records, got none; download the file again')
  const ids = new Map<string, number>()
  const listings = records.map((record) => {
    const listing = withProgramEffect(toListing(list, record, log))
    return { ...listing, id: uniqueId(ids, listing.id) }
  })
  return snapshotOf(list, files, {
    published:
      made ??
      newestDay(
        listings.map(({ listedOn }) => listedOn),
        'start_date',
        log,
      ),
    listings,
    log,
  })
}

function toListing(aggregate: ListId, record: CslRecord, log: IssueLog): Listing {
  const { where, text } = record
  const written = text.get('source') ?? ''
  const tag = tagOf(written)
  const source = sources.get(tag)
  if (!source)
    log.add(
      'unknown-source',
      where,
      `expected the name of a known list, got "${written}"; kept as ${aggregate}`,
    )
  const notes = text.has('remarks') ? [text.get('remarks')!] : []
  const { names, addresses } = readParty(record, tag, log)
  const citation = text.get('federal_register_notice')
  const isDenied = tag === 'DPL'
  const expiresOn = isDenied ? readDate(record, 'end_date', notes, log) : null
  if (!isDenied && text.has('end_date')) notes.push(`End date: ${text.get('end_date')}`)
  const listedOn = readDate(record, 'start_date', notes, log)
  const { identifiers, countries } = readIds(record, notes)
  for (const [column, value] of text) if (!placed.has(column)) notes.push(`${labelOf(column)}: ${value}`)
  const requirement = writeRequirement(text.get('license_requirement'), text.get('license_policy'))
  const url = text.get('source_information_url') ?? text.get('source_list_url')
  return {
    id: idOf(tag, text, addresses[0]?.text ?? citation ?? ''),
    list: source?.list ?? aggregate,
    ...(tag === '' ? {} : { source: tag }),
    authority: source?.authority ?? (written.split(' - ')[1] || 'unknown'),
    kind: readKind(record, log),
    names,
    addresses,
    birthDates: readBirthDates(record, log),
    birthPlaces: record.lists.get('places_of_birth') ?? [],
    countries,
    identifiers,
    programs: record.lists.get('programs') ?? [],
    ...filled({ requirement }),
    listedOn,
    ...filled({ expiresOn, remarks: notes.join('\n'), citation, url }),
  }
}

/** `Military End User (MEU) List - Bureau of …` → MEU; files before 2017 have the bare tag. */
function tagOf(source: string): string {
  const inside = [...source.matchAll(/\(([^()]{1,40})\)/g)].map((match) => match[1]!.replace(/ List$/, ''))
  return inside.find((tag) => sources.has(tag)) ?? inside.at(-1) ?? source.slice(0, 40)
}

function readParty(record: CslRecord, tag: string, log: IssueLog): Pick<Listing, 'names' | 'addresses'> {
  const { where, text, lists } = record
  const primary = splitPrimary(text.get('name') ?? '')
  if (primary.length === 0) log.add('no-name', where, 'expected a name, got none')
  const aliases = splitAliases(lists.get('alt_names') ?? [], tag === 'ISN', where, log)
  const country = text.get('country')
  const own = country === undefined ? [] : [{ text: country, country }]
  return { names: [...primary, ...aliases], addresses: [...record.addresses, ...own] }
}

/** An empty type is no type: the lists of BIS and State do not say who is a person. */
function readKind(record: CslRecord, log: IssueLog): Kind | null {
  const type = record.text.get('type')
  if (type === undefined) return null
  const kind = kinds.get(type.toLowerCase())
  if (kind === undefined)
    log.add('unknown-type', record.where, `expected Individual, Entity, Vessel or Aircraft, got "${type}"`)
  return kind ?? null
}

function readBirthDates(record: CslRecord, log: IssueLog): readonly BirthDate[] {
  return (record.lists.get('dates_of_birth') ?? []).map((text) => {
    const birth = parseBirthDate(text)
    if (birth.earliest === null)
      log.add('bad-birth-date', record.where, `expected a birth date, got "${text}"`)
    return birth
  })
}

/** A date that cannot be believed becomes null, an issue, and a line of the remarks. */
function readDate(
  record: CslRecord,
  column: 'start_date' | 'end_date',
  notes: string[],
  log: IssueLog,
): CalendarDate | null {
  const written = record.text.get(column)
  if (written === undefined) return null
  const date = calendarDate(written)
  if (date !== null && isPlausible(date)) return date
  log.add('bad-date', record.where, `expected a day as YYYY-MM-DD in ${column}, got "${written}"`)
  notes.push(`${labelOf(column)}: ${written}`)
  return null
}

/** Identifiers and countries; statements and the dates of documents go into the notes. */
function readIds(record: CslRecord, notes: string[]): Pick<Listing, 'identifiers' | 'countries'> {
  const { text, lists } = record
  const identifiers: Identifier[] = []
  const countries = new Set([...(lists.get('nationalities') ?? []), ...(lists.get('citizenships') ?? [])])
  const call = text.get('call_sign')
  if (call !== undefined) identifiers.push({ type: 'Call sign', value: call })
  const flag = text.get('vessel_flag')
  if (flag !== undefined) countries.add(flag)
  for (const { label, value, country, details } of record.ids) {
    if (isCountryLabel(label)) countries.add(value)
    if (isStatement(label)) notes.push(writeStatement(label, value))
    else if (value === '') notes.push(`${label}: no number`)
    else identifiers.push(toIdentifier(label, value, country))
    if (details.length > 0) notes.push(`${label} ${value}: ${details.join(', ')}`)
  }
  return { identifiers, countries: [...countries] }
}

/** License requirement and review policy as one text; empty where neither is stated. */
export function writeRequirement(requirement: string | undefined, policy: string | undefined): string {
  return [
    requirement === undefined ? '' : `License requirement: ${requirement}`,
    policy === undefined ? '' : `License review policy: ${policy}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** `gross_tonnage` → Gross tonnage. */
function labelOf(column: string): string {
  const words = column.replaceAll('_', ' ').trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function idOf(tag: string, text: ReadonlyMap<string, string>, place: string): string {
  const number = text.get('entity_number')
  if (number !== undefined && /^\d{1,10}$/.test(number)) return `${tag}-${number}`
  return contentId(tag, text.get('name') ?? '', place)
}
