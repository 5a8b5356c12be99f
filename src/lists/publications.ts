import type { ListId } from '../model/vocabulary.js'

/**
 * How each list is published: which files, where, how often it changes, on what terms. Only addresses that stay the
 * same from issue to issue are given; a list whose files have a new address each time has none, and must be downloaded
 * by hand or taken from an aggregate.
 */

/** How often the publisher changes the list. */
export type Cadence = 'daily' | 'weekly' | 'monthly' | 'yearly' | 'irregular' | 'closed'

/** One file of a list. */
export interface PublishedFile {
  /** Name under which parsers know the file. */
  readonly name: string
  /** The publisher's own address. */
  readonly url: string
}

/** How a list is published. */
export interface Publication {
  /** Files to download; empty where the publisher has no lasting address for them. */
  readonly files: readonly PublishedFile[]
  /** Other hosts of the publisher to which its addresses redirect. */
  readonly hosts: readonly string[]
  /** The forms in which the publisher offers it. */
  readonly format: string
  readonly cadence: Cadence
  /** Greatest age in days at which the list may still be used without a remark, from the cadence. */
  readonly maxAgeDays: number
  /** What being on the list means, in a sentence. */
  readonly meaning: string
  /** Terms on which the data may be used. */
  readonly license: string
}

/**
 * A list that changes on any working day may be ten days old (the longest run of public holidays); one that changes
 * weekly, a month; and so on: roughly the longest silence that is ordinary. A closed list only grows older.
 */
const maxAge: Readonly<Record<Cadence, number>> = {
  daily: 10,
  weekly: 30,
  monthly: 60,
  yearly: 400,
  irregular: 180,
  closed: 30,
}

const usWork = 'work of the US government, no copyright (17 U.S.C. 105)'
const ofacExports = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/'
const ofacHosts = ['wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com']

function ofacFiles(...names: readonly string[]): PublishedFile[] {
  return names.map((name) => ({ name, url: `${ofacExports}${name.toUpperCase()}` }))
}

type Row = Omit<Publication, 'maxAgeDays' | 'hosts' | 'files'> & Partial<Pick<Publication, 'hosts' | 'files'>>

const rows: Readonly<Record<ListId, Row>> = {
  'us-csl': {
    files: [
      {
        name: 'consolidated.csv',
        url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
      },
    ],
    format: 'csv, tsv, json',
    // Made anew every morning, and most of it is the SDN list.
    cadence: 'daily',
    meaning:
      'what the list named in the entry means: the Consolidated Screening List has no effect of its own',
    license: usWork,
  },
  'us-ofac-sdn': {
    files: ofacFiles('sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'),
    hosts: ofacHosts,
    format: 'csv, xml',
    cadence: 'daily',
    meaning:
      'property is blocked and US persons may not deal with the party, nor with what it owns to 50 percent or more',
    license: usWork,
  },
  'us-ofac-cons': {
    files: ofacFiles('cons_prim.csv', 'cons_add.csv', 'cons_alt.csv', 'cons_comments.csv'),
    hosts: ofacHosts,
    format: 'csv, xml',
    cadence: 'weekly',
    meaning:
      'some dealings (debt, equity, securities, accounts, services …) are prohibited, all of them where the program blocks or bars the party',
    license: usWork,
  },
  'us-bis-entity': {
    format: 'csv; also in us-csl',
    cadence: 'weekly',
    meaning:
      'a license is needed for the items named in the entry when the party is purchaser, consignee or end user; no license exceptions unless the entry says so',
    license: usWork,
  },
  'us-bis-dpl': {
    format: 'txt (tab-separated), csv; also in us-csl',
    cadence: 'weekly',
    meaning: 'the party may take no part in any transaction subject to the EAR',
    license: usWork,
  },
  'us-bis-uvl': {
    format: 'csv; also in us-csl',
    cadence: 'monthly',
    meaning:
      'no license exceptions; a statement of the party is needed before items without a license go out',
    license: usWork,
  },
  'us-bis-meu': {
    format: 'csv; also in us-csl',
    cadence: 'monthly',
    meaning: 'a license is needed for the items of Supp. No. 2 to part 744',
    license: usWork,
  },
  'us-state-dtc': {
    format: 'csv; also in us-csl',
    cadence: 'monthly',
    meaning: 'the party may take no part in exports of defense articles and services',
    license: usWork,
  },
  'us-state-isn': {
    format: 'csv; also in us-csl',
    cadence: 'irregular',
    meaning: 'sanctions for proliferation: bans on procurement, assistance or licenses, as the notice says',
    license: usWork,
  },
  'un-sc': {
    files: [
      { name: 'consolidated.xml', url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' },
    ],
    hosts: ['unsolprodfiles.blob.core.windows.net'],
    format: 'xml',
    cadence: 'monthly',
    meaning:
      'member states freeze assets and, as the regime says, ban travel and arms; some entries ban travel alone',
    license:
      'terms of use of the United Nations website: copies for personal, non-commercial use, no redistribution without permission',
  },
  'eu-fsf': {
    files: [
      {
        name: 'xmlFullSanctionsList_1_1.xml',
        // The address under which the Commission offers the file to the public; the token is a part of it.
        url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
      },
    ],
    format: 'xml, csv',
    cadence: 'weekly',
    meaning: 'funds are frozen and neither funds nor economic resources (goods) may be made available',
    license: 'reuse allowed with acknowledgment (Commission Decision 2011/833/EU)',
  },
  'uk-sanctions': {
    files: [
      {
        name: 'UK-Sanctions-List.xml',
        url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml',
      },
    ],
    format: 'xml, csv, ods',
    cadence: 'weekly',
    meaning: 'asset freeze, travel ban, trade or transport measures, as the entry says',
    license: 'Open Government Licence v3.0',
  },
  'uk-ofsi': {
    format: 'csv, xlsx',
    cadence: 'closed',
    meaning: 'was the asset-freeze list until 2026-01-28; the UK Sanctions List took its place',
    license: 'Open Government Licence v3.0',
  },
  'ch-seco': {
    files: [
      {
        name: 'seco.xml',
        url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
      },
    ],
    format: 'xml',
    cadence: 'weekly',
    meaning: 'funds are frozen and nothing may be made available; holdings must be reported to SECO',
    license: 'Swiss federal open data, free use with the source named',
  },
  'ca-sema': {
    files: [
      {
        name: 'sema-lmes.xml',
        url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
      },
    ],
    format: 'xml',
    cadence: 'weekly',
    meaning:
      'persons in Canada and Canadians abroad may not deal in the property of the party, nor make goods available to it',
    license: 'Government of Canada, non-commercial reproduction free; commercial use by permission',
  },
  'au-dfat': {
    files: [
      {
        name: 'regulation8_consolidated.xlsx',
        url: 'https://www.dfat.gov.au/sites/default/files/regulation8_consolidated.xlsx',
      },
    ],
    format: 'xlsx',
    cadence: 'weekly',
    meaning: 'assets are frozen and nothing may be made available to the party without a permit',
    license: 'Creative Commons Attribution 4.0',
  },
  'jp-meti': {
    format: 'pdf, xlsx',
    cadence: 'yearly',
    meaning:
      'a license is needed unless it is clear that the goods do not serve weapons of mass destruction, or the conventional weapons named in the entry',
    license: 'Public Data License 1.0 (Japan)',
  },
  'cn-mofcom': {
    format: 'announcements on the web',
    cadence: 'irregular',
    meaning:
      'exports of dual-use items from China to the party are forbidden, or its trade with China is; on the watch list no general license may be used',
    license: 'public announcements',
  },
  opensanctions: {
    files: [
      {
        name: 'targets.simple.csv',
        url: 'https://data.opensanctions.org/datasets/latest/sanctions/targets.simple.csv',
      },
    ],
    format: 'csv, json',
    cadence: 'daily',
    meaning: 'what the source named in the entry means',
    license: 'CC BY-NC 4.0; commercial use needs a license of OpenSanctions',
  },
  'public-reports': {
    format: 'embedded only',
    cadence: 'irregular',
    meaning: 'named in a public report as a procurement front; no law attaches to it',
    license: 'facts from public reports, each with its source',
  },
}

/** How a known list is published. @throws RangeError for an id that is not in the table: every known list is. */
export function publicationOf(id: ListId): Publication {
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined
  if (!row) throw new RangeError(`no publication of the list ${id}`)
  return { files: [], hosts: [], ...row, maxAgeDays: maxAge[row.cadence] }
}
