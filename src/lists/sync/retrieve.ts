import type { ListId } from '../../model/vocabulary.js'
import { type DownloadOptions, download, type Validators } from './download.js'
import { Refusal } from './follow.js'
import type { Manifest, StoredList } from './manifest.js'
import type { PlannedFile, PlannedList } from './plan.js'
import { readStoredFiles } from './store.js'
import type { SyncWorld } from './world.js'

/** The second step of a sync: the files of a plan, side by side. */

/** Where a download stands. */
export interface Progress {
  readonly list: ListId
  readonly file: string
  readonly received: number
  readonly total: number | null
}

/** How to retrieve. */
export interface RetrieveOptions extends Omit<DownloadOptions, 'onBytes'> {
  /** The synced directory. */
  readonly dir: string
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Files downloaded at the same time. */
const PARALLEL = 4

/** What came of a list: its files, null for "nothing newer", or the reason why not. */
export interface Retrieved {
  readonly planned: PlannedList
  readonly files: readonly RetrievedFile[] | null
  readonly failure: string | null
}

/** One file, come or kept. */
export interface RetrievedFile extends Validators {
  readonly name: string
  readonly url: string | null
  readonly bytes: Uint8Array
}

/** Downloads all lists of a plan, a few files at a time; what fails is told and stops nothing else. */
export async function retrieveAll(
  world: SyncWorld,
  plan: readonly PlannedList[],
  before: Manifest | null,
  options: RetrieveOptions,
): Promise<Retrieved[]> {
  const pool = new Pool(PARALLEL)
  return Promise.all(
    plan.map(async (planned): Promise<Retrieved> => {
      if (planned.origin === 'folder') {
        const files = planned.given.map(({ name, bytes }) => ({ name, bytes, ...fromFolder }))
        return { planned, files, failure: null }
      }
      const old = before?.lists.find(({ list }) => list === planned.list)
      try {
        return { planned, files: await retrieve(world, planned, old, pool, options), failure: null }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return { planned, files: null, failure: error.message }
      }
    }),
  )
}

const fromFolder = { url: null, etag: null, lastModified: null }

/** All files of a list, those that did not change from the disk; null where none changed. */
async function retrieve(
  world: SyncWorld,
  { list, files }: { readonly list: ListId; readonly files: readonly PlannedFile[] },
  old: StoredList | undefined,
  pool: Pool,
  options: RetrieveOptions,
): Promise<readonly RetrievedFile[] | null> {
  const kept = old && keptFiles(world, options.dir, old, files)
  const settled = await Promise.allSettled(
    files.map((file) =>
      pool.run(() => {
        const known = kept?.get(file.name) ?? null
        const path = `${options.dir}/incoming/${list}/${file.name}`
        const onBytes = (received: number, total: number | null) =>
          options.onProgress?.({ list, file: file.name, received, total })
        return download(world, file, path, known, { ...options, onBytes })
      }),
    ),
  )
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  const answers = settled.map((result) => (result.status === 'fulfilled' ? result.value : null))
  if (answers.every((answer) => answer === null)) return null
  return files.map(({ name, url }, i) => {
    const file = answers[i] ?? kept?.get(name)
    // A file answers "not modified" only where a kept one was asked about.
    if (!file) throw new TypeError(`${list}: ${name} was neither received nor kept`)
    return { name, url, bytes: file.bytes, etag: file.etag, lastModified: file.lastModified }
  })
}

/** The kept files that may be asked about: from the same addresses, whole and unchanged on the disk. */
function keptFiles(world: SyncWorld, dir: string, old: StoredList, files: readonly PlannedFile[]) {
  if (files.some(({ name, url }) => !old.files.some((file) => file.name === name && file.url === url)))
    return undefined
  try {
    const bytes = new Map(readStoredFiles(world.disk, dir, old).map((file) => [file.name, file.bytes]))
    return new Map(old.files.map((file) => [file.name, { ...file, bytes: bytes.get(file.name)! }]))
  } catch {
    // Damaged on the disk: fetched whole.
    return undefined
  }
}

/** Runs at most so many at a time, in order. */
class Pool {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(size: number) {
    this.free = size
  }

  async run<T>(act: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resume) => this.waiting.push(resume))
    else this.free--
    try {
      return await act()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.free++
    }
  }
}
