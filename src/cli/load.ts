import { basename, extname, join, resolve } from 'node:path'
import { ConsigneeError, type ListFile, openBundle, parseList, type Snapshot } from '../index.js'
import { nodeDisk, openSynced } from '../sync.js'
import { listOfFile } from './file-names.js'
import { readBytes, readFolder } from './io.js'

/** Files that make up one state of one list. */
export interface ListGroup {
  readonly list: string
  readonly files: ListFile[]
}

/**
 * Loads lists from a bundle, a synced directory, a folder of list files, or one list file.
 * @param list the only one that is wanted; a single file is read as this list, whatever its name.
 * @throws ConsigneeError when nothing is recognized or anything is unreadable: a list is never skipped in silence.
 */
export function loadLists(path: string, list?: string): Snapshot[] {
  const wanted = loadAll(path, list).filter((snapshot) => list === undefined || snapshot.list === list)
  if (wanted.length > 0 || list === undefined) return wanted
  throw notRecognized(path, list, 'other lists')
}

function loadAll(path: string, list: string | undefined): readonly Snapshot[] {
  if (readFolder(path) === null) {
    const bytes = readBytes(path)
    if (isBundle(bytes)) return openBundle(bytes).snapshots
    const known = list ?? listOfFile(resolve(path), () => bytes)
    if (known === undefined)
      throw notRecognized(path, 'a bundle, or a list file under its own name', 'another file')
    return [parseList(known, [{ name: basename(path), bytes }])]
  }
  const synced = openSynced(nodeDisk, path)
  if (synced) return synced.snapshots
  return groupFiles(path, list).map((group) => parseList(group.list, group.files))
}

/** Whether a file begins like a bundle. */
export function isBundle(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 4)) === 'CSGN'
}

/**
 * The list files of a folder, searched two levels deep, so that folders named by date or list work.
 * @param list the only one that is wanted.
 * @throws ConsigneeError `io` when none is recognized.
 */
export function groupFiles(path: string, list?: string): ListGroup[] {
  const names = readFolder(path) ?? []
  const groups = new Map<string, ListGroup>()
  collect(resolve(path), names, list, groups, 2)
  if (groups.size > 0) return [...groups.values()]
  const known =
    list === undefined
      ? 'list files such as consolidated.csv or .json (us-csl), sdn.csv (us-ofac-sdn), consolidated.xml (un-sc), or folders named by list id'
      : `files of ${list}`
  throw notRecognized(path, known, `${names.length} other files`)
}

function notRecognized(path: string, expected: string, received: string): ConsigneeError {
  return new ConsigneeError('io', `${path}: expected ${expected}, got ${received}`, {
    path,
    expected,
    received,
  })
}

function collect(
  folder: string,
  names: readonly string[],
  wanted: string | undefined,
  groups: Map<string, ListGroup>,
  depth: number,
): void {
  for (const name of names) {
    const path = join(folder, name)
    const inner = name.startsWith('.') ? null : readFolder(path)
    if (inner) {
      if (depth > 1) collect(path, inner, wanted, groups, depth - 1)
      continue
    }
    const list = listOfFile(path, () => readBytes(path))
    if (list === undefined || (wanted !== undefined && list !== wanted)) continue
    // Files of one form belong together where a list has several, and where their folder is the list's own.
    const isSet = list.startsWith('us-ofac') || basename(folder) === list
    const key = isSet ? `${list} ${folder} ${extname(name).toLowerCase()}` : path
    const group = groups.get(key) ?? { list, files: [] }
    group.files.push({ name, bytes: readBytes(path) })
    groups.set(key, group)
  }
}
