import { describe, expect, it } from 'vitest'
import { createScreener, explain, makeScreener, type Transaction } from '../../src/index.js'
import { embeddedMeasures, FACTS_AS_OF } from '../../src/measures/embedded.js'

const screener = createScreener({ policy: { requiredLists: [] } })

const order = (more: object): Transaction =>
  ({
    date: '2026-11-23',
    jurisdictions: ['US'],
    destination: { country: 'DE' },
    parties: [{ role: 'purchaser', name: 'Blue Heron Bakery', kind: 'organization' }],
    ...more,
  }) as Transaction

const buyer = (more: object) => ({ parties: [{ role: 'purchaser', name: 'Blue Heron Bakery', ...more }] })

const flags = (more: object) =>
  screener
    .screen(order(more))
    .findings.flatMap((finding) =>
      finding.code === 'red-flag' ? [`${finding.flag.id} ${finding.where}`] : [],
    )

const chips = { eccn: '3A991', hs: '854231' }

describe('red flags', () => {
  it.each([
    [
      'a forwarder as the final destination, by its name',
      { parties: [{ role: 'ultimate-consignee', name: 'Sandgrouse Freight Forwarding' }] },
      ['bis-RF09 parties[0]'],
    ],
    [
      'the forwarder’s address as that of the end user',
      {
        parties: [
          {
            role: 'freight-forwarder',
            name: 'Sandgrouse',
            address: { street: '1 Quay', city: 'Bremen', country: 'DE' },
          },
          {
            role: 'end-user',
            name: 'Blue Heron',
            address: { street: '1 QUAY', city: 'Bremen', country: 'DE' },
          },
        ],
      },
      ['bis-RF09 parties[1]'],
    ],
    [
      'a company in an apartment',
      buyer({ kind: 'organization', address: { street: '4 Elm St, Apt 3' } }),
      ['div-no-web parties[0].address'],
    ],
    [
      'a company by its legal form',
      buyer({ name: 'Blue Heron GmbH', email: 'heron@gmail.com' }),
      ['div-free-mail parties[0].email'],
    ],
    [
      'a payment from elsewhere',
      { payment: { country: 'Cyprus' } },
      ['div-payment-third-party payment.country'],
    ],
    [
      'a bank elsewhere',
      {
        parties: [
          { role: 'purchaser', name: 'Blue Heron', country: 'DE' },
          { role: 'bank', name: 'Heron Bank', country: 'CY' },
        ],
      },
      ['div-payment-third-party parties[1]'],
    ],
    [
      'a payer with no part in it',
      { payment: { payer: 'Somebody Else' } },
      ['div-payment-third-party payment.payer'],
    ],
    [
      'a sudden order of chips',
      { items: [{ ...chips, quantity: 301, usualQuantity: 100 }] },
      ['div-pre-export-spike items[0].quantity'],
    ],
    [
      'chips for a company founded in the war',
      { ...buyer({ kind: 'organization', founded: '2022-03-01' }), items: [chips] },
      ['div-new-after-2022 parties[0].founded'],
    ],
    ['one that a person saw', { redFlags: ['bis-RF05'] }, ['bis-RF05 redFlags[0]']],
  ])('%s', (_, more, expected) => {
    expect(flags(more)).toEqual(expected)
    expect(screener.screen(order(more)).outcome).not.toBe('clear')
  })

  it.each([
    ['a forwarder as a forwarder', { parties: [{ role: 'freight-forwarder', name: 'Sandgrouse Freight' }] }],
    [
      'a person in an apartment with a free mail address',
      buyer({ kind: 'person', email: 'heron@gmail.com', address: { street: 'Apt 3' } }),
    ],
    [
      'two parties of one city',
      {
        parties: [
          { role: 'freight-forwarder', name: 'Sandgrouse', address: { city: 'Bremen', country: 'DE' } },
          { role: 'end-user', name: 'Blue Heron', address: { city: 'Bremen', country: 'DE' } },
        ],
      },
    ],
    ['a payment from the destination', { payment: { country: 'Deutschland', payer: 'BLUE HERON BAKERY' } }],
    ['three times the usual', { items: [{ ...chips, quantity: 300, usualQuantity: 100 }] }],
    [
      'a sudden order of bread slicers',
      { items: [{ eccn: 'EAR99', hs: '843810', quantity: 301, usualQuantity: 100 }] },
    ],
    ['a company founded in the war that buys none', buyer({ kind: 'organization', founded: '2022-03-01' })],
  ])('but not %s', (_, more) => {
    expect(flags(more)).toEqual([])
  })

  it('are not passed over when their id is not known', () => {
    const decision = screener.screen(order({ redFlags: ['bis-RF99'] }))
    expect(decision.outcome).toBe('review')
    expect(explain(decision).join('\n')).toContain('"bis-RF99" is no red flag that is known')
  })

  it('that no data show are questions of a review about goods, and only there', () => {
    const questions = (more: object) =>
      screener
        .screen(order(more))
        .findings.flatMap((finding) => (finding.code === 'open-questions' ? finding.questions : []))
    expect(questions({ items: [chips], destination: { country: 'KZ' } }).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bis-RF01', 'bis-RF15', 'div-refuses-certification']),
    )
    expect(questions({ redFlags: ['bis-RF05'] }).map(({ id }) => id)).not.toContain('bis-RF05')
    expect(questions({ items: [chips] })).toEqual([])
    expect(questions({ items: [chips], destination: { country: 'KP' } })).toEqual([])
  })
})

describe('goods of common high priority', () => {
  const priority = (country: string, date = '2026-11-23', hs = '854231') =>
    screener
      .screen(order({ date, destination: { country }, items: [{ ...chips, hs }] }))
      .findings.flatMap((finding) => (finding.code === 'priority-item' ? [finding] : []))

  it('are asked about toward places of diversion and strangers to export control, noted toward partners', () => {
    expect(priority('KZ')[0]).toMatchObject({ outcome: 'review', tier: '1', certain: true })
    expect(priority('BO')[0]).toMatchObject({ outcome: 'review', hubs: [] })
    expect(priority('DE')[0]).toMatchObject({ outcome: 'clear', hubs: [] })
    expect(priority('TR')[0]).toMatchObject({ outcome: 'review' })
    expect(priority('KZ', '2026-11-23', '8542')[0]).toMatchObject({ outcome: 'review', certain: false })
    expect(priority('KZ', '2024-02-22')).toEqual([])
  })

  it('are asked about where they pass through such a place or are bought from one', () => {
    const through = (more: object) =>
      screener
        .screen(order({ items: [chips], ...more }))
        .findings.flatMap((finding) =>
          finding.code === 'priority-item' ? [`${finding.outcome} ${finding.where}`] : [],
        )
    expect(through({ transit: [{ country: 'KZ' }, { country: 'FR' }] })).toEqual([
      'review transit[0]',
      'clear destination',
    ])
    expect(through(buyer({ address: { country: 'AE' } }))).toEqual([
      'review parties[0].address',
      'clear destination',
    ])
  })

  it('follow the edition of the day of a list of places of diversion', () => {
    const named = (date: string) => priority('MN', date)[0]?.hubs.map((hub) => hub.authority.slice(0, 7))
    expect(named('2025-08-06')).toEqual(['GB OTSI'])
    expect(named('2025-08-07')).toEqual([])
  })
})

describe('which law applies', () => {
  const laws = (transaction: object, policy = {}) =>
    createScreener({ policy: { requiredLists: [], jurisdictions: ['JP'], ...policy } })
      .screen(order({ jurisdictions: undefined, ...transaction }))
      .findings.flatMap((finding) =>
        finding.code === 'applicable-law' ? [`${finding.jurisdiction} ${finding.because}`] : [],
      )
  const exporter = (country: string) => ({
    parties: [{ role: 'exporter', name: 'Blaureiher', address: { country } }],
  })

  it('is that of the exporter’s place, and of the EU for its members', () => {
    expect(laws(exporter('DE'))).toEqual(['DE exporter', 'EU member-state'])
    expect(laws(exporter('SG'))).toEqual(['SG exporter'])
    expect(laws(exporter('Korea'))).toEqual([])
    expect(laws({})).toEqual([])
  })

  it('is that of the EU in the United Kingdom until the end of 2020', () => {
    expect(laws({ ...exporter('GB'), date: '2020-12-30' })).toEqual(['GB exporter', 'EU member-state'])
    expect(laws({ ...exporter('GB'), date: '2020-12-31' })).toEqual(['GB exporter'])
    expect(laws({ ...exporter('HR'), date: '2013-06-30' })).toEqual(['HR exporter'])
  })

  it('is the one that the transaction names, without its exporter’s', () => {
    expect(laws({ ...exporter('DE'), jurisdictions: ['US'] })).toEqual([])
    expect(laws({ ...exporter('DE'), jurisdictions: ['FR'] })).toEqual(['EU member-state'])
  })
})

describe('without facts about goods', () => {
  const bare = makeScreener({
    lists: [],
    measures: embeddedMeasures,
    factsAsOf: FACTS_AS_OF,
    policy: { requiredLists: [] },
  })

  it('items are never clear', () => {
    expect(bare.screen(order({ items: [chips] })).outcome).toBe('review')
    expect(bare.screen(order({})).outcome).toBe('clear')
    expect(bare.basis.facts.goods).toBeNull()
  })
})

describe('the input', () => {
  it.each([
    [{ base: 'EUR', USD: 0 }],
    [{ base: 'EUR', USD: Number.NaN }],
    [{ base: 'EUR', usd: 1 }],
    [{ base: 'eur' }],
    [{ USD: 1 }],
    [{ base: 'EUR', USD: '1.1' }],
  ])('refuses rates %j', (rates) => {
    expect(() => screener.screen(order({ rates }))).toThrow(/transaction: rates/)
  })

  it('takes rates in any currency, and nothing from a prototype', () => {
    const hostile = JSON.parse('{"base":"EUR","__proto__":{"USD":1}}')
    const handbag = { hs: '420221', eccn: 'EAR99', value: { amount: 1, currency: 'USD' } }
    const decision = screener.screen(
      order({ jurisdictions: ['EU'], destination: { country: 'RU' }, items: [handbag], rates: hostile }),
    )
    expect(decision.findings).toContainEqual(expect.objectContaining({ assumed: ['no-rate'] }))
    expect(screener.screen(order({ rates: { base: 'EUR', USD: 1.1, XAU: 0.0004 } })).outcome).toBe('clear')
  })
})
