import { describe, expect, it } from 'vitest'
import { prepareName } from '../../src/match/compare.js'
import { indexNames } from '../../src/match/name-index.js'
import { hasShared, readNames } from './data.js'

/**
 * The index against brute force on the real names of OFAC and the UN: names with a slip in every word, compared with
 * every listed name, must give what the search gives, score by score.
 */

const QUERIES = 15
const MIN_SCORE = 0.7

/** A generator of numbers below a limit (Lehmer 1951), so that each run asks the same. */
function random(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function spoil(name: string, next: (limit: number) => number): string {
  return name
    .split(' ')
    .map((word) => {
      const at = next(word.length)
      const [start, letter, end] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
      return [start + end, start + letter + letter + end, `${start}e${end}`, word][next(4)] ?? word
    })
    .join(' ')
}

describe.skipIf(!hasShared)('the index on the names of OFAC and the UN (needs ../shared/bench)', () => {
  it('loses nothing against comparing every name', () => {
    const names = readNames('list_index_ofac_un.csv')
    const index = indexNames(names.map(({ name, kind }, ref) => ({ name, kind: kind ?? null, ref })))
    const next = random(7)
    let found = 0
    for (let i = 0; i < QUERIES; i++) {
      const { name, kind } = names[next(names.length)]!
      const query = prepareName(spoil(name, next), next(2) === 0 ? kind : undefined)
      const hits = index.search(query, MIN_SCORE)
      expect(hits, query.raw).toEqual(index.searchExhaustively(query, MIN_SCORE))
      found += hits.length
    }
    expect(found).toBeGreaterThan(QUERIES)
  }, 240_000)
})
