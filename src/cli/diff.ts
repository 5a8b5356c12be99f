import { ConsigneeError, diffSnapshots, type ListDiff, type Listing, type Snapshot } from '../index.js'
import { renderDiffPage } from './diff-page.js'
import { type Io, readBytes, readFolder, writeWhole } from './io.js'
import { isBundle, loadLists } from './load.js'
import { indent, plain, wrap } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'

/** The differences of all lists that are on both sides, and what is on one side only. */
export interface ListsDiff {
  readonly diffs: readonly ListDiff[]
  /** Lists that were loaded before and not after: not the same as a list whose entries were all removed. */
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
}

/** `consignee lists diff BEFORE AFTER`: what changed, by content. */
export function runDiff(flags: Flags, args: readonly string[], io: Io): number {
  const [before, after] = args
  if (before === undefined || after === undefined || args.length > 2)
    throw new UsageError('lists diff needs BEFORE and AFTER')
  const list = text(flags, 'list')
  const diff = diffLists(loadSide(before, list), loadSide(after, list))
  const page = text(flags, 'html')
  if (page !== undefined) writeWhole(page, [renderDiffPage(diff)])
  io.out(flags.json === true ? `${JSON.stringify(diff, null, 2)}\n` : renderDiff(diff))
  return exitCode.clear
}

function loadSide(path: string, list: string | undefined): ReadonlyMap<string, Snapshot> {
  if (list === undefined && readFolder(path) === null && !isBundle(readBytes(path)))
    throw new UsageError(`${path}: say with --list LIST which list this file is`)
  const wanted = loadLists(path, list)
  const byList = new Map(wanted.map((snapshot) => [snapshot.list, snapshot]))
  if (byList.size === wanted.length && byList.size > 0) return byList
  const expected = list === undefined ? 'one copy of each list' : `one copy of ${list}`
  throw new ConsigneeError(
    'io',
    `${path}: expected ${expected}, got ${wanted.length} for ${byList.size} lists`,
    {
      path,
    },
  )
}

function diffLists(before: ReadonlyMap<string, Snapshot>, after: ReadonlyMap<string, Snapshot>): ListsDiff {
  const both = [...after.keys()].filter((list) => before.has(list))
  return {
    diffs: both.map((list) => diffSnapshots(before.get(list)!, after.get(list)!)),
    onlyBefore: [...before.keys()].filter((list) => !after.has(list)),
    onlyAfter: [...after.keys()].filter((list) => !before.has(list)),
  }
}

function renderDiff({ diffs, onlyBefore, onlyAfter }: ListsDiff): string {
  const lines = [
    ...onlyBefore.map((list) => `${list}: only before; it was not compared`),
    ...onlyAfter.map((list) => `${list}: only after; it was not compared`),
    ...diffs.flatMap(renderList),
  ]
  return `${lines.join('\n')}\n`
}

function renderList(diff: ListDiff): string[] {
  return [
    wrap(summarizeDiff(diff)),
    ...diff.added.map((listing) => indent(`added    ${nameOf(listing)}`, 2)),
    ...diff.removed.map((listing) => indent(`removed  ${nameOf(listing)}`, 2)),
    ...diff.amended.flatMap(({ after, changes }) => [
      indent(`amended  ${nameOf(after)}`, 2),
      ...changes.flatMap(({ field, removed, added }) => [
        ...removed.map((item) => indent(`${field} - ${shorten(item)}`, 11)),
        ...added.map((item) => indent(`${field} + ${shorten(item)}`, 11)),
      ]),
    ]),
  ]
}

/** One list's difference in a sentence. */
export function summarizeDiff({
  list,
  before,
  after,
  added,
  removed,
  amended,
  renumbered,
}: ListDiff): string {
  const ids = renumbered.length === 0 ? '' : `, ${renumbered.length} with a new id`
  return `${list} ${dateOf(before.published)} (${before.listings} entries) to ${dateOf(after.published)} (${after.listings}): ${added.length} added, ${removed.length} removed, ${amended.length} amended${ids}`
}

function dateOf(day: string | null): string {
  return day ?? 'undated'
}

/** A listing in a line: its name, or its address where it has none, and where it stands. */
export function nameOf({ id, names, addresses, programs }: Listing): string {
  const name = names[0]?.name ?? addresses[0]?.text ?? 'no name'
  return plain(`${name} [${[id, ...programs].join(', ')}]`)
}

const LONGEST = 300

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text
}
