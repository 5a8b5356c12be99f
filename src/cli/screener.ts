import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { createScreener, type Screener, type Snapshot, undateFuture } from '../index.js'
import { type Manifest, nodeDisk, openSynced, type StoredList } from '../sync.js'
import { type Io, noSync } from './io.js'
import { loadLists } from './load.js'
import { wrap } from './render.js'
import { type Flags, text } from './run.js'

/**
 * The screener of a command: on the lists of `--lists`; else on those of the synced directory, and then it is said on
 * standard error how old they are; else on the embedded sample alone. A list dated after today counts as undated.
 */
export function openScreener(flags: Flags, io: Io): Screener {
  const lists = text(flags, 'lists')
  const open = (snapshots: readonly Snapshot[]) =>
    createScreener({ lists: snapshots.map((snapshot) => undateFuture(snapshot, io.today)) })
  if (lists !== undefined) return open(loadLists(lists))
  const named = text(flags, 'dir')
  const dir = named ?? io.dir
  const synced = dir === undefined ? null : openSynced(nodeDisk, dir)
  if (!synced || dir === undefined) {
    if (named !== undefined) throw noSync(named)
    return createScreener()
  }
  io.err(tellAges(dir, synced.manifest, io.today))
  return open(synced.snapshots)
}

/** How old the lists of a directory are, and which of them could not be renewed. */
export function tellAges(dir: string, { synced, lists }: Manifest, today: string): string {
  const head = `Lists of ${dir}, synced ${synced.slice(0, 10)}:`
  return `${wrap([head, lists.map((list) => tellAge(list, today)).join('; ')].join(' '), '  ')}\n`
}

function tellAge({ list, published, checked, problem }: StoredList, today: string): string {
  const age = published === null ? 'undated' : `of ${published} (${daysAgo(published, today)})`
  const seen = checked === null ? '' : `, current on ${checked}`
  const trouble = problem === null ? '' : `, NOT renewed on ${problem.at.slice(0, 10)}: ${problem.reason}`
  return `${list} ${age}${seen}${trouble}`
}

function daysAgo(day: string, today: string): string {
  const days = differenceInCalendarDays(parseISO(today), parseISO(day))
  if (days < 0) return 'a day to come'
  return days === 1 ? '1 day old' : `${days} days old`
}
