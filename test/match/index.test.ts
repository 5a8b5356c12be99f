import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, prepareName } from '../../src/match/compare.js'
import { indexNames } from '../../src/match/name-index.js'
import { bandOf, scoreEvidence } from '../../src/match/score.js'

const names = [
  'Glocom',
  'Pan Systems Pyongyang',
  'KOREA MINING DEVELOPMENT TRADING CORPORATION',
  'Mohammed Hassan Al-Rashidi',
  'ROTENBERG, Igor Arkadiyevich',
  'Almaz-Antey Concern',
  'Huawei Technologies Co., Ltd.',
  'Иванов Сергей Петрович',
  '김정은',
  'محمد حسين',
  '华为技术有限公司',
  'Παπαδόπουλος Γιώργος',
  'Ocean Star 5',
  'J. K. Petrov',
  'Sea Dragon Shipping',
]

const kinds = [null, 'person', 'organization', 'vessel'] as const
/** Frequent and rare words, legal forms, titles, particles that bind, initials, numbers, patronymics, other scripts. */
const crowdWords =
  'Mohammed Ali Hassan al Din Abdul Rahman Trading International Company Ltd Co Bank of the J K M. Dr Star 5 II Velmor Velmar Qastal Quastal Petrovich Ivanov Иванов محمد Nur Akhund Zada Sea Dragon Seadragon Joint Stock'.split(
    ' ',
  )
/** Names of one to four of these, of which the first ones come far more often than the last. */
const crowd = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: 1 + (i % 4) }, (_, k) => {
      const share = ((i * 0.618 + k * 0.414 + i * k * 0.271) % 1) ** 2
      return crowdWords[Math.floor(crowdWords.length * share)]
    }).join(' '),
  )

/** Spoils a name as hands, machines and evaders do. */
const spoiled = fc
  .record({
    name: fc.constantFrom(...names),
    edits: fc.array(
      fc.record({
        at: fc.nat(40),
        how: fc.constantFrom('drop', 'swap', 'double', 'replace', 'split', 'join', 'lower'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ name, edits }) => edits.reduce((text, { at, how }) => spoil(text, at, how), name))

function spoil(text: string, at: number, how: string): string {
  const i = at % Math.max(1, text.length)
  switch (how) {
    case 'drop':
      return text.slice(0, i) + text.slice(i + 1)
    case 'swap':
      return text.slice(0, i) + (text[i + 1] ?? '') + (text[i] ?? '') + text.slice(i + 2)
    case 'double':
      return text.slice(0, i) + (text[i] ?? '') + text.slice(i)
    case 'replace':
      return `${text.slice(0, i)}e${text.slice(i + 1)}`
    case 'split':
      return `${text.slice(0, i)} ${text.slice(i)}`
    case 'join':
      return text.replace(' ', '')
    default:
      return text.toLowerCase()
  }
}

describe('the name index', () => {
  const index = indexNames(names.map((name) => ({ name, kind: null, ref: name })))

  it('weighs a token by the kind of the listing it stands in, also when another kind holds it too', () => {
    const mixed = indexNames([
      { name: 'Person 20', kind: 'person', ref: 'person' },
      { name: 'Vision 20-20, S.A.', kind: 'organization', ref: 'company' },
    ])
    const query = prepareName('Vision 20-20, S.A.')
    expect(mixed.search(query, 0.95)).toEqual(mixed.searchExhaustively(query, 0.95))
    expect(mixed.search(query, 0.95)).toHaveLength(1)
  })

  it('finds exactly what comparing every name finds', () => {
    fc.assert(
      fc.property(spoiled, fc.constantFrom(0.5, 0.6, 0.7, 0.85), (query, minScore) => {
        const prepared = prepareName(query)
        expect(index.search(prepared, minScore)).toEqual(index.searchExhaustively(prepared, minScore))
      }),
      { numRuns: 1_500 },
    )
  })

  it.each([
    [900, 200],
    // Larger tables are searched in another way.
    [10_500, 25],
  ])(
    'loses nothing where %i names share their words, or hold initials that may stand for any',
    (size, numRuns) => {
      const many = indexNames(
        crowd(size).map((name, i) => ({ name, kind: kinds[i % kinds.length]!, ref: name })),
      )
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...crowdWords), { minLength: 1, maxLength: 5 }),
          fc.nat(40),
          fc.constantFrom('drop', 'swap', 'double', 'replace', 'split', 'join', 'lower'),
          fc.constantFrom(...kinds),
          fc.constantFrom(0.5, 0.6, 0.7, 0.85),
          (words, at, how, kind, minScore) => {
            const prepared = prepareName(spoil(words.join(' '), at, how), kind ?? undefined)
            expect(many.search(prepared, minScore)).toEqual(many.searchExhaustively(prepared, minScore))
          },
        ),
        { numRuns },
      )
    },
  )

  it('finds a name by a frequent word and a slip in a legal form that is also a word elsewhere', () => {
    const fleet = [
      ...Array.from({ length: 90 }, (_, i) => ({ name: `Mohammed Velmor ${i}`, kind: null })),
      { name: 'Company', kind: 'vessel' as const },
      { name: 'Mohammed Company', kind: 'organization' as const },
    ]
    const index = indexNames(fleet.map((entry) => ({ ...entry, ref: entry.name })))
    const query = prepareName('Mohammed ompany', 'vessel')
    expect(index.search(query, 0.5)).toEqual(index.searchExhaustively(query, 0.5))
    expect(index.search(query, 0.5).map(({ ref }) => ref)).toContain('Mohammed Company')
  })

  it('finds a name all of whose words stand in very many others', () => {
    const fleet = ['Harbor Star', ...Array.from({ length: 90 }, (_, i) => `Harbor Velmor Star ${i}`)]
    const index = indexNames(fleet.map((name) => ({ name, kind: null, ref: name })))
    const query = prepareName('Harbor Starr')
    expect(index.search(query, 0.7)).toEqual(index.searchExhaustively(query, 0.7))
    expect(index.search(query, 0.85).map(({ ref }) => ref)).toContain('Harbor Star')
  })

  it.each([
    ['Jonas Quastalov', 'J. Quastalov', 'initial', 0.7],
    ['Moh ammed', 'محمد', 'joined', 0.85],
    ['gnaygnoyP smetsyS naP', 'Pan Systems Pyongyang', 'reversed', 0.85],
  ])('finds %s, %s', (query, listed, agreement, minScore) => {
    const few = indexNames(
      [...names, 'J. Quastalov', 'محمد'].map((name) => ({ name, kind: null, ref: name })),
    )
    const hit = few.search(prepareName(query), minScore).find(({ ref }) => ref === listed)
    expect(hit?.ref).toBe(listed)
    expect(hit?.comparison.evidence.pairs.map((pair) => pair.agreement)).toContain(agreement)
  })

  it('puts every name into the top band against itself', () => {
    for (const name of names) {
      const hit = index.search(prepareName(name), 0.95).find((found) => found.ref === name)
      expect(hit?.comparison.band, name).toBe('exact')
    }
  })
})

describe('the score', () => {
  it('is a function of the evidence alone', () => {
    fc.assert(
      fc.property(spoiled, fc.constantFrom(...names), (query, listed) => {
        const { score, band, evidence } = compareNames(query, listed)
        expect(scoreEvidence(evidence)).toBe(score)
        expect(bandOf(score)).toBe(band)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('answers any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(compareNames(text, 'Glocom').score).toBeLessThanOrEqual(1)
      }),
    )
    expect(compareNames('x'.repeat(100_000), 'Glocom').evidence.truncated).toBe(true)
    expect(compareNames('', '').score).toBe(0)
    expect(compareNames('\ud800', 'Glocom').score).toBeLessThan(0.7)
  })
})

describe('comparing names', () => {
  it.each([
    ['Glokom Corp', 'Glocom', 0.7],
    ['igor rotenberg', 'ROTENBERG, Igor Arkadiyevich', 0.85],
    ['SIS DOO', 'SIS d.o.o.', 0.95],
    ['Almaz Antey Telecom', 'Almaz-Antey', 0.8],
    ['HUAWEI TECHNOLOGIES', 'Huawei Technologies Co., Ltd.', 0.95],
    ['Sergei Ivanov', 'Иванов Сергей', 0.85],
    ['Kim Jong Un', '김정은', 0.7],
  ])('%s is close to %s', (query, listed, floor) => {
    expect(compareNames(query, listed).score).toBeGreaterThanOrEqual(floor)
  })

  it.each([
    ['Ocean Star 5', 'Ocean Star 6'],
    ['Keir Starkey', 'Keir Starmer'],
    ['General Trading Company', 'International Trading Company'],
    ['John Smith', 'John Baker'],
    ['Emma Daniels', 'EMMA LLC'],
  ])('%s is not %s', (query, listed) => {
    expect(compareNames(query, listed).score).toBeLessThan(0.7)
  })
})
