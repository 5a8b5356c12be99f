import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embargoTimeline, measuresInForce } from '../../src/index.js'
import { embeddedMeasures } from '../../src/measures/embedded.js'

const timeline = embargoTimeline('KP', { from: 1999, to: 2018, jurisdictions: ['US', 'UN'] })

function cell(year: number, jurisdiction: string) {
  const row = timeline.years.find((entry) => entry.year === year)
  const found = row?.jurisdictions.find((entry) => entry.jurisdiction === jurisdiction)
  if (!found) throw new Error(`no cell for ${jurisdiction} in ${year}`)
  return found
}

describe('the timeline of North Korea', () => {
  it('has every year of the range once, in order, with the jurisdictions as asked', () => {
    expect(timeline.destination).toBe('KP')
    expect(timeline.years.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, i) => 1999 + i))
    for (const { jurisdictions } of timeline.years) {
      expect(jurisdictions.map(({ jurisdiction }) => jurisdiction)).toEqual(['US', 'UN'])
    }
  })

  it.each([
    [1999, 'US', 'comprehensive-embargo', 'prohibited'],
    [2000, 'US', 'comprehensive-embargo', 'prohibited'],
    [2001, 'US', 'policy-of-denial', 'license-required'],
    [2006, 'US', 'policy-of-denial', 'license-required'],
    [2007, 'US', 'near-embargo', 'license-required'],
    [2015, 'US', 'near-embargo', 'license-required'],
    [2016, 'US', 'comprehensive-embargo', 'prohibited'],
    [2018, 'US', 'comprehensive-embargo', 'prohibited'],
    [2005, 'UN', 'none', null],
    [2006, 'UN', 'arms-embargo', 'prohibited'],
    [2018, 'UN', 'sectoral', 'prohibited'],
  ])('in %i under %s law: %s, %s', (year, jurisdiction, status, effect) => {
    expect(cell(year, jurisdiction)).toMatchObject({ status, effect })
  })

  it('names the day on which one regime gave way to the next', () => {
    expect(cell(2000, 'US').changes).toEqual([
      {
        date: '2000-06-19',
        began: expect.arrayContaining(['us-kp-ear-at-2000', 'us-kp-twea-residual']),
        ended: expect.arrayContaining(['us-kp-eca-1950', 'us-kp-twea-1950']),
        precise: true,
      },
    ])
    expect(cell(2007, 'US').changes).toEqual([
      {
        date: '2007-01-26',
        began: ['us-kp-ear-746-4', 'us-kp-ear-luxury'],
        ended: ['us-kp-ear-at-2000'],
        precise: true,
      },
    ])
    expect(cell(2001, 'US').changes).toEqual([])
  })

  it('keeps a year in which a measure ended as a year in which it held', () => {
    expect(cell(2000, 'US').measures).toContain('us-kp-eca-1950')
    expect(cell(2001, 'US').measures).not.toContain('us-kp-eca-1950')
  })
})

describe('a timeline', () => {
  it('does not count a measure that ended on New Year’s Day for the new year', () => {
    const base = embeddedMeasures[0]!
    const measure = { ...base, id: 'm', period: { from: '1999-06-01', until: '2001-01-01' } }
    const [destination] = measure.scope.destinations
    const { years } = embargoTimeline(destination!, { from: 2000, to: 2001 }, [measure])
    expect(years.map(({ jurisdictions }) => jurisdictions[0]?.status)).toEqual([measure.kind, 'none'])
    expect(years[1]?.jurisdictions[0]?.changes).toMatchObject([{ date: '2001-01-01', ended: ['m'] }])
  })

  it('marks placeholder days, which must not be shown as days', () => {
    const { years } = embargoTimeline('ZW', { from: 2002, to: 2002, jurisdictions: ['AU', 'EU'] })
    const [australia, union] = years[0]!.jurisdictions
    expect(australia?.changes).toMatchObject([{ began: ['au-zw-arms'], precise: false }])
    expect(union?.changes).toMatchObject([{ began: ['eu-zw-arms'], precise: true }])
  })

  it('shows every jurisdiction with a measure when none is named', () => {
    const { years } = embargoTimeline('KP', { from: 2018, to: 2018 })
    const codes = years[0]!.jurisdictions.map(({ jurisdiction }) => jurisdiction)
    expect(codes).toEqual([...codes].sort())
    expect(codes).toEqual(expect.arrayContaining(['AU', 'CA', 'CN', 'EU', 'GB', 'JP', 'KR', 'UN', 'US']))
  })

  it('shows a jurisdiction that has no measure as none, once', () => {
    const { years } = embargoTimeline('DE', { from: 2020, to: 2020, jurisdictions: ['US', 'US'] })
    expect(years[0]!.jurisdictions).toEqual([
      { jurisdiction: 'US', status: 'none', effect: null, measures: [], memberships: [], changes: [] },
    ])
  })

  it('agrees with the answer for each day', () => {
    const destinations = fc.constantFrom('KP', 'IR', 'SY', 'SD', 'CU', 'RU', 'UA-43', 'YUCS', 'HK', 'ZW')
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(destinations, fc.constantFrom('US', 'UN', 'EU', 'GB'), days, (destination, code, date) => {
        const on = date.toISOString().slice(0, 10)
        const year = date.getUTCFullYear()
        const found = measuresInForce({ destination, on, jurisdictions: [code] })
        const { years } = embargoTimeline(destination, { from: year, to: year, jurisdictions: [code] })
        expect(years[0]!.jurisdictions[0]!.measures).toEqual(
          expect.arrayContaining(found.map((measure) => measure.id)),
        )
        if (found.length > 0) expect(years[0]!.jurisdictions[0]!.status).not.toBe('none')
      }),
    )
  })

  it.each([
    [2020, 2019],
    [2020.5, 2021],
    [Number.NaN, 2021],
    [0, 2020],
    [2020, 1_000_000_000],
    [1000, 2020],
  ])('from %d to %d is refused', (from, to) => {
    expect(() => embargoTimeline('KP', { from, to })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
  })

  it('is refused for a name instead of a code', () => {
    expect(() => embargoTimeline('North Korea', { from: 2020, to: 2020 })).toThrow(/territory code/)
  })
})
