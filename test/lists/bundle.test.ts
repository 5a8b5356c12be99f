import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLists, openBundle } from '../../src/bundle.js'
import { ConsigneeError } from '../../src/errors.js'
import { createScreener } from '../../src/index.js'
import { readBundle } from '../../src/lists/bundle.js'
import { checksum } from '../../src/lists/checksum.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { applyDelta } from '../../src/lists/opensanctions.js'
import { prepareName } from '../../src/match/compare.js'
import type { Snapshot } from '../../src/model/listing.js'
import { indexParties } from '../../src/rules/party-index.js'
import { VERSION } from '../../src/version.js'
import { listing, snapshot } from '../fixtures/lists.js'
import { parseFixture } from './world-fixtures.js'

/** The sample as if it were official. */
function unmarked({ embedded: _, ...rest }: Snapshot): Snapshot {
  return rest
}

const small = [snapshot([listing('1', ['Quillon', '김정은', 'Ω'])]), snapshot([], { list: 'un-sc' })]

/** A body of no listings: each of its three tables has one start. */
const noListings = {
  listings: 0,
  listingStarts: 4,
  texts: 0,
  textStarts: 4,
  shapes: 0,
  shapeStarts: 4,
  index: 0,
}

/** A bundle whose checksums are right, with any header and body. */
function forge(
  header: Readonly<Record<string, unknown>> | string = {},
  body = new Uint8Array(24),
): Uint8Array {
  const whole = {
    engine: VERSION,
    index: '1',
    lists: [],
    body: { ...noListings, checksum: checksum(body) },
  }
  const text = typeof header === 'string' ? header : JSON.stringify({ ...whole, ...header })
  const head = new TextEncoder().encode(text)
  const start = new Uint8Array(Math.ceil((16 + head.length) / 8) * 8)
  start.set(new TextEncoder().encode('CSGN'))
  new DataView(start.buffer).setUint32(4, 3, true)
  new DataView(start.buffer).setUint32(8, head.length, true)
  start.set(head, 16)
  return Uint8Array.from([...start, ...new TextEncoder().encode(checksum(start)), ...body])
}

const snapshots = fc.array(
  fc
    .record({
      list: fc.constantFrom('us-csl', 'un-sc', 'eu-fsf'),
      sha256: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
      names: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    })
    .map(({ list, sha256, names }) => snapshot([listing('1', names)], { list, sha256 })),
  { maxLength: 5 },
)

describe('a bundle', () => {
  it('gives back what was put in', () => {
    expect(openBundle(compileLists(small)).snapshots).toEqual([snapshot([], { list: 'un-sc' }), small[0]])
    const embedded = openBundle(compileLists(embeddedSnapshots)).snapshots
    expect(embedded).toEqual([...embeddedSnapshots].sort((a, b) => (a.list < b.list ? -1 : 1)))
    expect(openBundle(compileLists([])).snapshots).toEqual([])
  })

  it('keeps any text, and has the same bytes in whatever order the lists come', () => {
    fc.assert(
      fc.property(snapshots, fc.infiniteStream(fc.nat()), (lists, order) => {
        const shuffled = lists
          .map((list) => ({ list, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ list }) => list)
        const bytes = compileLists(lists)
        expect(compileLists(shuffled)).toEqual(bytes)
        const opened = openBundle(bytes).snapshots
        expect(opened).toHaveLength(lists.length)
        expect(opened).toEqual(expect.arrayContaining(lists))
      }),
    )
  })

  it('keeps the fields of a listing in the order in which the parser wrote them', () => {
    const opened = openBundle(compileLists(small)).snapshots[1]
    expect(JSON.stringify(opened?.listings)).toBe(JSON.stringify(small[0]?.listings))
  })

  it('decides as the lists it was made of', () => {
    const opened = openBundle(compileLists(embeddedSnapshots)).snapshots.map(unmarked)
    const screeners = [
      createScreener({ lists: opened }),
      createScreener({ lists: embeddedSnapshots.map(unmarked) }),
    ]
    const [a, b] = screeners.map((screener) =>
      ['Glokom Corp', 'Pan Systems', 'KOMID', 'Room 818, Pothonggang Hotel', 'Emma Daniels'].map((name) =>
        screener.screen({
          date: '2026-11-23',
          parties: [
            { role: 'purchaser', name, identifiers: [{ type: 'IMO', value: '8412467' }] },
            { role: 'end-user', name: 'x', address: { text: 'Room 818, Pothonggang Hotel, Pyongyang' } },
          ],
          destination: { country: 'KP' },
        }),
      ),
    )
    expect(a).toEqual(b)
    expect(a?.flatMap(({ findings }) => findings).length).toBeGreaterThan(10)
  })

  it('is searched once, however many lists it holds', () => {
    const lists = ['us-csl', 'un-sc', 'eu-fsf'].map((list) => snapshot([listing('1', ['Quillon'])], { list }))
    const { snapshots: opened } = openBundle(compileLists(lists))
    const found = indexParties(opened).names.search(prepareName('Quillon'), 0.9)
    expect(found.map(({ ref }) => ref.source.snapshot)).toEqual(opened)
  })

  it('leaves out the records that only deltas need, and a delta then asks for the file again', () => {
    const whole = parseFixture('opensanctions/entities.ftm.json')
    const { records, ...rest } = whole
    expect(records?.length).toBeGreaterThan(3)
    const [opened] = openBundle(compileLists([whole])).snapshots
    expect(opened).toEqual(rest)
    expect(() => applyDelta(opened!, new Uint8Array())).toThrow('a bundle holds none')
  })

  it('opens from the middle of a larger buffer', () => {
    const bytes = compileLists(small)
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 7)
    expect(openBundle(larger.subarray(7)).snapshots).toHaveLength(2)
    // A Buffer's own `slice` does not copy.
    expect(openBundle(Buffer.from(larger).subarray(7)).snapshots).toHaveLength(2)
  })
})

describe('a bundle that must not be used', () => {
  const bytes = compileLists(small)
  const refused = (broken: Uint8Array) => {
    try {
      openBundle(broken)
    } catch (error) {
      expect(error).toBeInstanceOf(ConsigneeError)
      expect((error as ConsigneeError).code).toBe('unreadable-bundle')
      return
    }
    expect.unreachable('it was opened')
  }

  it('is refused when any byte has changed in any way', () => {
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1 << (at % 8)
      refused(changed)
    }
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(bytes)
        changed[at]! ^= flip
        refused(changed)
      }),
    )
  })

  it('is refused when it ends anywhere before its end, or goes on after it', () => {
    for (let size = 0; size < bytes.length; size++) refused(bytes.subarray(0, size))
    refused(Uint8Array.from([...bytes, 0]))
    refused(Uint8Array.from([...bytes, ...bytes]))
  })

  it.each([
    ['another engine', forge({ engine: '0.0.0' })],
    ['an index of other weights', forge({ index: '0' })],
    ['a header that is no JSON', forge('{')],
    ['a header that is no object', forge('null')],
    ['a header without a field', forge(`{"engine":"${VERSION}"}`)],
    ['a header with a field too many', forge({ more: 1 })],
    ['a body of another length', forge({ body: { ...noListings, index: 9, checksum: '' } })],
    [
      'a body of a negative length',
      forge({ body: { ...noListings, listings: -8, listingStarts: 12, checksum: '' } }),
    ],
    ['a body with another checksum', forge({ body: { ...noListings, checksum: '0' } })],
    [
      'listings that its header does not name',
      forge({ body: { ...noListings, listingStarts: 8, checksum: checksum(new Uint8Array(24)) } }),
    ],
    ['no index', forge()],
    ['any other file', new TextEncoder().encode('uid,name,type\n'.repeat(20))],
    ['nothing', new Uint8Array()],
  ])('is refused with one kind of error: %s', (_, broken) => refused(broken))

  it('is read when only the checksums are its own, so that the refusals above are for their reason', () => {
    expect(readBundle(forge(), '1')).toMatchObject({ snapshots: [] })
  })

  it('cannot change the prototype of objects', () => {
    const encoder = new TextEncoder()
    // The listing is an object of a shape that has such a field.
    const parts = [
      encoder.encode('[0,{"polluted":1},"1"]'),
      new Uint8Array(Uint32Array.of(0, 22).buffer),
      new Uint8Array(),
      new Uint8Array(4),
      encoder.encode('["__proto__","id"]'),
      new Uint8Array(Uint32Array.of(0, 18).buffer),
    ]
    const body = Uint8Array.from(
      parts.flatMap((part) => [...part, ...new Uint8Array((8 - (part.length % 8)) % 8)]),
    )
    const list = { list: 'un-sc', published: null, sha256: '', bytes: 0, issues: [], listings: 1 }
    const sizes = { ...noListings, listings: 22, listingStarts: 8, shapes: 18, shapeStarts: 8 }
    const lengths = { ...sizes, checksum: checksum(body) }
    const [snapshot] = readBundle(forge({ lists: [list], body: lengths }, body), '1').snapshots
    expect(snapshot?.listings[0]?.id).toBe('1')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
