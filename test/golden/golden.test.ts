import { describe, expect, it } from 'vitest'
import { createScreener, type Decision, explain, type Screener, type Snapshot } from '../../src/index.js'
import { listing, snapshot } from '../fixtures/lists.js'
import { type GoldenCase, cases as orders } from './cases.js'
import { destinationCases } from './destination-cases.js'
import { goodsCases } from './goods-cases.js'

const cases: readonly GoldenCase[] = [...orders, ...goodsCases]

/** The required lists, invented and fresh; the US one holds the cases that enforcement actions made known. */
const all: readonly Snapshot[] = [
  snapshot(
    [
      listing('SIS', ['SIS d.o.o.'], { list: 'us-ofac-sdn', authority: 'OFAC', kind: 'organization' }),
      listing('ALMAZ', ['Almaz-Antey'], { list: 'us-ofac-sdn', authority: 'OFAC', kind: 'organization' }),
    ],
    { list: 'us-csl' },
  ),
  ...['un-sc', 'eu-fsf', 'uk-sanctions'].map((list, i) =>
    snapshot([listing('Q', ['Quillon Marvexley'], { list })], { list, sha256: `${i + 1}`.repeat(64) }),
  ),
]

const weakAlias: readonly Snapshot[] = [
  snapshot([
    listing('W1', [], {
      list: 'us-ofac-sdn',
      authority: 'OFAC',
      kind: 'person',
      names: [
        { name: 'Invented, Somebody', type: 'primary', strength: 'strong' },
        { name: 'Brindlefox', type: 'alias', strength: 'weak' },
      ],
    }),
  ]),
]

function makeScreener({ lists, policy }: GoldenCase) {
  return createScreener({
    ...(lists === 'all' ? { lists: all } : lists === 'weak-alias' ? { lists: weakAlias } : {}),
    ...(policy ? { policy } : {}),
  })
}

const screeners = new Map<string, Screener>()

/** One screener for all cases of the same lists and policy. */
function screenerFor(golden: GoldenCase): Screener {
  const key = JSON.stringify([golden.lists, golden.policy])
  const screener = screeners.get(key) ?? makeScreener(golden)
  screeners.set(key, screener)
  return screener
}

function pageOf(golden: GoldenCase, decision: Decision): string {
  return [`# ${golden.shows}`, '', ...explain(decision).map((sentence) => `- ${sentence}`), ''].join('\n')
}

describe('golden decisions', () => {
  it.each(cases.map((golden) => [golden.shows, golden] as const))('%s', async (_, golden) => {
    const decision = screenerFor(golden).screen(golden.transaction)
    const page = pageOf(golden, decision)
    await expect(page).toMatchFileSnapshot(`decisions/${golden.id}.md`)
    await expect(
      `${JSON.stringify({ transaction: golden.transaction, decision }, null, 2)}\n`,
    ).toMatchFileSnapshot(`decisions/${golden.id}.json`)
    expect(decision.outcome).toBe(golden.outcome)
    for (const words of golden.says) expect(page).toContain(words)
  })

  // In words only: each has its transaction in its title.
  it.each(destinationCases.map((golden) => [golden.shows, golden] as const))('%s', async (_, golden) => {
    const decision = screenerFor(golden).screen(golden.transaction)
    const page = pageOf(golden, decision)
    await expect(page).toMatchFileSnapshot(`decisions/${golden.id}.md`)
    expect(decision.outcome).toBe(golden.outcome)
    for (const words of golden.says) expect(page).toContain(words)
  })

  it('on a place and a day rest on the row and the act that a reader of the facts would name', () => {
    for (const golden of destinationCases) {
      const { findings } = screenerFor(golden).screen(golden.transaction)
      const measures = findings.flatMap((finding) =>
        finding.code === 'destination-measure'
          ? { id: finding.measure.id, outcome: finding.outcome, points: finding.points }
          : [],
      )
      const binding = measures.filter(({ outcome }) => outcome !== 'clear').map(({ id }) => id)
      if (golden.decides === null) expect(binding, golden.id).toEqual([])
      else expect(binding, golden.id).toContain(golden.decides)
      const deciding = measures.find(({ id }) => id === golden.decides)
      if (deciding) {
        expect(deciding.outcome, golden.id).toBe(golden.outcome)
        expect(deciding.points, golden.id).toBe(Math.max(...measures.map(({ points }) => points)))
      }
      for (const id of golden.without)
        expect(
          measures.map((row) => row.id),
          golden.id,
        ).not.toContain(id)
    }
    expect(
      new Set(destinationCases.map(({ transaction }) => transaction.destination?.country)).size,
    ).toBeGreaterThan(12)
    expect(
      new Set(destinationCases.map(({ policy }) => policy?.jurisdictions?.[0])).size,
    ).toBeGreaterThanOrEqual(6)
  })

  it('give the same bytes each time, of a screener that has screened all others and of a new one', () => {
    for (const golden of cases) {
      const first = JSON.stringify(screenerFor(golden).screen(golden.transaction))
      expect(JSON.stringify(makeScreener(golden).screen(golden.transaction))).toBe(first)
    }
  })
})
