import { format } from 'date-fns/format'
import { ConsigneeError } from '../../errors.js'
import type { ListFile, Snapshot } from '../../model/listing.js'
import type { CalendarDate, ListId } from '../../model/vocabulary.js'
import { VERSION } from '../../version.js'
import { calendarDate } from '../dates.js'
import { undateFuture } from '../future.js'
import { parseList } from '../parse.js'
import { type GuardOptions, guardSnapshot, signsOf } from './guard.js'
import { takeLock } from './lock.js'
import { type Manifest, readManifest, type StoredFile, type StoredList, writeManifest } from './manifest.js'
import { planSync, type Sources } from './plan.js'
import { type Retrieved, type RetrievedFile, type RetrieveOptions, retrieveAll } from './retrieve.js'
import { digest, filesPath, readSnapshots, removeIncoming, removeOld, storeBundle } from './store.js'
import type { SyncWorld } from './world.js'

/**
 * Brings a directory up to date with the publishers: plan, download, verify, parse, guard, compile, swap.
 *
 * Each list stands for itself: one that cannot be had, cannot be read or is not trusted keeps its last good state, and
 * the report and the manifest say why. Nothing takes effect before the manifest is replaced at the end.
 */

/** How to sync. */
export interface SyncOptions extends Sources, GuardOptions, RetrieveOptions {
  readonly lists: readonly ListId[]
  /** Lists whose new state is taken although the guards refuse it: a person looked at it. */
  readonly accept?: readonly ListId[] | undefined
}

/** What became of one list. */
export interface ListReport {
  readonly list: ListId
  /**
   * `updated` new content · `unchanged` the publisher has nothing newer · `refused` read and not trusted ·
   * `failed` could not be had or read. After the last two the old state, if any, is still in use.
   */
  readonly status: 'updated' | 'unchanged' | 'refused' | 'failed'
  /** Why, for `refused` and `failed`. */
  readonly reason: string | null
  /** What is in use now; null where there is nothing. */
  readonly stored: StoredList | null
  /** Entries before, where the list is not new. */
  readonly listingsBefore: number | null
}

/** What became of a sync. */
export interface SyncReport {
  readonly dir: string
  readonly lists: readonly ListReport[]
  /** The manifest that is in force; null where nothing was ever synced. */
  readonly manifest: Manifest | null
}

/**
 * Syncs lists into a directory.
 * @throws ConsigneeError `invalid-input` for a plan that cannot be carried out, `io` where another sync is at work, or
 *   where the disk fails: then the directory is as it was.
 */
export async function syncLists(world: SyncWorld, options: SyncOptions): Promise<SyncReport> {
  const plan = planSync(options.lists, options)
  const release = takeLock(world, options.dir)
  try {
    const before = readManifest(world.disk, options.dir)
    const results = await retrieveAll(world, plan, before, options)
    const states = results.map((result) => judge(world, result, before, options))
    const manifest = commit(world, options.dir, before, states)
    const reports = states.map((state): ListReport => {
      const { stored, status, reason } = state
      return { list: state.list, status, reason, stored, listingsBefore: state.before?.listings ?? null }
    })
    return { dir: options.dir, lists: reports, manifest }
  } finally {
    release()
  }
}

/** A list after the attempt: what is to be in the manifest, and the new snapshot if there is one. */
interface State {
  readonly list: ListId
  readonly status: ListReport['status']
  readonly reason: string | null
  readonly before: StoredList | undefined
  readonly stored: StoredList | null
  readonly fresh: { readonly snapshot: Snapshot; readonly files: readonly RetrievedFile[] } | null
}

function judge(world: SyncWorld, result: Retrieved, manifest: Manifest | null, options: SyncOptions): State {
  const { planned, files, failure } = result
  const { list } = planned
  const before = manifest?.lists.find((stored) => stored.list === list)
  const today = dayOf(world)
  const keep = (status: 'refused' | 'failed', reason: string): State => {
    const problem = { kind: status, at: timeOf(world), reason }
    return { list, status, reason, before, stored: before ? { ...before, problem } : null, fresh: null }
  }
  const current = (stored: StoredList): State => {
    const checked = planned.origin === 'publisher' ? today : stored.checked
    return {
      list,
      status: 'unchanged',
      reason: null,
      before,
      stored: { ...stored, checked, problem: null },
      fresh: null,
    }
  }
  if (failure !== null) return keep('failed', failure)
  if (files === null) return before ? current(before) : keep('failed', 'nothing came')
  const snapshot = read(list, files, today)
  if (snapshot instanceof ConsigneeError) return keep('failed', snapshot.message)
  const refusal = options.accept?.includes(list) ? null : guardSnapshot(before, snapshot, options)
  if (refusal !== null) return keep('refused', refusal)
  const isSame = before?.sha256 === snapshot.sha256
  const stored: StoredList = {
    list,
    origin: planned.origin,
    files: files.map(describeFile),
    sha256: snapshot.sha256,
    published: snapshot.published,
    retrieved: isSame ? before.retrieved : timeOf(world),
    checked: planned.origin === 'publisher' ? today : isSame ? before.checked : null,
    listings: snapshot.listings.length,
    names: snapshot.listings.reduce((sum, { names }) => sum + names.length, 0),
    issues: snapshot.issues.length,
    signs: signsOf(snapshot),
    problem: null,
  }
  return {
    list,
    status: isSame ? 'unchanged' : 'updated',
    reason: null,
    before,
    stored,
    fresh: { snapshot, files },
  }
}

/** Reads a list; its date is the one in its files, else the day on which the server says it was last modified. */
function read(list: ListId, files: readonly RetrievedFile[], today: CalendarDate): Snapshot | ConsigneeError {
  try {
    const snapshot = parseList(list, files satisfies readonly ListFile[])
    const modified = files.flatMap(({ lastModified }) => httpDay(lastModified) ?? []).sort()
    return undateFuture({ ...snapshot, published: snapshot.published ?? modified.at(-1) ?? null }, today)
  } catch (error) {
    if (error instanceof ConsigneeError) return error
    throw error
  }
}

/** `Wed, 21 Oct 2026 07:28:00 GMT` → 2026-10-21. */
function httpDay(text: string | null): CalendarDate | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : calendarDate(new Date(time).toISOString().slice(0, 10))
}

function describeFile({ name, url, etag, lastModified, bytes }: RetrievedFile): StoredFile {
  return { name, url, etag, lastModified, sha256: digest(bytes), bytes: bytes.length }
}

/** Writes files and bundle, then the manifest, then tidies up. */
function commit(
  world: SyncWorld,
  dir: string,
  before: Manifest | null,
  states: readonly State[],
): Manifest | null {
  const touched = new Set(states.map(({ list }) => list))
  const lists = [
    ...(before?.lists ?? []).filter(({ list }) => !touched.has(list)),
    ...states.flatMap(({ stored }) => stored ?? []),
  ].sort((a, b) => (a.list < b.list ? -1 : 1))
  if (lists.length === 0) return before
  for (const { stored, fresh } of states) {
    for (const { name, bytes } of (stored && fresh?.files) ?? [])
      world.disk.write(`${filesPath(dir, stored!)}/${name}`, bytes)
  }
  const isOther = before?.engine !== VERSION || states.some(({ status }) => status === 'updated')
  const bundle = isOther
    ? storeBundle(world.disk, dir, allSnapshots(world, dir, before, lists, states))
    : before.bundle
  const manifest: Manifest = { version: 1, engine: VERSION, synced: timeOf(world), bundle, lists }
  writeManifest(world.disk, dir, manifest)
  removeOld(world.disk, dir, manifest, before)
  if (states.every(({ reason }) => reason === null)) removeIncoming(world.disk, dir, touched)
  return manifest
}

function allSnapshots(
  world: SyncWorld,
  dir: string,
  before: Manifest | null,
  lists: readonly StoredList[],
  states: readonly State[],
): readonly Snapshot[] {
  const fresh = new Map(states.flatMap(({ list, fresh }) => (fresh ? [[list, fresh.snapshot] as const] : [])))
  const kept = lists.filter(({ list }) => !fresh.has(list))
  const old = before && kept.length > 0 ? readSnapshots(world.disk, dir, { ...before, lists: kept }) : []
  return [...old, ...fresh.values()]
}

function timeOf(world: SyncWorld): string {
  return new Date(world.now()).toISOString()
}

function dayOf(world: SyncWorld): CalendarDate {
  return format(new Date(world.now()), 'yyyy-MM-dd')
}
