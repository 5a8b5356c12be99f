import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffSnapshots, makeScreener, type Party, rescreen } from '../../src/index.js'
import type { Finding } from '../../src/model/decision.js'
import { listing, snapshot } from '../fixtures/lists.js'

const date = '2026-11-23'
const party = (name: string, more: Partial<Party> = {}): Party => ({ role: 'purchaser', name, ...more })

describe('rescreen', () => {
  const before = snapshot(
    [listing('1', ['Velmor Trading']), listing('2', ['Qastal Shipping']), listing('3', ['Harbor Star'])],
    { sha256: 'a'.repeat(64) },
  )
  const after = snapshot(
    [
      listing('1', ['Velmor Trading'], { programs: ['SYRIA'] }),
      listing('3', ['Harbor Star'], { url: 'https://example.org/new' }),
      listing('4', ['Tarik Idris'], {
        addresses: [{ text: '18 Luard Road, Wan Chai, Hong Kong', country: 'HK' }],
        identifiers: [{ type: 'Passport', value: 'P4471882' }],
      }),
    ],
    { sha256: 'b'.repeat(64) },
  )
  const touched = (...parties: Party[]) => [...rescreen(parties, [diffSnapshots(before, after)], { date })]

  it('tells whom an added, an amended and a removed entry touches, and nobody else', () => {
    const result = touched(
      party('Blue Heron Bakery'),
      party('Tarik Idriss'),
      party('Velmor Trading Ltd'),
      party('Qastal Shiping'),
      party('Harbor Star'),
    )
    expect(result.map(({ index, before: was, after: is }) => [index, was.length, is.length])).toEqual([
      [1, 0, 1],
      [2, 1, 1],
      [3, 1, 0],
    ])
  })

  it('sees identifiers and addresses under any name', () => {
    const result = touched(
      party('Somebody Else', { identifiers: [{ type: 'passport', value: 'P 4471882' }] }),
      party('Third Firm', { address: { street: '18 Luard Road', city: 'Wan Chai', country: 'HK' } }),
    )
    expect(result.map(({ after: is }) => is[0]!.code)).toEqual(['listed-identifier', 'listed-address'])
  })

  it('reads parties a few hundred at a time, however many there are', () => {
    let read = 0
    function* parties() {
      for (;;) {
        read++
        yield party(read % 300 === 0 ? 'Tarik Idris' : 'Blue Heron Bakery')
      }
    }
    const stream = rescreen(parties(), [diffSnapshots(before, after)], { date })
    expect([stream.next().value?.index, stream.next().value?.index]).toEqual([299, 599])
    expect(read).toBeLessThan(1_000)
  })

  it('tells all touched ones before the first that is not as documented, and then names that', () => {
    const parties = [party('Tarik Idris'), party('Tarik Idriss'), { nmae: 'x' } as unknown as Party]
    const found: number[] = []
    const read = () => {
      for (const { index } of rescreen(parties, [diffSnapshots(before, after)], { date })) found.push(index)
    }
    expect(read).toThrow(/parties\[2\]/)
    expect(found).toEqual([0, 1])
  })

  const word = fc.constantFrom(
    'Velmor',
    'Velmar',
    'Qastal',
    'Tarik',
    'Tariq',
    'Harbor',
    'Star',
    'Trading',
    'Ltd',
    'Идрис',
    'Idris',
  )
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const entry = fc
    .record({
      id: fc.integer({ min: 1, max: 9 }).map(String),
      names: fc.array(name, { minLength: 1, maxLength: 2 }),
    })
    .map(({ id, names }) => listing(id, names))
  const file = fc.uniqueArray(entry, { maxLength: 6, selector: ({ id }) => id })

  it('finds what screening everyone against the changed entries finds', () => {
    fc.assert(
      fc.property(
        file,
        file,
        fc.array(
          name.map((text) => party(text)),
          { maxLength: 6 },
        ),
        (a, b, parties) => {
          const diff = diffSnapshots(
            snapshot(a, { sha256: 'a'.repeat(64) }),
            snapshot(b, { sha256: 'b'.repeat(64) }),
          )
          const screen = (listings: readonly (typeof a)[number][]) => {
            const lists = [snapshot(listings)]
            const screener = makeScreener({ lists, measures: [], factsAsOf: date })
            return parties.map((one) =>
              screener
                .screen({ date, parties: [one] })
                .findings.filter(isListed)
                .map(brief)
                .sort(),
            )
          }
          const was = screen([...diff.removed, ...diff.amended.map((change) => change.before)])
          const is = screen([...diff.added, ...diff.amended.map((change) => change.after)])
          const found = new Map([...rescreen(parties, [diff], { date })].map((one) => [one.index, one]))
          parties.forEach((_, i) => {
            expect((found.get(i)?.before ?? []).map(brief).sort()).toEqual(was[i])
            expect((found.get(i)?.after ?? []).map(brief).sort()).toEqual(is[i])
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

const isListed = (finding: Finding) => finding.code.startsWith('listed-')
const brief = (finding: Finding) =>
  finding.code === 'listed-party'
    ? `${finding.match.listing.id} ${finding.match.score} ${finding.outcome} ${finding.points}`
    : finding.code
