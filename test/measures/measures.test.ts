import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embargoTimeline, measuresInForce } from '../../src/index.js'
import { embeddedMeasures, FACTS_AS_OF } from '../../src/measures/embedded.js'
import { strictnessOf } from '../../src/measures/in-force.js'
import { check } from '../../src/model/check.js'
import { measureSchema } from '../../src/model/measure.js'

const ids = (destination: string, on: string, jurisdictions = ['US']) =>
  measuresInForce({ destination, on, jurisdictions }).map((measure) => measure.id)
const strictest = (destination: string, on: string, jurisdiction: string) =>
  measuresInForce({ destination, on, jurisdictions: [jurisdiction] })[0]?.kind ?? 'none'

describe('the embedded measures', () => {
  it('are 551 valid rows with unique ids', () => {
    for (const measure of embeddedMeasures) check(measureSchema, measure, measure.id, 'invalid-facts')
    expect(embeddedMeasures).toHaveLength(551)
    expect(new Set(embeddedMeasures.map((measure) => measure.id)).size).toBe(551)
  })

  it('each have a citation, a source and a period that begins before it ends', () => {
    for (const { id, citation, sources, period } of embeddedMeasures) {
      expect(citation, id).not.toBe('')
      expect(sources.length, id).toBeGreaterThan(0)
      if (period.from && period.until) expect(period.from < period.until, id).toBe(true)
    }
    expect(FACTS_AS_OF).toBe('2026-11-23')
  })

  it('are in force exactly in their half-open period', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.constantFrom(...embeddedMeasures), days, (measure, date) => {
        const [destination] = measure.scope.destinations
        if (destination === undefined) return
        const on = date.toISOString().slice(0, 10)
        const { from, until } = measure.period
        const expected = (from === null || from <= on) && (until === null || on < until)
        expect(ids(destination, on, [measure.jurisdiction]).includes(measure.id)).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what the law said, by day', () => {
  it.each([
    ['KP', '2000-06-18', 'US', 'comprehensive-embargo'],
    ['KP', '2003-06-01', 'US', 'policy-of-denial'],
    ['KP', '2007-01-25', 'US', 'policy-of-denial'],
    ['KP', '2007-01-26', 'US', 'near-embargo'],
    ['KP', '2008-06-01', 'US', 'near-embargo'],
    ['KP', '2016-03-15', 'US', 'near-embargo'],
    ['KP', '2016-03-16', 'US', 'comprehensive-embargo'],
    ['KP', '2006-10-13', 'UN', 'none'],
    ['SY', '2025-01-15', 'US', 'comprehensive-embargo'],
    ['SY', '2026-11-23', 'US', 'sectoral'],
    ['SD', '2010-06-01', 'US', 'comprehensive-embargo'],
    ['SD', '2017-10-11', 'US', 'comprehensive-embargo'],
    ['IR', '2025-09-27', 'UN', 'none'],
    ['CU', '1975-01-01', 'US', 'comprehensive-embargo'],
    ['UA-43', '2014-12-18', 'US', 'none'],
  ])('%s on %s under %s law: %s', (destination, on, jurisdiction, kind) => {
    expect(strictest(destination, on, jurisdiction)).toBe(kind)
  })

  it('brings the UN measures against Iran back on 2025-09-28', () => {
    expect(ids('IR', '2025-09-27', ['UN'])).toEqual([])
    expect(ids('IR', '2025-09-29', ['UN']).length).toBeGreaterThan(0)
  })

  it('treats Hong Kong differently from 2020-12-23', () => {
    expect(ids('HK', '2020-12-22')).not.toEqual(ids('HK', '2020-12-23'))
  })

  it('gives a part of a state the measures of the whole', () => {
    const whole = ids('UA', '2024-01-01', ['US', 'EU', 'GB'])
    expect(ids('UA-43', '2024-01-01', ['US', 'EU', 'GB'])).toEqual(expect.arrayContaining(whole))
  })
})

describe('the timeline', () => {
  const timeline = embargoTimeline('KP', { from: 2005, to: 2018, jurisdictions: ['US', 'UN'] })
  const cell = (year: number, jurisdiction: string) =>
    timeline.years
      .find((row) => row.year === year)
      ?.jurisdictions.find((entry) => entry.jurisdiction === jurisdiction)

  it('shows the strictest status of each year and the day it changed', () => {
    expect(cell(2008, 'US')?.status).toBe('near-embargo')
    expect(cell(2016, 'US')?.status).toBe('comprehensive-embargo')
    expect(cell(2007, 'US')?.changes.map((change) => change.date)).toContain('2007-01-26')
    expect(cell(2006, 'UN')?.changes.map((change) => change.date)).toContain('2006-10-14')
  })

  it('orders kinds by how much they restrict', () => {
    expect(strictnessOf('comprehensive-embargo')).toBeGreaterThan(strictnessOf('near-embargo'))
    expect(strictnessOf('near-embargo')).toBeGreaterThan(strictnessOf('sectoral'))
    expect(strictnessOf('sectoral')).toBeGreaterThan(strictnessOf('import-ban'))
  })
})
