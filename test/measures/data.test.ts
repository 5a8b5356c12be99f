import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { resolvePlace } from '../../src/index.js'
import { embeddedMeasures, FACTS_AS_OF } from '../../src/measures/embedded.js'
import { check } from '../../src/model/check.js'
import { type Measure, measureSchema } from '../../src/model/measure.js'
import { territories } from '../../src/places/territories.js'

const folder = fileURLToPath(new URL('../../data/measures/', import.meta.url))
const facts = fileURLToPath(new URL('../../../shared/facts/', import.meta.url))

interface MeasureFile {
  readonly source: string
  readonly asOf: string
  readonly measures: readonly Measure[]
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as MeasureFile) }))

const byId = new Map(embeddedMeasures.map((measure) => [measure.id, measure]))

describe('the rows of law that ship with the package', () => {
  it('follow the schema, every one', () => {
    for (const measure of embeddedMeasures) check(measureSchema, measure, measure.id, 'invalid-facts')
  })

  it('are 220 of the US and 338 of others, each with its own id', () => {
    const american = embeddedMeasures.filter((measure) => measure.jurisdiction === 'US')
    expect(american).toHaveLength(220)
    expect(embeddedMeasures).toHaveLength(220 + 338)
    expect(byId.size).toBe(embeddedMeasures.length)
  })

  it('are all loaded from their files, which name a source and the day to which they were kept', () => {
    expect(files.flatMap((file) => file.measures.map((measure) => measure.id)).sort()).toEqual(
      [...byId.keys()].sort(),
    )
    for (const { name, source, asOf } of files) {
      expect(source, name).not.toBe('')
      expect(asOf, name).toBe(FACTS_AS_OF)
    }
  })

  it('stand in the file of their authority, in order of id, one to a line', () => {
    for (const { name, measures } of files) {
      const ids = measures.map((measure) => measure.id)
      expect(ids, name).toEqual([...ids].sort())
      const prefix = name.startsWith('us-') ? 'US' : name.slice(0, -'.json'.length).toUpperCase()
      for (const measure of measures) expect(measure.jurisdiction, measure.id).toBe(prefix)
      const lines = readFileSync(join(folder, name), 'utf8').split('\n')
      expect(lines.filter((line) => line.startsWith('    {"id":')).length, name).toBe(measures.length)
    }
  })

  it('cite an act, name where it was read, and begin before they end', () => {
    for (const { id, citation, sources, summary, period } of embeddedMeasures) {
      expect(citation.trim(), id).not.toBe('')
      expect(summary.trim(), id).not.toBe('')
      expect(sources.length, id).toBeGreaterThan(0)
      for (const source of sources) expect(source.trim(), id).not.toBe('')
      if (period.from !== null && period.until !== null) expect(period.from < period.until, id).toBe(true)
    }
  })

  it('say what is not verified, in a note', () => {
    const unverified = embeddedMeasures.filter((measure) => !measure.verified)
    expect(unverified.length).toBeGreaterThan(0)
    const silent = unverified.filter((measure) => measure.note === undefined).map((measure) => measure.id)
    // Nothing at all was found about these three beyond the act.
    expect(silent).toEqual(['us-ug-embargo', 'us-rh-embargo', 'us-sl-arms'])
  })

  it('are written in US spelling outside of acts and citations', () => {
    const british =
      /licenc|programme|defence|authoris|organis|jewellery|aluminium|armour|favour|neighbour|own knowledge/i
    for (const { id, summary, note = '', licensePolicy, exceptions } of embeddedMeasures) {
      expect([summary, note, licensePolicy ?? '', ...exceptions].join(' '), id).not.toMatch(british)
    }
  })

  it('name territories that the gazetteer knows; YU is the code that Yugoslavia had in its time', () => {
    const known = new Set([...territories.map((territory) => territory.code), 'YU'])
    const unknown = embeddedMeasures.flatMap(({ id, scope }) =>
      scope.destinations.filter((code) => !known.has(code)).map((code) => `${id}: ${code}`),
    )
    expect(unknown).toEqual([])
    expect(resolvePlace('Yugoslavia').map((reading) => reading.territory)).toContain('YUCS')
  })

  it('all name a destination, but for a rule about goods and one about owners for the whole world', () => {
    const placeless = embeddedMeasures.filter((measure) => measure.scope.destinations.length === 0)
    expect(placeless.map((measure) => measure.id)).toEqual([
      'us-affiliates-1',
      'us-affiliates-2',
      'us-cn-aidiffusion',
    ])
    expect(byId.get('us-cn-aidiffusion')?.note).toMatch(/every destination/)
    expect(byId.get('us-affiliates-1')?.scope.lists).toContain('us-bis-entity')
  })

  it('do not hide a ban on exports under an import ban', () => {
    for (const { id, kind, summary } of embeddedMeasures) {
      if (kind === 'import-ban') expect(summary, id).not.toMatch(/export/i)
    }
    expect(byId.get('us-ru-eo14068-exports')).toMatchObject({ kind: 'luxury-goods', effect: 'prohibited' })
    expect(byId.get('eu-ru-2022-industry')).toMatchObject({ kind: 'sectoral', effect: 'prohibited' })
    expect(byId.get('us-za-caaa-exports')).toMatchObject({ kind: 'sectoral', effect: 'prohibited' })
  })

  it('are two rows where a rule is suspended and comes back, the second one not verified', () => {
    const periods = (id: string) => [byId.get(id)?.period, byId.get(`${id.replace(/-1$/, '')}-2`)?.period]
    expect(periods('us-affiliates-1')).toEqual([
      { from: '2025-09-29', until: '2025-11-10' },
      { from: '2026-11-10', until: null },
    ])
    expect(periods('cn-us-2024-metals')).toEqual([
      { from: '2024-12-03', until: '2025-11-09' },
      { from: '2026-11-28', until: null },
    ])
    for (const id of ['us-affiliates-2', 'cn-us-2024-metals-2']) {
      expect(byId.get(id), id).toMatchObject({
        verified: false,
        note: expect.stringMatching(/check before/i),
      })
    }
  })

  it('mark what only eases, always as a caution', () => {
    const reliefs = embeddedMeasures.filter((measure) => measure.relief)
    expect(reliefs.length).toBeGreaterThan(10)
    for (const { id, effect, kind } of reliefs) expect([effect, kind], id).toEqual(['caution', 'other'])
    expect(reliefs.map((measure) => measure.id)).toContain('us-in-a5')
  })

  it('mark the occupied parts of Ukrainian oblasts as partial, and Crimea as whole', () => {
    for (const { id, scope } of embeddedMeasures) {
      const occupied = scope.destinations.some((code) => /^UA-(09|14|23|65)$/.test(code))
      const whole = scope.destinations.some((code) => /^UA-(40|43)$/.test(code))
      if (occupied) expect(scope.partial, id).toBe(true)
      if (whole) expect(scope.partial, id).toBeUndefined()
    }
  })

  it('show a placeholder day as what it is', () => {
    const vague = embeddedMeasures.filter(({ precision }) => precision.from !== 'day')
    expect(Object.fromEntries(vague.map(({ id, precision }) => [id, precision.from]))).toEqual({
      'au-kp-auto': 'year',
      'au-mm-arms': 'year',
      'au-zw-arms': 'year',
      'gb-hk-2020-arms': 'month',
      'no-sy': 'unknown',
      'ph-kp': 'month',
      'us-ae-a5': 'unknown',
      'us-ir-mou-2026': 'month',
      'us-kp-itar': 'unknown',
      'us-lk-itar': 'year',
      'us-pk-3a992': 'unknown',
      'us-sy-itar': 'unknown',
      'us-tr-a5': 'unknown',
      'us-vn-itar': 'unknown',
    })
  })

  it('tell for measures that have to be renewed how far the last renewal seen runs', () => {
    expect(byId.get('un-ye-2014-freeze')?.note).toMatch(/runs to 2026-11-14/)
    expect(byId.get('un-ss-2018-arms')?.note).toMatch(/runs to 2027-05-31/)
    for (const id of ['un-ye-2014-freeze', 'un-ss-2018-arms', 'eu-zw-arms']) {
      expect(byId.get(id)?.period.until, id).toBeNull()
    }
  })
})

describe('what a measure does to an export', () => {
  const effects = (kind: Measure['kind']) =>
    new Set(embeddedMeasures.filter((measure) => measure.kind === kind).map((measure) => measure.effect))

  it('is prohibition under every comprehensive embargo', () => {
    expect(effects('comprehensive-embargo')).toEqual(new Set(['prohibited']))
  })

  it('is a license requirement under near-embargoes, policies of denial and military end-use rules', () => {
    expect(effects('near-embargo')).toEqual(new Set(['license-required']))
    expect(effects('policy-of-denial')).toEqual(new Set(['license-required']))
    expect(effects('military-end-use')).toEqual(new Set(['license-required']))
  })

  it('is a caution where money is frozen: whom that hits is found by screening the parties', () => {
    expect(effects('financial')).toEqual(new Set(['caution']))
  })

  it.each([
    ['un-kp-2397-exports', 'prohibited', 'machinery to the DPRK is barred'],
    ['un-kp-1718-luxury', 'prohibited', 'luxury goods are barred by the Council'],
    ['us-kp-ear-luxury', 'license-required', 'the EAR ask for a license and deny it'],
    ['us-kp-itar', 'prohibited', 'an arms embargo'],
    ['us-sy-ear-2025', 'license-required', 'controlled items only'],
    ['eu-kp-catchall', 'prohibited', 'anything for the armed forces'],
    ['ca-kp-acl', 'license-required', 'a permit for any export'],
    ['kr-kp-1874-luxury', 'license-required', 'approval case by case'],
    ['un-ir-2231-arms', 'license-required', 'approval by the Council'],
    ['osce-am-1992', 'caution', 'a request to states'],
    ['us-kp-sst-2', 'caution', 'a status that other rules build on'],
    ['us-in-a5', 'caution', 'a relief'],
  ])('of %s is %s: %s', (id, effect) => {
    expect(byId.get(id)?.effect).toBe(effect)
  })
})

describe.skipIf(!existsSync(facts))('the importer (needs the researched facts beside the project)', () => {
  interface FactRow {
    readonly id: string
    readonly jurisdiction: string
    readonly from: string
    readonly to: string | null
    readonly citation: string
  }
  const read = (name: string) => JSON.parse(readFileSync(join(facts, name), 'utf8')) as FactRow[]

  it('accounts for every row: citation verbatim, first day kept, last day made half-open', () => {
    const dayAfter = (day: string) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    const rows = [...read('us-embargoes.json'), ...read('intl-embargoes.json')]
    const added = [
      'cn-us-2024-metals-2',
      'eu-ru-2022-industry',
      'us-affiliates-1',
      'us-affiliates-2',
      'us-mm-eo13310-finance',
      'us-ru-eo14068-exports',
      'us-za-caaa-exports',
    ]
    expect([...rows.map((row) => row.id), ...added].sort()).toEqual([...byId.keys()].sort())
    const inclusive: string[] = []
    for (const row of rows) {
      const measure = byId.get(row.id)
      expect(measure?.citation, row.id).toBe(row.citation)
      expect(measure?.period.from, row.id).toBe(row.from)
      const until = measure?.period.until
      if (row.to === null) expect(until, row.id).toBeNull()
      else if (row.jurisdiction !== 'US') expect(until, row.id).toBe(dayAfter(row.to))
      else if (until === dayAfter(row.to)) inclusive.push(row.id)
      else expect(until, row.id).toBe(row.to)
    }
    expect(inclusive.sort()).toEqual([
      'us-cy-itar',
      'us-sl-diamonds',
      'us-sy-cbw-2013',
      'us-sy-eo13338',
      'us-sy-eo13572',
      'us-sy-gl25',
      'us-sy-itar',
    ])
  })
})
