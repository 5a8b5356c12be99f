import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { compileLists, openBundle } from '../../src/lists/bundle.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { VERSION } from '../../src/version.js'
import { listing, snapshot } from '../fixtures/lists.js'

const small = [snapshot([listing('1', ['Quillon', '김정은', 'Ω'])]), snapshot([], { list: 'un-sc' })]

/** A bundle whose digests are right, with any header and payload. */
function forge(payload: string, header: Readonly<Record<string, unknown>> | string = {}): Uint8Array {
  const body = new TextEncoder().encode(payload)
  const whole = { engine: VERSION, lists: [], payload: body.length, sha256: bytesToHex(sha256(body)) }
  const text = typeof header === 'string' ? header : JSON.stringify({ ...whole, ...header })
  const head = new TextEncoder().encode(text)
  const start = new Uint8Array(10 + head.length)
  start.set(new TextEncoder().encode('CSGN'))
  new DataView(start.buffer).setUint16(4, 1, true)
  new DataView(start.buffer).setUint32(6, head.length, true)
  start.set(head, 10)
  return Uint8Array.from([...start, ...sha256(start), ...body])
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
    expect(JSON.stringify(openBundle(compileLists(small)).snapshots[1])).toBe(JSON.stringify(small[0]))
  })

  it('opens from the middle of a larger buffer', () => {
    const bytes = compileLists(small)
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 7)
    expect(openBundle(larger.subarray(7)).snapshots).toHaveLength(2)
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
    ['another engine', forge('[]', { engine: '0.0.0' })],
    ['a header that is no JSON', forge('[]', '{')],
    ['a header that is no object', forge('[]', 'null')],
    ['a header without a field', forge('[]', '{"engine":"0.1.0"}')],
    ['a header with a field too many', forge('[]', { more: 1 })],
    ['a payload of a negative length', forge('[]', { payload: -2 })],
    ['a payload that is no JSON', forge('[')],
    ['a payload that is no list', forge('{"length":1}')],
    ['a payload nested without end', forge('['.repeat(200_000))],
    ['a snapshot without listings', forge('[{"list":"un-sc","sha256":"","issues":[]}]')],
    [
      'lists that its header does not name',
      forge('[{"list":"un-sc","sha256":"","listings":[],"issues":[]}]'),
    ],
    ['any other file', new TextEncoder().encode('uid,name,type\n'.repeat(20))],
    ['nothing', new Uint8Array()],
  ])('is refused with one kind of error: %s', (_, broken) => refused(broken))

  it('opens when only the digests are its own, so that the refusals above are for their reason', () => {
    expect(openBundle(forge('[]')).snapshots).toEqual([])
  })

  it('cannot change the prototype of objects', () => {
    const hostile =
      '{"__proto__":{"polluted":1},"list":"un-sc","sha256":"","listings":[{"__proto__":{"polluted":1}}],"issues":[]}'
    openBundle(forge(`[${hostile}]`, { lists: [{ list: 'un-sc', sha256: '' }] }))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
