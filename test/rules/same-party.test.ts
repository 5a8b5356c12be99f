import { describe, expect, it } from 'vitest'
import { renderDecision } from '../../src/cli/render.js'
import { explain, makeScreener, type Snapshot } from '../../src/index.js'
import type { Listing } from '../../src/model/listing.js'
import { listing, snapshot } from '../fixtures/lists.js'

const born = (text: string) => ({
  text,
  earliest: text.slice(0, 4) === text ? `${text}-01-01` : text,
  latest: text.slice(0, 4) === text ? `${text}-12-31` : text,
})
const un = (more: Partial<Listing> = {}) =>
  listing('6900001', ['Tarik Velmor'], {
    list: 'un-sc',
    authority: 'UN Security Council',
    citation: 'QDi.990',
    kind: 'person',
    ...more,
  })
const uk = (more: Partial<Listing> = {}) =>
  listing('AQD0099', ['VELMOR, Tarik'], {
    list: 'uk-sanctions',
    authority: 'UK FCDO',
    kind: 'person',
    ...more,
  })
const eu = (more: Partial<Listing> = {}) =>
  listing('EU.77', ['Tariq Velmor'], { list: 'eu-fsf', authority: 'EU Council', kind: 'person', ...more })
const file = (one: Listing, i: number): Snapshot =>
  snapshot([one], { list: one.list, sha256: String(i).repeat(64) })

function screen(...listings: Listing[]) {
  const screener = makeScreener({ lists: listings.map(file), measures: [], factsAsOf: '2026-11-01' })
  const decision = screener.screen({
    date: '2026-11-23',
    parties: [{ role: 'purchaser', name: 'Tarik Velmor' }],
  })
  return { screener, decision }
}

/** For each list, the lists of the same party and why. */
function groups(...listings: Listing[]) {
  const { findings } = screen(...listings).decision
  return findings
    .flatMap((finding) =>
      finding.code === 'listed-party'
        ? [
            [
              finding.match.listing.list,
              ...(finding.match.sameParty ?? []).map(({ list, by }) => `${list} ${by}`),
            ].join(': '),
          ]
        : [],
    )
    .sort()
}

const passport = { identifiers: [{ type: 'Passport No.', value: 'P 4471882' }] }
const birth = { birthDates: [born('1963-04-29')] }

describe('one party on several lists', () => {
  it.each([
    [
      'a shared identifier',
      un(passport),
      uk({ identifiers: [{ type: 'passport', value: 'P4471882' }] }),
      'identifier',
    ],
    ['the same name and birth date', un(birth), uk(birth), 'name-and-birth-date'],
    [
      'a reference of one to the other',
      un(),
      uk({ remarks: 'Statement. (UN Ref): QDi.990. Other.' }),
      'cross-reference',
    ],
    ['a citation of one by the other', un(), uk({ citation: 'Reg. 881/2002, QDi.990' }), 'cross-reference'],
  ])('is known by %s', (_, a, b, by) => {
    expect(groups(a, b)).toEqual([`uk-sanctions: un-sc ${by}`, `un-sc: uk-sanctions ${by}`].sort())
  })

  it('is known across three lists that meet in pairs', () => {
    const all = groups(un({ ...passport }), uk({ ...passport, ...birth, names: eu().names }), eu(birth))
    expect(all.map((line) => line.split(': ').length)).toEqual([3, 3, 3])
  })

  it.each([
    ['the same name alone', un(), uk()],
    [
      'the same passport and years of birth far apart',
      un({ ...passport, ...birth }),
      uk({ ...passport, birthDates: [born('1974')] }),
    ],
    ['the same name and year', un({ birthDates: [born('1963')] }), uk({ birthDates: [born('1963')] })],
    ['the same birth date alone', un(birth), eu({ ...birth })],
    [
      'a telephone number',
      un({ identifiers: [{ type: 'Phone Number', value: '963114471882' }] }),
      uk({ identifiers: [{ type: 'Phone Number', value: '963114471882' }] }),
    ],
    ['a number of another type', un(passport), uk({ identifiers: [{ type: 'Tax ID', value: 'P4471882' }] })],
    [
      'an identifier against birth dates that differ',
      un({ ...passport, ...birth }),
      uk({ ...passport, birthDates: [born('1971-05-06')] }),
    ],
    ['an identifier against kinds that differ', un(passport), uk({ ...passport, kind: 'vessel' })],
    ['a reference that speaks of a relative', un(), uk({ remarks: 'Brother of Idris Velmor (QDi.990).' })],
  ])('is not assumed from %s', (_, a, b) => {
    expect(groups(a, b)).toEqual([a.list, b.list].sort())
  })

  it('is not made of two entries that one list holds apart, even through a third on another', () => {
    const double = snapshot([un(passport), un({ ...passport, id: '6900002' })], {
      list: 'un-sc',
      sha256: 'c'.repeat(64),
    })
    const lists = [double, file(uk(passport), 1)]
    const screener = makeScreener({ lists, measures: [], factsAsOf: '2026-11-01' })
    const sizes = screener.search('Tarik Velmor').map(({ sameParty }) => sameParty?.length ?? 0)
    expect(sizes.sort()).toEqual([0, 1, 1])
  })

  it('is OFAC’s entry in its own file and in the Consolidated Screening List', () => {
    const own = listing('4471', ['Tarik Velmor'], { list: 'us-ofac-sdn' })
    const aggregate = listing('SDN-4471', ['Tarik Velmor'], { list: 'us-ofac-sdn', source: 'SDN' })
    const lists = [
      snapshot([own], { list: 'us-ofac-sdn' }),
      snapshot([aggregate], { list: 'us-csl', sha256: 'd'.repeat(64) }),
    ]
    const [first] = makeScreener({ lists, measures: [], factsAsOf: '2026-11-01' }).search('Tarik Velmor')
    expect(first!.sameParty).toMatchObject([{ by: 'cross-reference', detail: 'us-ofac-sdn 4471' }])
  })

  it('is not made of two numbers of OFAC, in its own file and in the Consolidated Screening List', () => {
    const shop = (id: string) =>
      listing(id, ['Tarik Velmor'], {
        list: 'us-ofac-sdn',
        identifiers: [{ type: 'NIT #', value: '6070026706' }],
      })
    const lists = [
      snapshot([shop('4471')], { list: 'us-ofac-sdn' }),
      snapshot([shop('SDN-4472')], { list: 'us-csl', sha256: 'd'.repeat(64) }),
    ]
    const screener = makeScreener({ lists, measures: [], factsAsOf: '2026-11-01' })
    expect(screener.search('Tarik Velmor').map(({ sameParty }) => sameParty)).toEqual([undefined, undefined])
  })

  it('keeps a finding for each list, and is shown once with all its lists', () => {
    const { decision } = screen(un(birth), uk(birth), eu({ names: un().names }))
    expect(decision.findings.filter(({ code }) => code === 'listed-party')).toHaveLength(3)
    const sentences = explain(decision).filter((sentence) => sentence.includes('The same party is also on'))
    expect(sentences).toHaveLength(2)
    const io = { out: () => {}, err: () => {}, color: false, progress: false, today: '2026-11-23' }
    const shown = renderDecision(decision, io)
    expect(shown.match(/^stop/gm)).toHaveLength(2)
    expect(shown.match(/^ {8}also on (un-sc|uk-sanctions):/gm)).toHaveLength(1)
  })
})
