import { defaultPolicy, findList, listsOf, parsableLists } from '../index.js'
import {
  type ListReport,
  nodeWorld,
  type Progress,
  readManifest,
  type SyncReport,
  syncLists,
} from '../sync.js'
import type { Io } from './io.js'
import { groupFiles } from './load.js'
import { plain, table, wrap } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'

/** `consignee sync`: brings the lists of a directory up to date; fails if any list is not. */
export async function runSync(flags: Flags, args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) throw new UsageError(`sync takes no argument, got "${args[0]}"`)
  const dir = text(flags, 'dir') ?? io.dir
  if (dir === undefined) throw new UsageError('sync needs --dir DIR')
  const world = nodeWorld()
  const from = text(flags, 'from')
  const mirror = text(flags, 'mirror')
  if (from !== undefined && mirror !== undefined) throw new UsageError('give --from or --mirror, not both')
  const given = from === undefined ? undefined : givenFiles(from)
  const kept = readManifest(world.disk, dir)?.lists.map(({ list }) => list) ?? []
  const named = text(flags, 'lists')?.split(',')
  const lists = named ?? (given ? [...given.keys()] : [...new Set([...defaultLists(), ...kept])])
  const report = await syncLists(world, {
    lists,
    dir,
    given,
    mirror,
    accept: text(flags, 'accept')?.split(','),
    onProgress: io.progress ? (progress) => io.err(progressLine(progress)) : undefined,
  })
  if (io.progress) io.err('\r\u001b[K')
  io.out(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report))
  return report.lists.every(({ reason }) => reason === null) ? exitCode.clear : exitCode.failure
}

/** The lists of the default policy, as far as they can be downloaded and read. */
function defaultLists(): string[] {
  return listsOf(defaultPolicy.jurisdictions).filter(
    (list) => parsableLists.includes(list) && (findList(list)?.files.length ?? 0) > 0,
  )
}

function givenFiles(folder: string) {
  const given = new Map<string, { name: string; bytes: Uint8Array }[]>()
  for (const { list, files } of groupFiles(folder)) {
    if (given.has(list)) throw new UsageError(`${folder} holds several copies of ${list}: leave only one`)
    given.set(list, files)
  }
  return given
}

function progressLine({ list, file, received, total }: Progress): string {
  const share = total === null || total === 0 ? '' : ` ${Math.floor((100 * received) / total)} %`
  return `\r\u001b[K${list} ${plain(file)} ${(received / 1e6).toFixed(1)} MB${share}`
}

function renderReport({ dir, lists, manifest }: SyncReport): string {
  const rows = lists.map(({ list, status, stored, listingsBefore }) => [
    list,
    status,
    stored ? (stored.published ?? 'undated') : 'none',
    stored ? String(stored.listings) : '0',
    stored && listingsBefore !== null ? change(stored.listings - listingsBefore) : 'new',
    stored ? String(stored.issues) : '',
  ])
  const troubles = lists.flatMap((report) => explainTrouble(report) ?? [])
  return [
    `Lists in ${dir}${manifest ? `, synced ${manifest.synced}` : ': none'}`,
    table([['list', 'status', 'published', 'entries', 'change', 'issues'], ...rows]),
    ...troubles.map((sentence) => wrap(sentence)),
    '',
  ].join('\n')
}

function change(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference)
}

function explainTrouble({ list, status, reason, stored }: ListReport): string | null {
  if (reason === null) return null
  const kept = stored
    ? `The copy of ${stored.published ?? stored.retrieved.slice(0, 10)} stays in use.`
    : 'There is no copy of it: screening will say that it is missing.'
  const accept = status === 'refused' ? ` If the change is real, sync again with --accept ${list}.` : ''
  return `${list} was not renewed: ${reason.replace(/\.$/, '')}. ${kept}${accept}`
}
