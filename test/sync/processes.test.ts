import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk, nodeWorld, openSynced, syncLists } from '../../src/sync.js'
import { unList } from '../fixtures/un-list.js'
import { type Answer, fileAnswer, serve, testWorld } from './server.js'

/** Syncs in processes of their own, killed and side by side. */

const server = serve()
const good = unList({ people: 600 })
const newer = fileAnswer(unList({ people: 610, date: '2026-11-22' }), { etag: '"two"' })
const child = new URL('child.ts', import.meta.url).pathname

async function syncedFolder(): Promise<string> {
  const dir = join(mkdtempSync(join(tmpdir(), 'consignee-')), 'lists')
  await sync(dir, fileAnswer(good))
  return dir
}

function sync(dir: string, answer: Answer) {
  server.answerWith(answer)
  return syncLists(testWorld().world, { lists: ['un-sc'], dir, mirror: server.mirror })
}

function start(...args: readonly string[]): { process: ChildProcess; ended: Promise<string> } {
  const process = spawn('node', ['--import', 'tsx', child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<string>((resolve) => {
    let text = ''
    for (const stream of [process.stdout!, process.stderr!]) stream.on('data', (data) => (text += data))
    process.on('close', (code, signal) => resolve(`${text}${signal ?? code}`))
  })
  return { process, ended }
}

const entries = (dir: string) => openSynced(nodeDisk, dir)!.snapshots.map(({ listings }) => listings.length)

/** An answer that stops in the middle until it is let go, and tells when it got there. */
function held() {
  let reached = () => {}
  const middle = new Promise<void>((resolve) => (reached = resolve))
  let letGo = () => {}
  const answer: Answer = (_, response) => {
    const bytes = unList({ people: 620, date: '2026-11-22' })
    response.writeHead(200, { etag: '"three"', 'content-length': bytes.length })
    response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(reached, 200))
    letGo = () => response.end(bytes.subarray(bytes.length / 2))
  }
  return { answer, middle, letGo: () => letGo() }
}

describe('a sync that is killed', () => {
  it.each(['/files/', '/bundles/', 'manifest.json'])(
    'in the middle of writing %s leaves the last good list, and does not stand in the way of the next',
    async (place) => {
      const dir = await syncedFolder()
      server.answerWith(newer)
      expect(await start(dir, server.mirror, place).ended).toBe('SIGKILL')
      expect(existsSync(join(dir, 'lock'))).toBe(true)
      expect(entries(dir)).toEqual([600])
      expect((await sync(dir, newer)).lists[0]).toMatchObject({ status: 'updated', listingsBefore: 600 })
      expect(entries(dir)).toEqual([610])
      expect(existsSync(join(dir, 'lock'))).toBe(false)
    },
  )

  it.each([
    ['/files/', 600],
    ['/bundles/', 600],
    ['manifest.json', 610],
  ] as const)('between the rename and the fsync of %s leaves a list that is whole', async (place, left) => {
    const dir = await syncedFolder()
    server.answerWith(newer)
    expect(await start(dir, server.mirror, place, 'after').ended).toBe('SIGKILL')
    expect(entries(dir)).toEqual([left])
    expect((await sync(dir, newer)).lists[0]!.reason).toBeNull()
    expect(entries(dir)).toEqual([610])
    expect(readdirSync(join(dir, 'files/un-sc')).length).toBeLessThanOrEqual(2)
  })

  it('in the middle of a download, too', async () => {
    const dir = await syncedFolder()
    const { answer, middle } = held()
    server.answerWith(answer)
    const { process, ended } = start(dir, server.mirror)
    await middle
    process.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    expect(entries(dir)).toEqual([600])
    expect((await sync(dir, newer)).lists[0]!.reason).toBeNull()
    expect(entries(dir)).toEqual([610])
  })
})

describe('two syncs at once', () => {
  it('are kept apart: the second says so and changes nothing, the first ends well', async () => {
    const dir = await syncedFolder()
    const { answer, middle, letGo } = held()
    server.answerWith(answer)
    const { ended } = start(dir, server.mirror)
    await middle
    const second = syncLists(testWorld().world, { lists: ['un-sc'], dir, mirror: server.mirror })
    await expect(second).rejects.toThrow(/another sync is at work/)
    expect(entries(dir)).toEqual([600])
    letGo()
    expect(await ended).toBe('updated\n0')
    expect(entries(dir)).toEqual([620])
  })

  it('never trust a number alone: the lock of a dead process whose number lives again is stale', async () => {
    const dir = await syncedFolder()
    const { host, id, startOf } = nodeWorld().processes
    const lock = (start: string | null) =>
      writeFileSync(join(dir, 'lock'), JSON.stringify({ host, id, start, at: 0 }))
    lock(startOf(id))
    await expect(sync(dir, newer)).rejects.toThrow(/another sync/)
    expect(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8')).id).toBe(id)
    if (startOf(id) !== '') {
      lock('12')
      expect((await sync(dir, newer)).lists[0]!.status).toBe('updated')
    }
  })

  it('on other machines are not judged by numbers of this one', async () => {
    const dir = await syncedFolder()
    writeFileSync(join(dir, 'lock'), JSON.stringify({ host: 'elsewhere', id: 1, start: '1', at: 0 }))
    await expect(sync(dir, newer)).rejects.toThrow(/another sync/)
  })
})
