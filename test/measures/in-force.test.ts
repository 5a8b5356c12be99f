import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuresInForce } from '../../src/index.js'
import { embeddedMeasures } from '../../src/measures/embedded.js'
import { strictness } from '../../src/measures/in-force.js'
import type { Measure, MeasureKind } from '../../src/model/measure.js'

const ids = (destination: string, on: string, ...jurisdictions: string[]) =>
  measuresInForce({ destination, on, ...(jurisdictions.length > 0 ? { jurisdictions } : {}) }).map(
    (measure) => measure.id,
  )

/** `none`, or the kind of the strictest measure, and all ids in force. */
function law(destination: string, on: string, jurisdiction: string) {
  const measures = measuresInForce({ destination, on, jurisdictions: [jurisdiction] })
  return { status: measures[0]?.kind ?? 'none', ids: measures.map((measure) => measure.id) }
}

type Case = readonly [
  destination: string,
  on: string,
  jurisdiction: string,
  status: MeasureKind | 'none',
  id: string | null,
  why: string,
]

const northKorea: readonly Case[] = [
  [
    'KP',
    '1999-12-31',
    'US',
    'comprehensive-embargo',
    'us-kp-eca-1950',
    'export embargo since the Korean War',
  ],
  ['KP', '2000-06-18', 'US', 'comprehensive-embargo', 'us-kp-eca-1950', 'last day before the easing'],
  ['KP', '2000-06-19', 'US', 'policy-of-denial', 'us-kp-ear-at-2000', '65 FR 38148: only CCL items licensed'],
  ['KP', '2003-06-01', 'US', 'policy-of-denial', 'us-kp-ear-742-19', 'AT controls, no embargo'],
  ['KP', '2003-06-01', 'US', 'policy-of-denial', 'us-kp-sst-1', 'state sponsor of terrorism'],
  ['KP', '2003-06-01', 'UN', 'none', null, 'before the first test'],
  ['KP', '2006-10-13', 'UN', 'none', null, 'the day before res. 1718'],
  ['KP', '2006-11-01', 'UN', 'arms-embargo', 'un-kp-1718-luxury', 'res. 1718: arms and luxury goods'],
  ['KP', '2007-01-25', 'US', 'policy-of-denial', 'us-kp-ear-at-2000', 'the day before 72 FR 3722'],
  ['KP', '2007-01-26', 'US', 'near-embargo', 'us-kp-ear-746-4', 'all but food and medicine'],
  ['KP', '2008-06-01', 'US', 'near-embargo', 'us-kp-ear-luxury', '15 CFR 746.4'],
  ['KP', '2008-10-11', 'US', 'near-embargo', 'us-kp-ear-742-19', 'AT controls stay without the listing'],
  ['KP', '2016-03-15', 'US', 'near-embargo', 'us-kp-ear-746-4', 'the day before EO 13722'],
  ['KP', '2016-03-16', 'US', 'comprehensive-embargo', 'us-kp-eo13722', 'EO 13722'],
  ['KP', '2018-06-01', 'US', 'comprehensive-embargo', 'us-kp-sst-2', 'listed again since 2017-11-20'],
  ['KP', '2018-06-01', 'UN', 'sectoral', 'un-kp-2397-exports', 'res. 2397: machinery, vehicles, metals'],
  ['KP', '2018-06-01', 'EU', 'sectoral', 'eu-kp-2017-luxury', 'amounts in EUR'],
  ['KP', '2011-08-10', 'CA', 'sectoral', 'ca-kp-un', 'the day before the total ban'],
  ['KP', '2011-08-11', 'CA', 'comprehensive-embargo', 'ca-kp-total-export', 'SOR/2011-167'],
  ['KP', '2009-06-17', 'JP', 'luxury-goods', 'jp-kp-luxury', 'the last day of the luxury list'],
  ['KP', '2009-06-18', 'JP', 'comprehensive-embargo', 'jp-kp-total-export', 'all exports'],
  ['KP', '2017-11-07', 'SG', 'luxury-goods', 'sg-kp-luxury', 'luxury goods only'],
  ['KP', '2017-11-08', 'SG', 'comprehensive-embargo', 'sg-kp-total', 'Circular 14/2017'],
]

const syriaSudanIran: readonly Case[] = [
  ['SY', '2025-01-15', 'US', 'comprehensive-embargo', 'us-sy-eo13582', 'before the fall of the program'],
  ['SY', '2025-05-23', 'US', 'near-embargo', 'us-sy-gl25', 'GL 25 opens; the EAR still ask for a license'],
  ['SY', '2025-06-30', 'US', 'near-embargo', 'us-sy-eo13338', 'the last day of EO 13338'],
  ['SY', '2025-09-01', 'US', 'near-embargo', 'us-sy-saa-2004', 'the last day of General Order 2'],
  ['SY', '2025-09-02', 'US', 'sectoral', 'us-sy-ear-2025', 'EAR99 released, CCL items licensed'],
  ['SY', '2026-09-30', 'US', 'sectoral', 'us-sy-itar', 'last day of the arms denial'],
  ['SY', '2026-11-23', 'US', 'sectoral', 'us-sy-ear-2025', 'only controlled items'],
  ['SY', '2025-05-28', 'EU', 'sectoral', 'eu-sy-36-2012', 'last day'],
  ['SY', '2025-05-29', 'EU', 'other', 'eu-sy-repression', 'only goods for repression remain'],
  ['SD', '2010-06-01', 'US', 'comprehensive-embargo', 'us-sd-embargo', 'EO 13067'],
  ['SD', '2017-10-11', 'US', 'comprehensive-embargo', 'us-sd-suspension', 'suspended, not yet revoked'],
  ['SD', '2017-10-12', 'US', 'policy-of-denial', 'us-sd-ear-742-10', 'revoked; AT controls stay'],
  [
    'SD',
    '2020-12-14',
    'US',
    'policy-of-denial',
    'us-sd-ear-742-10',
    'terrorism listing gone, EAR rule not yet',
  ],
  ['SD', '2021-01-14', 'US', 'arms-embargo', 'us-sd-ear-b', 'moved to Country Group B'],
  ['SD-DF', '2010-06-01', 'UN', 'arms-embargo', 'un-sd-2005-darfur-all', 'Darfur, a part of Sudan'],
  ['IR', '1980-04-07', 'US', 'comprehensive-embargo', 'us-ir-embargo-1980', 'hostage crisis'],
  [
    'IR',
    '1990-01-01',
    'US',
    'arms-embargo',
    'us-ir-eo12613',
    'between the embargoes: no trade ban on exports',
  ],
  ['IR', '1995-05-07', 'US', 'comprehensive-embargo', 'us-ir-eo12959', 'EO 12959'],
  ['IR', '2017-01-01', 'US', 'comprehensive-embargo', 'us-ir-jcpoa', 'the nuclear deal left the embargo'],
  ['IR', '2016-01-15', 'UN', 'dual-use', 'un-ir-1737', 'last day before Implementation Day'],
  ['IR', '2016-01-16', 'UN', 'dual-use', 'un-ir-2231-missile', 'approval by the Council instead'],
  ['IR', '2025-09-27', 'UN', 'none', null, 'the day before the snapback, counted in UTC'],
  ['IR', '2025-09-28', 'UN', 'dual-use', 'un-ir-snapback-1737', '00:00 UTC'],
  ['IR', '2025-09-29', 'UN', 'dual-use', 'un-ir-snapback-1929', 'the snapback'],
  ['IR', '2025-09-29', 'EU', 'dual-use', 'eu-ir-2023-uav', 'the EU follows a day later'],
  ['IR', '2025-09-30', 'EU', 'sectoral', 'eu-ir-snapback', 'Reg. 2025/1975'],
]

const eastAndChina: readonly Case[] = [
  ['UA-43', '2014-12-18', 'US', 'none', null, 'the day before EO 13685'],
  ['UA-43', '2014-12-19', 'US', 'comprehensive-embargo', 'us-ua43-ofac', 'Crimea'],
  ['UA-40', '2014-12-19', 'US', 'comprehensive-embargo', 'us-ua43-ofac', 'Sevastopol lies in Crimea'],
  ['UA-43', '2014-12-19', 'EU', 'sectoral', 'eu-ua-43-infrastructure', 'the first, narrower ban: last day'],
  ['UA-43', '2014-12-20', 'EU', 'sectoral', 'eu-ua-43-export', 'Reg. 1351/2014'],
  ['UA-14', '2022-02-20', 'US', 'none', null, 'the day before EO 14065'],
  [
    'UA-14',
    '2022-02-21',
    'US',
    'comprehensive-embargo',
    'us-ua14-ofac',
    'Donetsk: the place has to be checked',
  ],
  ['UA', '2024-01-01', 'US', 'none', null, 'Ukraine as such is not restricted'],
  ['RU', '2014-03-05', 'US', 'none', null, 'the day before EO 13660'],
  ['RU', '2014-09-17', 'US', 'sectoral', 'us-ru-ear-meu-2014', 'oil projects and military end use'],
  ['RU', '2022-02-23', 'US', 'sectoral', 'us-ru-ear-oilgas-2014', 'the day before the invasion'],
  ['RU', '2022-02-24', 'US', 'near-embargo', 'us-ru-ear-2022', '15 CFR 746.8'],
  ['RU', '2022-03-11', 'US', 'near-embargo', 'us-ru-ear-luxury', 'luxury goods'],
  ['RU', '2014-08-01', 'EU', 'dual-use', 'eu-ru-2014-dualuse-mil', 'Reg. 833/2014'],
  ['BY', '2022-03-01', 'US', 'arms-embargo', 'us-by-itar', 'arms and blocking only'],
  ['BY', '2022-03-02', 'US', 'near-embargo', 'us-by-ear', 'controls as for Russia'],
  ['BY', '2024-07-01', 'EU', 'sectoral', 'eu-by-2024-mirror', 'Reg. 2024/1865'],
  ['HK', '2020-12-22', 'US', 'financial', 'us-hk-separate', 'goods still apart from China'],
  ['HK', '2020-12-23', 'US', 'sectoral', 'us-hk-as-china', '85 FR 83765: as China'],
  ['CN', '1960-01-01', 'US', 'comprehensive-embargo', 'us-cn-embargo-1950', 'embargo of 1950'],
  ['CN', '1980-01-01', 'US', 'none', null, 'after 1971 and before 1989'],
  ['CN', '2022-10-07', 'US', 'sectoral', 'us-cn-advcomp-2022', 'chips'],
]

const others: readonly Case[] = [
  ['CU', '1960-10-18', 'US', 'none', null, 'the day before the first embargo'],
  ['CU', '1962-02-06', 'US', 'near-embargo', 'us-cu-export-1960', 'all but food and medicine'],
  ['CU', '1962-02-07', 'US', 'comprehensive-embargo', 'us-cu-embargo-1962', 'Proclamation 3447'],
  ['CU', '2026-11-23', 'US', 'comprehensive-embargo', 'us-cu-eo-2026-05', 'the embargo and EO 14404'],
  ['VE', '2019-08-05', 'US', 'near-embargo', 'us-ve-eo13884', 'the government is blocked'],
  ['VE', '2010-01-01', 'US', 'arms-embargo', 'us-ve-itar', 'arms only'],
  ['MM', '2010-01-01', 'US', 'sectoral', 'us-mm-eo13310', 'import and investment bans'],
  ['MM', '2018-01-01', 'US', 'arms-embargo', 'us-mm-itar', 'eased in 2016'],
  ['MM', '2021-03-08', 'US', 'arms-embargo', 'us-mm-ear-2021', 'military end use after the coup'],
  ['ZW', '2024-03-03', 'US', 'arms-embargo', 'us-zw-eo13288', 'the day before EO 14118'],
  ['ZW', '2026-11-23', 'EU', 'arms-embargo', 'eu-zw-arms', 'the one measure left'],
  ['IQ', '1990-08-01', 'US', 'none', null, 'the day before the invasion of Kuwait'],
  ['IQ', '1990-08-02', 'US', 'comprehensive-embargo', 'us-iq-embargo', 'EO 12722'],
  ['IQ', '1990-08-06', 'UN', 'comprehensive-embargo', 'un-iq-1990-comprehensive', 'res. 661'],
  ['KW', '1990-09-01', 'US', 'comprehensive-embargo', 'us-iq-kw-1990', 'Kuwait while occupied'],
  ['IQ', '2003-05-22', 'UN', 'comprehensive-embargo', 'un-iq-1990-comprehensive', 'the last day'],
  ['IQ', '2003-05-23', 'UN', 'arms-embargo', 'un-iq-2003-arms-ngf', 'res. 1483'],
  [
    'YUCS',
    '1993-06-01',
    'UN',
    'comprehensive-embargo',
    'un-yu-1992-comprehensive',
    'Yugoslavia by its own code',
  ],
  ['RS', '1993-06-01', 'UN', 'comprehensive-embargo', 'un-yu-1991-arms', 'and by that of Serbia'],
  ['HR', '1993-06-01', 'UN', 'arms-embargo', 'un-yu-1991-arms', 'arms embargo on all of the former state'],
  ['RS', '1996-01-15', 'US', 'comprehensive-embargo', 'us-yu-embargo', 'the day before 61 FR 1282'],
  ['RS', '1996-01-16', 'US', 'arms-embargo', 'us-yu-arms', 'new transactions authorized'],
  ['ZA', '1980-01-01', 'UN', 'arms-embargo', 'un-za-1977-arms', 'res. 418'],
  ['ZA', '1987-01-01', 'US', 'sectoral', 'us-za-caaa', 'Anti-Apartheid Act'],
  ['ZA', '1995-01-01', 'US', 'none', null, 'after apartheid'],
  ['RHZW', '1970-01-01', 'UN', 'comprehensive-embargo', 'un-zw-1968-comprehensive', 'Rhodesia'],
  ['ZW', '1979-12-15', 'US', 'comprehensive-embargo', 'us-rh-embargo', 'the day before EO 12183'],
  ['ZW', '1979-12-16', 'US', 'none', null, 'ended'],
]

describe.each([
  ['North Korea', northKorea],
  ['Syria, Sudan and Iran', syriaSudanIran],
  ['Crimea, Donetsk, Russia, Belarus, Hong Kong and China', eastAndChina],
  ['Cuba, Venezuela, Myanmar, Zimbabwe and old embargoes', others],
])('the law on %s', (_, cases) => {
  it.each(cases)('%s on %s under %s law: %s (%s: %s)', (destination, on, jurisdiction, status, id) => {
    const found = law(destination, on, jurisdiction)
    expect(found.status).toBe(status)
    if (id === null) expect(found.ids).toEqual([])
    else expect(found.ids).toContain(id)
  })
})

describe('what has ended by a day', () => {
  it.each([
    ['us-kp-eca-1950', 'KP', '2000-06-19'],
    ['us-kp-sst-1', 'KP', '2008-10-11'],
    ['us-sy-eo13582', 'SY', '2025-05-23'],
    ['us-sy-gl25', 'SY', '2025-07-01'],
    ['us-sy-sst', 'SY', '2026-08-24'],
    ['us-sy-itar', 'SY', '2026-10-01'],
    ['us-ru-gl135-2026', 'RU', '2027-04-07'],
    ['us-et-eo14046', 'ET', '2026-09-17'],
    ['us-hk-separate', 'HK', '2020-12-23'],
    ['un-so-1992-arms', 'SO', '2023-12-02'],
    ['gb-sy-2019', 'SY', '2025-04-25'],
  ])('%s is over on %s %s and held the day before', (id, destination, on) => {
    const eve = new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    expect(ids(destination, on)).not.toContain(id)
    expect(ids(destination, eve)).toContain(id)
  })
})

describe('a part of a state', () => {
  it('also has the measures of the whole state, in one order', () => {
    const period = { from: '2000-01-01', until: null }
    const whole: Measure = { ...embeddedMeasures[0]!, id: 'whole', kind: 'near-embargo', period }
    const state = { ...whole, scope: { destinations: ['UA'] } }
    const part = { ...whole, id: 'part', kind: 'other' as const, scope: { destinations: ['UA-43'] } }
    const both = { ...whole, id: 'both', scope: { destinations: ['UA', 'UA-43'] } }
    const measures = [part, state, both]
    const on = '2001-06-01'
    expect(measuresInForce({ destination: 'UA-43', on }, measures).map(({ id }) => id)).toEqual([
      'both',
      'whole',
      'part',
    ])
    expect(measuresInForce({ destination: 'UA', on }, measures).map(({ id }) => id)).toEqual([
      'both',
      'whole',
    ])
  })

  it('does not hand its own measures up: Ukraine is not Donetsk', () => {
    expect(ids('UA', '2024-01-01', 'US', 'EU', 'GB', 'CA')).toEqual([])
  })

  it('is marked where the code alone cannot tell', () => {
    for (const measure of measuresInForce({ destination: 'UA-14', on: '2024-01-01' })) {
      expect(measure.scope.partial, measure.id).toBe(true)
    }
  })
})

describe('an answer', () => {
  const anyCode = fc.constantFrom(...new Set(embeddedMeasures.flatMap(({ scope }) => scope.destinations)))
  const anyDay = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('holds exactly the measures whose half-open period holds the day', () => {
    fc.assert(
      fc.property(anyCode, anyDay, (destination, on) => {
        const state = destination.split('-')[0]!
        const expected = embeddedMeasures.filter(
          ({ scope, period }) =>
            (scope.destinations.includes(destination) || scope.destinations.includes(state)) &&
            (period.from === null || period.from <= on) &&
            (period.until === null || on < period.until),
        )
        expect(ids(destination, on).sort()).toEqual(expected.map((measure) => measure.id).sort())
      }),
      { numRuns: 500 },
    )
  })

  it('holds a measure on its first day, not the day before, and not on its end', () => {
    const shift = (day: string, days: number) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    for (const { id, scope, period } of embeddedMeasures) {
      const [destination] = scope.destinations
      if (destination === undefined) continue
      if (period.from !== null) {
        expect(ids(destination, period.from), id).toContain(id)
        expect(ids(destination, shift(period.from, -1)), id).not.toContain(id)
      }
      if (period.until !== null) {
        expect(ids(destination, shift(period.until, -1)), id).toContain(id)
        expect(ids(destination, period.until), id).not.toContain(id)
      }
    }
  })

  it('comes strictest first, then by jurisdiction and id', () => {
    fc.assert(
      fc.property(anyCode, anyDay, (destination, on) => {
        const found = measuresInForce({ destination, on })
        found.slice(1).forEach((measure, i) => {
          const before = found[i]!
          const step = strictness(before) - strictness(measure)
          const order = `${before.jurisdiction} ${before.id}` < `${measure.jurisdiction} ${measure.id}`
          expect(step > 0 || (step === 0 && order)).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('names only the jurisdictions asked for', () => {
    const found = measuresInForce({ destination: 'KP', on: '2018-06-01', jurisdictions: ['UN', 'CA'] })
    expect(new Set(found.map((measure) => measure.jurisdiction))).toEqual(new Set(['UN', 'CA']))
    expect(measuresInForce({ destination: 'KP', on: '2018-06-01', jurisdictions: [] })).toEqual([])
  })

  it('is empty for a territory without measures', () => {
    expect(ids('DE', '2026-11-23')).toEqual([])
  })

  it('does not take a name, a small letter or a wrong date for a place or day without measures', () => {
    for (const destination of ['North Korea', 'kp', '', '__proto__', 'KP-', 'K'.repeat(100_000)]) {
      expect(() => measuresInForce({ destination, on: '2026-11-23' }), destination.slice(0, 20)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      )
    }
    for (const on of ['23.11.2026', '2026-02-30', '', 'today']) {
      expect(() => measuresInForce({ destination: 'KP', on }), on).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      )
    }
  })
})

describe('British law', () => {
  it('is that of the Union until 2020-12-31, and stands alone from then on', () => {
    const of = (on: string) =>
      measuresInForce({ destination: 'RU', on, jurisdictions: ['GB'] }).map((measure) => measure.jurisdiction)
    expect(new Set(of('2020-12-30'))).toEqual(new Set(['EU']))
    expect(new Set(of('2020-12-31'))).toEqual(new Set(['GB']))
  })
})

describe('strictness', () => {
  const kinds: readonly (readonly MeasureKind[])[] = [
    ['comprehensive-embargo'],
    ['near-embargo'],
    ['policy-of-denial', 'sectoral', 'dual-use', 'arms-embargo', 'military-end-use', 'luxury-goods'],
    ['transport', 'financial', 'import-ban'],
    ['other'],
  ]

  it('puts bans on all goods before bans on some, those before money and carriage, and the rest last', () => {
    for (const [i, tier] of kinds.entries()) {
      for (const strict of tier) {
        for (const mild of kinds.slice(i + 1).flat()) {
          expect(
            strictness({ kind: strict, effect: 'license-required' }),
            `${strict} over ${mild}`,
          ).toBeGreaterThan(strictness({ kind: mild, effect: 'prohibited' }))
        }
      }
    }
  })

  it('puts a mere appeal about goods below every measure that binds', () => {
    const appeal = strictness({ kind: 'dual-use', effect: 'caution' })
    for (const kind of kinds.slice(0, 4).flat())
      expect(strictness({ kind, effect: 'license-required' }), kind).toBeGreaterThan(appeal)
  })

  it('puts a relief below everything', () => {
    const relief = strictness({ kind: 'other', effect: 'caution', relief: true })
    expect(strictness({ kind: 'other', effect: 'caution' })).toBeGreaterThan(relief)
  })

  it('puts a prohibition before a license requirement, and that before a caution, within a kind', () => {
    const of = (effect: Measure['effect']) => strictness({ kind: 'sectoral', effect })
    expect(of('prohibited')).toBeGreaterThan(of('license-required'))
    expect(of('license-required')).toBeGreaterThan(of('caution'))
  })
})
