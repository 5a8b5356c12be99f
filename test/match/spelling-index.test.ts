import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpellingIndex, SpellingTableBuilder } from '../../src/match/spelling-index.js'
import { editBudget } from '../../src/match/weights.js'
import { editDistance } from '../../src/text/edit.js'

const word = fc.string({ unit: fc.constantFrom(...'aaeeiilmnrsstkczovj'), minLength: 2, maxLength: 18 })
const odd = fc.string({ unit: fc.constantFrom(...'ab1?лм0'), minLength: 2, maxLength: 7 })

/** Words near one another: each is made from a few by small edits, so that the budget is met often. */
const family = fc
  .tuple(
    fc.oneof(word, odd),
    fc.array(fc.tuple(fc.nat(18), fc.nat(4), fc.constantFrom(...'aeilkcsz')), { maxLength: 12 }),
  )
  .map(([first, edits]) => {
    const words = [first]
    for (const [at, how, letter] of edits) {
      const text = words[at % words.length] ?? first
      const i = at % Math.max(1, text.length)
      const made = [
        text.slice(0, i) + letter + text.slice(i),
        text.slice(0, i) + text.slice(i + 1),
        text.slice(0, i) + letter + text.slice(i + 1),
        text.slice(0, i) + (text[i] ?? '') + text.slice(i),
        text.slice(0, i) + (text[i + 1] ?? '') + (text[i] ?? '') + text.slice(i + 2),
      ]
      words.push(made[how] ?? text)
    }
    return words
  })

describe('the spelling index', () => {
  it('finds every form within the edit budget', () => {
    fc.assert(
      fc.property(family, (words) => {
        const forms = new SpellingTableBuilder()
        words.forEach((form, i) => {
          forms.add(form, i)
        })
        const index = new SpellingIndex(forms.finish())
        for (const query of words) {
          const found = new Set<number>()
          index.find(query, found)
          words.forEach((form, i) => {
            const length = Math.max(form.length, query.length)
            if (length < 3 || Math.abs(form.length - query.length) > 3) return
            const budget = Math.max(editBudget(length), 1)
            if (editDistance(query, form, budget) <= budget) expect(found, `${query} ${form}`).toContain(i)
          })
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
