import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, MAX_WORD_LENGTH } from '../../src/text/edit.js'

const NO_LIMIT = 1_000

/** Optimal string alignment at unit cost, the plain table. */
function unitDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.NaN
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1)
      table[i]![j] = cost
    }
  }
  return at(a.length, b.length)
}

/** Few letters, so that words resemble one another. */
const letters = fc.string({
  unit: fc.constantFrom('a', 'e', 'i', 'y', 'c', 'k', 's', 'z', 'n', 't'),
  maxLength: 10,
})
const marks = fc.string({ unit: fc.constantFrom('a', 'o', 'n', 's', '0', '1', '5', '?', 'ж'), maxLength: 10 })

describe('editDistance: what each change costs', () => {
  it.each([
    ['glocom', 'glocom', 0, 'nothing changed'],
    ['glocom', 'glocoms', 1, 'a letter more'],
    ['glocom', 'gocom', 1, 'a letter less'],
    ['glocom', 'glotom', 1, 'another letter'],
    ['glocom', 'golcom', 1, 'two neighbors swapped'],
    ['glocom', 'glokom', 0.7, 'c for k, alike by ear'],
    ['sergei', 'sergey', 0.7, 'i for y'],
    ['hazan', 'hasan', 0.7, 'z for s'],
    ['wolkov', 'volkov', 0.7, 'w for v'],
    ['g1ocom', 'glocom', 0.7, 'digit 1 for the letter it looks like'],
    ['gl0com', 'glocom', 0.7, 'zero for o'],
    ['karam', 'karim', 0.8, 'a vowel for a vowel'],
    ['husein', 'hussein', 0.5, 'a letter doubled'],
    ['mohammed', 'mohamed', 0.5, 'a doubled letter written once'],
    ['gl?com', 'glocom', 0.3, 'one unreadable letter'],
    ['star5', 'star7', 1.5, 'another digit'],
    ['star5', 'star', 1.5, 'a digit less'],
    ['star55', 'star5', 1.5, 'a digit repeated is not a doubled letter'],
    ['imo12', 'imo21', 1.5, 'two digits swapped'],
    ['glokom', 'gllocom', 1.2, 'two changes add up'],
    ['', 'abc', 3, 'all of it'],
  ])('%s and %s: %d (%s)', (a, b, cost) => {
    expect(editDistance(a, b, 3)).toBe(cost)
    expect(editDistance(b, a, 3)).toBe(cost)
  })
})

describe('editDistance: the limit', () => {
  it('is reached, not only approached', () => {
    expect(editDistance('glocom', 'glokom', 0.7)).toBe(0.7)
    expect(editDistance('glocom', 'glokom', 0.69)).toBe(Number.POSITIVE_INFINITY)
  })

  it('of zero accepts equal words only', () => {
    expect(editDistance('kim', 'kim', 0)).toBe(0)
    expect(editDistance('kim', 'kin', 0)).toBe(Number.POSITIVE_INFINITY)
  })

  it('that is no number or below zero accepts nothing', () => {
    expect(editDistance('kim', 'kim', Number.NaN)).toBe(Number.POSITIVE_INFINITY)
    expect(editDistance('kim', 'kim', -1)).toBe(Number.POSITIVE_INFINITY)
  })

  it('of infinity gives the full cost', () => {
    expect(editDistance('5'.repeat(64), 'b'.repeat(64), Number.POSITIVE_INFINITY)).toBeGreaterThan(60)
  })

  it('never changes a cost that is within it', () => {
    fc.assert(
      fc.property(marks, marks, fc.integer({ min: 0, max: 50 }), (a, b, tenths) => {
        const full = editDistance(a, b, NO_LIMIT)
        const expected = Math.round(full * 10) <= tenths ? full : Number.POSITIVE_INFINITY
        expect(editDistance(a, b, tenths / 10)).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('editDistance: always', () => {
  it('costs the same both ways', () => {
    fc.assert(
      fc.property(marks, marks, (a, b) => editDistance(a, b, NO_LIMIT) === editDistance(b, a, NO_LIMIT)),
    )
  })

  it('costs nothing exactly when the words are equal', () => {
    fc.assert(fc.property(marks, marks, (a, b) => (editDistance(a, b, NO_LIMIT) === 0) === (a === b)))
  })

  it('costs no more than the same changes at one each, as long as no digit is touched', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => editDistance(a, b, NO_LIMIT) <= unitDistance(a, b)),
      { numRuns: 3_000 },
    )
  })

  it('costs at least half of the same changes at one each, wildcards aside', () => {
    fc.assert(fc.property(letters, letters, (a, b) => editDistance(a, b, NO_LIMIT) >= unitDistance(a, b) / 2))
  })

  it('agrees with the plain distance where nothing is alike or doubled', () => {
    const unlike = fc.uniqueArray(fc.constantFrom('b', 'd', 'f', 'g', 'h', 'm', 'n', 'p', 'r', 't'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(unlike, unlike, (a, b) => {
        expect(editDistance(a.join(''), b.join(''), NO_LIMIT)).toBe(unitDistance(a.join(''), b.join('')))
      }),
    )
  })

  it('is a multiple of a tenth', () => {
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        const cost = editDistance(a, b, NO_LIMIT)
        expect(Math.round(cost * 10) / 10).toBe(cost)
      }),
    )
  })

  it('keeps nothing from one call to the next', () => {
    fc.assert(
      fc.property(marks, marks, letters, letters, (a, b, c, d) => {
        const before = editDistance(a, b, NO_LIMIT)
        editDistance(c, d, 1)
        expect(editDistance(a, b, NO_LIMIT)).toBe(before)
      }),
    )
  })

  it('answers for any two strings', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(fc.property(any, any, (a, b) => editDistance(a, b, NO_LIMIT) >= 0))
  })

  it('reads words as far as 64 letters', () => {
    const long = 'ab'.repeat(MAX_WORD_LENGTH / 2)
    expect(editDistance(`${long}x`, `${long}yyyy`, 2)).toBe(0)
    expect(editDistance('a'.repeat(100_000), 'b'.repeat(100_000), 2)).toBe(Number.POSITIVE_INFINITY)
  })
})
