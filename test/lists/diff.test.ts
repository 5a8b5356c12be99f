import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffSnapshots, type ListDiff } from '../../src/lists/diff.js'
import { contentOf } from '../../src/lists/diff-fields.js'
import type { Listing, Snapshot } from '../../src/model/listing.js'
import { listing, snapshot } from '../fixtures/lists.js'

const born = (text: string) => ({ text, earliest: text, latest: text })
const diff = (before: readonly Listing[], after: readonly Listing[]) =>
  diffSnapshots(snapshot(before), snapshot(after))
const counts = ({ added, removed, amended, renumbered, unchanged }: ListDiff) => ({
  added: added.length,
  removed: removed.length,
  amended: amended.length,
  renumbered: renumbered.length,
  unchanged,
})
const fox = { name: 'Fox', type: 'alias', strength: 'weak' } as const
const same = { added: 0, removed: 0, amended: 0, renumbered: 0, unchanged: 0 }

describe('diffSnapshots', () => {
  it('goes by content: a new id alone is a new number of the same entry', () => {
    const result = diff([listing('a1', ['Velmor Trading'])], [listing('b9', ['Velmor Trading'])])
    expect(counts(result)).toEqual({ ...same, renumbered: 1, unchanged: 1 })
    expect(result.renumbered).toEqual([{ before: 'a1', after: 'b9' }])
  })

  it('tells which names, addresses, programs and other fields came and went', () => {
    const before = listing('1', ['Velmor Trading', 'Velmor Trade'], {
      addresses: [{ text: '1 Harbor Road, Qastal', country: 'SY' }],
      programs: ['SYRIA'],
      identifiers: [{ type: 'Registration', value: 'R-4471' }],
    })
    const after = listing('1', ['Velmor Holding', 'Velmor Trading'], {
      addresses: [{ text: '1 Harbor Road, Qastal', country: 'SY' }, { text: '9 Quay, Qastal' }],
      programs: ['SYRIA', 'SDGT'],
      identifiers: [{ type: 'Registration', value: 'R-4471' }],
      remarks: 'renamed',
    })
    const [amendment] = diff([before], [after]).amended
    expect(amendment!.changes).toEqual([
      {
        field: 'names',
        removed: ['Velmor Trading (primary, strong)', 'Velmor Trade (alias, strong)'],
        added: ['Velmor Holding (primary, strong)', 'Velmor Trading (alias, strong)'],
      },
      { field: 'addresses', removed: [], added: ['9 Quay, Qastal'] },
      { field: 'programs', removed: [], added: ['SDGT'] },
      { field: 'remarks', removed: [], added: ['renamed'] },
    ])
  })

  it('follows an entry that was renamed and renumbered by its identifier, and one whose name was turned around', () => {
    const imo = [{ type: 'IMO', value: '9123456' }]
    const before = [listing('1', ['OLD STAR'], { identifiers: imo }), listing('2', ['VELMOR, Tárik'])]
    const after = [listing('7', ['NEW MOON'], { identifiers: imo }), listing('8', ['Tarik Velmor'])]
    expect(counts(diff(before, after))).toEqual({ ...same, amended: 2, renumbered: 2 })
  })

  it('follows an entry whose name was spelled anew, by its act, day and address, where ids are made of names', () => {
    const act = { addresses: [{ text: '9 Quay, Qastal' }], citation: '81 F.R. 69510', listedOn: '2015-04-24' }
    const before = listing('a1', ['RUSSELLL HERNDERSON VELMOR'], act)
    const after = listing('b2', ['RUSSELL HENDERSON VELMOR'], act)
    expect(counts(diff([before], [after]))).toEqual({ ...same, amended: 1, renumbered: 1 })
    for (const other of [
      { ...after, names: listing('b2', ['IDRIS NORVEX']).names },
      { ...after, addresses: [] },
      { ...after, citation: '82 F.R. 1' },
      { ...after, listedOn: '2016-04-24' },
    ])
      expect(counts(diff([before], [other]))).toEqual({ ...same, added: 1, removed: 1 })
  })

  it.each([
    [
      'namesakes of other birth dates',
      listing('1', ['Ali Velmor'], { birthDates: [born('1960-01-02')] }),
      listing('2', ['Ali Velmor'], { birthDates: [born('1971-05-06')] }),
    ],
    [
      'a person and a company',
      listing('1', ['Velmor'], { kind: 'person' }),
      listing('2', ['Velmor'], { kind: 'organization' }),
    ],
    [
      'another list of an aggregate',
      listing('1', ['Velmor'], { list: 'us-bis-uvl' }),
      listing('2', ['Velmor']),
    ],
    [
      'an id that is only a position',
      listing('1', ['Velmor Trading']),
      listing('1', ['Harbor Star Shipping']),
    ],
    [
      'a weak alias alone',
      listing('1', ['Aaa'], { names: [...listing('1', ['Aaa']).names, fox] }),
      listing('2', ['Bbb'], { names: [...listing('2', ['Bbb']).names, fox] }),
    ],
  ])('never takes %s for the same entry', (_, before, after) => {
    expect(counts(diff([before], [after]))).toEqual({ ...same, added: 1, removed: 1 })
  })

  it('tells which lines of the remarks came and went, and takes no notice of their order', () => {
    const before = listing('1', ['Velmor'], { remarks: 'Order: Y\nUpdate: 2000-04-05\nUpdate: 2018-06-13' })
    const after = listing('1', ['Velmor'], { remarks: 'Order: Y\nUpdate: 2018-06-13\nUpdate: 2000-04-05' })
    expect(diffSnapshots(snapshot([before]), snapshot([after])).amended).toEqual([])
    const later = { ...after, remarks: `${after.remarks}\nUpdate: 2026-11-01` }
    const [change] = diffSnapshots(snapshot([before]), snapshot([later])).amended
    expect(change?.changes).toEqual([{ field: 'remarks', removed: [], added: ['Update: 2026-11-01'] }])
  })

  it('tells what differs in an address that reads the same', () => {
    const at = (parts: object) =>
      snapshot([listing('1', ['Velmor'], { addresses: [{ text: '3 Matsi, CY', ...parts }] })])
    const [change] = diffSnapshots(at({ region: 'CY' }), at({ country: 'CY' })).amended
    expect(change?.changes).toEqual([
      { field: 'addresses', removed: ['3 Matsi, CY (region: CY)'], added: ['3 Matsi, CY (country: CY)'] },
    ])
  })

  it('keeps doubles apart: one of two equal entries removed is one removed', () => {
    const twin = (id: string) => listing(id, ['Velmor'])
    expect(counts(diff([twin('1'), twin('2')], [twin('2')]))).toEqual({ ...same, removed: 1, unchanged: 1 })
  })

  const name = fc.constantFrom(
    'Velmor',
    'Velmor Trading',
    'Qastal Shipping',
    'Tarik Velmor',
    'Harbor Star',
    'Fox',
  )
  const entry = fc
    .record({
      id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
      names: fc.array(name, { maxLength: 3 }),
      kind: fc.constantFrom('person' as const, 'organization' as const, null),
      list: fc.constantFrom('us-bis-entity', 'us-ofac-sdn'),
      listedOn: fc.constantFrom('2020-01-01', null),
      programs: fc.subarray(['A', 'B', 'C']),
      birthDates: fc.subarray([born('1960-01-02'), born('1971-05-06')]),
      addresses: fc.subarray([{ text: '1 Quay' }, { text: '2 Road', city: 'Qastal' }]),
      identifiers: fc.subarray([
        { type: 'IMO', value: '9123456' },
        { type: 'Passport', value: 'P4471' },
      ]),
    })
    .map(({ id, names, ...more }) => listing(id, names, more))
  const file = fc
    .uniqueArray(entry, { maxLength: 8, selector: ({ id }) => id })
    .map((listings) => snapshot(listings))
  const texts = (listings: readonly Listing[]) => listings.map((one) => `${one.id} ${contentOf(one)}`).sort()

  it('of a snapshot and itself is empty', () => {
    fc.assert(
      fc.property(file, (a) => {
        expect(counts(diffSnapshots(a, a))).toEqual({ ...same, unchanged: a.listings.length })
      }),
    )
  })

  /** What the difference makes of the old state. */
  function apply(before: Snapshot, { added, removed, amended, renumbered }: ListDiff): Listing[] {
    const numbers = new Map(renumbered.map((change) => [change.before, change.after]))
    const gone = new Set([...removed, ...amended.map((change) => change.before)])
    const kept = before.listings.filter((one) => !gone.has(one))
    return [
      ...kept.map((one) => ({ ...one, id: numbers.get(one.id) ?? one.id })),
      ...amended.map((change) => change.after),
      ...added,
    ]
  }

  it('applied to the old state gives the new one, to the letter and the id', () => {
    fc.assert(
      fc.property(file, file, (a, b) => {
        expect(texts(apply(a, diffSnapshots(a, b)))).toEqual(texts(b.listings))
      }),
      { numRuns: 500 },
    )
  })

  it('backward is the same difference with the sides changed', () => {
    fc.assert(
      fc.property(file, file, (a, b) => {
        const [there, back] = [diffSnapshots(a, b), diffSnapshots(b, a)]
        expect(there.added.length - there.removed.length).toBe(b.listings.length - a.listings.length)
        expect(back.unchanged).toBe(there.unchanged)
      }),
    )
  })
})
