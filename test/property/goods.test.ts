import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScreener, decide, type Finding, type Outcome, type Transaction } from '../../src/index.js'
import { cpuTime } from '../cpu-time.js'

/** The invariants of the design, for goods. */

const screener = createScreener({ policy: { requiredLists: [] } })
const rank: Record<Outcome, number> = { clear: 0, review: 1, stop: 2 }

const item = fc.record(
  {
    description: fc.constantFrom('portable radio', 'smartphone', 'handbag', 'hydraulic pump', 'qwzx'),
    eccn: fc.constantFrom(
      'EAR99',
      '5A991',
      '5A992',
      '5A992.c',
      '3A001',
      '5A002.a',
      '9A610.y',
      '0A501',
      '1C350',
      'XI(c)',
    ),
    hs: fc.constantFrom(
      '852713',
      '8517.13',
      '85',
      '8517',
      '420221',
      '841350',
      '854231',
      '870323',
      '99',
      '97',
      '8525899000',
    ),
    value: fc.record({
      amount: fc.constantFrom(0, 40, 60, 300, 5_000),
      currency: fc.constantFrom('EUR', 'USD', 'XAU'),
    }),
    origin: fc.constantFrom('US', 'Germany', 'Korea', 'Qwzxnia'),
    quantity: fc.constantFrom(1, 1_000),
    usualQuantity: fc.constantFrom(1, 500),
    usContent: fc.constantFrom(0, 0.05, 0.15, 0.4, 1),
    usDirectProduct: fc.boolean(),
  },
  { requiredKeys: [] },
)
const party = fc.record(
  {
    role: fc.constantFrom('exporter', 'purchaser', 'ultimate-consignee', 'freight-forwarder', 'bank'),
    name: fc.constantFrom('Blue Heron Bakery', 'Sandgrouse Logistics'),
    kind: fc.constantFrom('person', 'organization'),
    address: fc.record({ country: fc.constantFrom('DE', 'KZ', 'KP', 'RU') }),
    email: fc.constantFrom('heron@gmail.com', 'a@blueheron.example'),
    founded: fc.constantFrom('1999-01-01', '2023-05-05'),
  },
  { requiredKeys: ['role', 'name'] },
)
const transaction = fc.record(
  {
    date: fc.constantFrom(
      '2006-11-10',
      '2010-06-01',
      '2017-12-01',
      '2018-03-01',
      '2020-12-22',
      '2022-04-01',
      '2026-11-23',
    ),
    jurisdictions: fc.constantFrom(['US'], ['EU'], ['GB'], ['JP'], ['CN'], ['CA'], ['US', 'UN', 'EU', 'GB']),
    parties: fc.array(party, { minLength: 1, maxLength: 2 }),
    destination: fc.record({
      country: fc.constantFrom(
        'KP',
        'RU',
        'BY',
        'SY',
        'IR',
        'CU',
        'CN',
        'HK',
        'MM',
        'DE',
        'KZ',
        'Korea',
        'UA',
      ),
    }),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    rates: fc.constant({ base: 'EUR', USD: 1.1 }),
    payment: fc.record({ country: fc.constantFrom('DE', 'Cyprus') }),
  },
  { requiredKeys: ['date', 'parties', 'destination', 'items'] },
) as unknown as fc.Arbitrary<Transaction>

const runs = { numRuns: 250 }

describe('goods', () => {
  it('decide the same, byte for byte, and recompute from their findings', () => {
    const again = createScreener({ policy: { requiredLists: [] } })
    fc.assert(
      fc.property(transaction, (order) => {
        const decision = screener.screen(order)
        expect(JSON.stringify(again.screen(order))).toBe(JSON.stringify(decision))
        const findings = JSON.parse(JSON.stringify(decision.findings)) as Finding[]
        expect(decide(findings)).toEqual({ outcome: decision.outcome, risk: decision.risk })
      }),
      { numRuns: 100 },
    )
  })

  it('never lower the outcome by an item more', () => {
    fc.assert(
      fc.property(transaction, item, (order, extra) => {
        const more = { ...order, items: [...(order.items ?? []), extra] } as Transaction
        expect(rank[screener.screen(more).outcome]).toBeGreaterThanOrEqual(
          rank[screener.screen(order).outcome],
        )
      }),
      runs,
    )
  })

  it('never lower the outcome by a party more', () => {
    fc.assert(
      fc.property(transaction, party, (order, extra) => {
        const more = { ...order, parties: [...order.parties, extra] } as Transaction
        expect(rank[screener.screen(more).outcome]).toBeGreaterThanOrEqual(
          rank[screener.screen(order).outcome],
        )
      }),
      runs,
    )
  })

  it('never become clear by leaving something out, without saying what is missing', () => {
    const fields = [
      'eccn',
      'hs',
      'value',
      'origin',
      'quantity',
      'usContent',
      'usDirectProduct',
      'description',
    ] as const
    fc.assert(
      fc.property(transaction, fc.subarray([...fields], { minLength: 1 }), (order, left) => {
        const before = screener.screen(order)
        const items = order.items?.map((entry) =>
          Object.fromEntries(
            Object.entries(entry).filter(([field]) => !left.includes(field as (typeof fields)[number])),
          ),
        )
        const after = screener.screen({ ...order, items } as Transaction)
        if (before.outcome !== 'clear' && after.outcome === 'clear') {
          const about = after.findings
            .filter((finding) => finding.code === 'insufficient-data')
            .map(({ where }) => where)
          expect(about.some((where) => where.startsWith('items['))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('never become clear by leaving out rates, payment or items', () => {
    fc.assert(
      fc.property(transaction, fc.constantFrom('rates', 'payment', 'items'), (order, field) => {
        const before = screener.screen(order)
        const { [field]: _, ...rest } = order as unknown as Record<string, unknown>
        const after = screener.screen(rest as unknown as Transaction)
        if (before.outcome !== 'clear' && after.outcome === 'clear')
          expect(after.findings.map((finding) => finding.code)).toContain('insufficient-data')
      }),
      runs,
    )
  })

  it('are not cleared by a shorter code', () => {
    fc.assert(
      fc.property(transaction, (order) => {
        const items = order.items?.map((entry) => (entry.hs ? { ...entry, hs: entry.hs.slice(0, 2) } : entry))
        const before = screener.screen(order)
        const after = screener.screen({ ...order, items } as Transaction)
        if (before.outcome === 'stop') expect(after.outcome).not.toBe('clear')
      }),
      runs,
    )
  })

  it('answer any text in bounded time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (code, text) => {
          const decision = screener.screen({
            date: '2026-11-23',
            parties: [{ role: 'end-user', name: text, email: text, address: { text } }],
            destination: { country: 'KP' },
            payment: { country: text, payer: text },
            redFlags: [text],
            items: [{ description: text, eccn: code, origin: text }],
          })
          expect(decision.outcome).toBe('stop')
        },
      ),
      { numRuns: 100 },
    )
    const long = 'x'.repeat(99_000)
    const start = cpuTime()
    screener.screen({
      date: '2026-11-23',
      parties: [
        { role: 'end-user', name: 'Blue Heron Bakery', email: long, address: { street: `apt ${long}` } },
      ],
      destination: { country: 'DE' },
      items: [{ description: `radio ${long}` }],
    })
    expect(cpuTime() - start).toBeLessThan(1_000)
  })
})
