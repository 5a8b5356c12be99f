import { existsSync, readFileSync } from 'node:fs'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { bench, describe } from 'vitest'
import { createScreener, parseList, type Snapshot } from '../../src/index.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'

/**
 * One name against all listings, next to two general search engines in the same run. With the real US list where
 * ../shared is present, else on the embedded sample.
 */
const file = new URL('../../../shared/lists/us_csl/2022-05-16/consolidated.csv', import.meta.url)
const lists: readonly Snapshot[] = existsSync(file)
  ? [parseList('us-csl', readFileSync(file))]
  : embeddedSnapshots
const names = lists.flatMap((list) =>
  list.listings.flatMap((listing) => listing.names.map((name) => name.name)),
)
const queries = names
  .filter((_, i) => i % Math.ceil(names.length / 50) === 0)
  .map((name) => name.toLowerCase())

describe(`search among ${names.length} names`, () => {
  const screener = createScreener({ lists, policy: { requiredLists: [] } })
  const fuse = new Fuse(names, { threshold: 0.3, ignoreLocation: true })
  const mini = new MiniSearch({ fields: ['name'], searchOptions: { fuzzy: 0.2 } })
  mini.addAll(names.map((name, id) => ({ id, name })))
  let next = 0
  const query = () => queries[next++ % queries.length] ?? ''

  bench('consignee', () => {
    screener.search(query())
  })
  bench('MiniSearch, fuzzy 0.2', () => {
    mini.search(query())
  })
  bench(
    'Fuse.js, threshold 0.3',
    () => {
      fuse.search(query().slice(0, 64))
    },
    { iterations: 5, time: 1 },
  )
})
