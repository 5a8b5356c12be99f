import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { nodeDisk } from './disk.js'
import type { SyncWorld } from './world.js'

/** The world of a Node process. */
export function nodeWorld(): SyncWorld {
  return {
    fetch: (url, init) => fetch(url, init),
    disk: nodeDisk,
    now: () => Date.now(),
    sleep: async (milliseconds) => {
      await setTimeout(milliseconds)
    },
    random: () => Math.random(),
    processes: { host: hostname(), id: process.pid, startOf },
  }
}

function startOf(id: number): string | null {
  try {
    process.kill(id, 0)
  } catch (cause) {
    // A process of another user lives, but may not be signaled.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPERM')) return null
  }
  try {
    // proc(5): the name, in parentheses, may hold spaces; the 20th field after it is the start time.
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
