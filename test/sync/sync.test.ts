import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScreener, makeScreener } from '../../src/index.js'
import {
  type Disk,
  nodeDisk,
  openSynced,
  readManifest,
  type SyncOptions,
  type SyncReport,
  type SyncWorld,
  syncLists,
} from '../../src/sync.js'
import { unList } from '../fixtures/un-list.js'
import { folder, good, newer, server, sync, syncedFolder } from './folder.js'
import { type Answer, fileAnswer, NOW, testWorld } from './server.js'

/** The last good list answers, and its age is told. */
function expectGood(dir: string, entries = 600): void {
  const synced = openSynced(nodeDisk, dir)!
  expect(synced.snapshots.map(({ list, listings }) => [list, listings.length])).toEqual([['un-sc', entries]])
  expect(synced.manifest.lists[0]!.published).toMatch(/^2026-11-2[02]$/)
  const name = synced.snapshots[0]!.listings[7]!.names[0]!.name
  const screener = makeScreener({ lists: synced.snapshots, measures: [], factsAsOf: '2026-11-01' })
  const { findings, basis } = screener.screen({ date: '2026-11-23', parties: [{ role: 'purchaser', name }] })
  expect(
    findings.some((finding) => finding.code === 'listed-party' && finding.match.listing.list === 'un-sc'),
  ).toBe(true)
  expect(basis.lists.find(({ list }) => list === 'un-sc')!.published).toMatch(/^2026-11-2[02]$/)
}

const only = ({ lists }: SyncReport) => lists[0]!

describe('a sync', () => {
  it('writes files, bundle and manifest, and the directory screens', async () => {
    const dir = folder()
    const report = await sync(dir, fileAnswer(good))
    expect(only(report)).toMatchObject({ status: 'updated', reason: null, listingsBefore: null })
    expect(readdirSync(dir).sort()).toEqual(['bundles', 'files', 'manifest.json'])
    const [stored] = readManifest(nodeDisk, dir)!.lists
    expect(stored).toMatchObject({
      origin: 'mirror',
      listings: 600,
      published: '2026-11-20',
      checked: null,
      problem: null,
    })
    expect(stored!.files[0]).toMatchObject({
      name: 'consolidated.xml',
      etag: '"one"',
      sha256: createHash('sha256').update(good).digest('hex'),
      bytes: good.length,
    })
    expectGood(dir)
  })

  it('asks whether there is something newer, and keeps what is there', async () => {
    const dir = await syncedFolder()
    const report = await sync(dir, fileAnswer(good))
    expect(only(report)).toMatchObject({ status: 'unchanged', reason: null })
    expect(server.requests.at(-1)!.headers['if-none-match']).toBe('"one"')
    expectGood(dir)
  })

  it('takes a newer list, and removes what two manifests ago was there', async () => {
    const dir = await syncedFolder()
    for (const [etag, people] of [
      ['"two"', 610],
      ['"three"', 620],
    ] as const)
      await sync(dir, fileAnswer(unList({ people, date: '2026-11-22' }), { etag }))
    expectGood(dir, 620)
    expect(readdirSync(join(dir, 'bundles'))).toHaveLength(2)
    expect(readdirSync(join(dir, 'files/un-sc'))).toHaveLength(2)
  })

  it('goes on where a broken download stopped, in the same sync', async () => {
    const dir = folder()
    const report = await sync(dir, fileAnswer(good, { cutAt: good.length / 2 }))
    expect(only(report).status).toBe('updated')
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      expect.stringMatching(/^bytes=\d+-$/),
    ])
    expectGood(dir)
  })

  it('goes on in the next sync, too, and starts anew when the file has changed since', async () => {
    const changed = fileAnswer(newer, { etag: '"two"' })
    for (const next of [fileAnswer(good), changed]) {
      const dir = folder()
      const broken = await sync(dir, fileAnswer(good, { cutAt: 50_000 }), { attempts: 1 })
      expect(only(broken)).toMatchObject({ status: 'failed', stored: null })
      server.requests.length = 0
      await sync(dir, next)
      expect(server.requests[0]!.headers.range).toBe('bytes=50000-')
      expectGood(dir, next === changed ? 610 : 600)
    }
  })

  it('waits twice as long after each failure, with jitter, and obeys Retry-After', async () => {
    const { world, waits } = testWorld()
    const busy: Answer = (_, response) => response.writeHead(503, { 'retry-after': '9' }).end()
    await sync(folder(), busy, { attempts: 3 }, world)
    await sync(folder(), (_, response) => response.writeHead(500).end(), { attempts: 4 }, world)
    expect(waits).toEqual([9_000, 9_000, 500, 1_000, 2_000])
  })

  it('reads a folder without any network, and a bundle of another engine from the files', async () => {
    const dir = folder()
    const { world } = testWorld({ fetch: () => Promise.reject(new Error('no network here')) })
    const given = new Map([['un-sc', [{ name: 'consolidated.xml', bytes: good }]]])
    await syncLists(world, { lists: ['un-sc'], dir, given })
    for (const file of readdirSync(join(dir, 'bundles')))
      writeFileSync(join(dir, 'bundles', file), 'CSGN damaged')
    expectGood(dir)
    for (const state of readdirSync(join(dir, 'files/un-sc')))
      writeFileSync(join(dir, 'files/un-sc', state, 'consolidated.xml'), 'damaged')
    expect(() => openSynced(nodeDisk, dir)).toThrow(/expected the file that was synced, got a changed one/)
  })
})

/** Each of these answers leaves the last good list in use; the reason is told. */
const page = '<!doctype html><html><body>Moved</body></html>'
const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'))
const answers: readonly (readonly [string, Answer, RegExp, Partial<SyncOptions>?])[] = [
  ['nothing but silence', () => {}, /nothing came within 150 ms/, { idleTimeout: 150 }],
  [
    'silence in the middle',
    (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/xml' }).write(good.subarray(0, 9_000)),
    /nothing came within 150 ms/,
    { idleTimeout: 150 },
  ],
  ['cut at half', fileAnswer(newer, { etag: 'W/"weak"', cutAt: newer.length / 2 }), /terminated|closed/],
  [
    'cut at half, without a length',
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(newer.subarray(0, newer.length / 2)),
    /well-formed|unclosed|closing|download/i,
  ],
  [
    'shorter than announced',
    (_, response) => {
      response.writeHead(200, { 'content-length': newer.length + 1_000 })
      response.write(newer, () => response.destroy())
    },
    /terminated|closed|expected \d+ bytes/,
  ],
  ['always 500', (_, response) => void response.writeHead(500).end(), /status 500, 5 times/],
  ['not found', (_, response) => void response.writeHead(404).end(), /status 404/],
  [
    'a redirect in circles',
    (request, response) => void response.writeHead(302, { location: request.url! }).end(),
    /at most 5 redirects/,
  ],
  [
    'a redirect elsewhere',
    (_, response) => void response.writeHead(302, { location: 'https://example.org/list.xml' }).end(),
    /redirect within 127\.0\.0\.1/,
  ],
  [
    'a redirect with a user name',
    (request, response) =>
      void response.writeHead(302, { location: `http://a:b@${request.headers.host}/` }).end(),
    /redirect within/,
  ],
  [
    'a web page',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    /web page/,
  ],
  [
    'a web page that says it is XML',
    (_, response) => void response.writeHead(200, { 'content-type': 'application/xml' }).end(page),
    /web page/,
  ],
  ['nothing', (_, response) => void response.writeHead(200).end(), /got nothing/],
  ['another format', (_, response) => void response.writeHead(200).end('id,name\n1,x\n'), /well-formed/],
  [
    'a gzip bomb',
    (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    /at most 1000000 bytes/,
  ],
  [
    'too much by its own word',
    (_, response) =>
      void response.writeHead(200, { 'content-length': 2_000_000 }).end(Buffer.alloc(2_000_000)),
    /at most 1000000 bytes/,
  ],
  [
    'other bytes than the server vouches for',
    (_, response) =>
      void response
        .writeHead(200, { 'content-md5': createHash('md5').update('x').digest('base64') })
        .end(newer),
    /expected the md5/,
  ],
  [
    'an old copy',
    fileAnswer(unList({ people: 640, date: '2026-10-01' }), { etag: '"old"' }),
    /older than the kept copy/,
  ],
  [
    'half of the list, well-formed',
    fileAnswer(unList({ people: 300, date: '2026-11-22' }), { etag: '"half"' }),
    /300 entries, 50 % fewer/,
  ],
  [
    'a list that cannot be read any more',
    fileAnswer(unList({ people: 600, date: '2026-11-22', issues: 40 }), { etag: '"bad"' }),
    /40 things in it could not be read, 0 before/,
  ],
  [
    'no entries',
    fileAnswer(unList({ people: 0, date: '2026-11-22' }), { etag: '"none"' }),
    /no entries|records/,
  ],
  ['"not modified" by mistake', (_, response) => void response.writeHead(304).end(), /^$/],
]
const faults = answers.map(([name, answer, reason, limits = {}]) => [name, answer, reason, limits] as const)

describe('the last good list stays in use, and the reason is told, when the server gives', () => {
  it.each(faults)('%s', async (_, answer, reason, limits) => {
    const dir = await syncedFolder()
    const report = only(await sync(dir, answer, { maxBytes: 1_000_000, ...limits }))
    expect(report.reason ?? '').toMatch(reason)
    expectGood(dir)
    const [stored] = readManifest(nodeDisk, dir)!.lists
    expect(stored!.problem?.reason ?? '').toBe(report.reason ?? '')
    // What it says afterwards does not depend on the fault: the next good sync is a plain one.
    expect(only(await sync(dir, fileAnswer(newer, { etag: '"two"' })))).toMatchObject({
      status: 'updated',
      reason: null,
    })
    expectGood(dir, 610)
  })

  it.each(faults)('%s, with no list before: nothing is in use', async (_, answer, _reason, limits) => {
    const dir = folder()
    const report = only(await sync(dir, answer, { maxBytes: 1_000_000, attempts: 2, ...limits }))
    if (report.status === 'updated') return expect(report.stored!.listings).toBeGreaterThan(0)
    expect(report.stored).toBeNull()
    expect(openSynced(nodeDisk, dir)).toBeNull()
  })
})

describe('guards', () => {
  it('give way to a person who looked', async () => {
    const dir = await syncedFolder()
    const half = fileAnswer(unList({ people: 300, date: '2026-11-22' }), { etag: '"half"' })
    expect(only(await sync(dir, half)).status).toBe('refused')
    expect(only(await sync(dir, half, { accept: ['un-sc'] })).status).toBe('updated')
    expectGood(dir, 300)
  })
})

describe('a list that may be cut off', () => {
  const ofac = (cut: boolean) => {
    const files = ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'].map((name) => {
      const bytes = readFileSync(new URL(`../fixtures/us-ofac/${name}`, import.meta.url))
      // The end mark is the last byte, or stands before a last line end.
      const end = cut && name === 'sdn.csv' ? bytes.lastIndexOf(0x1a) : bytes.length
      return { name, bytes: new Uint8Array(bytes.subarray(0, end)) }
    })
    return new Map([['us-ofac-sdn', files]])
  }
  const run = (dir: string, cut: boolean, accept: string[] = []) =>
    syncLists(testWorld().world, { lists: ['us-ofac-sdn'], dir, given: ofac(cut), accept })

  it('is refused, the first time too, until a person accepts it; then it is known', async () => {
    const dir = folder()
    expect(only(await run(dir, true))).toMatchObject({ status: 'refused', stored: null })
    expect(only(await run(dir, false)).status).toBe('updated')
    expect(only(await run(dir, true)).reason).toMatch(/may be cut off \(sdn\.csv/)
    expect(only(await run(dir, true, ['us-ofac-sdn'])).stored!.signs).toEqual(['no-end-mark'])
    expect(only(await run(dir, true)).status).toBe('unchanged')
  })
})

describe('publishers', () => {
  const answers =
    (map: Readonly<Record<string, () => Response>>): SyncWorld['fetch'] =>
    (url) => {
      const answer = map[url]
      return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`unexpected ${url}`))
    }
  const un = 'https://scsanctions.un.org/resources/xml/en/consolidated.xml'
  const redirect = (location: string) => () => new Response(null, { status: 302, headers: { location } })
  const file = () => new Response(new Uint8Array(good), { headers: { 'content-type': 'application/xml' } })
  const run = (map: Readonly<Record<string, () => Response>>, dir = folder()) =>
    syncLists(testWorld({ fetch: answers(map) }).world, { lists: ['un-sc'], dir })

  it('are followed to their own file store, and vouch for the day', async () => {
    const store =
      'https://unsolprodfiles.blob.core.windows.net/publiclegacyxmlfiles/EN/consolidated.xml?sig=x'
    const report = only(await run({ [un]: redirect(store), [store]: file }))
    expect(report).toMatchObject({
      status: 'updated',
      stored: { origin: 'publisher', checked: '2026-11-23' },
    })
  })

  it.each([
    'https://unsolprodfiles.blob.core.windows.net.example.org/consolidated.xml',
    'https://other.blob.core.windows.net/consolidated.xml',
    'http://unsolprodfiles.blob.core.windows.net/consolidated.xml',
    'https://unsolprodfiles.blob.core.windows.net:8443/consolidated.xml',
    'file:///etc/passwd',
  ])('are not followed to %s', async (elsewhere) => {
    expect(only(await run({ [un]: redirect(elsewhere), [elsewhere]: file })).reason).toMatch(
      /expected a redirect within/,
    )
  })

  it('keep a quiet list fresh: the age counts from the day on which there was nothing newer', async () => {
    const dir = folder()
    const later = NOW + 100 * 86_400_000
    await run({ [un]: file }, dir)
    const screen = () =>
      createScreener({ lists: openSynced(nodeDisk, dir)!.snapshots, policy: { requiredLists: ['un-sc'] } })
        .screen({ date: '2027-03-03', parties: [], destination: { country: 'DE' } })
        .findings.find(({ code }) => code === 'list-out-of-date')
    expect(screen()).toMatchObject({ checked: '2026-11-23', ageDays: 100, maxAgeDays: 60, outcome: 'review' })
    const unchanged = () => new Response(null, { status: 304 })
    const ask = () => {
      const { world } = testWorld({ fetch: answers({ [un]: unchanged }), now: () => later })
      return syncLists(world, { lists: ['un-sc'], dir })
    }
    expect(only(await ask()).reason).toMatch(/without having asked/)
    const withTag = () => new Response(new Uint8Array(good), { headers: { etag: '"one"' } })
    await run({ [un]: withTag }, dir)
    expect(only(await ask())).toMatchObject({ status: 'unchanged', stored: { checked: '2027-03-03' } })
    expect(screen()).toBeUndefined()
  })

  it('say when the file was modified, where the file itself does not', async () => {
    const urls = ['SDN', 'ADD', 'ALT', 'SDN_COMMENTS'].map(
      (name) => `https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/${name}.CSV`,
    )
    const fixture = (url: string) =>
      readFileSync(new URL(`../fixtures/us-ofac/${url.split('/').at(-1)!.toLowerCase()}`, import.meta.url))
    const headers = { 'last-modified': 'Thu, 19 Nov 2026 15:00:00 GMT' }
    const map = Object.fromEntries(
      urls.map((url) => [url, () => new Response(new Uint8Array(fixture(url)), { headers })]),
    )
    const { world } = testWorld({ fetch: answers(map) })
    const report = only(await syncLists(world, { lists: ['us-ofac-sdn'], dir: folder() }))
    expect(report.stored).toMatchObject({ published: '2026-11-19', checked: '2026-11-23' })
    expect(report.stored!.files).toHaveLength(4)
  })

  it.each([
    [{ mirror: 'http://example.org/' }, /https address, or http on this machine/],
    [{ mirror: 'http://127.0.0.1.example.org/' }, /https address/],
    [{ mirror: 'https://user:word@example.org/' }, /no user name/],
    [{ lists: ['nobody-knows'] }, /a list that can be read/],
    [{ lists: ['us-bis-dpl'] }, /a lasting address of its publisher/],
    [{ given: new Map() }, /its files in the folder, and there are none/],
    [{ given: new Map([['un-sc', [{ name: '../x.xml', bytes: good }]]]) }, /rename it/],
  ])('are asked for nothing that cannot be had: %j', async (options, message) => {
    await expect(
      syncLists(testWorld().world, { lists: ['un-sc'], dir: folder(), ...options }),
    ).rejects.toThrow(message)
  })
})

describe('the disk', () => {
  /** A disk that does so many changes and then fails: full, or gone with its process. */
  function failing(after: number, fail: (path: string) => never): Disk & { changes: () => number } {
    let changes = 0
    const count =
      <A extends unknown[], R>(act: (path: string, ...rest: A) => R) =>
      (path: string, ...rest: A): R =>
        changes++ >= after ? fail(path) : act(path, ...rest)
    const { append, settle, write, create, rename, remove } = nodeDisk
    return {
      ...nodeDisk,
      append: count(append),
      settle: count(settle),
      write: count(write),
      create: count(create),
      rename: count(rename),
      remove: count(remove),
      changes: () => changes,
    }
  }
  const full = (path: string): never => {
    throw Object.assign(new Error(`ENOSPC ${path}`), { code: 'ENOSPC' })
  }

  it('may fail at any change: the directory holds the old lists or the new ones, whole, and the next sync works', async () => {
    let after = 0
    let outcomes = ''
    for (; after < 100; after++) {
      const dir = await syncedFolder()
      const disk = failing(after, full)
      const run = sync(dir, fileAnswer(newer, { etag: '"two"' }), {}, testWorld({ disk }).world)
      const failed = await run.then(
        () => false,
        () => true,
      )
      const { listings } = readManifest(nodeDisk, dir)!.lists[0]!
      expectGood(dir, listings)
      outcomes += listings === 600 ? 'o' : 'n'
      // The lock of a failed process is stale: here it lives on, so it is taken away by hand.
      rmSync(join(dir, 'lock'), { force: true })
      expect(only(await sync(dir, fileAnswer(newer, { etag: '"two"' }))).reason).toBeNull()
      expectGood(dir, 610)
      if (!failed) break
    }
    expect(after).toBeGreaterThan(8)
    expect(outcomes).toMatch(/^o{5,}n+$/)
  })

  it('with a damaged manifest is an error, never an empty list', async () => {
    const dir = await syncedFolder()
    for (const text of [
      '{',
      '{}',
      readFileSync(join(dir, 'manifest.json'), 'utf8').replace('un-sc', '../../etc'),
    ]) {
      writeFileSync(join(dir, 'manifest.json'), text)
      expect(() => openSynced(nodeDisk, dir)).toThrow(/manifest/)
    }
  })
})
