import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { compileLists, openBundle } from '../../bundle.js'
import { ConsigneeError } from '../../errors.js'
import type { ListFile, Snapshot } from '../../model/listing.js'
import type { ListId } from '../../model/vocabulary.js'
import { parseList } from '../parse.js'
import { type Manifest, readManifest, type StoredList } from './manifest.js'
import type { Disk } from './world.js'

/**
 * The layout of a synced directory:
 *
 *   manifest.json                       what the lists are; the only file that is ever replaced
 *   bundles/<digest>.csgn               all lists, compiled
 *   files/<list>/<digest>/<name>        the publishers' own files
 *   incoming/<list>/<name>              downloads under way
 *   lock                                the sync at work
 *
 * Files and bundles are named by their content and never changed. A sync writes new ones next to the old, then replaces
 * the manifest, then removes what the new manifest no longer names: a crash at any point leaves one manifest and all
 * that it names.
 */

/** SHA-256 in hex. */
export function digest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Where the files of one state of a list are. */
export function filesPath(dir: string, { list, sha256 }: Pick<StoredList, 'list' | 'sha256'>): string {
  return `${dir}/files/${list}/${sha256}`
}

function bundlePath(dir: string, file: string): string {
  return `${dir}/bundles/${file}`
}

/** Writes the compiled lists and says how the manifest names them. */
export function storeBundle(disk: Disk, dir: string, snapshots: readonly Snapshot[]): Manifest['bundle'] {
  const bytes = compileLists(snapshots)
  const sha256 = digest(bytes)
  const file = `${sha256}.csgn`
  disk.write(bundlePath(dir, file), bytes)
  return { file, sha256, bytes: bytes.length }
}

/** The publisher's files of a stored list. @throws ConsigneeError `io` where one is missing or was changed. */
export function readStoredFiles(disk: Disk, dir: string, stored: StoredList): ListFile[] {
  return stored.files.map(({ name, sha256 }) => {
    const path = `${filesPath(dir, stored)}/${name}`
    const bytes = disk.read(path)
    if (bytes && digest(bytes) === sha256) return { name, bytes }
    const found = bytes ? 'a changed one' : 'nothing'
    throw new ConsigneeError('io', `${path}: expected the file that was synced, got ${found}; sync again`, {
      path,
    })
  })
}

/**
 * The snapshots that a manifest names: from the bundle, or, where that is of another version of the package, missing or
 * damaged, from the publishers' files again.
 */
export function readSnapshots(disk: Disk, dir: string, manifest: Manifest): readonly Snapshot[] {
  const compiled = openCompiled(disk, dir, manifest)
  return manifest.lists.map((stored) => {
    const snapshot = compiled.get(stored.list) ?? parseList(stored.list, readStoredFiles(disk, dir, stored))
    return dated(snapshot, stored)
  })
}

/** What the sync knows of the dates of a list, beyond what stands in its files. */
export function dated(snapshot: Snapshot, { published, checked }: Pick<StoredList, 'published' | 'checked'>) {
  return { ...snapshot, published, ...(checked === null ? {} : { checked }) }
}

function openCompiled(disk: Disk, dir: string, { bundle, lists }: Manifest): ReadonlyMap<string, Snapshot> {
  const bytes = disk.read(bundlePath(dir, bundle.file))
  if (!bytes || digest(bytes) !== bundle.sha256) return new Map()
  try {
    const { snapshots } = openBundle(bytes)
    const digests = new Map(lists.map(({ list, sha256 }) => [list, sha256]))
    return new Map(
      snapshots
        .filter(({ list, sha256 }) => digests.get(list) === sha256)
        .map((snapshot) => [snapshot.list, snapshot]),
    )
  } catch (error) {
    if (error instanceof ConsigneeError && error.code === 'unreadable-bundle') return new Map()
    throw error
  }
}

/** Names that only a sync gives; whatever else stands in the folder belongs to somebody else. */
const OWN_STATE = /^[0-9a-f]{64}$/
const OWN_BUNDLE = /^[0-9a-f]{64}\.csgn(?:\.tmp)?$/

/** Removes what an earlier sync wrote and neither manifest names; the state before stays for whoever is reading it. */
export function removeOld(disk: Disk, dir: string, now: Manifest, before: Manifest | null): void {
  const manifests = before ? [now, before] : [now]
  const bundles = new Set(manifests.map(({ bundle }) => bundle.file))
  for (const file of disk.list(`${dir}/bundles`))
    if (OWN_BUNDLE.test(file) && !bundles.has(file)) disk.remove(bundlePath(dir, file))
  const states = new Set(manifests.flatMap(({ lists }) => lists.map((list) => filesPath(dir, list))))
  for (const { list } of manifests.flatMap(({ lists }) => lists))
    for (const state of disk.list(`${dir}/files/${list}`))
      if (OWN_STATE.test(state) && !states.has(`${dir}/files/${list}/${state}`))
        disk.remove(`${dir}/files/${list}/${state}`)
}

/** Removes what was left of downloads of these lists. */
export function removeIncoming(disk: Disk, dir: string, lists: Iterable<ListId>): void {
  for (const list of lists) disk.remove(`${dir}/incoming/${list}`)
  if (disk.list(`${dir}/incoming`).length === 0) disk.remove(`${dir}/incoming`)
}

/** A synced directory, read. */
export interface Synced {
  readonly manifest: Manifest
  /** In the order of the manifest, with the dates that the sync knows. */
  readonly snapshots: readonly Snapshot[]
}

/**
 * Reads a synced directory. Safe while a sync is at work on it.
 * @returns null where nothing was ever synced.
 * @throws ConsigneeError where the manifest, or a file it names, is missing or damaged.
 */
export function openSynced(disk: Disk, dir: string): Synced | null {
  const manifest = readManifest(disk, dir)
  if (!manifest) return null
  try {
    return { manifest, snapshots: readSnapshots(disk, dir, manifest) }
  } catch (error) {
    // Two syncs may have ended since the manifest was read, and removed what it names.
    const later = readManifest(disk, dir)
    if (!later || later.synced === manifest.synced) throw error
    return { manifest: later, snapshots: readSnapshots(disk, dir, later) }
  }
}
