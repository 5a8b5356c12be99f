/**
 * What the importer decides row by row, with the reason. The rules behind these tables are in data/README.md.
 */

const chapters72to89 = '72 73 74 75 76 78 79 80 81 82 83 84 85 86 87 88 89'

/**
 * Bans by Harmonized System code. `measure` is the row of the facts that gives period, act and source. `official: false`
 * marks codes that are our own mapping of words. The Russia supplements take their codes from the facts (`supplement`).
 */
export const hsBans = [
  {
    id: 'un-kp-2397',
    measure: 'un-kp-2397-exports',
    destinations: ['KP'],
    codes: chapters72to89,
    summary: 'Machinery and electrical equipment, vehicles, iron, steel and other metals, at any price',
    clause: 'para. 7',
  },
  {
    id: 'eu-kp-2018-285',
    measure: 'eu-kp-2018-285',
    destinations: ['KP'],
    codes: chapters72to89,
    summary: 'Machinery and electrical equipment, vehicles, iron, steel and other metals, at any price',
  },
  {
    id: 'gb-kp-45-1-e',
    measure: 'gb-kp',
    destinations: ['KP'],
    codes: chapters72to89,
    summary: 'Industrial machinery, vehicles, iron, steel and other metals, at any price',
    clause: 'reg. 45(1)(e)',
  },
  {
    id: 'cn-kp-2018-4',
    measure: 'cn-kp-2018-4',
    destinations: ['KP'],
    codes: chapters72to89,
    summary: 'Metals, industrial machinery and transport vehicles',
  },
  {
    id: 'un-kp-2375-fuel',
    measure: 'un-kp-2375',
    destinations: ['KP'],
    codes: '2709 2710 2711',
    official: false,
    summary: 'Condensates and natural-gas liquids barred, crude oil and refined products capped',
  },
  {
    id: 'un-kp-2321-vessels',
    measure: 'un-kp-2321',
    destinations: ['KP'],
    codes: '880211 880212 8901 8902 8903 8904 8905 8906',
    official: false,
    summary: 'New helicopters and vessels',
  },
  {
    id: 'un-kp-2270-fuel',
    measure: 'un-kp-2270-avfuel',
    destinations: ['KP'],
    codes: '2710',
    official: false,
    summary: 'Aviation fuel',
  },
  {
    id: 'us-ru-supp2',
    measure: 'us-ru-ear-oilgas-2014',
    destinations: ['RU'],
    supplement: 'supp2',
    summary: 'Oil and gas exploration and production items by HTS code',
  },
  {
    id: 'us-by-supp2',
    measure: 'us-by-ear-industrial',
    destinations: ['BY'],
    supplement: 'supp2',
    summary: 'Oil and gas exploration and production items by HTS code',
  },
  {
    id: 'us-ru-supp4',
    measure: 'us-ru-ear-refinery',
    destinations: ['RU'],
    supplement: 'supp4',
    widened: '2024-06-12',
    summary: 'Industrial and commercial items by HTS code',
  },
  {
    id: 'us-by-supp4',
    measure: 'us-by-ear-industrial',
    destinations: ['BY'],
    supplement: 'supp4',
    widened: '2024-06-12',
    summary: 'Industrial and commercial items by HTS code',
  },
  {
    id: 'us-supp7',
    measure: 'us-ir-ear-supp7',
    destinations: ['RU', 'BY', 'IR', 'UA-43', 'UA-14', 'UA-09'],
    supplement: 'supp7',
    widened: '2024-06-12',
    summary: 'Items used in unmanned aircraft and other weapons, by HTS code',
  },
]

/**
 * Rules of the EAR that the Country Chart does not show, from the measure of the same id. `items`: `all` every item
 * subject to the EAR, `listed` every item with an ECCN, `end-use` named ECCNs if the end use or user is military,
 * `advanced` computers and semiconductors for supercomputers or advanced-node fabrication. `categories` narrows `listed`.
 */
export const earRules = [
  { measure: 'us-kp-ear-746-4', items: 'all' },
  { measure: 'us-kp-ear-742-19', items: 'listed' },
  { measure: 'us-cu-ear-746-2', items: 'all' },
  { measure: 'us-ir-ear-746-7', items: 'listed' },
  {
    measure: 'us-sy-sst',
    items: 'listed',
    citation: '15 CFR 742.9',
    summary: 'Anti-terrorism controls on CCL items',
  },
  { measure: 'us-sy-saa-2004', items: 'all' },
  { measure: 'us-sy-ear-2025', items: 'listed' },
  { measure: 'us-sd-ear-742-10', items: 'listed' },
  {
    measure: 'us-ly-ear-2004',
    items: 'listed',
    until: '2006-08-31',
    verified: false, // the day on which Libya left Country Group E:1 was not seen
    summary: 'Anti-terrorism controls on CCL items until Libya left Country Group E:1',
  },
  {
    measure: 'us-ru-ear-2022',
    items: 'listed',
    categories: '3456789',
    until: '2022-04-08',
    summary: 'CCL items of Categories 3 to 9',
  },
  {
    id: 'us-ru-ear-2022-all',
    measure: 'us-ru-ear-2022',
    items: 'listed',
    from: '2022-04-08',
    summary: 'All CCL items',
  },
  {
    measure: 'us-by-ear',
    items: 'listed',
    categories: '3456789',
    until: '2022-04-08',
    summary: 'CCL items of Categories 3 to 9',
  },
  {
    id: 'us-by-ear-all',
    measure: 'us-by-ear',
    items: 'listed',
    from: '2022-04-08',
    summary: 'All CCL items',
  },
  { measure: 'us-ua43-ear', items: 'all' },
  { measure: 'us-ua14-ear', items: 'all', partial: true },
  { measure: 'us-ua09-ear', items: 'all', partial: true },
  { measure: 'us-cn-meu-2007', items: 'end-use' },
  { id: 'us-hk-meu', measure: 'us-cn-meu-2007', destinations: ['HK'], items: 'end-use', from: '2020-12-23' },
  { measure: 'us-ve-ear-meu', items: 'end-use' },
  { measure: 'us-mm-ear-2021', items: 'end-use' },
  { measure: 'us-kh-ear-meu', items: 'end-use' },
  { measure: 'us-ni-ear', items: 'end-use' },
  { measure: 'us-cn-advcomp-2022', items: 'advanced' },
  { id: 'us-hk-advcomp', measure: 'us-cn-advcomp-2022', destinations: ['HK'], items: 'advanced' },
  { measure: 'us-mo-ear', items: 'advanced' },
]

/** Luxury rows that are no list of goods an order could be compared with. */
export const notGoods = [
  ['US', 'us-ru-lux-rule-scope', 'how the codes are read'],
  ['US', 'us-ru-lux-oligarch', 'a rule about persons: found by screening the parties'],
  ['US', 'us-ru-lux-eo14068', 'a second authority for the same goods'],
  ['CN', 'no national luxury list found', 'no list'],
  ['TW', 'all goods', 'all trade is barred; a measure says so'],
  ['KR', 'traveller declaration', 'personal effects of travelers'],
  ['UN', 'NOT luxury but decisive', 'a ban by HS code; see hs-bans.json'],
]

/** Codes for worded categories, our own mapping; by jurisdiction, destination and start of the category's text. */
export const suggestedCodes = {
  'SG KP cigars': '2402',
  'SG KP wines': '2204',
  'SG KP luxury cars': '8703',
  'SG KP perfume': '3303',
  'SG KP plasma televisions': '8528',
  'SG KP personal digital music players': '8519 8527',
  'SG KP musical instruments': '92',
  'RU KP carpets and tapestries': '5701 5702 5703 5805',
  'RU KP porcelain kitchenware': '6911',
}

/** Lists whose codes are our own mapping of words, though the facts give codes. */
export const mappedLists = ['CA KP', 'JP KP', 'KR KP', 'UN KP']

/** First days that the facts leave open: the first day of the list itself, marked as not known. */
export const openStarts = { 'EU RU': '2022-03-16', 'NO KP': '2006-12-15' }

/** Luxury lists that require a license or an approval instead of forbidding. */
export const licensed = ['US KP', 'US RU', 'US BY', 'KR KP']

/**
 * Red flags beyond those of the facts. Personal mail addresses of companies are named in the joint alerts; not confirmed
 * by a source that was read.
 */
export const moreFlags = [
  {
    id: 'div-free-mail',
    text: 'a company writes from a free mail service instead of its own domain',
    source: 'BIS/FinCEN joint alerts 2022-2023 (not confirmed by a source)',
    verified: false,
  },
]

/** Lists of places of diversion that a later edition of the same authority replaced, with its day. */
export const supersededHubs = [['GB OTSI, Countering Russian sanctions evasion', '2025-08-07']]

/** States bound by EU law: first day, and first day without. Treaties of accession; day of the end of transition for GB. */
export const euMembers = [
  ['BE DE FR IT LU NL', '1958-01-01', 'Treaty of Rome'],
  ['DK IE', '1973-01-01', 'Accession 1972'],
  ['GB', '1973-01-01', 'Accession 1972; Withdrawal Agreement Art. 127 (transition)', '2020-12-31'],
  ['GR', '1981-01-01', 'Accession 1979'],
  ['ES PT', '1986-01-01', 'Accession 1985'],
  ['AT FI SE', '1995-01-01', 'Accession 1994'],
  ['CY CZ EE HU LT LV MT PL SI SK', '2004-05-01', 'Accession 2003'],
  ['BG RO', '2007-01-01', 'Accession 2005'],
  ['HR', '2013-07-01', 'Accession 2011'],
]
