import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScreener } from '../../src/index.js'
import { nodeDisk, openSynced, readManifest, type SyncOptions, syncLists } from '../../src/sync.js'
import { unList } from '../fixtures/un-list.js'
import { folder, good, newer, sync, syncedFolder } from './folder.js'
import { type Answer, fileAnswer, NOW, testWorld } from './server.js'

/** Servers, folders and clocks that mean harm. After each: the last good list screens, and its age is told. */

const DAY = 86_400_000

/** Findings of a person of the list on a day: a hit, and what is said of the list's age. */
function screen(dir: string, date = '2026-11-23') {
  const { snapshots } = openSynced(nodeDisk, dir)!
  const name = snapshots[0]!.listings[7]!.names[0]!.name
  const screener = createScreener({ lists: snapshots, policy: { requiredLists: ['un-sc'] } })
  const { findings, basis, outcome } = screener.screen({
    date,
    parties: [{ role: 'purchaser', name }],
    destination: { country: 'DE' },
  })
  return {
    outcome,
    hit: findings.some((one) => one.code === 'listed-party' && one.match.listing.list === 'un-sc'),
    published: basis.lists.find(({ list, embedded }) => list === 'un-sc' && !embedded)?.published,
    ages: findings.filter((one) => 'list' in one && one.list === 'un-sc').map(({ code }) => code),
  }
}

function expectGood(dir: string, entries = 600): void {
  expect(openSynced(nodeDisk, dir)!.snapshots.map(({ listings }) => listings.length)).toEqual([entries])
  expect(screen(dir)).toMatchObject({
    hit: true,
    published: entries === 600 ? '2026-11-20' : '2026-11-22',
    ages: [],
  })
  expect(screen(dir, '2027-06-01').ages).toEqual(['list-out-of-date'])
}

/** One byte at a time, without end. */
const drip: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/xml' })
  const timer = setInterval(() => response.write('<'), 20)
  response.on('close', () => clearInterval(timer))
}

/** Stops at half, then answers a request for the rest in another way. */
function resumed(rest: Answer): Answer {
  return (request, response) =>
    request.headers.range === undefined
      ? fileAnswer(newer, { etag: '"two"', cutAt: newer.length / 2 })(request, response)
      : rest(request, response)
}
const half = newer.length / 2
const restOf = (bytes: Uint8Array, range: string, etag?: string): Answer =>
  resumed((_, response) => {
    response.writeHead(206, { 'content-range': range, ...(etag === undefined ? {} : { etag }) }).end(bytes)
  })

const raw =
  (text: string): Answer =>
  (_, response) => {
    ;(response.socket as Socket).end(text)
  }

const attacks: readonly (readonly [string, Answer, RegExp, Partial<SyncOptions>?])[] = [
  ['a byte at a time', drip, /no end of the answer within 300 ms/, { timeout: 300, attempts: 2 }],
  [
    'a packed body that is none',
    (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(newer),
    /terminated|header check/,
  ],
  [
    'a packed body cut at half, which unpacks without an error',
    (_, response) => {
      const packed = gzipSync(newer)
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2))
    },
    /well-formed|unclosed|closing|download/i,
  ],
  [
    'a body of an unknown packing',
    (_, response) => void response.writeHead(200, { 'content-encoding': 'zstd2' }).end(gzipSync(newer)),
    /packed|utf-8|well-formed/,
  ],
  [
    'the rest from another place',
    restOf(newer.subarray(half), `bytes ${half - 10}-${newer.length - 1}/${newer.length}`),
    /status 206 of another part/,
    { attempts: 2 },
  ],
  [
    'a rest that is not the end of the file',
    restOf(newer.subarray(half, half + 1_000), `bytes ${half}-${half + 999}/${newer.length}`),
    /status 206 of another part/,
    { attempts: 2 },
  ],
  [
    'a rest without a place',
    restOf(newer.subarray(half), 'bytes */*'),
    /status 206 of another part/,
    { attempts: 2 },
  ],
  [
    'the rest of a newer file',
    restOf(newer.subarray(half), `bytes ${half}-${newer.length - 1}/${newer.length}`, '"three"'),
    /status 206 of another part/,
    { attempts: 2 },
  ],
  [
    'a part that was not asked for',
    (_, response) => {
      const part = newer.subarray(0, half)
      response.writeHead(206, { 'content-range': `bytes 0-${half - 1}/${newer.length}` }).end(part)
    },
    /status 206 of another part/,
  ],
  ['no HTTP', raw('220 ftp ready\r\n'), /fetch failed/],
  [
    'headers without end',
    raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`),
    /fetch failed.*[Hh]eaders? [Oo]verflow/,
  ],
  [
    'two lengths',
    raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\n<a/>'),
    /fetch failed/,
  ],
  [
    'chunks that never end',
    raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<a/>\n\r\n'),
    /terminated|closed/,
  ],
  [
    'a chunk of nonsense',
    raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n<a/>\r\n0\r\n\r\n'),
    /terminated|Invalid/,
  ],
  [
    'an address with a word for the door',
    (request, response) =>
      void response.writeHead(307, { location: `//user:word@${request.headers.host}/un-sc/x.xml` }).end(),
    /redirect within/,
  ],
  ['an address of another scheme', raw302('ftp://127.0.0.1/x.xml'), /redirect within/],
  ['an address that is none', raw302('http://['), /redirect to an address/],
  ['a script', raw302('data:text/xml,<CONSOLIDATED_LIST/>'), /redirect within/],
]
function raw302(location: string): Answer {
  return raw(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`)
}

describe('the last good list stays in use, and the reason is told, when the server gives', () => {
  it.each(attacks.map(([name, answer, reason, limits = {}]) => [name, answer, reason, limits] as const))(
    '%s',
    async (_, answer, reason, limits) => {
      const dir = await syncedFolder()
      const { lists } = await sync(dir, answer, { maxBytes: 1_000_000, ...limits })
      expect(lists[0]).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) })
      expectGood(dir)
      expect((await sync(dir, fileAnswer(newer, { etag: '"two"' }))).lists[0]!.status).toBe('updated')
      expectGood(dir, 610)
    },
  )
})

describe('an odd answer that is whole', () => {
  it('is taken: chunks with a trailer', async () => {
    const dir = await syncedFolder()
    const chunked: Answer = (_, response) => {
      response.writeHead(200, { trailer: 'etag', 'content-type': 'application/xml' })
      response.write(newer.subarray(0, half))
      response.addTrailers({ etag: '"from a trailer"' })
      response.end(newer.subarray(half))
    }
    expect((await sync(dir, chunked)).lists[0]).toMatchObject({ status: 'updated' })
    expect(readManifest(nodeDisk, dir)!.lists[0]!.files[0]!.etag).toBeNull()
    expectGood(dir, 610)
  })

  it('is taken with a validator of 12,000 characters, which is not kept', async () => {
    const dir = await syncedFolder()
    const { lists } = await sync(dir, fileAnswer(newer, { etag: `"${'a'.repeat(12_000)}"` }))
    expect(lists[0]!.status).toBe('updated')
    expectGood(dir, 610)
  })

  it('is taken packed where its format has an end, and refused where rows could be missing', async () => {
    const dir = await syncedFolder()
    const packed =
      (bytes: Uint8Array): Answer =>
      (_, response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes))
    expect((await sync(dir, packed(newer))).lists[0]!.status).toBe('updated')
    const rows = new TextEncoder().encode('id,name\n1,Velmor\n')
    expect((await sync(dir, packed(rows))).lists[0]!.reason).toMatch(/a cut would not be seen/)
    expectGood(dir, 610)
  })
})

describe('the folder', () => {
  it('keeps what is not of a sync: folders of the same names are often there already', async () => {
    const dir = folder()
    const others = ['files/un-sc/mine.xml', 'files/photos/a.jpg', 'bundles/app.js', 'incoming/mail/1.txt']
    for (const path of others) {
      mkdirSync(join(dir, path, '..'), { recursive: true })
      writeFileSync(join(dir, path), 'mine')
    }
    for (const people of [600, 610, 620])
      await sync(dir, fileAnswer(unList({ people, date: '2026-11-22' }), { etag: `"${people}"` }))
    for (const path of others) expect(readFileSync(join(dir, path), 'utf8')).toBe('mine')
    expectGood(dir, 620)
  })

  it('is not written through a symbolic link to a file elsewhere', async () => {
    const dir = await syncedFolder()
    const outside = join(mkdtempSync(join(tmpdir(), 'consignee-')), 'secret')
    writeFileSync(outside, 'mine')
    mkdirSync(join(dir, 'incoming/un-sc'), { recursive: true })
    symlinkSync(outside, join(dir, 'incoming/un-sc/consolidated.xml'))
    await sync(dir, fileAnswer(newer, { etag: '"two"' }))
    expect(readFileSync(outside, 'utf8')).toBe('mine')
    expectGood(dir, 610)
  })

  it.each(['../../secret.csgn', '/etc/passwd', 'a/b', '..', ''])(
    'is not left by a manifest that names %j',
    async (name) => {
      const dir = await syncedFolder()
      const path = join(dir, 'manifest.json')
      const manifest = JSON.parse(readFileSync(path, 'utf8'))
      writeFileSync(path, JSON.stringify({ ...manifest, bundle: { ...manifest.bundle, file: name } }))
      expect(() => openSynced(nodeDisk, dir)).toThrow(/expected the manifest of a sync/)
      const [list] = manifest.lists
      const files = [{ ...list.files[0], name }]
      writeFileSync(path, JSON.stringify({ ...manifest, lists: [{ ...list, files }] }))
      expect(() => openSynced(nodeDisk, dir)).toThrow(/expected the manifest of a sync/)
      await expect(sync(dir, fileAnswer(newer))).rejects.toThrow(/sync into a new folder/)
    },
  )

  it('that cannot be written to is an error, and its lists screen', async () => {
    const dir = await syncedFolder()
    const refuse = (path: string): never => {
      throw Object.assign(new Error(`EROFS ${path}`), { code: 'EROFS' })
    }
    const disk = {
      ...nodeDisk,
      append: refuse,
      settle: refuse,
      write: refuse,
      create: refuse,
      remove: refuse,
    }
    const { world } = testWorld({ disk })
    await expect(sync(dir, fileAnswer(newer, { etag: '"two"' }), {}, world)).rejects.toThrow(/EROFS/)
    expectGood(dir)
  })

  it('with a lock of no bytes says how to go on, and its lists screen', async () => {
    const dir = await syncedFolder()
    writeFileSync(join(dir, 'lock'), '')
    await expect(sync(dir, fileAnswer(newer))).rejects.toThrow(/remove the file if there is none/)
    expectGood(dir)
    expect(readdirSync(dir).sort()).toEqual(['bundles', 'files', 'lock', 'manifest.json'])
  })
})

describe('days to come', () => {
  const at = (time: number) => testWorld({ now: () => time }).world

  it('in a file are no date: the list is of unknown age, never fresh for years', async () => {
    const dir = folder()
    const { lists } = await sync(dir, fileAnswer(unList({ people: 600, date: '2062-11-20' })))
    expect(lists[0]).toMatchObject({ status: 'updated', stored: { published: null, issues: 1 } })
    expect(screen(dir)).toMatchObject({ hit: true, published: null, ages: ['list-out-of-date'] })
    expect((await sync(dir, fileAnswer(newer, { etag: '"two"' }))).lists[0]!.status).toBe('updated')
    expectGood(dir, 610)
  })

  it('are today for publishers in the east', async () => {
    const dir = folder()
    await sync(dir, fileAnswer(unList({ people: 600, date: '2026-11-24' })))
    expect(readManifest(nodeDisk, dir)!.lists[0]!.published).toBe('2026-11-24')
  })

  it('of a clock that goes backward never make a list look checked later than it was', async () => {
    const un = 'https://scsanctions.un.org/resources/xml/en/consolidated.xml'
    const run = (dir: string, time: number) =>
      syncLists(
        {
          ...at(time),
          fetch: async (url) =>
            url === un
              ? new Response(new Uint8Array(good), { headers: { etag: '"one"' } })
              : Promise.reject(new Error(url)),
        },
        { lists: ['un-sc'], dir },
      )
    const dir = folder()
    await run(dir, NOW + 4_000 * DAY)
    await run(dir, NOW)
    expect(readManifest(nodeDisk, dir)!.lists[0]).toMatchObject({ checked: '2026-11-23', problem: null })
    expectGood(dir)
  })
})
