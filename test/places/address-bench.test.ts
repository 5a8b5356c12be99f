import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../src/places/address.js'
import { buildAddressIndex } from '../../src/places/address-index.js'
import { hasShared, readNames, readPairs } from '../accuracy/data.js'
import { auc, recallAt } from '../accuracy/metrics.js'
import { cpuTime } from '../cpu-time.js'

/** Floors on labelled addresses and on a population of innocent ones. */
describe.skipIf(!hasShared)('addresses (needs ../shared/bench)', () => {
  it('are told apart: AUC at least .97, recall at 1 % false positives at least .70', () => {
    const scored = readPairs('address_pairs.csv').map(({ name1, name2, isMatch }) => ({
      score: compareAddresses(name1, name2).score,
      isMatch,
    }))
    expect(scored.length).toBeGreaterThan(4_000)
    const figures = { auc: auc(scored), recall: recallAt(scored, 0.01) }
    console.log(`address pairs: AUC ${figures.auc.toFixed(4)}, recall at 1 % ${figures.recall.toFixed(4)}`)
    expect(figures.auc).toBeGreaterThanOrEqual(0.97)
    expect(figures.recall).toBeGreaterThanOrEqual(0.7)
  })

  it('of innocents raise a hit against listed ones in at most 1 of 1,000 cases', () => {
    const listed = readNames('listed_addresses_ofac.csv').map(({ name }) => name)
    const innocent = readNames('clean_addresses.csv').map(({ name }) => name)
    const index = buildAddressIndex(listed.map((text, ref) => ({ address: { text }, ref })))
    const started = cpuTime()
    const hits = innocent.filter((text) => index.search({ text }, 0.85).length > 0)
    const each = (cpuTime() - started) / innocent.length
    console.log(
      `innocent addresses: ${hits.length} of ${innocent.length} raise a hit; ${each.toFixed(3)} ms each`,
    )
    expect(innocent.length).toBeGreaterThan(5_000)
    expect(hits.length / innocent.length).toBeLessThanOrEqual(0.001)
    // Loose, for machines differ and are shared: comparing all pairs would take a thousand times as long.
    expect(each).toBeLessThan(2)
  })

  it('on the list find themselves, and what exhaustive comparison finds', () => {
    const listed = readNames('listed_addresses_ofac.csv')
      .map(({ name }) => name)
      .filter((_, i) => i % 12 === 0)
    const index = buildAddressIndex(listed.map((text, ref) => ({ address: { text }, ref })))
    for (const query of listed.filter((_, i) => i % 20 === 0)) {
      const found = index.search({ text: query }, 0.85).map(({ ref }) => ref)
      const expected = listed.flatMap((text, ref) =>
        compareAddresses(query, text).score >= 0.85 ? [ref] : [],
      )
      expect(
        [...found].sort((a, b) => a - b),
        query,
      ).toEqual(expected)
    }
  })
})
