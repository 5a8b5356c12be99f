import { join } from 'node:path'
import { ConsigneeError, type ListFile, openBundle, parseList, type Snapshot } from '../index.js'
import { readBytes, readFolder } from './io.js'

/** Which list a file belongs to, told by the name under which its publisher offers it. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/^(consolidated|screening-?list|csl).*\.(csv|tsv|json)$/i, 'us-csl'],
  [/^(sdn|add|alt|sdn_comments)\.csv$/i, 'us-ofac-sdn'],
  [/^cons_(prim|add|alt|comments)\.csv$/i, 'us-ofac-cons'],
  [/^(consolidated|un|un_consolidated|consolidatedlegacybyprn).*\.xml$/i, 'un-sc'],
]

/**
 * Loads lists from a folder (searched two levels deep, so that folders named by date or list work) or a bundle.
 * @throws ConsigneeError when nothing is recognized or anything is unreadable: a list is never skipped in silence.
 */
export function loadLists(path: string): Snapshot[] {
  const names = readFolder(path)
  if (names === null) return [...openBundle(readBytes(path)).snapshots]
  const groups = new Map<string, { list: string; files: ListFile[] }>()
  collect(path, names, groups, 2)
  if (groups.size === 0) {
    const known =
      'consolidated.csv or .json (us-csl), sdn.csv, cons_prim.csv (OFAC), consolidated.xml (un-sc)'
    throw new ConsigneeError(
      'io',
      `${path}: expected list files such as ${known}, got ${names.length} other files`,
      {
        path,
      },
    )
  }
  return [...groups.values()].map(({ list, files }) => parseList(list, files))
}

function collect(
  folder: string,
  names: readonly string[],
  groups: Map<string, { list: string; files: ListFile[] }>,
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
