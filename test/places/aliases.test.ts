import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { resolveAddress, resolvePlace } from '../../src/index.js'
import { randomFrom, slips, withSlip } from './typos.js'

const facts = fileURLToPath(new URL('../../../shared/facts/countries.json', import.meta.url))

/** Codes that are as likely as the best one. */
const likely = (text: string) => {
  const readings = resolvePlace(text)
  return readings
    .filter((reading) => reading.confidence === readings[0]!.confidence)
    .map((reading) => reading.territory)
}

interface FactPlace {
  readonly alpha2?: string
  readonly code?: string
  readonly parent?: string
  readonly name: string
  readonly officialName?: string
  readonly aliases: readonly string[]
}

describe.skipIf(!existsSync(facts))('every alias of the researched facts (needs ../shared/facts)', () => {
  const { countries, subTerritories, historicTerritories } = existsSync(facts)
    ? (JSON.parse(readFileSync(facts, 'utf8')) as Record<string, readonly FactPlace[]>)
    : {}
  const known = new Set(['GE-SO', ...(subTerritories ?? []).map(({ code }) => code)])
  /** The code here; zones without a status of their own are clues to their state. */
  const codeOf = ({ alpha2, code = '', parent }: FactPlace) => {
    if (code === '') return alpha2 ?? ''
    if (code === 'X-SO') return 'GE-SO'
    return parent && (!known.has(code) || /^(IR-22|AE-JAFZA|CN-DANDONG|CN-HUNCHUN|RU-KHASAN)/.test(code))
      ? parent
      : code
  }
  const aliases = [
    ...(countries ?? []).map((place) => ({ ...place, code: '' })),
    ...(subTerritories ?? []),
    ...(historicTerritories ?? []),
  ].flatMap((place) =>
    [place.name, place.officialName, ...place.aliases].flatMap((alias) =>
      alias ? [{ alias, code: codeOf(place) }] : [],
    ),
  )

  it('is read as its territory, or as one of those it can mean', () => {
    expect(aliases.length).toBeGreaterThan(10_000)
    const lost = aliases.filter(({ alias, code }) => !likely(alias).includes(code))
    expect(lost.map(({ alias, code }) => `${alias} ${code}`).sort()).toEqual([
      // Names that the table gives to another place on purpose (data/README.md), a citizenship, and a code in use.
      'Burma BUMM',
      'Donetsk Oblast UA',
      'East Timor TPTL',
      'NI GB-NIR',
      'United States Citizen US',
    ])
  })

  it('with one slip of the finger, among the 2,000 longest: 97 % right, at most 0.5 % wrong', () => {
    const longest = [...aliases].sort((a, b) => b.alias.length - a.alias.length).slice(0, 2_000)
    let right = 0
    let wrong = 0
    longest.forEach(({ alias, code }, i) => {
      slips.forEach((slip, j) => {
        const codes = likely(withSlip(alias, slip, randomFrom(4 * i + j)))
        if (codes.length === 1 && codes[0] === code) right++
        else if (codes.length === 1) wrong++
      })
    })
    const all = 4 * longest.length
    console.log(
      `places with one slip: ${all}, right ${(right / all).toFixed(4)}, wrong ${(wrong / all).toFixed(4)}`,
    )
    expect(right / all).toBeGreaterThanOrEqual(0.97)
    expect(wrong / all).toBeLessThanOrEqual(0.005)
  })
})

describe('territories with a law of their own, by their cities', () => {
  it.each([
    [
      'UA-43',
      'Crimea Krimea Krim Kirim Krym Крым Крим 克里米亚 크림 クリミア Simferopol Yalta Jalta Ялта Kerch Kertsch Kertch Feodosia Eupatoria',
    ],
    ['UA-40', 'Sevastopol Sebastopol Sewastopol Севастополь'],
    ['UA-14', 'Donetsk Donezk Донецк Mariupol Makeyevka'],
    ['UA-09', 'Luhansk Lugansk Луганск Alchevsk'],
    ['UA-65', 'Kherson Cherson Херсон Henichesk'],
    ['UA-23', 'Zaporizhzhia Zaporozhye Saporischschja Запорожье Melitopol'],
    ['HK', 'Hongkong 香港 Kowloon Wanchai'],
    ['MO', 'Macau Macao 澳門 Taipa'],
    ['CY-TRNC', 'TRNC KKTC Kyrenia Girne Famagusta Gazimağusa Nordzypern'],
    ['MD-SN', 'Transnistria Transnistrien Приднестровье Tiraspol'],
    ['GE-AB', 'Abkhazia Abchasien Sukhumi Suchumi Sokhumi Сухум'],
    ['GE-SO', 'Tskhinvali Zchinwali Südossetien Цхинвал'],
    ['EH', 'Westsahara Laayoune Dakhla'],
    ['IQ-KR', 'Erbil Arbil Kurdistan'],
    ['KP', 'Pyongyang Pjöngjang Пхеньян 평양 平壤 ピョンヤン Nampo Chongjin'],
  ])('%s', (code, names) => {
    for (const name of names.split(' ')) expect(likely(name), name).toEqual([code])
  })

  it.each([
    ['Ukraine and a city', { city: 'Simferopol', country: 'Ukraine' }, 'UA-43'],
    ['Russia and a city', { city: 'Kertsch', country: 'RU' }, 'UA-43'],
    ['the name of the part as region', { region: 'Krimea', country: 'UA' }, 'UA-43'],
    ['a postal code of Russian numbering', { postalCode: '295000', country: 'RU' }, 'UA-43'],
    ['the same under Ukraine', { text: '295000 Lenina 5', country: 'Ukraine' }, 'UA-43'],
    ['a postal code of Ukrainian numbering', { postalCode: '99011', country: 'UA' }, 'UA-40'],
    ['a telephone number', { text: 'ul. Lenina 5, tel. +7 (365) 254-12-12', country: 'RU' }, 'UA-43'],
    ['a postal line', { text: 'вул. Гоголя 5, 95000 Сімферополь', country: 'UA' }, 'UA-43'],
  ])('by %s', (_, address, code) => {
    expect(resolveAddress(address).readings[0]?.territory).toBe(code)
  })

  it('by a city with a slip in it: the part and the state tie, so that a person decides', () => {
    const { readings } = resolveAddress({ city: 'Simferapol', country: 'UA' })
    expect(readings.slice(0, 2)).toMatchObject([
      { territory: 'UA-43', confidence: 0.7, how: 'misspelled' },
      { territory: 'UA', confidence: 0.7 },
    ])
    expect(resolveAddress({ city: 'Pyongyong', country: 'CN' }).readings).toHaveLength(1)
  })
})

describe('numbers', () => {
  it.each([
    ['+850 2 381 8000', 'KP', 0.8],
    ['Tel: +98 (21) 6646 0000', 'IR', 0.8],
    ['KP FNJ', 'KP', 0.8],
    ['KPFNJ', 'KP', 0.7],
    ['IR BND', 'IR', 0.8],
  ])('%s is a hint at %s', (text, territory, confidence) => {
    expect(resolvePlace(text)[0]).toMatchObject({ territory, confidence })
  })

  it.each(['+7 727 250 00 00', '+1 212 555 0100', '+', '++++++', '+850', '12345', 'KP FN', 'ZZ ABC'])(
    '%j tells nothing',
    (text) => {
      expect(resolvePlace(text)).toEqual([])
    },
  )

  it('that speak against the country are a conflict', () => {
    const { conflict } = resolveAddress({
      street: '5 Xinliu St, +850 2 381 8000',
      city: 'Dandong',
      country: 'CN',
    })
    expect(conflict).toMatchObject({ field: 'street', reading: { territory: 'KP', how: 'number' } })
  })
})

describe('names that mean several places', () => {
  it.each([
    ['Georgia', 'GE US'],
    ['Korea', 'KR KP'],
    ['Congo', 'CD CG'],
    ['Guinea', 'GN GW GQ PG'],
    ['Niger', 'NE NG'],
    ['Sudan', 'SD SS'],
  ])('%s returns all readings', (name, codes) => {
    expect(likely(name)).toEqual(codes.split(' '))
  })

  it('stay ambiguous with a slip', () => {
    expect(likely('Democratic Repubic of the Congo')).toEqual(['CD'])
    expect(likely('Democratii People’s Republic of Korea')).toEqual(['KP'])
    expect(likely('Gorgia')).toEqual(expect.arrayContaining(['GE', 'US']))
  })
})
