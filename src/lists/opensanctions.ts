import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ConsigneeError } from '../errors.js'
import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import type { FtmEntity } from './ftm.js'
import { addEntity, ftmListings, lastSeen } from './ftm-graph.js'
import { isObject, own, readJsonLines, scalar } from './json.js'
import { senzingListing } from './senzing.js'
import { makeSnapshot, onlyFile } from './snapshot.js'
import { decodeChunks, digestFiles, IssueLog, unreadable } from './source.js'
import { parseTargets } from './targets-csv.js'

/**
 * OpenSanctions' exports: targets.simple.csv, targets.nested.json, entities.ftm.json and senzing.json, told by the
 * content; and the deltas between two versions of entities.ftm.json. `published` is the newest day in the file.
 */

/** Reads one export. A delta is refused: alone it is never the list. */
export function parseOpenSanctions(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const [start = ''] = decodeChunks(file)
  if (!start.trimStart().startsWith('{')) return parseTargets(list, files)
  return start.slice(0, 2_000).includes('"RECORD_ID"') ? parseSenzing(list, files) : parseFtm(list, files)
}

function parseSenzing(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const listings: Listing[] = []
  let published: CalendarDate | null = null
  for (const { value, line } of readJsonLines(file, log)) {
    published = lastSeen(published, value, ['LAST_CHANGE'])
    listings.push(senzingListing(list, value, `${file.name} line ${line}`.trim(), log))
  }
  return makeSnapshot(list, files, { listings, published, fewest: 0, log })
}

function parseFtm(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const records: string[] = []
  const found = readEntities(file, records, log)
  const listings = ftmListings(list, found.entities, found.published, log)
  const snapshot = makeSnapshot(list, files, { listings, published: found.published, fewest: 0, log })
  return found.hasNested ? snapshot : { ...snapshot, records }
}

interface Entities {
  readonly entities: ReadonlyMap<string, FtmEntity>
  readonly published: CalendarDate | null
  readonly hasNested: boolean
}

function readEntities(file: ListFile, records: string[], log: IssueLog): Entities {
  const entities = new Map<string, FtmEntity>()
  const seen = new Set<string>()
  let published: CalendarDate | null = null
  let hasNested = false
  for (const { value, text, line } of readJsonLines(file, log)) {
    const where = `${file.name} line ${line}`.trim()
    if (Object.hasOwn(value, 'op'))
      throw unreadable(
        where,
        'expected the whole list, got a delta; apply it to the list before it with applyDelta',
      )
    const id = scalar(own(value, 'id'))
    if (seen.has(id)) throw unreadable(where, `expected each record once, got "${id.slice(0, 80)}" twice`)
    seen.add(id)
    hasNested = addEntity(entities, value, where) || hasNested
    published = lastSeen(published, value, ['last_seen', 'last_change'])
    records.push(text)
  }
  return { entities, published, hasNested }
}

/**
 * Applies a delta of OpenSanctions (`{"op": "ADD" | "MOD" | "DEL", "entity": …}` a line) to the snapshot of the version
 * before it. The result is what parsing the next version would give, in another order; its digest is made of both.
 *
 * @param snapshot of entities.ftm.json, as `parseList` gave it, or of an earlier `applyDelta`; not one of a bundle.
 * @throws ConsigneeError `invalid-input` for a snapshot without records; `unreadable-list` for a delta that is cut, or
 *   that changes or removes what the snapshot does not have: it belongs to another version, and nothing is applied.
 */
export function applyDelta(snapshot: Snapshot, bytes: Uint8Array): Snapshot {
  if (!snapshot.records)
    throw new ConsigneeError(
      'invalid-input',
      'applyDelta: expected a snapshot of entities.ftm.json with its records, got one without (a bundle holds none); parse the file again',
      { path: 'snapshot', expected: 'records', received: 'none' },
    )
  const file: ListFile = { name: 'delta', bytes }
  const log = new IssueLog()
  const records = new Map(snapshot.records.map((text) => [idOf(text), text]))
  for (const { value, line } of readJsonLines(file, log)) applyLine(records, value, `delta line ${line}`)
  const next = parseFtm(snapshot.list, [
    {
      name: 'entities.ftm.json',
      bytes: utf8ToBytes([...records.values()].map((text) => `${text}\n`).join('')),
    },
  ])
  const digest = bytesToHex(sha256(utf8ToBytes(`${snapshot.sha256}\n${digestFiles([file])}\n`)))
  const published =
    [snapshot.published, next.published]
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  return { ...next, sha256: digest, published, issues: [...log.issues, ...next.issues] }
}

function idOf(text: string): string {
  return scalar((JSON.parse(text) as { readonly id?: unknown }).id)
}

function applyLine(
  records: Map<string, string>,
  value: Readonly<Record<string, unknown>>,
  where: string,
): void {
  const op = own(value, 'op')
  const entity = own(value, 'entity')
  const id = isObject(entity) ? scalar(own(entity, 'id')) : ''
  if (id === '') throw unreadable(where, 'expected {"op", "entity": {"id", …}}, got another object')
  if (op !== 'ADD' && op !== 'MOD' && op !== 'DEL')
    throw unreadable(where, `expected op ADD, MOD or DEL, got ${JSON.stringify(op)?.slice(0, 40)}`)
  const isKnown = records.has(id)
  if (isKnown === (op === 'ADD')) {
    const state = isKnown ? 'there already' : 'not there'
    throw unreadable(
      where,
      `expected a change to the version before, got ${op} of "${id.slice(0, 80)}", which is ${state}`,
    )
  }
  if (op === 'DEL') records.delete(id)
  else records.set(id, JSON.stringify(entity))
}
