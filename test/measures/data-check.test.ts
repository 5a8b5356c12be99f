import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changedFiles, type Facts, factsFolder, problemsOf, shipped } from '../../data/check.js'

const measure = shipped.measures.find((row) => row.id === 'us-kp-ear-luxury')!
const membership = shipped.memberships.find((row) => row.id === 'ear-e1-ir')!
const none: Facts = { ...shipped, measures: [], groups: [], memberships: [], overlaps: [] }

describe('npm run data:check', () => {
  it('finds nothing wrong with the facts that ship', () => {
    expect(problemsOf(shipped)).toEqual([])
  })

  it.each([
    ['no citation', { citation: ' ' }, /no citation/],
    ['no source', { sources: [] }, /no source/],
    ['an end before the beginning', { period: { from: '2020-01-01', until: '2019-01-01' } }, /ends on/],
    ['a day that is none', { period: { from: '2020-02-30', until: null } }, /period\.from/],
    ['a kind that is none', { kind: 'embargo' as never }, /kind/],
    ['a place that is none', { scope: { destinations: ['ZZ'] } }, /territory ZZ/],
  ])('refuses a measure with %s', (_, change, problem) => {
    expect(problemsOf({ ...none, measures: [{ ...measure, ...change }] }).join('\n')).toMatch(problem)
  })

  it('refuses a membership without citation, or twice at the same time', () => {
    expect(problemsOf({ ...none, memberships: [{ ...membership, citation: '' }] })[0]).toMatch(/no citation/)
    const again = { ...membership, id: 'ear-e1-ir-2' }
    expect(problemsOf({ ...none, memberships: [membership, again] })).toEqual([
      'ear-e1-ir and ear-e1-ir-2 overlap',
    ])
  })

  it('refuses an id given twice', () => {
    expect(problemsOf({ ...none, measures: [measure, measure] })).toContain(
      'us-kp-ear-luxury: the id is given twice',
    )
  })

  it('refuses two rows of one authority, kind and place with different effects, unless declared', () => {
    const other = { ...measure, id: 'other', effect: 'caution' as const }
    const measures = [measure, other]
    expect(problemsOf({ ...none, measures })[0]).toMatch(/hold at the same time/)
    expect(problemsOf({ ...none, measures, overlaps: [['other', measure.id]] })).toEqual([])
    const earlier = { ...other, period: { from: '1950-01-01', until: measure.period.from } }
    expect(problemsOf({ ...none, measures: [measure, earlier] })).toEqual([])
  })

  it('refuses a declaration that nothing needs', () => {
    expect(problemsOf({ ...none, overlaps: [['a', 'b']] })).toEqual(['a b: declared, but do not overlap'])
  })

  it.skipIf(!existsSync(factsFolder))('importers make the same bytes again (needs ../shared/facts)', () => {
    expect(changedFiles(factsFolder)).toEqual([])
  })
})
