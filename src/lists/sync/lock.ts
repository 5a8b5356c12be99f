import { ConsigneeError } from '../../errors.js'
import type { SyncWorld } from './world.js'

/**
 * One sync at a time. The lock is a file that names its process by number, start time and host; it is stale when no
 * such process lives, since a killed sync cannot remove it. A stale lock is moved aside before a new one is made: of two
 * that find it stale only one can move it, and whoever moved a fresh one by mistake puts it back.
 */

const path = (dir: string) => `${dir}/lock`

/** Takes the lock and returns what gives it back. @throws ConsigneeError `io` while another sync holds it. */
export function takeLock(world: SyncWorld, dir: string): () => void {
  const { disk } = world
  const { host, id, startOf } = world.processes
  const mine = new TextEncoder().encode(JSON.stringify({ host, id, start: startOf(id), at: world.now() }))
  for (let attempt = 0; attempt < 3; attempt++) {
    if (disk.create(path(dir), mine)) {
      return () => {
        if (isSame(disk.read(path(dir)), mine)) disk.remove(path(dir))
      }
    }
    const found = disk.read(path(dir))
    if (found === null) continue
    if (!isStale(found, world)) break
    moveAside(world, dir, found)
  }
  throw new ConsigneeError(
    'io',
    `${path(dir)}: another sync is at work on this folder; wait for it to end, or remove the file if there is none`,
    { path: path(dir) },
  )
}

function moveAside(world: SyncWorld, dir: string, stale: Uint8Array): void {
  const aside = `${path(dir)}.${world.processes.id}.${world.now()}`
  if (!world.disk.rename(path(dir), aside)) return
  const moved = world.disk.read(aside)
  if (moved !== null && !isSame(moved, stale)) world.disk.create(path(dir), moved)
  world.disk.remove(aside)
}

/** A lock that cannot be read was being written when its process died, or is being written now: it is not stale. */
function isStale(bytes: Uint8Array, { processes }: SyncWorld): boolean {
  try {
    const lock: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (lock === null || typeof lock !== 'object') return false
    const { host, id, start } = lock as Readonly<Record<string, unknown>>
    if (host !== processes.host || typeof id !== 'number') return false
    const running = processes.startOf(id)
    return running === null || (running !== '' && start !== '' && running !== start)
  } catch {
    return false
  }
}

function isSame(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && a.length === b.length && a.every((byte, i) => byte === b[i])
}
