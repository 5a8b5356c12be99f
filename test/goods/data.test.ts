import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { embeddedGoods } from '../../src/goods/embedded.js'
import { goodsFactsSchema, type LuxuryRow } from '../../src/goods/facts.js'
import { resolvePlace } from '../../src/index.js'
import { embeddedMeasures } from '../../src/measures/embedded.js'
import { check } from '../../src/model/check.js'

const folder = fileURLToPath(new URL('../../data/goods/', import.meta.url))
const facts = fileURLToPath(new URL('../../../shared/facts/', import.meta.url))

const goods = embeddedGoods
const lists = goods.luxury.rows
const luxury = lists.flatMap((list) => list.rows)
const split = (codes: string | undefined) => (codes ?? '').split(' ').filter(Boolean)

describe('the facts about goods', () => {
  it('follow the schema', () => {
    check(goodsFactsSchema, goods, 'goods', 'invalid-facts')
  })

  it('hold the whole chart, list and supplements', () => {
    expect(goods.countryChart.rows).toHaveLength(196)
    expect(goods.eccns.rows).toHaveLength(633)
    expect(luxury).toHaveLength(58 + 326)
    expect(split(goods.hsBans.supplements.supp4)).toHaveLength(2_405)
    expect(goods.priority.rows.flatMap((row) => split(row.codes))).toHaveLength(50)
    expect(goods.redFlags.rows.filter((flag) => flag.id.startsWith('bis-'))).toHaveLength(29)
    expect(goods.redFlags.hubs).toHaveLength(66)
    expect(goods.euMembers.rows).toHaveLength(28)
  })

  it('name each row once, with its act and whether it was verified', () => {
    for (const rows of [luxury, lists, goods.hsBans.rows, goods.earRules.rows, goods.redFlags.rows]) {
      const ids = rows.map((row) => row.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    for (const row of [...lists, ...goods.hsBans.rows, ...goods.earRules.rows, ...goods.deMinimis.rows])
      expect(row.citation, row.id).not.toBe('')
    for (const row of [...luxury, ...goods.hsBans.rows, ...goods.earRules.rows, ...goods.redFlags.rows])
      expect(typeof row.verified, row.id).toBe('boolean')
  })

  it('have only codes of the Harmonized System, and thresholds with a currency', () => {
    const codes = [
      ...luxury.flatMap((row) => split(row.codes)),
      ...Object.values(goods.hsBans.supplements).flatMap(split),
      ...goods.hsRevisions.rows.flatMap((row) => [row.earlier, row.later]),
      ...goods.headings.rows.map((row) => row.hs),
    ]
    expect(codes.filter((code) => !/^(\d{2}){1,4}$/.test(code))).toEqual([])
    const amounts = luxury.flatMap((row) => [
      row.threshold,
      ...(row.history ?? []).map((step) => step.threshold),
    ])
    for (const amount of amounts) if (amount) expect(amount.currency).toMatch(/^[A-Z]{3}$/)
  })

  it('compare every row of a luxury list with codes or words, but for the ones that name no goods', () => {
    const kinds = (kind: LuxuryRow['kind']) => luxury.filter((row) => row.kind === kind)
    for (const row of [...kinds('coded'), ...kinds('mapped')])
      expect(split(row.codes).length, row.id).toBeGreaterThan(0)
    for (const row of [...kinds('worded'), ...kinds('none')]) expect(row.codes, row.id).toBeUndefined()
    expect(kinds('none')).toHaveLength(8)
  })

  it('are in US spelling and say nothing of who knew it', () => {
    const texts = [
      ...luxury.map((row) => `${row.category} ${row.note}`),
      ...goods.redFlags.rows.map((row) => row.text),
    ]
    expect(texts.filter((text) => /own knowledge|licence|jewellery|\bmy\b/i.test(text))).toEqual([])
  })

  it('point to measures and places that exist', () => {
    const ids = new Set(embeddedMeasures.map((measure) => measure.id))
    for (const rule of goods.earRules.rows) expect(ids.has(rule.measure), rule.measure).toBe(true)
    const places = [...goods.hsBans.rows, ...goods.earRules.rows].flatMap((row) => row.destinations)
    for (const place of new Set(places)) expect(resolvePlace(place)[0]?.territory).toBe(place)
  })

  it('keep the periods of the measures they come from', () => {
    const byId = new Map(embeddedMeasures.map((measure) => [measure.id, measure]))
    for (const rule of goods.earRules.rows.filter((row) => row.id === row.measure && !row.categories)) {
      const measure = byId.get(rule.measure)!
      expect(rule.period.from, rule.id).toBe(measure.period.from)
      if (rule.id !== 'us-ly-ear-2004') expect(rule.period.until, rule.id).toBe(measure.period.until)
    }
  })

  it.skipIf(!existsSync(facts))('are made again by the importer, byte for byte', () => {
    const output = mkdtempSync(join(tmpdir(), 'consignee-goods-'))
    execFileSync(process.execPath, [join(folder, 'import.mjs'), facts, output])
    for (const name of readdirSync(output))
      expect(readFileSync(join(output, name), 'utf8'), name).toBe(readFileSync(join(folder, name), 'utf8'))
    expect(readdirSync(output)).toHaveLength(10)
  })
})
