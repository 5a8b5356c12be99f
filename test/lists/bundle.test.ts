import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { compileLists, openBundle } from '../../src/lists/bundle.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { listing, snapshot } from '../fixtures/lists.js'

const small = [snapshot([listing('1', ['Quillon', '김정은', 'Ω'])]), snapshot([], { list: 'un-sc' })]

describe('a bundle', () => {
  it('gives back what was put in', () => {
    expect(openBundle(compileLists(embeddedSnapshots)).snapshots.map((list) => list.listings.length)).toEqual(
      [...embeddedSnapshots].sort((a, b) => (a.list < b.list ? -1 : 1)).map((list) => list.listings.length),
    )
    expect(openBundle(compileLists(small)).snapshots).toEqual([snapshot([], { list: 'un-sc' }), small[0]])
  })

  it('has the same bytes in whatever order the lists come', () => {
    expect(compileLists([...small].reverse())).toEqual(compileLists(small))
  })

  it('opens from the middle of a larger buffer', () => {
    const bytes = compileLists(small)
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 7)
    expect(openBundle(larger.subarray(7)).snapshots).toHaveLength(2)
  })

  it('is refused when any bit has changed, or any byte is missing or added', () => {
    const bytes = compileLists(small)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Uint8Array.from(bytes)
        changed[at]! ^= 1 << bit
        expect(() => openBundle(changed)).toThrow(ConsigneeError)
      }),
      { numRuns: 500 },
    )
    for (let size = 0; size < bytes.length; size += 5) {
      expect(() => openBundle(bytes.subarray(0, size))).toThrow(ConsigneeError)
    }
    expect(() => openBundle(Uint8Array.from([...bytes, 0]))).toThrow(ConsigneeError)
  })
})
