import type { Policy } from '../../src/model/policy.js'
import type { Transaction } from '../../src/model/transaction.js'

/** Cases a compliance officer can read. Each has its decision and explanation beside it, rendered by the package. */
export interface GoldenCase {
  /** File name of the rendered decision. */
  readonly id: string
  /** What the case shows. */
  readonly shows: string
  readonly transaction: Transaction
  readonly policy?: Partial<Policy>
  /** Which invented lists are loaded next to the embedded sample. */
  readonly lists?: 'weak-alias' | 'all'
  readonly outcome: 'clear' | 'review' | 'stop'
  /** Words that the explanation must hold. */
  readonly says: readonly string[]
}

const onlyUs: Partial<Policy> = { jurisdictions: ['US'], requiredLists: [] }
const noLists: Partial<Policy> = { requiredLists: [] }

function order(date: string, name: string, country: string, city?: string): Transaction {
  const address = city === undefined ? { country } : { city, country }
  return { date, parties: [{ role: 'purchaser', name, address }], destination: { country } }
}

/** EAR99 goods to a buyer nobody lists: only the destination's law can speak. */
function goodsTo(country: string, date: string): Transaction {
  return {
    date,
    parties: [{ role: 'ultimate-consignee', name: 'Blue Heron Bakery', address: { country } }],
    destination: { country },
    items: [{ description: 'bakery oven, household', eccn: 'EAR99' }],
  }
}

export const cases: readonly GoldenCase[] = [
  {
    id: 'glocom',
    shows: 'A misspelt front name finds the Pyongyang firm behind it, which the EU lists and the US does not',
    transaction: order('2026-11-23', 'Glokom Corp', 'CN', 'Dandong'),
    outcome: 'review',
    says: ['Pan Systems Pyongyang', 'Glocom', '2017/1509'],
  },
  {
    id: 'glocom-exact',
    shows: 'The exact alias stops the order',
    transaction: order('2026-11-23', 'International Golden Services', 'MY'),
    outcome: 'stop',
    says: ['Pan Systems Pyongyang'],
  },
  {
    id: 'huawei',
    shows: 'A company on the Entity List needs a license',
    transaction: order('2026-11-23', 'Huawei Technologies Co., Ltd.', 'CN', 'Shenzhen'),
    outcome: 'stop',
    says: ['Entity List', '84 FR 2296'],
  },
  {
    id: 'huawei-before-listing',
    shows: 'The same company before its listing: the list dates the entry later, a person decides',
    transaction: order('2018-11-23', 'Huawei Technologies Co., Ltd.', 'CN', 'Shenzhen'),
    outcome: 'review',
    says: ['after the transaction'],
  },
  {
    id: 'listed-address',
    shows: 'An address of the Entity List binds whoever uses it, without a name',
    transaction: {
      date: '2026-11-23',
      parties: [
        {
          role: 'intermediate-consignee',
          address: {
            street: 'Unit D, 16/F One Capital Place, 18 Luard Road, Wan Chai',
            country: 'HK',
          },
        },
      ],
      destination: { country: 'HK' },
    },
    outcome: 'stop',
    says: ['18 Luard Road', '89 FR 51'],
  },
  {
    id: 'cuba-habana-kuba',
    shows: 'Havana in another spelling is still Cuba',
    transaction: order('2026-11-23', 'Blue Heron Bakery', 'Kuba', 'Habana'),
    policy: onlyUs,
    outcome: 'stop',
    says: ['Cuba (CU)'],
  },
  {
    id: 'soudan-2010',
    shows: 'Sudan by its French name, under the embargo of 1997',
    transaction: goodsTo('Soudan', '2010-06-01'),
    policy: onlyUs,
    outcome: 'stop',
    says: ['Sudan (SD)'],
  },
  {
    id: 'soudan-2020',
    shows: 'Sudan after the embargo ended in 2017',
    transaction: goodsTo('Soudan', '2020-06-01'),
    policy: onlyUs,
    outcome: 'review',
    says: ['Sudan (SD)'],
  },
  {
    id: 'syria-2025-01',
    shows: 'Syria under the embargo',
    transaction: goodsTo('SY', '2025-01-15'),
    policy: noLists,
    outcome: 'stop',
    says: ['Syria'],
  },
  {
    id: 'syria-2026-11',
    shows: 'Syria after the repeal of 2025 and 2026',
    transaction: goodsTo('SY', '2026-11-23'),
    policy: noLists,
    outcome: 'review',
    says: ['Syria'],
  },
  {
    id: 'iran-before-snapback',
    shows: 'Iran on the day before the UN measures returned',
    transaction: goodsTo('IR', '2025-09-27'),
    policy: noLists,
    outcome: 'stop',
    says: ['Iran'],
  },
  {
    id: 'iran-after-snapback',
    shows: 'Iran on the day after: the UN measures of 2006 to 2010 apply again',
    transaction: goodsTo('IR', '2025-09-29'),
    policy: noLists,
    outcome: 'stop',
    says: ['Iran', 'S/RES/1929'],
  },
  {
    id: 'hong-kong-2020-12-22',
    shows: 'Hong Kong on its last day as a separate destination under the EAR',
    transaction: goodsTo('HK', '2020-12-22'),
    policy: onlyUs,
    outcome: 'clear',
    says: ['Hong Kong'],
  },
  {
    id: 'hong-kong-2020-12-23',
    shows: 'Hong Kong treated as China from 2020-12-23',
    transaction: goodsTo('HK', '2020-12-23'),
    policy: onlyUs,
    outcome: 'review',
    says: ['2020-12-23'],
  },
  ...['2003-06-01', '2006-11-01', '2008-06-01', '2018-06-01'].map(
    (date): GoldenCase => ({
      id: `north-korea-${date}`,
      shows: `North Korea on ${date}`,
      transaction: goodsTo('N. Korea', date),
      policy: noLists,
      outcome: date < '2016-03-16' ? 'review' : 'stop',
      says: ['KP'],
    }),
  ),
  {
    id: 'korea-ambiguous',
    shows: 'Korea alone can be either: ask',
    transaction: goodsTo('Korea', '2026-11-23'),
    policy: noLists,
    outcome: 'review',
    says: ['can mean'],
  },
  {
    id: 'weak-alias',
    shows: 'A weak alias alone never stops an order',
    transaction: order('2026-11-23', 'Brindlefox', 'DE'),
    lists: 'weak-alias',
    outcome: 'review',
    says: ['weak alias'],
  },
  {
    id: 'sis-doo',
    shows: 'A legal form written otherwise is the same company',
    transaction: order('2026-11-23', 'SIS DOO', 'RS'),
    lists: 'all',
    outcome: 'stop',
    says: ['SIS d.o.o.'],
  },
  {
    id: 'almaz-antey-telecom',
    shows: 'A word that the list does not have lowers the score and loses nothing',
    transaction: order('2026-11-23', 'Almaz Antey Telecom', 'DE'),
    lists: 'all',
    outcome: 'review',
    says: ['Almaz-Antey'],
  },
  {
    id: 'clean-all-lists',
    shows: 'A clean order with all required lists loaded and fresh',
    transaction: order('2026-11-23', 'Blue Heron Bakery', 'DE', 'Bremen'),
    lists: 'all',
    outcome: 'clear',
    says: ['Clear'],
  },
  {
    id: 'clean-embedded-only',
    shows: 'The same order on the embedded sample: a sample is not the law',
    transaction: order('2026-11-23', 'Blue Heron Bakery', 'DE', 'Bremen'),
    outcome: 'review',
    says: ['us-csl', '--lists'],
  },
]
