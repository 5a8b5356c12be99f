import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScreener, type Outcome, type Transaction } from '../../src/index.js'
import { listing, snapshot } from '../fixtures/lists.js'

/** The invariants over whole transactions: parties, places, items, rates, payment, red flags, laws together. */

const lists = [
  snapshot([
    listing('strong', ['Quillon Marvexley'], {
      identifiers: [{ type: 'IMO number', value: 'IMO 9187629' }],
      addresses: [
        { text: '12 Zarbin Street, Bremen', street: '12 Zarbin Street', city: 'Bremen', country: 'DE' },
      ],
    }),
    listing('weak', [], { names: [{ name: 'Zarbindle', type: 'alias', strength: 'weak' }] }),
    listing('ended', ['Tolvar Kestering'], { expiresOn: '2020-01-01' }),
    listing('later', ['Tolvar Kestering'], { listedOn: '2026-12-01' }),
  ]),
]
const policy = { requiredLists: [], maxListAgeDays: 100_000 }
const screener = createScreener({ lists, policy })
const rank: Record<Outcome, number> = { clear: 0, review: 1, stop: 2 }

const names = ['Blue Heron Bakery', 'Quillon Marvexley', 'Zarbindle', 'Tolvar Kestering', '', '—', 'Glocom']
const countries = ['DE', 'KP', 'ru ', 'Iran and Germany', 'UA', 'Korea', 'Qwzxnia', '', 'HK', 'KZ', 'Kuba']
const address = fc.record(
  {
    country: fc.constantFrom(...countries),
    city: fc.constantFrom('Bremen', 'Simferopol city', 'Alupka', 'Tehran', ''),
    street: fc.constantFrom('12 Zarbin Street', 'Am Wall 1'),
    postalCode: fc.constantFrom('28195', '295 000'),
    text: fc.constantFrom('tel. 0073652540000', 'Moscow via Istanbul'),
  },
  { requiredKeys: [] },
)
const party = fc.record(
  {
    role: fc.constantFrom('exporter', 'purchaser', 'end-user', 'freight-forwarder', 'bank'),
    name: fc.constantFrom(...names),
    aliases: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
    kind: fc.constantFrom('person', 'organization', 'vessel'),
    address,
    country: fc.constantFrom(...countries),
    email: fc.constantFrom('heron@gmail.com'),
    identifiers: fc.array(
      fc.record({ type: fc.constantFrom('IMO', 'id'), value: fc.constantFrom('9187629', 'x') }),
      {
        maxLength: 1,
      },
    ),
  },
  { requiredKeys: ['role'] },
)
const item = fc.record(
  {
    description: fc.constantFrom('radio', 'pump'),
    eccn: fc.constantFrom('EAR99', '5a991', '5A002.a', '9A610', 'none'),
    hs: fc.constantFrom('8527.13', '85', '420221', '854231', '99'),
    value: fc.record({
      amount: fc.constantFrom(0, 50, 300, 1e9),
      currency: fc.constantFrom('EUR', 'USD', 'XAU'),
    }),
    origin: fc.constantFrom('US', 'DE', 'Qwzxnia'),
    usContent: fc.constantFrom(0, 0.3),
  },
  { requiredKeys: [] },
)
const order = fc.record(
  {
    date: fc.constantFrom('1949-12-31', '2006-11-10', '2017-12-22', '2022-04-01', '2026-11-23', '2031-01-01'),
    parties: fc.array(party, { maxLength: 2 }),
    destination: address,
    transit: fc.array(address, { maxLength: 1 }),
    items: fc.array(item, { maxLength: 2 }),
    rates: fc.constantFrom({ base: 'EUR', USD: 1.1 }, { base: 'EUR', USD: 1e-300, XAU: 1e-320 }),
    payment: fc.record(
      { country: fc.constantFrom(...countries), payer: fc.constantFrom(...names) },
      { requiredKeys: [] },
    ),
    redFlags: fc.array(fc.constantFrom('bis-RF05', 'nonsense'), { maxLength: 1 }),
    jurisdictions: fc.constantFrom([], ['US'], ['EU'], ['GB'], ['UK'], ['US', 'UN', 'EU', 'GB']),
  },
  { requiredKeys: ['date', 'parties'] },
) as unknown as fc.Arbitrary<Transaction>
const screen = (transaction: object) => screener.screen(transaction as Transaction)
const runs = { numRuns: 300 }

describe('a whole transaction', () => {
  it('is never let off by something more', () => {
    const more = fc.oneof(
      fc.record({ parties: party }),
      fc.record({ items: item }),
      fc.record({ transit: address }),
      fc.record({ redFlags: fc.constantFrom('bis-RF05', 'nonsense') }),
      fc.record({ jurisdictions: fc.constantFrom('JP', 'CN', 'UK') }),
    )
    fc.assert(
      fc.property(order, more, (before, extra) => {
        const [[field, added]] = Object.entries(extra) as unknown as [[keyof Transaction, unknown]]
        // Laws that are named take the place of the default ones, so only those named can be added to.
        if (field === 'jurisdictions' && !before.jurisdictions?.length) return
        const after = { ...before, [field]: [...((before[field] as unknown[] | undefined) ?? []), added] }
        expect(rank[screen(after).outcome]).toBeGreaterThanOrEqual(rank[screen(before).outcome])
      }),
      runs,
    )
  })

  it('is never cleared by leaving something out without a word on what is missing', () => {
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), (before, pick, inner) => {
        const fields = Object.keys(before).filter((field) => field !== 'date')
        const field = fields[pick % fields.length]!
        const value = (before as unknown as Record<string, unknown>)[field]
        const after: Record<string, unknown> = { ...before }
        // Out of a list goes one entry, or one field of it; anything else goes whole.
        if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object') {
          const [first, ...rest] = value as Record<string, unknown>[]
          const keys = Object.keys(first!).filter((key) => key !== 'role')
          const { [keys[inner % (keys.length || 1)] ?? '']: _, ...kept } = first!
          after[field] = [kept, ...rest]
        } else if (field === 'parties') after[field] = []
        else delete after[field]
        const was = screen(before)
        const is = screen(after)
        if (
          was.outcome !== 'clear' &&
          is.outcome === 'clear' &&
          field !== 'jurisdictions' &&
          field !== 'redFlags'
        )
          expect(is.findings.map(({ code }) => code)).toContain('insufficient-data')
      }),
      runs,
    )
  })

  it('is decided the same whatever was asked before, and however the lists are handed over', () => {
    const two = [snapshot([listing('b', ['Blue Heron'])], { list: 'un-sc' }), ...lists]
    const [one, other] = [two, [...two].reverse()].map((given) => createScreener({ lists: given, policy }))
    fc.assert(
      fc.property(order, order, (asked, before) => {
        one!.screen(before)
        one!.search('Quillon Marvexley Trading Company')
        expect(JSON.stringify(one!.screen(asked))).toBe(JSON.stringify(other!.screen(asked)))
      }),
      { numRuns: 100 },
    )
  })
})
