import { beforeAll, describe, expect, it } from 'vitest'
import {
  compileLists,
  createScreener,
  openBundle,
  parseList,
  type Screener,
  type Snapshot,
} from '../../src/index.js'
import { hasShared, sharedFiles, wholeLists } from '../fixtures/shared-lists.js'

const isThere = wholeLists.every(([, ...paths]) => hasShared(...paths))

describe.skipIf(!isThere)(
  `all official lists in one bundle${isThere ? '' : ' (not in ../shared/lists)'}`,
  () => {
    const state: { snapshots: Snapshot[]; bytes: Uint8Array; screener?: Screener } = {
      snapshots: [],
      bytes: new Uint8Array(),
    }
    beforeAll(() => {
      state.snapshots = wholeLists.map(([list, ...paths]) => parseList(list, sharedFiles(...paths)))
      state.bytes = compileLists(state.snapshots)
      state.screener = createScreener({ lists: openBundle(state.bytes).snapshots })
    }, 300_000)

    it('has the same bytes when compiled again, in another order', () => {
      expect(Buffer.compare(compileLists([...state.snapshots].reverse()), state.bytes)).toBe(0)
    }, 300_000)

    it('gives back every listing, to the letter', () => {
      const { snapshots } = openBundle(state.bytes)
      expect(snapshots).toHaveLength(wholeLists.length)
      for (const whole of state.snapshots) {
        const opened = snapshots.find(({ sha256 }) => sha256 === whole.sha256)
        expect(JSON.stringify(opened?.listings)).toBe(JSON.stringify(whole.listings))
      }
    })

    it.each(wholeLists.map(([list, ...paths], at) => ({ list, path: paths[0]!, at })))(
      'finds names of $list ($path)',
      ({ at }) => {
        const { listings } = state.snapshots[at]!
        // Some from the middle, under names long enough to be nobody else's.
        const some = listings
          .slice(Math.floor(listings.length / 2))
          .flatMap(({ id, list, kind, names: [first] }) =>
            first && /^\p{L}{5,} .*\p{L}{6,}$/u.test(first.name)
              ? [{ id, list, kind, name: first.name }]
              : [],
          )
          .slice(0, 3)
        expect(some).toHaveLength(3)
        for (const { id, list, kind, name } of some) {
          const found = state.screener!.search(name, { limit: 200, ...(kind ? { kind } : {}) })
          const match = found.find(({ listing }) => listing.list === list && listing.id === id)
          expect(match?.band, name).toBe('exact')
          const { findings, outcome } = state.screener!.screen({
            date: '2026-11-23',
            parties: [{ role: 'purchaser', name, ...(kind ? { kind } : {}) }],
            destination: { country: 'DE' },
          })
          expect(outcome).not.toBe('clear')
          expect(findings.some(({ code }) => code === 'listed-party')).toBe(true)
        }
      },
    )
  },
)
