import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodeIndex, isMilitary, parseEccn, parseHs } from '../../src/goods/codes.js'

describe('an ECCN', () => {
  it.each([
    ['5A991', '5A991', ''],
    [' 5a991.b.4.a ', '5A991', 'b.4.a'],
    ['3A001.z.1.A', '3A001', 'z.1.a'],
    ['EAR99', 'EAR99', ''],
    ['ear 99', 'EAR99', ''],
  ])('%s', (text, entry, paragraph) => {
    expect(parseEccn(text)).toEqual({ entry, paragraph })
  })

  it.each([
    '',
    '5A99',
    '5F991',
    '5A9911',
    'XI(c)',
    '5A991b',
    '5A991..b',
    '5A991.',
    'EAR990',
    '5A991.abcde',
    'ML10',
  ])('"%s" is none', (text) => expect(parseEccn(text)).toBeNull())

  it('of the 600 series or 9x515 has rules of its own', () => {
    const military = ['9A610.y', '0A604', '9A515.d', '9E515'].map((text) => isMilitary(parseEccn(text)!))
    const others = ['5A991', '6A003', 'EAR99', '0A501'].map((text) => isMilitary(parseEccn(text)!))
    expect([military, others]).toEqual([Array(4).fill(true), Array(4).fill(false)])
  })
})

describe('a Harmonized System code', () => {
  it.each([
    ['85', '85'],
    ['8517.13', '851713'],
    ['8517 13 00 00', '8517130000'],
    ['97', '97'],
  ])('%s', (text, digits) => expect(parseHs(text)).toBe(digits))

  it.each(['', '8', '851', '85171', '00', '77', '98', '99.01', '85171300001', 'EAR99', '851713x'])(
    '"%s" is none',
    (text) => expect(parseHs(text)).toBeNull(),
  )

  it('is never read from anything but digits, dots and spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const digits = parseHs(text)
        if (digits !== null) expect(text.replace(/[. ]/g, '')).toBe(digits)
        expect(parseEccn(text)?.entry ?? 'EAR99').toMatch(/^(\d[A-E]\d{3}|EAR99)$/)
      }),
    )
  })
})

describe('a list of codes', () => {
  const index = new CodeIndex<string>()
  index.add(['84', '85'], 'chapters')
  index.add(['851712'], 'phones')
  index.add(['85258091'], 'cameras')

  const hits = (code: string, others = [] as { code: string; whole: boolean }[]) =>
    index.find(code, others).map(({ row, listed, match }) => `${row} ${listed} ${match}`)

  it('is met by every code that begins with one of its own', () => {
    expect(hits('851712')).toEqual(['phones 851712 equal', 'chapters 85 equal'])
    expect(hits('8517120010')).toEqual(['phones 851712 equal', 'chapters 85 equal'])
    expect(hits('8471')).toEqual(['chapters 84 equal'])
    expect(hits('9101')).toEqual([])
  })

  it('may be meant by a code that is too short', () => {
    expect(hits('8517')).toEqual(['chapters 85 equal', 'phones 8517 possible'])
  })

  it('may be meant where only national digits differ', () => {
    expect(hits('8525809900')).toContain('cameras 852580 possible')
    expect(hits('852580')).toContain('cameras 852580 possible')
    expect(hits('8525809100')).toContain('cameras 85258091 equal')
    expect(hits('852581')).toEqual(['chapters 85 equal'])
  })

  it('is met by the number of another edition', () => {
    expect(hits('851713', [{ code: '851712', whole: true }])).toContain('phones 851712 equal')
    expect(hits('851713', [{ code: '851712', whole: false }])).toContain('phones 851712 possible')
  })
})
