import { describe, expect, it } from 'vitest'
import { parseEccn } from '../../src/goods/codes.js'
import { embeddedGoods } from '../../src/goods/embedded.js'
import { chartNeed, groupsOf, ruleNeeds } from '../../src/goods/license.js'
import { tablesOf } from '../../src/goods/tables.js'

const tables = tablesOf(embeddedGoods)
const TODAY = '2026-11-23'

function chart(eccn: string, territory: string, on = TODAY) {
  return chartNeed(tables, parseEccn(eccn)!, territory, on)
}

const needs = (eccn: string, territory: string, on = TODAY) =>
  chart(eccn, territory, on)?.controls.map(
    ({ reason, toward, certain }) => `${reason} ${toward}${certain ? '' : '?'}`,
  ) ?? null

const rules = (eccn: string | null, territory: string, on = TODAY) =>
  ruleNeeds(tables, eccn === null ? null : parseEccn(eccn), territory, on).map((rule) => rule.id)

describe('the Country Chart', () => {
  it.each([
    ['5A002.a', 'DE', ['NS NS1', 'EI EI-742.15']],
    ['5A002.a', 'CA', []],
    ['3A001.a.5.a', 'CN', ['NS NS2', 'MT MT1']],
    ['3A001.a.7.a', 'DE', []],
    ['5A991', 'CN', []],
    ['9A610.y', 'VE', ['RS CN+RU+VE']],
    ['9A610.y', 'BR', []],
    ['9A610.x', 'BR', []],
    ['9A610.a', 'BR', ['NS NS1', 'RS RS1']],
    ['9A610.a', 'LY', ['NS NS1', 'RS RS1', 'UN UN-746.1b']],
    ['1C999', 'IQ', ['RS IQ']],
    ['1C999', 'TR', []],
    ['2A992', 'PK', ['RS PK']],
    ['3A090.c', 'MO', ['RS MO+D5']],
    ['3A090.c', 'SG', []],
    ['3A090.b', 'AE', ['RS AE+D1+D4+D5-A5-A6']],
    ['3A090.b', 'IL', []],
    ['3A090.a', 'DE', ['RS WORLDWIDE']],
  ])('%s to %s', (eccn, territory, expected) => {
    expect(needs(eccn, territory)).toEqual(expected)
  })

  it('says where it depends on the paragraph', () => {
    expect(needs('9A610', 'BR')).toEqual(['NS NS1?', 'RS RS1?', 'MT MT1?'])
    expect(needs('6A003', 'DE')).toEqual(['RS RS1?'])
    expect(needs('6A003.b.4', 'DE')).toEqual(['RS RS1?'])
    expect(needs('6A003.b.4.b', 'DE')).toEqual(['RS RS1'])
    expect(needs('6A003.a.1', 'DE')).toEqual([])
  })

  it('only notes an open paragraph .z, where few items of the entry are', () => {
    expect(chart('5A992', 'DE')).toMatchObject({ controls: [], paragraphOpen: true })
    expect(chart('5A992.c', 'DE')).toMatchObject({ controls: [], paragraphOpen: false })
    expect(needs('5A992.z.1', 'DE')).toEqual(['RS WORLDWIDE'])
  })

  it('leaves to a person what only the entry tells', () => {
    expect(needs('1C350', 'DE')).toEqual(['CW TEXT?'])
    expect(needs('0A002', 'DE')).toEqual(['OTHER TEXT?'])
  })

  it('treats Hong Kong as China from 2020-12-23 and does not know its row before', () => {
    expect(needs('3A001.a.5.a', 'HK', '2020-12-23')).toEqual(['NS NS2', 'MT MT1'])
    expect(chart('3A001.a.5.a', 'HK', '2020-12-22')).toMatchObject({ controls: [], rowMissing: true })
    expect(chart('5A991', 'HK', '2020-12-22')?.rowMissing).toBe(false)
    expect(groupsOf(tables, 'HK', '2020-12-22').size).toBe(0)
    expect(groupsOf(tables, 'HK', '2020-12-23').has('D:5')).toBe(true)
  })

  it('uses the row of Switzerland for Liechtenstein, that of a state for its parts, none within the US', () => {
    expect(needs('5A002.a', 'LI')).toEqual(needs('5A002.a', 'CH'))
    expect(needs('5A002.a', 'UA-43')).toEqual(needs('5A002.a', 'UA'))
    expect(chart('5A002.a', 'PR')).toBeNull()
    expect(chart('9A999', 'DE')).toBeNull()
    expect(chart('EAR99', 'CN')).toBeNull()
  })
})

describe('rules beside the chart', () => {
  it.each([
    ['KP', '2003-06-01', '5A991', ['us-kp-ear-742-19']],
    ['KP', '2003-06-01', 'EAR99', []],
    ['KP', '2007-01-26', 'EAR99', ['us-kp-ear-746-4']],
    ['KP', '2007-01-25', 'EAR99', []],
    ['CU', TODAY, null, ['us-cu-ear-746-2']],
    ['IR', TODAY, 'EAR99', []],
    ['IR', TODAY, '5A991', ['us-ir-ear-746-7']],
    ['SY', '2025-09-01', 'EAR99', ['us-sy-saa-2004']],
    ['SY', '2025-09-02', 'EAR99', []],
    ['SY', '2026-08-23', '5A991', ['us-sy-sst', 'us-sy-ear-2025']],
    ['SY', '2026-08-24', '5A991', ['us-sy-ear-2025']],
    ['SD', '2021-01-13', '5A991', ['us-sd-ear-742-10']],
    ['SD', '2021-01-14', '5A991', []],
    ['RU', '2022-02-23', '5A991', []],
    ['RU', '2022-02-24', '5A991', ['us-ru-ear-2022']],
    ['RU', '2022-02-24', '1C999', []],
    ['RU', '2022-04-08', '1C999', ['us-ru-ear-2022-all']],
    ['BY', '2022-03-01', '5A991', []],
    ['BY', '2022-03-02', '5A991', ['us-by-ear']],
    ['CN', '2007-06-18', '5A991', []],
    ['CN', '2007-06-19', '5A991', ['us-cn-meu-2007']],
    ['CN', TODAY, '5A002', []],
    ['CN', TODAY, '4A994', ['us-cn-meu-2007', 'us-cn-advcomp-2022']],
    ['HK', '2020-12-22', '5A991', []],
    ['HK', '2020-12-23', '5A991', ['us-hk-meu']],
    ['MM', TODAY, '5A992', ['us-mm-ear-2021']],
    ['VE', TODAY, '5A992', ['us-ve-ear-meu']],
    ['UA-43', TODAY, 'EAR99', ['us-ua43-ear']],
    ['UA', TODAY, 'EAR99', []],
    ['DE', TODAY, '5A991', []],
  ] as const)('%s on %s, %s', (territory, on, eccn, expected) => {
    expect(rules(eccn, territory, on)).toEqual(expected)
  })
})
