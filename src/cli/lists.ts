import { compileLists } from '../index.js'
import { type Io, writeWhole } from './io.js'
import { loadLists } from './load.js'
import { table } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'

/** `consignee lists DIR`: what was read, and what could not be; `-o FILE` writes all of it as one bundle. */
export function runLists(flags: Flags, args: readonly string[], io: Io): number {
  const path = args[0]
  if (path === undefined) throw new UsageError('lists needs a folder or a bundle')
  const snapshots = loadLists(path)
  const output = text(flags, 'output')
  if (output !== undefined) writeWhole(output, [compileLists(snapshots)])
  const rows = snapshots.map(({ list, published, listings, issues, sha256 }) => ({
    list,
    published,
    listings: listings.length,
    names: listings.reduce((sum, listing) => sum + listing.names.length, 0),
    issues: issues.length,
    sha256,
  }))
  if (flags.json === true) io.out(`${JSON.stringify(rows, null, 2)}\n`)
  else {
    const cells = rows.map((row) => [
      row.list,
      row.published ?? 'undated',
      String(row.listings),
      String(row.names),
      String(row.issues),
      row.sha256.slice(0, 16),
    ])
    io.out(`${table([['list', 'published', 'listings', 'names', 'issues', 'sha256'], ...cells])}\n`)
  }
  return exitCode.clear
}
