import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeScreener, parseList, type Snapshot } from '../../src/index.js'

const folder = new URL('../../../shared/lists/', import.meta.url)
const absent = !existsSync(folder)
const read = (path: string) => readFileSync(new URL(path, folder))
const ofac = (path: string) =>
  ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'].map((name) => ({
    name,
    bytes: read(`${path}/${name}`),
  }))

const lists: readonly (readonly [string, () => Snapshot])[] = [
  [
    'US Consolidated Screening List of 2022-05-16',
    () => parseList('us-csl', read('us_csl/2022-05-16/consolidated.csv')),
  ],
  ['OFAC SDN list of 2021-07', () => parseList('us-ofac-sdn', ofac('us_ofac/2021-07'))],
  ['UN list of 2026-02-27', () => parseList('un-sc', read('un_sc/2026-02-27/consolidated.xml'))],
]

/** The ways a name is retyped without a mistake. */
const retyped: readonly (readonly [string, (name: string) => string])[] = [
  ['as published', (name) => name],
  ['in lower case', (name) => name.toLowerCase()],
  ['without accents', (name) => name.normalize('NFD').replace(/\p{M}/gu, '')],
  ['with the parts around the comma exchanged', (name) => name.replace(/^([^,]{1,60}), (.{1,60})$/, '$2 $1')],
]

describe.skipIf(absent)('self-recall on real lists (skipped where ../shared/lists is absent)', () => {
  it.each(lists)(
    '%s: every listing is found in the top band by its own primary name',
    (_, load) => {
      const snapshot = load()
      const screener = makeScreener({
        lists: [snapshot],
        measures: [],
        factsAsOf: '2026-11-23',
        policy: { requiredLists: [] },
      })
      const missed: string[] = []
      for (const listing of snapshot.listings) {
        const name = listing.names[0]?.name
        if (name === undefined) continue
        for (const [how, retype] of retyped) {
          const query = retype(name)
          if (how !== 'as published' && query === name) continue
          const found = screener
            .search(query, { limit: 1_000, minScore: 0.95 })
            .some((match) => match.listing.id === listing.id && match.listing.list === listing.list)
          if (!found) missed.push(`${listing.id} ${query} (${how})`)
        }
      }
      expect(missed).toEqual([])
    },
    600_000,
  )
})
