import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SyncOptions, syncLists } from '../../src/sync.js'
import { unList } from '../fixtures/un-list.js'
import { type Answer, fileAnswer, serve, testWorld } from './server.js'

/** The Council's list on a server of the test, and the next one. */
export const server = serve()
export const good = unList({ people: 600 })
export const newer = unList({ people: 610, date: '2026-11-22' })

/** A folder that is not there yet. */
export const folder = () => join(mkdtempSync(join(tmpdir(), 'consignee-')), 'lists')

/** Syncs the list with a server that answers so. */
export function sync(
  dir: string,
  answer: Answer,
  options: Partial<SyncOptions> = {},
  world = testWorld().world,
) {
  server.answerWith(answer)
  return syncLists(world, { lists: ['un-sc'], dir, mirror: server.mirror, ...options })
}

/** A folder that holds the good list. */
export async function syncedFolder(): Promise<string> {
  const dir = folder()
  await sync(dir, fileAnswer(good))
  return dir
}
