import { compileLists, type ListEntry, parsableLists, registry } from '../index.js'
import { runDiff } from './diff.js'
import { type Io, writeWhole } from './io.js'
import { loadLists } from './load.js'
import { indent, table } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'

/**
 * `consignee lists PATH`: what was read, and what could not be; `--list LIST` reads one list only, and a file of any name
 * as this list; `-o FILE` writes all of it as one bundle.
 * `consignee lists --registry`: the lists that are known. `consignee lists diff`: see `runDiff`.
 */
export function runLists(flags: Flags, args: readonly string[], io: Io): number {
  if (flags.registry === true) return printRegistry(flags, io)
  if (args[0] === 'diff') return runDiff(flags, args.slice(1), io)
  const path = args[0]
  if (path === undefined) throw new UsageError('lists needs a folder or a bundle, diff, or --registry')
  const snapshots = loadLists(path, text(flags, 'list'))
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

function printRegistry(flags: Flags, io: Io): number {
  const entries = registry.map((entry) => ({ ...entry, parsable: parsableLists.includes(entry.id) }))
  if (flags.json === true) io.out(`${JSON.stringify(entries, null, 2)}\n`)
  else io.out(`${entries.map(renderEntry).join('\n\n')}\n`)
  return exitCode.clear
}

function renderEntry(entry: ListEntry & { readonly parsable: boolean }): string {
  const files = entry.files.length === 0 ? ['by hand, no lasting address'] : entry.files.map(({ url }) => url)
  const rows = [
    ['authority', `${entry.authority} (${entry.jurisdiction})`],
    ['being on it', `${entry.effect}: ${entry.meaning}`],
    ['law', entry.citation],
    ['page', entry.url],
    ...files.map((file) => ['download', file]),
    ['format', `${entry.format}${entry.parsable ? '' : ' (not read by this version)'}`],
    ['changes', `${entry.cadence}; at most ${entry.maxAgeDays} days old`],
    ['data', entry.license],
    ...(entry.covers.length > 0 ? [['holds', entry.covers.join(', ')]] : []),
  ]
  const lines = rows.map(([label = '', value = '']) => indent(`${label.padEnd(11)} ${value}`, 2))
  return [`${entry.id}: ${entry.title}`, ...lines].join('\n')
}
