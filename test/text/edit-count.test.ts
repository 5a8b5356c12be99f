import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editCounter } from '../../src/text/edit-count.js'

/** The textbook table of optimal string alignment. */
function table(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1)
      }
    }
  }
  return rows[a.length]![b.length]!
}

describe('counting edits', () => {
  it('agrees with the table', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editCounter(a)(b)).toBe(table(a, b))
      }),
      { numRuns: 5_000 },
    )
  })

  it('excludes nothing where it cannot count', () => {
    expect(editCounter('x'.repeat(31))('y')).toBe(0)
    expect(editCounter('иванов')('x')).toBe(0)
    expect(editCounter('')('x')).toBe(0)
  })

  it('counts letters of other scripts as different', () => {
    expect(editCounter('ivan')('ivaн')).toBe(1)
  })
})
