import { join } from 'node:path'
import { ConsigneeError, type ListFile, openBundle, parseList, type Snapshot } from '../index.js'
import { nodeDisk, openSynced } from '../sync.js'
import { readBytes, readFolder } from './io.js'

/** Which list a file belongs to, told by the name under which its publisher offers it. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/^(consolidated|screening-?list|csl).*\.(csv|tsv|json)$/i, 'us-csl'],
  [/^(sdn|add|alt|sdn_comments)\.csv$/i, 'us-ofac-sdn'],
  [/^cons_(prim|add|alt|comments)\.csv$/i, 'us-ofac-cons'],
  [/^(consolidated|un|un_consolidated|consolidatedlegacybyprn).*\.xml$/i, 'un-sc'],
]

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
  const known = 'consolidated.csv or .json (us-csl), sdn.csv, cons_prim.csv (OFAC), consolidated.xml (un-sc)'
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
    const list = byName.find(([pattern]) => pattern.test(name))?.[1]
    if (list) {
      // OFAC's files belong together; every other list is one file.
      const key = list.startsWith('us-ofac') ? `${list} ${folder}` : path
      const group = groups.get(key) ?? { list, files: [] }
      group.files.push({ name, bytes: readBytes(path) })
      groups.set(key, group)
    } else if (depth > 1 && !name.startsWith('.')) {
      const inner = readFolder(path)
      if (inner) collect(path, inner, groups, depth - 1)
    }
  }
}
