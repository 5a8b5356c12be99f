import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../src/places/address.js'
import { buildAddressIndex } from '../../src/places/address-index.js'
import { cpuTime } from '../cpu-time.js'

const SAME = 0.85
const score = (a: string, b: string) => compareAddresses(a, b).score

describe('the same address, written differently', () => {
  it.each([
    ['27 Harbor Parkway, Larkfield, CA, US', '27 Harbor Pkwy., Larkfield, California 92677, United States'],
    ['Kirchstr. 55, Suderwald, 26903', '55 Kirchstraße, Suderwald, Niedersachsen 26903, Deutschland'],
    ['Alleestrasse 14, Köln', '14 Alleestraße, Koeln, Germany'],
    [
      'ul. Zavodskaya, d. 11, korp. 1, Moscow 125252, Russia',
      'ulitsa Zavodskaya 11 korpus 1, Moscow, Russia',
    ],
    ['ул. Заводская, дом 11, Москва', 'улица Заводская 11, Москва, Россия'],
    [
      'Unit 1203, 16/F, Golden Star Building, 88 Queens Road, Kowloon, Hong Kong',
      '88 Queens Rd, Golden Star Bldg, Floor 16, Room 1203, Kowloon, Hong Kong, China',
    ],
    ['No. 9, Golestan Ave., Tehran, Iran', '9 Golestan Avenue, Tehran, Islamic Republic of Iran'],
    ['P.O. Box 3643, Dubai, UAE', 'PO Box 3643, Dubai, United Arab Emirates'],
    ['Via Spalanzani 16, Milano, 20129', '16 Via Spallanzani, Milano, Lombardia 20129, Italia'],
    ['200 N Main St, Fairview, OH', '200 North Main Street, Fairview, Ohio 44236, United States'],
    ['18-20 St. Petersburg Place, London', '18-20 Saint Petersburg Place, London, United Kingdom'],
    ['中国辽宁省丹东市振兴区江城大街88号', '中国辽宁省丹东市振兴区江城大街88號'],
    ['Calle 30 No. 23B-22, Cali, Colombia', 'Calle 30 Nº 23B - 22, Cali, COLOMBIA'],
  ])('%s = %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(SAME)
  })
})

describe('another address', () => {
  it.each([
    ['27 Harbor Parkway, Larkfield, California', '29 Harbor Parkway, Larkfield, California'],
    ['10 Lindenplatz, Badheim 4820, Österreich', '110 Lindenplatz, Badheim 4820, Österreich'],
    ['ul. Zavodskaya 11, Moscow', 'ul. Zavodskaya 17, Moscow'],
    ['7 39th Avenue, New York', '7 38th Avenue, New York'],
    ['Calle 30 No. 23B-22, Cali', 'Calle 31 No. 23B-22, Cali'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b)).toBeLessThanOrEqual(0.5)
  })

  it.each([
    ['12 Main Street, Fairview, Ohio', '12 Main Street, Larkfield, Texas'],
    ['12 Oak Street, Fairview', '12 Oak Avenue, Fairview'],
    ['12 Oak Street, Fairview', 'Oak Street, Fairview'],
    ['Room 401, 12 Oak Street, Fairview', 'Room 502, 12 Oak Street, Fairview'],
    ['12 Oak Street, 3rd Floor, Fairview', '12 Oak Street, 4th Floor, Fairview'],
  ])('%s is not surely %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(SAME)
  })

  it('is in another country', () => {
    expect(score('12 Oak Street, Dublin, Ireland', '12 Oak Street, Dublin, Canada')).toBeLessThanOrEqual(0.3)
  })
})

describe('too little to be an address', () => {
  it.each(['', 'Hong Kong', 'Tehran, Iran', 'Dandong, Liaoning, China', 'Moscow 125252, Russia', 'KP'])(
    '%s',
    (text) => {
      expect(score(text, text)).toBeLessThanOrEqual(0.3)
      expect(score(text, `5 Nathan Road, ${text}`)).toBeLessThanOrEqual(0.3)
    },
  )

  it('a building with a name is an address, though it has no number', () => {
    const text = 'Daesong Building, Central District, Pyongyang, North Korea'
    expect(score(text, text)).toBeGreaterThanOrEqual(SAME)
  })

  it('a street without a number is no proof', () => {
    expect(score('Azadi Avenue, Tehran, Iran', 'Azadi Avenue, Tehran, Iran')).toBeLessThan(SAME)
  })
})

describe('fields and evidence', () => {
  it('fields say the same as a text', () => {
    const fields = { street: '88 Queens Road', city: 'Kowloon', country: 'HK' }
    expect(compareAddresses(fields, '88 Queens Rd., Kowloon, Hong Kong').score).toBe(1)
  })

  it('a text next to fields is read as well', () => {
    const listed = '88 Queens Road, Kowloon, Hong Kong'
    expect(compareAddresses({ text: '88 Queens Road', city: 'Kowloon', country: 'HK' }, listed).score).toBe(1)
  })

  it('the evidence names each part and how it compares', () => {
    const { evidence } = compareAddresses(
      'Room 5, 12 Oak Street, Fairview, Ohio 44236, US',
      'Room 6, 12 Oak Street, Fairview, Ohio 44237, US',
    )
    expect(evidence).toEqual([
      { part: 'number', a: '12', b: '12', verdict: 'agrees' },
      { part: 'unit', a: '5', b: '6', verdict: 'conflicts' },
      { part: 'street', a: 'oak street', b: 'oak street', verdict: 'agrees' },
      { part: 'locality', a: 'fairview', b: 'fairview', verdict: 'agrees' },
      { part: 'postal-code', a: '44236', b: '44237', verdict: 'conflicts' },
      { part: 'country', a: 'US', b: 'US', verdict: 'agrees' },
    ])
  })
})

const streets = [
  'Harbor',
  'Mansudae',
  'Zavodskaya',
  'Golestan',
  'Lindenbaum',
  'Queens',
  'Nathan',
  'Industrial',
  'Oak',
]
const kinds = ['Street', 'Road', 'Ave', 'ulitsa', 'Lane', 'Building', '']
const cities = ['Fairview', 'Kowloon', 'Moscow', 'Tehran', 'Dandong']
const countries = ['', 'Hong Kong', 'Russia', 'Iran', 'CN']

const addressArbitrary = fc
  .record({
    number: fc.constantFrom('1', '2', '12', '12a', '88', '1203', ''),
    street: fc.constantFrom(...streets),
    second: fc.constantFrom('', ...streets),
    kind: fc.constantFrom(...kinds),
    unit: fc.constantFrom('', 'Room 5', 'Floor 2', '16/F', 'Suite 88'),
    city: fc.constantFrom(...cities),
    country: fc.constantFrom(...countries),
    flip: fc.boolean(),
  })
  .map(({ number, street, second, kind, unit, city, country, flip }) => {
    const line = flip ? `${second} ${street} ${kind} ${number}` : `${number} ${street} ${second} ${kind}`
    return [unit, line.trim(), city, country].filter((part) => part !== '').join(', ')
  })

const listedArbitrary = fc.array(addressArbitrary, { minLength: 30, maxLength: 60 })

const slips = ['drop', 'double', 'replace', 'swap'] as const

const slipsArbitrary = fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...slips)), { maxLength: 3 })

/** The text with one letter dropped, doubled, replaced or swapped with the next, at each of some places. */
function withSlips(text: string, places: readonly (readonly [number, (typeof slips)[number]])[]): string {
  return places.reduce((current, [place, slip]) => {
    const at = place % current.length
    const letter = current[at]!
    const next = current[at + 1] ?? ''
    const changed = { drop: next, double: letter + letter + next, replace: `e${next}`, swap: next + letter }
    return current.slice(0, at) + changed[slip] + current.slice(at + 2)
  }, text)
}

describe('properties', () => {
  it('a score lies between 0 and 1 and does not depend on the order', () => {
    fc.assert(
      fc.property(addressArbitrary, addressArbitrary, (a, b) => {
        const there = score(a, b)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
        expect(score(b, a)).toBeCloseTo(there, 2)
      }),
      { numRuns: 500 },
    )
  })

  it('any two texts are compared, however strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(score(a, b)).toBeGreaterThanOrEqual(0)
      }),
    )
    for (const unit of ['a', '1', ',1', ' st', '号', '\ud800', '1/F ']) {
      const start = cpuTime()
      score(unit.repeat(30_000), unit.repeat(30_001))
      expect(cpuTime() - start).toBeLessThan(500)
    }
  })

  it('the index finds exactly what comparison with every address finds', () => {
    fc.assert(
      fc.property(listedArbitrary, fc.nat(29), fc.boolean(), slipsArbitrary, (listed, like, cut, places) => {
        // A listed address, perhaps without its first part, with slips.
        const parts = listed[like]!.split(', ')
        const query = withSlips(parts.slice(cut && parts.length > 2 ? 1 : 0).join(', '), places)
        const entries = listed.map((text, ref) => ({ address: { text }, ref }))
        const found = buildAddressIndex(entries).search({ text: query }, SAME)
        const expected = entries
          .map(({ address, ref }) => ({ ref, listed: address, score: score(query, address.text) }))
          .filter((hit) => hit.score >= SAME)
          .sort((a, b) => b.score - a.score)
        expect(found).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  it('an address with number, street and city finds itself first, with score 1', () => {
    const texts = streets.flatMap((street) => cities.map((city) => `12 ${street} Street, ${city}`))
    const index = buildAddressIndex(texts.map((text, ref) => ({ address: { text }, ref })))
    texts.forEach((text, ref) => {
      expect(index.search({ text }, SAME)[0]).toMatchObject({ ref, score: 1 })
    })
  })
})

describe('the index of addresses', () => {
  const streets = [
    '12 Harbor Road',
    '12A Harbour Rd',
    'Herons Nest',
    'Velmor House',
    'Calle 30 No. 23',
    'Suite 5, Velmor House',
    '7 St Anne Street',
    'ul. Lesnaya 7',
  ]
  const cities = ['Kingstown', 'Kingston', 'Bremen', 'Lesnoy', '12 Harbor Road']
  const places = ['28195 Bremen', 'BR1 2AB', 'Saint Vincent']
  const parts = fc.record({
    street: fc.constantFrom('', ...streets),
    city: fc.constantFrom('', ...cities),
    region: fc.constantFrom('', ...places),
    country: fc.constantFrom('', 'DE', 'VC'),
  })
  const written = fc.oneof(
    parts,
    parts.map(({ street, city, region, country }) => ({
      text: [street, city, region, country].filter((part) => part).join(', '),
    })),
    parts.map(({ street, city, region }) => ({ text: street, city, region })),
  )

  it('finds what comparison with every address finds, however the parts are given', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 12 }), written, (listed, query) => {
        const entries = listed.map((fields, ref) => ({ address: { text: '', ...fields }, ref }))
        const found = buildAddressIndex(entries).search(query, 0.85)
        const alike = entries.filter(({ address }) => compareAddresses(query, address).score >= 0.85)
        expect(found.map(({ ref }) => ref).sort((a, b) => a - b)).toEqual(alike.map(({ ref }) => ref))
      }),
      { numRuns: 2_000 },
    )
  })
})
