import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { createScreener, parseList, type Snapshot } from '../../src/index.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { prepareName } from '../../src/match/compare.js'
import { indexNames } from '../../src/match/name-index.js'

/**
 * `npm run bench:speed [-- --json FILE]`: how fast a name and a transaction are answered, next to two general search
 * engines in the same run, and how the index grows. On the real US list where ../shared is present, else on the
 * embedded sample.
 */

const file = resolve('../shared/lists/us_csl/2022-05-16/consolidated.csv')
const args = process.argv.slice(2)
const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined
const figures: Record<string, number> = {}

function report(name: string, value: number, unit: string): void {
  figures[name] = Number(value.toPrecision(4))
  console.log(`${name.padEnd(46)} ${value.toFixed(value < 10 ? 3 : 0).padStart(10)} ${unit}`)
}

function timed<T>(name: string, run: () => T): T {
  const start = performance.now()
  const result = run()
  report(name, performance.now() - start, 'ms')
  return result
}

/** Times each query once after a warm-up on others, and reports the spread. */
function latencies(name: string, queries: readonly string[], run: (query: string) => unknown): number {
  const [warm, cold] = [queries.filter((_, i) => i % 2 === 0), queries.filter((_, i) => i % 2 === 1)]
  for (const query of warm) run(query)
  const times = cold.map((query) => {
    const start = performance.now()
    run(query)
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  for (const [label, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
    ['max', 1],
  ] as const) {
    report(`${name}, ${label}`, at(share), 'ms')
  }
  return at(0.5)
}

/** Invented names from the words of real ones, so that an index of any size has their frequencies. */
function recombine(names: readonly string[], size: number): string[] {
  const words = names.flatMap((name) => name.split(/[\s,]+/).filter((word) => word.length > 1))
  let state = 1
  const next = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: size }, () =>
    Array.from({ length: 2 + next(3) }, () => words[next(words.length)]).join(' '),
  )
}

const lists: readonly Snapshot[] = existsSync(file)
  ? [timed('parse the list', () => parseList('us-csl', readFileSync(file)))]
  : embeddedSnapshots
const entries = lists.flatMap((list) =>
  list.listings.flatMap(({ kind, names }) => names.map(({ name }) => ({ name, kind, ref: name }))),
)
const names = entries.map(({ name }) => name)
report('names in the index', names.length, '')
const index = timed('build the index', () => indexNames(entries))
const step = Math.max(1, Math.floor(names.length / 1_500))
const queries = names.filter((_, i) => i % step === 0).map((name) => name.toLowerCase())

const own = latencies('search', queries, (query) => index.search(prepareName(query), 0.7))
const few = queries.filter((_, i) => i % 25 === 0).map((query) => query.slice(0, 64))
const mini = new MiniSearch({ fields: ['name'], searchOptions: { fuzzy: 0.2 } })
mini.addAll(names.map((name, id) => ({ id, name })))
const miniTime = latencies('MiniSearch, fuzzy 0.2', queries, (query) => mini.search(query))
const fuse = new Fuse(names)
const fuseTime = latencies('Fuse.js, default', few, (query) => fuse.search(query))
const tuned = new Fuse(names, { threshold: 0.3, ignoreLocation: true })
const tunedTime = latencies('Fuse.js, threshold 0.3', few, (query) => tuned.search(query))
report('MiniSearch ÷ Consignee', miniTime / own, 'times')
report('Fuse.js default ÷ Consignee', fuseTime / own, 'times')
report('Fuse.js tuned ÷ Consignee', tunedTime / own, 'times')

const screener = createScreener({ lists, policy: { requiredLists: [] } })
const start = performance.now()
for (const name of queries) {
  screener.screen({
    date: '2022-05-20',
    parties: [
      { role: 'purchaser', name, address: { street: '12 Am Wall', city: 'Bremen', country: 'DE' } },
      { role: 'end-user', name: 'Blue Heron Bakery', address: { city: 'Bremen', country: 'DE' } },
    ],
    destination: { country: 'DE' },
  })
}
report('transactions of two parties per second', queries.length / ((performance.now() - start) / 1_000), '')
report('memory (resident)', process.memoryUsage().rss / 2 ** 20, 'MB')

const sizes = args.includes('--growth') ? [30_000, 100_000, 300_000, 1_000_000] : [30_000, 100_000]
for (const size of sizes) {
  const invented = recombine(names, size)
  const large = timed(`build ${size} names`, () =>
    indexNames(invented.map((name) => ({ name, kind: null, ref: name }))),
  )
  const some = invented.filter((_, i) => i % Math.floor(size / 600) === 0).map((name) => name.toLowerCase())
  latencies(`search ${size} names`, some, (query) => large.search(prepareName(query), 0.7))
}
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
