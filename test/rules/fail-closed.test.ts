import { describe, expect, it } from 'vitest'
import { createScreener, explain, type Transaction } from '../../src/index.js'
import { listing, snapshot } from '../fixtures/lists.js'

/** What cannot be read, or was not looked at, is never clear. */

const screener = createScreener({ policy: { requiredLists: [] } })
const screen = (order: object) =>
  screener.screen({
    date: '2026-11-23',
    parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
    destination: { country: 'DE' },
    ...order,
  } as Transaction)
/** What a person is asked, with the place it concerns. */
const asked = (order: object) =>
  screen(order).findings.flatMap((finding) =>
    finding.outcome !== 'clear' && 'where' in finding ? `${finding.where} ${finding.code}` : [],
  )

describe('a country field that names two countries', () => {
  it.each([
    ['Iran and Germany', 'IR'],
    ['Iran (Germany)', 'IR'],
    ['Iran; Germany', 'IR'],
    ['Iran\nGermany', 'IR'],
    ['Iran -> Germany', 'IR'],
    ['Tehran Germany', 'IR'],
    ['DPRK via Germany', 'KP'],
    ['DPRK/Germany', 'KP'],
    ['KP, Germany', 'KP'],
    ['DPRK via China', 'KP'],
    ['Moscow via Istanbul', 'RU'],
    ['via Russia to Kazakhstan', 'RU'],
  ])('%s: both are looked at', (country, other) => {
    const { outcome, findings } = screen({ destination: { country } })
    expect(outcome).toBe('review')
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'conflicting-place', field: 'country', where: 'destination' }),
    )
    const places = findings.flatMap((finding) =>
      finding.code === 'destination-measure' ? finding.place.territory : [],
    )
    expect(places).toContain(other)
  })

  it.each([
    'Germany',
    'Federal Republic of Germany',
    'Germany, Europe',
    'New Mexico, USA',
    'Saint Martin (French part)',
    'Taiwan, Republic of China',
    'Hong Kong, China',
    'Iran (Islamic Republic of)',
    'Congo, Democratic Republic of the',
  ])('%s is one country', (country) => {
    expect(asked({ destination: { country } }).filter((code) => code.includes('conflicting'))).toEqual([])
  })

  it('is seen at a party and at the payment too', () => {
    const parties = [{ role: 'bank', name: 'Blue Heron Bank', country: 'Iran and Germany' }]
    expect(asked({ parties })).toContain('parties[0].country conflicting-place')
    expect(asked({ payment: { country: 'Iran and Germany' } })).toContain('payment.country conflicting-place')
  })
})

describe('a place in a part of a state', () => {
  it.each([
    { postalCode: '295 000' },
    { text: '0073652540000' },
    { text: '+7 365 254 00 00' },
    { text: '00 7 (978) 123-45-67' },
    { city: 'Simferopol city' },
    { city: 'Yalta district' },
    { city: 'Симеиз' },
    { city: 'Alupka' },
  ])('%j in Ukraine is in Crimea', (address) => {
    expect(screen({ destination: { country: 'UA', ...address } }).outcome).toBe('stop')
  })

  it.each([
    { city: 'Kyiv city' },
    { city: 'Lviv' },
    { postalCode: '01 001' },
    { text: 'tel. 0038044 2000000' },
  ])('%j in Ukraine is not', (address) => {
    expect(screen({ destination: { country: 'UA', ...address } }).outcome).toBe('clear')
  })
})

describe('a place in more words than are read', () => {
  it.each(['country', 'text', 'city', 'street'])('asks about the rest: %s', (field) => {
    const long = `${'x '.repeat(400)}, Tehran, Iran, ${'x '.repeat(400)}`
    expect(asked({ destination: { country: 'DE', [field]: `${long}Germany` } })).toContain(
      'destination insufficient-data',
    )
  })
})

describe('a place without a word', () => {
  it('is asked for where the goods stop on the way', () => {
    expect(asked({ transit: [{}] })).toEqual(['transit[0] unknown-place'])
    expect(asked({ transit: [{ country: ' ' }] })).toEqual(['transit[0] unknown-place'])
  })

  it('is noted as not given at a party', () => {
    const notes = screen({
      parties: [{ role: 'purchaser', name: 'Blue Heron', address: { city: ' ' }, country: '', aliases: [] }],
    }).findings.flatMap((finding) =>
      finding.code === 'insufficient-data' && finding.where === 'parties[0]' ? (finding.fields ?? []) : [],
    )
    expect(notes).toEqual(expect.arrayContaining(['address', 'country', 'aliases']))
  })
})

describe('a law that the facts do not hold', () => {
  const laws = (order: object) =>
    screen(order).findings.flatMap((finding) =>
      finding.code === 'insufficient-data' && finding.missing === 'law'
        ? [finding.text, finding.outcome]
        : [],
    )

  it.each(['UK', 'ZZ', 'BR'])('of %s is asked about', (code) => {
    expect(laws({ jurisdictions: [code] })).toEqual([code, 'review'])
    expect(laws({ jurisdictions: ['US', code] })).toEqual([code, 'review'])
    const ours = createScreener({ policy: { requiredLists: [], jurisdictions: [code] } })
    expect(
      ours.screen({
        date: '2026-11-23',
        parties: [{ role: 'end-user', name: 'Blue Heron' }],
        destination: { country: 'KP' },
      }).outcome,
    ).toBe('review')
  })

  it.each([['US'], ['UN'], ['EU'], ['GB'], ['DE'], ['NO'], ['CH'], ['CN'], ['OSCE']])(
    'of %s is known',
    (code) => {
      expect(laws({ jurisdictions: [code] })).toEqual([])
    },
  )

  it('is asked about where no jurisdiction is named at all', () => {
    const decision = screen({ jurisdictions: [], destination: { country: 'KP' } })
    expect(decision.outcome).toBe('review')
    expect(explain(decision).join('\n')).toContain('No jurisdiction was named')
  })

  it.each([
    ['1026-11-23', ['1026-11-23', 'review']],
    ['1949-12-31', ['1949-12-31', 'review']],
    ['1950-01-01', []],
  ])('on %s', (date, expected) => {
    expect(laws({ date })).toEqual(expected)
  })
})

describe('a payment', () => {
  it('from a country that cannot be read is asked about', () => {
    expect(asked({ payment: { country: 'Qwzxnia' } })).toContain('payment.country unknown-place')
  })

  it('from a country under embargo stops', () => {
    expect(screen({ payment: { country: 'KP' } }).outcome).toBe('stop')
  })

  it('by a listed party stops, and names who it is', () => {
    const lists = [snapshot([listing('a', ['Quillon Marvexley'])])]
    const ours = createScreener({ lists, policy: { requiredLists: [] } })
    const decision = ours.screen({
      date: '2026-11-23',
      parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
      destination: { country: 'DE' },
      payment: { payer: 'Quillon Marvexley' },
    })
    expect(decision.outcome).toBe('stop')
    expect(decision.findings[0]).toMatchObject({
      code: 'listed-party',
      party: { index: 1, role: 'other', name: 'Quillon Marvexley' },
    })
  })
})

describe("a publisher's list without an entry", () => {
  const order = {
    date: '2026-11-23',
    parties: [{ role: 'purchaser', name: 'Huawei Technologies Co., Ltd.' }],
    destination: { country: 'DE' },
  } as const

  it('counts as missing', () => {
    const ours = createScreener({ lists: [snapshot([])], policy: { requiredLists: ['us-csl'] } })
    expect(ours.screen(order).findings.map(({ code }) => code)).toContain('list-missing')
  })

  it('does not put aside what is embedded', () => {
    const lists = [snapshot([], { list: 'us-bis-entity' })]
    expect(createScreener({ lists, policy: { requiredLists: [] } }).screen(order).outcome).toBe('stop')
  })

  it("is taken as it is where it is the caller's own", () => {
    const lists = [snapshot([], { list: 'my-customers' })]
    const ours = createScreener({ lists, policy: { requiredLists: ['my-customers'] } })
    expect(ours.screen(order).findings.map(({ code }) => code)).not.toContain('list-missing')
  })
})
