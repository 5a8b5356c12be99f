import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../data/names/rarity.json' with { type: 'json' }
import { rarity } from '../../src/text/rarity.js'

describe('rarity', () => {
  it.each([
    ['trading', 0.25],
    ['company', 0.25],
    ['international', 0.25],
    ['technology', 0.34],
    ['mohammed', 0.43],
    ['ali', 0.43],
    ['kim', 0.43],
    ['li', 0.43],
    ['pyongyang', 0.43],
    ['john', 0.52],
    ['smith', 0.52],
    ['ivanov', 0.52],
    ['jennifer', 0.61],
    ['bob', 0.7],
    ['glocom', 1],
    ['qaddafi', 1],
  ])('of %s is %d', (word, weight) => {
    expect(rarity(word)).toBe(weight)
  })

  it('puts the frequent words of business below frequent names, those below frequent cities and surnames of one country', () => {
    expect(rarity('trading')).toBeLessThan(rarity('ahmed'))
    expect(rarity('ahmed')).toBeLessThan(rarity('shiraz'))
    expect(rarity('shiraz')).toBeLessThan(rarity('andersson'))
    expect(rarity('andersson')).toBeLessThan(rarity('huawei'))
  })

  it('is never above 1 or below 0.2, whatever the word', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(rarity(text)).toBeGreaterThanOrEqual(0.2)
        expect(rarity(text)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is not taken in by the names of object members', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasownproperty'])
      expect(rarity(word)).toBe(1)
  })
})

describe('the rarity table', () => {
  it('says where it comes from', () => {
    expect(table.source).toMatch(/Census.*faker.*own compilation/)
  })

  it('unpacks to sorted words in every class, no word in two', () => {
    const seen = new Set<string>()
    table.classes.forEach((packed, i) => {
      expect(packed, `class ${i + 1}`).toMatch(/^(\d[a-z]+)+$/)
      let word = ''
      for (const [, shared, rest] of packed.matchAll(/(\d)([a-z]+)/g)) {
        const next = word.slice(0, Number(shared)) + rest
        expect(next > word, `${next} after ${word}`).toBe(true)
        expect(seen.has(next), next).toBe(false)
        expect(rarity(next)).toBeCloseTo(0.16 + 0.09 * (i + 1), 10)
        seen.add(next)
        word = next
      }
    })
    expect(seen.size).toBeGreaterThan(4_000)
  })
})
