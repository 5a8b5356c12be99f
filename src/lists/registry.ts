import type { Effect, Jurisdiction, ListId } from '../model/vocabulary.js'
import { type Publication, publicationOf } from './publications.js'

/** One official list: who publishes it, where and how, and what it means to be on it. */
export interface ListEntry extends Publication {
  readonly id: ListId
  readonly title: string
  readonly authority: string
  readonly jurisdiction: Jurisdiction
  /** The publisher's page or file. */
  readonly url: string
  /** What being listed does to a transaction, unless the listing itself says otherwise. */
  readonly effect: Effect
  /** The law that gives it that effect. */
  readonly citation: string
  /** Lists whose content this one repeats: loading it satisfies a requirement for any of them. */
  readonly covers: readonly ListId[]
}

const usLists = [
  'us-ofac-sdn',
  'us-ofac-cons',
  'us-bis-entity',
  'us-bis-dpl',
  'us-bis-uvl',
  'us-bis-meu',
  'us-state-dtc',
  'us-state-isn',
] as const

const lists: readonly Omit<ListEntry, keyof Publication>[] = [
  {
    id: 'us-csl',
    title: 'Consolidated Screening List',
    authority: 'US Department of Commerce (ITA)',
    jurisdiction: 'US',
    url: 'https://www.trade.gov/consolidated-screening-list',
    effect: 'license-required',
    citation: 'aggregate of the lists of BIS, OFAC and the Department of State',
    covers: usLists,
  },
  {
    id: 'us-ofac-sdn',
    title: 'Specially Designated Nationals and Blocked Persons List',
    authority: 'OFAC',
    jurisdiction: 'US',
    url: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
    effect: 'prohibited',
    citation: '31 CFR chapter V',
    covers: [],
  },
  {
    id: 'us-ofac-cons',
    title: 'Consolidated Non-SDN Lists (SSI, CAP, NS-MBS, CMIC, FSE, PLC)',
    authority: 'OFAC',
    jurisdiction: 'US',
    url: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
    effect: 'caution',
    citation: '31 CFR chapter V; the order or directive named in the entry',
    covers: [],
  },
  {
    id: 'us-bis-entity',
    title: 'Entity List',
    authority: 'BIS',
    jurisdiction: 'US',
    url: 'https://www.bis.gov/regulations/ear/744#supplement-4-744',
    effect: 'license-required',
    citation: '15 CFR 744.11, 744.16 and Supp. No. 4 to part 744',
    covers: [],
  },
  {
    id: 'us-bis-dpl',
    title: 'Denied Persons List',
    authority: 'BIS',
    jurisdiction: 'US',
    url: 'https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl',
    effect: 'prohibited',
    citation: '15 CFR 764.3(a)(2), 736.2(b)(4)',
    covers: [],
  },
  {
    id: 'us-bis-uvl',
    title: 'Unverified List',
    authority: 'BIS',
    jurisdiction: 'US',
    url: 'https://www.bis.gov/regulations/ear/744#supplement-6-744',
    effect: 'caution',
    citation: '15 CFR 744.15, 740.2(a)(17) and Supp. No. 6 to part 744',
    covers: [],
  },
  {
    id: 'us-bis-meu',
    title: 'Military End User List',
    authority: 'BIS',
    jurisdiction: 'US',
    url: 'https://www.bis.gov/regulations/ear/744#supplement-7-744',
    effect: 'license-required',
    citation: '15 CFR 744.21 and Supp. No. 7 to part 744',
    covers: [],
  },
  {
    id: 'us-state-dtc',
    title: 'AECA Debarred List',
    authority: 'US Department of State (DDTC)',
    jurisdiction: 'US',
    url: 'https://www.pmddtc.state.gov/ddtc_public/ddtc_public?id=ddtc_kb_article_page&sys_id=c22d1833dbb8d300d0a370131f9619f0',
    effect: 'caution',
    citation: '22 CFR 127.7',
    covers: [],
  },
  {
    id: 'us-state-isn',
    title: 'Nonproliferation Sanctions',
    authority: 'US Department of State (ISN)',
    jurisdiction: 'US',
    url: 'https://www.state.gov/key-topics-bureau-of-international-security-and-nonproliferation/nonproliferation-sanctions/',
    effect: 'caution',
    citation: 'the statute named in the entry',
    covers: [],
  },
  {
    id: 'un-sc',
    title: 'United Nations Security Council Consolidated List',
    authority: 'UN Security Council',
    jurisdiction: 'UN',
    url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    effect: 'prohibited',
    citation: 'the resolution that set up the regime',
    covers: [],
  },
  {
    id: 'eu-fsf',
    title: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
    authority: 'EU Council',
    jurisdiction: 'EU',
    url: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
    effect: 'prohibited',
    citation: 'the regulation named in the entry',
    covers: [],
  },
  {
    id: 'uk-sanctions',
    title: 'UK Sanctions List',
    authority: 'UK FCDO',
    jurisdiction: 'GB',
    url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    effect: 'prohibited',
    citation: 'Sanctions and Anti-Money Laundering Act 2018 and the regulations named in the entry',
    covers: [],
  },
  {
    id: 'uk-ofsi',
    title: 'Consolidated List of Financial Sanctions Targets (closed 2026-01-28)',
    authority: 'UK OFSI',
    jurisdiction: 'GB',
    url: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
    effect: 'prohibited',
    citation: 'Sanctions and Anti-Money Laundering Act 2018 and the regulations named in the entry',
    covers: [],
  },
  {
    id: 'ch-seco',
    title: 'SECO sanctions list',
    authority: 'SECO',
    jurisdiction: 'CH',
    url: 'https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html',
    effect: 'prohibited',
    citation: 'Embargo Act (SR 946.231) and the ordinance named in the entry',
    covers: [],
  },
  {
    id: 'ca-sema',
    title: 'Consolidated Canadian Autonomous Sanctions List',
    authority: 'Global Affairs Canada',
    jurisdiction: 'CA',
    url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx',
    effect: 'prohibited',
    citation:
      'Special Economic Measures Act (S.C. 1992, c. 17); Justice for Victims of Corrupt Foreign Officials Act (S.C. 2017, c. 21)',
    covers: [],
  },
  {
    id: 'au-dfat',
    title: 'Australian Sanctions Consolidated List',
    authority: 'DFAT',
    jurisdiction: 'AU',
    url: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    effect: 'prohibited',
    citation: 'Autonomous Sanctions Act 2011; Charter of the United Nations Act 1945',
    covers: [],
  },
  {
    id: 'jp-meti',
    title: 'End User List',
    authority: 'METI',
    jurisdiction: 'JP',
    url: 'https://www.meti.go.jp/policy/anpo/law05.html',
    effect: 'caution',
    citation: 'catch-all controls under the Foreign Exchange and Foreign Trade Act',
    covers: [],
  },
  {
    id: 'cn-mofcom',
    title: 'Export control, unreliable entity and watch lists',
    authority: 'MOFCOM',
    jurisdiction: 'CN',
    url: 'https://www.mofcom.gov.cn/',
    effect: 'prohibited',
    citation:
      'Export Control Law of the PRC (2020), article 18; Provisions on the Unreliable Entity List (2020); Regulations on Export Control of Dual-Use Items, article 26',
    covers: [],
  },
  {
    id: 'opensanctions',
    title: 'OpenSanctions dataset',
    authority: 'OpenSanctions (third party)',
    jurisdiction: 'UN',
    url: 'https://www.opensanctions.org/',
    effect: 'caution',
    citation: 'third-party data; see the source named in the entry',
    covers: [],
  },
  {
    id: 'public-reports',
    title: 'Parties named in public reports as procurement fronts',
    authority: 'public reports',
    jurisdiction: 'UN',
    url: 'https://main.un.org/securitycouncil/en/sanctions/1718/panel_experts/reports',
    effect: 'caution',
    citation: 'no listing: the source is named in the entry',
    covers: [],
  },
]

/** Every list Consignee knows by id, in the order in which sources are shown. */
export const registry: readonly ListEntry[] = lists.map((entry) => ({ ...entry, ...publicationOf(entry.id) }))

const byId = new Map(registry.map((entry) => [entry.id, entry]))

/** The registry's entry for a list id, or undefined for a caller's own list. */
export function findList(id: ListId): ListEntry | undefined {
  return byId.get(id)
}

/** Greatest age in days of a list nobody knows: a caller's own. */
const OWN_LIST_MAX_AGE = 30

/** Greatest age in days at which a list may still be used without a remark, by default. */
export function maxAgeOf(id: ListId): number {
  return findList(id)?.maxAgeDays ?? OWN_LIST_MAX_AGE
}

/** The list that stands for a jurisdiction's party screening, where Consignee knows one. */
const principal: ReadonlyMap<Jurisdiction, ListId> = new Map([
  ['US', 'us-csl'],
  ['UN', 'un-sc'],
  ['EU', 'eu-fsf'],
  ['GB', 'uk-sanctions'],
  ['CH', 'ch-seco'],
  ['CA', 'ca-sema'],
  ['AU', 'au-dfat'],
  ['JP', 'jp-meti'],
  ['CN', 'cn-mofcom'],
])

/** The official lists a policy requires by default for these jurisdictions, in their order. */
export function listsOf(jurisdictions: readonly Jurisdiction[]): readonly ListId[] {
  return jurisdictions.flatMap((jurisdiction) => principal.get(jurisdiction) ?? [])
}

/** Whether the loaded lists hold the content of `required`: itself, an aggregate of it, or all its parts. */
export function isCovered(required: ListId, loaded: ReadonlySet<ListId>): boolean {
  if (loaded.has(required)) return true
  for (const id of loaded) if (findList(id)?.covers.includes(required)) return true
  const parts = findList(required)?.covers ?? []
  return parts.length > 0 && parts.every((part) => loaded.has(part))
}
