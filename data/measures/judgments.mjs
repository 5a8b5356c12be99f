/**
 * What the importer decides row by row, with the reason. Keys are ids of measures.
 * The rules behind these tables are written down in data/README.md.
 */

/**
 * US rows whose `to` is the last day in force, so that the period ends on the next day. All other US rows name the day
 * of repeal, or the day on which the next regime began, and end with it.
 */
export const lastDayInForce = {
  'us-affiliates-1': 'suspended from 2025-11-10',
  'us-cy-itar': 'suspended in full from 2022-10-01',
  'us-sl-diamonds': 'ended at 12:01 a.m. on 2004-01-16',
  'us-sy-cbw-2013': 'waived by EO 14312, effective 2025-07-01',
  'us-sy-eo13338': 'revoked by EO 14312, effective 2025-07-01',
  'us-sy-eo13572': 'revoked by EO 14312, effective 2025-07-01',
  'us-sy-gl25': 'the license had effect until the program ended on 2025-07-01',
  'us-sy-itar': 'taken off 22 CFR 126.1(d)(1) with effect from 2026-10-01',
}

/** Effects that differ from the rule of the kind. */
export const effects = {
  'ca-by-acl': 'license-required', // a permit for any export
  'ca-kp-acl': 'license-required',
  'ca-mm-acl': 'license-required',
  'cn-ecl': 'caution', // lists of parties, not a rule about a place
  'cn-us-2024-metals': 'license-required', // not approved in principle
  'cn-us-2024-metals-2': 'license-required',
  'eu-ir-2011-hr': 'prohibited', // goods for internal repression
  'eu-kp-catchall': 'prohibited',
  'eu-sy-repression': 'prohibited',
  'gb-ir-2023': 'prohibited',
  'gb-sy-gold': 'prohibited',
  'jp-ua-40': 'license-required', // approval required
  'jp-ua-43': 'license-required',
  'kr-kp-1874-luxury': 'license-required', // approval case by case
  'osce-am-1992': 'caution', // a request to states
  'osce-az-1992': 'caution',
  'ph-kp': 'prohibited', // trade suspended
  'tw-by-shtc': 'license-required', // licenses refused in principle
  'tw-ru-shtc': 'license-required',
  'ua-kp': 'caution', // a proposal
  'un-ir-2231-arms': 'license-required', // approval by the Council case by case
  'un-ir-2231-missile': 'license-required',
  'un-kp-2087': 'caution', // adds emphasis and listings, no new ban on goods
  'un-za-1984-arms-import': 'caution', // a request
  'us-affiliates-1': 'license-required', // as for the listed owner
  'us-affiliates-2': 'license-required',
  'us-cu-cda': 'prohibited', // trade of foreign subsidiaries
  'us-ir-eo13871': 'caution', // blocking and secondary sanctions: parties
  'us-ir-eo13902': 'caution',
  'us-ru-eo14071': 'prohibited', // services
  'us-ve-eo13850': 'caution', // blocking: parties
  'us-za-caaa-exports': 'prohibited',
}

/** Rows that apply to more than their own code: the row, its note or the act says so. */
export const destinations = {
  'eu-yu-1991': ['YU', 'YUCS', 'RS', 'ME'],
  'un-yu-1991-arms': ['YU', 'YUCS', 'HR', 'SI', 'BA', 'MK', 'RS', 'ME'],
  'un-yu-1992-comprehensive': ['YU', 'YUCS', 'RS', 'ME'],
  'un-yu-1998-arms': ['YU', 'YUCS', 'RS', 'ME', 'XK'],
  'un-zw-1966-selective': ['ZW', 'RHZW'],
  'un-zw-1968-comprehensive': ['ZW', 'RHZW'],
  'us-balkans-eo13219': ['BA', 'RS', 'ME', 'MK', 'XK', 'AL', 'HR'],
  'us-rh-embargo': ['ZW', 'RHZW'],
  // The orders name the Crimea region, which includes Sevastopol.
  'us-ua43-ear': ['UA-43', 'UA-40'],
  'us-ua43-ofac': ['UA-43', 'UA-40'],
  'us-vn-1975': ['VN', 'VDVN'],
  'us-vn-north-1964': ['VN', 'VDVN'],
  'us-ye-south-sst': ['YE', 'YDYE'],
  'us-yu-arms': ['YU', 'YUCS', 'RS', 'ME'],
  'us-yu-embargo': ['YU', 'YUCS', 'RS', 'ME'],
  'us-yu-kosovo': ['YU', 'YUCS', 'RS', 'ME', 'XK'],
}

/** Parts of Ukraine outside government control: no code can tell where the line runs. */
export const partialCodes = new Set(['UA-09', 'UA-14', 'UA-23', 'UA-65'])

/** Rows for what an armed group held or for one of two states: again no code can tell. */
export const partialRows = new Set([
  'un-af-2000-arms',
  'un-ao-1993-unita',
  'un-ba-1994-serb-areas',
  'us-af-taliban',
  'us-ao-unita',
  'us-vn-north-1964',
  'us-ye-south-sst',
])

/** Rows that ease: kept so that an answer can name them, never a reason to hold a transaction. */
export const reliefs = new Set([
  'us-ae-a5',
  'us-by-belavia-2025',
  'us-cu-ear-e1-removal',
  'us-cu-lift-1975',
  'us-hk-separate',
  'us-in-a5',
  'us-ir-gl-u-2026',
  'us-ir-gl-x-2026',
  'us-ir-jcpoa',
  'us-ir-mou-2026',
  'us-ly-eo13357',
  'us-ru-gl133-134-2026',
  'us-ru-gl135-2026',
  'us-sd-suspension',
  'us-sy-eo14312',
  'us-sy-gl25',
  'us-tr-a5',
  'us-ve-gl46-2026',
])

/** Measures that have to be renewed, and the day to which the last renewal seen runs. */
export const renewedTo = {
  'eu-zw-arms': '2027-02-20',
  'un-cd-2008-arms-ngf': '2026-07-01',
  'un-cf-2024-armed-groups': '2026-07-31',
  'un-ht-2022-targeted-arms': 'October 2026',
  'un-ht-2023-territorial-arms': 'October 2026',
  'un-ly-2014-petroleum': 'August 2027 (reported)',
  'un-sd-2004-darfur-ngf': 'September 2026',
  'un-sd-2005-darfur-all': 'September 2026',
  'un-so-2012-charcoal': '2026-11-30',
  'un-so-2019-ied': '2026-11-30',
  'un-ss-2015-freeze': '2027-05-31',
  'un-ss-2018-arms': '2027-05-31',
  'un-ye-2014-freeze': '2026-11-14',
  'us-kp-passport': '2026-08-31',
}

/** What a reader of the row has to know besides its own note. */
export const notes = {
  'eu-ru-2022-coal-revenue': 'The ban on exports of the same regulation is eu-ru-2022-industry',
  'us-cn-aidiffusion': 'A rule about goods for every destination: it names no place',
  'us-ir-eo13846': 'Secondary sanctions on foreign persons; the ban on exports itself is 31 CFR part 560',
  'us-ru-eo14068': 'The bans on exports of the same order are us-ru-eo14068-exports',
  'us-za-caaa': 'The bans on exports of the same act are us-za-caaa-exports',
}

/** Summaries of rows from which something was moved to a row of its own (`additions`). */
export const summaries = {
  'eu-ru-2022-coal-revenue': 'Coal, wood, cement, fertilizer and other revenue goods import ban',
  'us-ru-eo14068': 'Seafood, alcohol, diamonds, later gold imports; investment',
  'us-mm-eo13310': 'Import ban',
  'us-za-caaa': 'Comprehensive Anti-Apartheid Act: imports (gold coins, coal, steel, uranium, agri), loans',
}

/**
 * Rows that the facts hold inside another: `of` names the fact row (a measure, or a rule on ownership) whose fields they
 * take over but for those given here.
 */
export const additions = [
  // One act, two directions: what bars exports must not stand under the import ban.
  {
    of: 'us-ru-eo14068',
    id: 'us-ru-eo14068-exports',
    kind: 'luxury-goods',
    summary: 'Exports of luxury goods and of banknotes',
  },
  {
    of: 'eu-ru-2022-coal-revenue',
    id: 'eu-ru-2022-industry',
    kind: 'sectoral',
    summary: 'Export ban on the industrial goods of Annex XXIII',
  },
  {
    of: 'us-za-caaa',
    id: 'us-za-caaa-exports',
    kind: 'sectoral',
    summary: 'Comprehensive Anti-Apartheid Act: exports of computers and petroleum',
  },
  {
    of: 'us-mm-eo13310',
    id: 'us-mm-eo13310-finance',
    kind: 'financial',
    summary: 'Ban on the export of financial services; blocking',
    exceptions: [],
  },
  // Suspended, not repealed: by its own terms the rule comes back, and nothing later was found.
  {
    of: 'cn-us-2024-metals',
    id: 'cn-us-2024-metals-2',
    from: '2026-11-28',
    to: null,
    verified: false,
    verifiedTo: undefined,
    note: 'The suspension by Announcement No. 72 of 2025 runs to 2026-11-27, so the ban is back on 2026-11-28 unless it was extended; no extension was seen. Check before relying on this row',
  },
  ...[
    { id: 'us-affiliates-1', note: 'Suspended from 2025-11-10 to 2026-11-09 (90 FR 50857)' },
    {
      id: 'us-affiliates-2',
      from: '2026-11-10',
      to: null,
      verified: false,
      note: 'The suspension (90 FR 50857) ran to 2026-11-09, and by its own text the rule is back on 2026-11-10. The newest sources seen, of 2026-10-10, name no extension; nothing after 2026-11-09 was found. Taken as in force: check before relying on it',
    },
  ].map((row) => ({
    of: 'bis-affiliates',
    destination: '*',
    lists: ['us-bis-entity', 'us-bis-meu', 'us-ofac-sdn'],
    kind: 'other',
    summary:
      'Affiliates rule: an entity owned 50 percent or more, directly or not, alone or together, by parties on the Entity List, the MEU List or named SDN programs needs the license that its owner needs; the strictest owner governs',
    exceptions: [],
    ...row,
  })),
]
