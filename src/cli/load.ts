import { basename, extname, join } from 'node:path'
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
 * Loads lists from a bundle, a synced directory, or a folder of list files.
 * @throws ConsigneeError when nothing is recognized or anything is unreadable: a list is never skipped in silence.
 */
export function loadLists(path: string): Snapshot[] {
  if (readFolder(path) === null) return [...openBundle(readBytes(path)).snapshots]
  const synced = openSynced(nodeDisk, path)
  if (synced) return [...synced.snapshots]
  return groupFiles(path).map(({ list, files }) => parseList(list, files))
}

/**
 * The list files of a folder, searched two levels deep, so that folders named by date or list work.
 * @throws ConsigneeError `io` when none is recognized.
 */
export function groupFiles(path: string): ListGroup[] {
  const names = readFolder(path) ?? []
  const groups = new Map<string, ListGroup>()
  collect(path, names, groups, 2)
  if (groups.size > 0) return [...groups.values()]
  const known =
    'consolidated.csv or .json (us-csl), sdn.csv (us-ofac-sdn), consolidated.xml (un-sc), or folders named by list id'
  throw new ConsigneeError(
    'io',
    `${path}: expected list files such as ${known}, got ${names.length} other files`,
    { path },
  )
}

function collect(
  folder: string,
  names: readonly string[],
  groups: Map<string, ListGroup>,
  depth: number,
): void {
  for (const name of names) {
    const path = join(folder, name)
    const inner = name.startsWith('.') ? null : readFolder(path)
    const list = inner ? undefined : listOfFile(basename(folder), name)
    if (list) {
      // Files of one form belong together where a list has several, and where their folder is the list's own.
      const isSet = list.startsWith('us-ofac') || basename(folder) === list
      const key = isSet ? `${list} ${folder} ${extname(name).toLowerCase()}` : path
      const group = groups.get(key) ?? { list, files: [] }
      group.files.push({ name, bytes: readBytes(path) })
      groups.set(key, group)
    } else if (inner && depth > 1) collect(path, inner, groups, depth - 1)
  }
}
