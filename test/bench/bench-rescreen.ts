import { writeFileSync } from 'node:fs'
import {
  createScreener,
  diffSnapshots,
  type ListDiff,
  type Listing,
  type Party,
  parseList,
  rescreen,
} from '../../src/index.js'
import { readNames } from '../accuracy/data.js'
import { hasShared, sharedFiles } from '../fixtures/shared-lists.js'

/**
 * `npm run bench:rescreen [-- --parties N --json FILE]`: how long it takes to find whom 1,000 changes of the US list
 * touch among a million invented customers (half companies, a third persons in Latin letters, the rest persons in other
 * scripts; each with an address), by kind and together. Needs ../shared.
 */

const csl = 'us_csl/2022-05-16/consolidated.csv'
const args = process.argv.slice(2)
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const count = Number(option('--parties') ?? 1_000_000)
const figures: Record<string, number> = {}

function report(name: string, value: number, unit: string): void {
  figures[name] = Number(value.toPrecision(4))
  console.log(`${name.padEnd(46)} ${value.toFixed(value < 10 ? 2 : 0).padStart(10)} ${unit}`)
}

/** A row of numbers below a limit, the same after each start (Numerical Recipes, quick and dirty generator). */
let state = 1
function draw(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

/** The head of one text and the rest of another; one in ten has a word nobody else has. */
function recombine(texts: readonly string[]): string {
  const [one, two] = [texts[draw(texts.length)]!.split(' '), texts[draw(texts.length)]!.split(' ')]
  const words = [...one.slice(0, Math.ceil(one.length / 2)), ...two.slice(Math.ceil(two.length / 2))]
  if (draw(10) > 0) return words.join(' ')
  const at = draw(words.length)
  const letters = [...words[at]!]
  const [a, b] = [draw(letters.length), draw(letters.length)]
  ;[letters[a], letters[b]] = [letters[b]!, letters[a]!]
  return words.with(at, letters.join('')).join(' ')
}

type Share = (i: number) => 'company' | 'latin' | 'other'

function* customers(size: number, share: Share): Generator<Party> {
  state = 1
  for (let i = 0; i < size; i++) {
    const group = share(i)
    const [street = '', city = ''] = addresses[draw(addresses.length)]!
    const [, , country = ''] = addresses[draw(addresses.length)]!
    yield {
      role: 'purchaser',
      id: `C${i}`,
      name: recombine(group === 'company' ? companies : group === 'latin' ? latin : other),
      ...(draw(2) > 0 ? { kind: group === 'company' ? 'organization' : 'person' } : {}),
      address: { street: street.replace(/\d+/, () => String(1 + draw(300))), city, country },
    }
  }
}

const mixed: Share = (i) => (i % 2 === 0 ? 'company' : i % 6 === 5 ? 'other' : 'latin')

/** 400 entries that came, 300 that went and 300 with another name, spread over the list. */
function changes(listings: readonly Listing[]): ListDiff {
  const snapshot = parseList('us-csl', sharedFiles(csl))
  const step = Math.floor(listings.length / 1_000)
  const kind = (i: number) => (i % step === 0 ? Math.floor(i / step) % 10 : 9.5)
  const amend = (listing: Listing): Listing => {
    const [first, ...more] = listing.names
    return first ? { ...listing, names: [{ ...first, name: `${first.name} Velmor` }, ...more] } : listing
  }
  const before = listings.filter((_, i) => kind(i) > 3)
  const after = listings.flatMap((listing, i) =>
    kind(i) >= 4 && kind(i) <= 6 ? [] : [kind(i) >= 7 && kind(i) < 9.5 ? amend(listing) : listing],
  )
  return diffSnapshots({ ...snapshot, listings: before }, { ...snapshot, listings: after })
}

if (!hasShared(csl)) {
  console.log('bench:rescreen needs the official files in ../shared/lists; there are none')
  process.exit()
}
const people = readNames('clean_names_global.csv')
const latin = people.filter(({ script }) => script === 'Latin').map(({ name }) => name)
const other = people.filter(({ script }) => script !== 'Latin').map(({ name }) => name)
const companies = readNames('clean_companies.csv').map(({ name }) => name)
const addresses = readNames('clean_addresses.csv').map(({ name, extra }) => {
  const [street = '', city = ''] = name.split(', ')
  return [street, city, extra.slice(3).toUpperCase()] as const
})
const diff = changes(parseList('us-csl', sharedFiles(csl)).listings)
report('changes', diff.added.length + diff.removed.length + diff.amended.length, '')

/** Time of the processor, in milliseconds: on a busy machine the clock on the wall says less. */
function timed(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const date = '2022-05-20'
const start = timed(() => void [...rescreen([], [diff], { date })])
report('made ready in', start, 'ms')
/** Time of one party in microseconds, without making the party up. */
function measure(size: number, share: Share, run: (parties: Iterable<Party>) => void): number {
  const making = timed(() => {
    for (const _ of customers(size, share));
  })
  return ((timed(() => run(customers(size, share))) - making) * 1_000) / size
}

for (const [name, size, share] of [
  ['companies', count / 10, () => 'company'],
  ['persons in Latin letters', count / 10, () => 'latin'],
  ['persons in other scripts', count / 10, () => 'other'],
  ['all', count, mixed],
] satisfies readonly [string, number, Share][]) {
  let touched = 0
  const micros = measure(size, share, (parties) => {
    for (const _ of rescreen(parties, [diff], { date })) touched++
  })
  report(`${name}, per party`, micros - (start * 1_000) / size, 'µs')
  report(`${name}, touched`, touched, '')
}
report('memory (resident)', process.memoryUsage().rss / 2 ** 20, 'MB')
const screener = createScreener({
  lists: [parseList('us-csl', sharedFiles(csl))],
  policy: { requiredLists: [] },
})
const anew = measure(2_000, mixed, (parties) => {
  for (const party of parties) screener.screen({ date, parties: [party] })
})
report('screening a party anew ÷ rescreening it', anew / (figures['all, per party'] ?? 0), 'times')
const json = option('--json')
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
