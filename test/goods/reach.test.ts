import { describe, expect, it } from 'vitest'
import { parseEccn } from '../../src/goods/codes.js'
import { embeddedGoods } from '../../src/goods/embedded.js'
import { findHints } from '../../src/goods/hint.js'
import { reachOf } from '../../src/goods/reach.js'
import { tablesOf } from '../../src/goods/tables.js'
import type { Item } from '../../src/index.js'

const tables = tablesOf(embeddedGoods)

function reach(item: Item, origin: string | null, territory: string, eccn = 'EAR99') {
  return reachOf(tables, item, origin, parseEccn(eccn), territory, '2026-11-23')
}

const nothing = { usContent: 0, usDirectProduct: false }

describe('US law reaches', () => {
  it('goods of US origin wherever they are', () => {
    expect(reach({}, 'US', 'CU')).toEqual({ subject: 'yes', because: 'origin' })
  })

  it.each([
    ['DE', 0.25, 'EAR99', 'no'],
    ['DE', 0.26, 'EAR99', 'yes'],
    ['IR', 0.1, 'EAR99', 'no'],
    ['IR', 0.11, 'EAR99', 'yes'],
    ['CU', 0.11, 'EAR99', 'yes'],
    ['CN', 0.2, '5A991', 'no'],
    ['CN', 0.01, '9A610.x', 'yes'],
    ['HK', 0.01, '9A610.x', 'yes'],
    ['CN', 0.01, '9A610.y', 'yes'],
    ['IQ', 0.01, '9A610.y', 'no'],
    ['BR', 0.2, '9A610.x', 'no'],
    ['BR', 0.26, '9A610.x', 'yes'],
  ] as const)('to %s with a share of %d of %s: %s', (territory, usContent, eccn, subject) => {
    expect(reach({ ...nothing, usContent }, 'DE', territory, eccn).subject).toBe(subject)
  })

  it('the direct product of its technology', () => {
    expect(reach({ usContent: 0, usDirectProduct: true }, 'DE', 'RU').subject).toBe('yes')
  })

  it('or not: that is said only when all is known', () => {
    expect(reach(nothing, 'DE', 'RU')).toEqual({ subject: 'no' })
    expect(reach({}, null, 'RU')).toEqual({
      subject: 'unknown',
      missing: ['origin', 'usContent', 'usDirectProduct'],
    })
    expect(reach({ usContent: 0 }, 'DE', 'RU')).toEqual({ subject: 'unknown', missing: ['usDirectProduct'] })
  })
})

describe('a hint', () => {
  const hints = (text: string) => findHints(tables.hints, text).map((heading) => heading.hs)

  it.each([
    ['smartfone 128 GB', '8517'],
    ['Laptop, 15 inch', '8471'],
    ['portable radio recever', '8527'],
    ['oscilloscop', '9030'],
    ['household bakery oven', '8516'],
  ])('%s', (text, hs) => expect(hints(text)[0]).toBe(hs))

  it('is not forced', () => {
    expect(hints('qwzx')).toEqual([])
    expect(hints('')).toEqual([])
    expect(hints('('.repeat(100_000))).toEqual([])
    expect(hints('wine '.repeat(20_000))).toEqual(['2204'])
  })
})
