import { describe, expect, it } from 'vitest'
import { createScreener, explain, type Snapshot } from '../../src/index.js'
import { listing, snapshot } from '../fixtures/lists.js'
import { type GoldenCase, cases as orders } from './cases.js'
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
  snapshot([], { list: 'un-sc', sha256: '1'.repeat(64) }),
  snapshot([], { list: 'eu-fsf', sha256: '2'.repeat(64) }),
  snapshot([], { list: 'uk-sanctions', sha256: '3'.repeat(64) }),
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

function screenerFor({ lists, policy }: GoldenCase) {
  return createScreener({
    ...(lists === 'all' ? { lists: all } : lists === 'weak-alias' ? { lists: weakAlias } : {}),
    ...(policy ? { policy } : {}),
  })
}

describe('golden decisions', () => {
  it.each(cases.map((golden) => [golden.shows, golden] as const))('%s', async (_, golden) => {
    const decision = screenerFor(golden).screen(golden.transaction)
    const sentences = explain(decision)
    const page = [`# ${golden.shows}`, '', ...sentences.map((sentence) => `- ${sentence}`), ''].join('\n')
    await expect(page).toMatchFileSnapshot(`decisions/${golden.id}.md`)
    await expect(
      `${JSON.stringify({ transaction: golden.transaction, decision }, null, 2)}\n`,
    ).toMatchFileSnapshot(`decisions/${golden.id}.json`)
    expect(decision.outcome).toBe(golden.outcome)
    for (const words of golden.says) expect(page).toContain(words)
  })

  it('give the same bytes each time', () => {
    for (const golden of cases) {
      const first = JSON.stringify(screenerFor(golden).screen(golden.transaction))
      expect(JSON.stringify(screenerFor(golden).screen(golden.transaction))).toBe(first)
    }
  })
})
