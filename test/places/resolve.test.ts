import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveAddress, resolvePlace } from '../../src/places/resolve.js'
import { findTerritory, territories } from '../../src/places/territories.js'
import { cpuTime } from '../cpu-time.js'

/** Codes that share the best confidence, in order. */
function best(text: string): string[] {
  const readings = resolvePlace(text)
  return readings.filter((r) => r.confidence === readings[0]?.confidence).map((r) => r.territory)
}

describe('the territory table', () => {
  it('has a unique code for each row and knows every parent and successor', () => {
    expect(new Set(territories.map((territory) => territory.code)).size).toBe(territories.length)
    for (const { code, parent, successors = [] } of territories) {
      if (parent) expect(findTerritory(parent), code).toBeDefined()
      for (const successor of successors) expect(findTerritory(successor), code).toBeDefined()
    }
  })

  it('finds a territory by every one of its codes, in any case', () => {
    for (const territory of territories) {
      expect(findTerritory(territory.code)).toBe(territory)
      expect(findTerritory(territory.code.toLowerCase())).toBe(territory)
    }
    expect(findTerritory('PRK')?.code).toBe('KP')
    expect(findTerritory('QQ')).toBeUndefined()
    expect(findTerritory('__proto__')).toBeUndefined()
  })
})

describe('resolvePlace reads a whole text as a name', () => {
  it.each([
    ['KP', 'KP', 'code'],
    ['kp', 'KP', 'code'],
    ['PRK', 'KP', 'code'],
    ['CA', 'CA', 'code'],
    ['GA', 'GA', 'code'],
    ['UA-43', 'UA-43', 'code'],
    ['North Korea', 'KP', 'name'],
    ['N. Korea', 'KP', 'alias'],
    ['DPRK', 'KP', 'alias'],
    ['D.P.R.K.', 'KP', 'alias'],
    ['Korea, North', 'KP', 'alias'],
    ['조선민주주의인민공화국', 'KP', 'alias'],
    ['朝鲜', 'KP', 'alias'],
    ['КНДР', 'KP', 'alias'],
    ['Corea del Norte', 'KP', 'alias'],
    ['Republic of Korea', 'KR', 'alias'],
    ['Hong Kong SAR', 'HK', 'alias'],
    ['香港', 'HK', 'alias'],
    ['HONGKONG', 'HK', 'alias'],
    ['Kuba', 'CU', 'alias'],
    ['Soudan', 'SD', 'alias'],
    ['the Netherlands', 'NL', 'alias'],
    ['Crimea', 'UA-43', 'name'],
    ['Sebastopol', 'UA-40', 'alias'],
    ['Burma', 'MM', 'alias'],
    ['Nga', 'RU', 'alias'],
    ['UAE', 'AE', 'alias'],
    ['U.K.', 'GB', 'alias'],
    ['Islamic Republic of Iran', 'IR', 'alias'],
    ['China', 'CN', 'name'],
    ['Ireland', 'IE', 'name'],
  ])('%s is %s, by %s', (text, territory, how) => {
    const [first, second] = resolvePlace(text)
    expect(first).toMatchObject({ territory, how })
    expect(first!.confidence).toBeGreaterThanOrEqual(0.9)
    expect(second?.confidence ?? 0).toBeLessThan(0.5)
  })

  it.each([
    ['Korea', ['KR', 'KP']],
    ['Congo', ['CD', 'CG']],
    ['Georgia', ['GE', 'US']],
    ['Guinea', ['GN', 'GW', 'GQ', 'PG']],
    ['Niger', ['NE', 'NG']],
    ['Sudan', ['SD', 'SS']],
    ['Virgin Islands', ['VG', 'VI']],
    ['Tripoli', ['LY', 'LB', 'GR']],
  ])('%s alone is ambiguous', (text, expected) => {
    expect(best(text)).toEqual(expected)
    expect(resolvePlace(text)[0]!.confidence).toBe(0.5)
  })

  it('reads a former state as itself and, equally likely, all that followed it', () => {
    expect(resolvePlace('USSR')[0]).toMatchObject({ territory: 'SUHH', how: 'historic' })
    expect(best('USSR')).toEqual(expect.arrayContaining(['SUHH', 'RU', 'BY', 'UA']))
    expect(best('Yugoslavia')).toEqual(['YUCS', 'RS', 'ME', 'HR', 'SI', 'BA', 'MK'])
    expect(best('YU')[0]).toBe('YUCS')
    expect(best('Southern Rhodesia')).toEqual(['RHZW', 'ZW'])
    expect(best('CS')).toEqual(['CSHH', 'CSXX'])
  })
})

describe('resolvePlace reads cities as clues', () => {
  it.each([
    ['Pyongyang', 'KP'],
    ['평양', 'KP'],
    ['Simferopol', 'UA-43'],
    ['Донецк', 'UA-14'],
    ['Isfahan', 'IR'],
    ['Dandong', 'CN'],
    ['Paris', 'FR'],
  ])('%s points to %s', (text, territory) => {
    expect(resolvePlace(text)[0]).toMatchObject({ territory, how: 'city', confidence: 0.8 })
  })
})

describe('resolvePlace finds the country in a longer text', () => {
  it.each([
    ['Pyongyang, DPR Korea', 'KP'],
    ['Havana Cuba', 'CU'],
    ['1 Main St, Toronto, Ontario, Canada', 'CA'],
    ['12 Rue de Paris, Beirut, Lebanon', 'LB'],
    ['Flat 5, 20 Nathan Road, Kowloon, Hong Kong', 'HK'],
    ['Kowloon, Hong Kong, China', 'HK'],
    ['中国广东省深圳市福田区', 'CN'],
    ['香港九龍彌敦道', 'HK'],
    ['Россия, г. Москва, ул. Ленина 5', 'RU'],
    ['ul. Kirova 5, Simferopol, Ukraine', 'UA-43'],
    ['295000 Simferopol, Russia', 'UA-43'],
    ['Famagusta, via Mersin 10, Turkey', 'CY-TRNC'],
    ['Seoul, Korea', 'KR'],
    ['Nampo, Korea', 'KP'],
    ['Khartoum, SD', 'SD'],
    ['Tripoli, Lebanon', 'LB'],
    ['London UK', 'GB'],
    ['Abu Dhabi UAE', 'AE'],
    ['Tehran IR', 'IR'],
    ['Los Angeles CA', 'US'],
    ['300 Peachtree St, Atlanta, GA 30303', 'US'],
    ['Santa Fe, New Mexico, United States', 'US'],
  ])('%s is in %s', (text, territory) => {
    expect(best(text)).toEqual([territory])
  })

  it('does not take New Mexico for Mexico, nor New Jersey for Jersey', () => {
    expect(best('Santa Fe New Mexico')).not.toContain('MX')
    expect(best('Newark New Jersey')).not.toContain('JE')
  })

  it('leaves a code open that is a state of the United States as well', () => {
    expect(best('12 Main St, Springfield, IL')).toEqual(['US', 'IL'])
  })
})

describe('resolvePlace forgives a slip', () => {
  it.each([
    ['Korea Nort', 'KP'],
    ['Irann', 'IR'],
    ['Krimeea', 'UA-43'],
    ['Syrria', 'SY'],
    ['Untied Kingdom', 'GB'],
    ['Afganhistan', 'AF'],
    ['Pyongyong', 'KP'],
    ['Veneuzela', 'VE'],
  ])('%s is probably %s', (text, territory) => {
    const [first] = resolvePlace(text)
    expect(first).toMatchObject({ territory, how: 'misspelled' })
    expect(first!.confidence).toBeLessThan(0.9)
  })

  it('returns both where two names are equally near', () => {
    expect(best('Irax')).toEqual(expect.arrayContaining(['IR', 'IQ']))
  })

  it.each(['', '   ', 'Acme Trading', 'Narnia', '12345', '???'])('knows no place called %j', (text) => {
    expect(resolvePlace(text)).toEqual([])
  })
})

describe('resolveAddress', () => {
  it('believes the country field', () => {
    expect(resolveAddress({ city: 'Toronto', country: 'CA' })).toMatchObject({
      readings: [{ territory: 'CA' }],
    })
    expect(resolveAddress({ city: 'Los Angeles', region: 'CA', country: 'US' }).conflict).toBeUndefined()
  })

  it('finds the part of a state that has a law of its own, by city or region', () => {
    for (const country of ['UA', 'Ukraine', 'Russia']) {
      const [first, second] = resolveAddress({ city: 'Simferopol', country }).readings
      expect(first).toMatchObject({ territory: 'UA-43', how: 'city' })
      expect(second!.territory).toBe(country === 'Russia' ? 'RU' : 'UA')
      expect(second!.confidence).toBeLessThan(first!.confidence)
    }
    expect(resolveAddress({ city: 'Donetsk', country: 'UA' }).readings[0]!.territory).toBe('UA-14')
    expect(resolveAddress({ region: 'Crimea', country: 'UA' }).readings[0]!.territory).toBe('UA-43')
    expect(resolveAddress({ text: 'Ukraine', city: 'Simferopol' }).readings[0]!.territory).toBe('UA-43')
    expect(resolveAddress({ city: 'Simferopol', country: 'UA' }).conflict).toBeUndefined()
  })

  it('lets the city decide an ambiguous country', () => {
    expect(resolveAddress({ city: 'Tbilisi', country: 'Georgia' }).readings[0]).toMatchObject({
      territory: 'GE',
    })
    expect(resolveAddress({ city: 'Pyongyang', country: 'Korea' }).readings[0]).toMatchObject({
      territory: 'KP',
    })
    expect(resolveAddress({ city: 'Wonju', country: 'Korea' }).readings.map((r) => r.territory)).toEqual([
      'KR',
      'KP',
    ])
  })

  it('lets other fields stand in for a missing country', () => {
    expect(resolveAddress({ city: 'Pyongyang' }).readings[0]).toMatchObject({
      territory: 'KP',
      confidence: 0.8,
    })
    expect(resolveAddress({ text: '5 Main St, Damascus, Syria' }).readings[0]).toMatchObject({
      territory: 'SY',
    })
    expect(resolveAddress({ city: 'Atlanta', region: 'GA', postalCode: '30303' }).readings[0]).toMatchObject({
      territory: 'US',
    })
    expect(resolveAddress({})).toEqual({ readings: [] })
  })

  it('forgives a slip in a city only where nothing else tells the country', () => {
    expect(resolveAddress({ city: 'Pyongyong' }).readings[0]).toMatchObject({
      territory: 'KP',
      how: 'misspelled',
    })
    expect(resolveAddress({ city: 'Pyongyong', country: 'CN' }).readings).toHaveLength(1)
  })

  it('keeps what stands in for an unreadable country a hint', () => {
    expect(resolveAddress({ city: 'Pyongyang', country: 'Narnia' }).readings[0]).toMatchObject({
      territory: 'KP',
      confidence: 0.7,
    })
  })

  it('reports a field that names another country', () => {
    expect(resolveAddress({ city: 'Pyongyang', country: 'CN' })).toMatchObject({
      readings: [{ territory: 'CN', confidence: 1 }, { territory: 'KP' }],
      conflict: { field: 'city', reading: { territory: 'KP' } },
    })
    expect(resolveAddress({ text: '1 High St, Tehran, Iran', country: 'AE' }).conflict).toMatchObject({
      field: 'text',
      reading: { territory: 'IR' },
    })
    expect(resolveAddress({ street: '5 Mansudae St, Pyongyang', country: 'CN' }).conflict).toMatchObject({
      field: 'street',
    })
  })

  it.each([
    { street: '12 Rue de Cuba', city: 'Paris', country: 'FR' },
    { city: 'Moscow', region: 'Idaho', country: 'US' },
    { city: 'Kowloon', region: 'Hong Kong', country: 'CN' },
    { city: 'Belfast', country: 'GB' },
    { text: '12 Rue de Paris, Beirut', country: 'LB' },
    { city: 'London', region: 'Ontario', country: 'Canada' },
  ])('sees no conflict in %j', (address) => {
    expect(resolveAddress(address).conflict).toBeUndefined()
  })
})

describe('properties', () => {
  it('every code resolves to its territory', () => {
    for (const { code, alpha3, successors } of territories) {
      if (successors) continue
      expect(resolvePlace(code)).toMatchObject([{ territory: code, confidence: 1, how: 'code' }])
      if (alpha3) expect(resolvePlace(alpha3)[0]!.territory).toBe(code)
    }
  })

  it('every name, alias and clue in the table has its territory among the readings', () => {
    const lost = territories.flatMap(({ code, name, aliases, clues = [] }) =>
      [name, ...aliases, ...clues]
        .filter((text) => !resolvePlace(text).some((reading) => reading.territory === code))
        .map((text) => `${code} ${text}`),
    )
    expect(lost).toEqual([])
  })

  it('any text is answered, best first, with confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const readings = resolvePlace(text)
        readings.forEach((reading, i) => {
          expect(reading.confidence).toBeGreaterThan(0)
          expect(reading.confidence).toBeLessThanOrEqual(readings[i - 1]?.confidence ?? 1)
        })
      }),
    )
  })

  it('a hundred thousand characters are answered at once, whatever they are', () => {
    for (const unit of ['a', ',', 'Cuba ', '北', '\u0301', '\ud800', 'é, ', ' ']) {
      const start = cpuTime()
      resolvePlace(unit.repeat(100_000 / unit.length))
      resolveAddress({ text: unit.repeat(100_000 / unit.length), street: unit.repeat(100_000 / unit.length) })
      expect(cpuTime() - start).toBeLessThan(500)
    }
    expect(best(`${'x'.repeat(99_000)}, Pyongyang, North Korea`)).toEqual(['KP'])
  })
})
