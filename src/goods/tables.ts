import type { Jurisdiction } from '../model/vocabulary.js'
import { CodeIndex, type OtherEdition } from './codes.js'
import type {
  Control,
  EarRule,
  EccnEntry,
  GoodsFacts,
  HsBan,
  HsRevision,
  Hub,
  LuxuryList,
  LuxuryRow,
  RedFlag,
} from './facts.js'
import { buildHints, type HintIndex } from './hint.js'

/** The facts about goods arranged for lookup, once per set of facts. Screening then costs a few map reads an item. */

/** A luxury list that concerns one destination. */
export interface LuxuryTable {
  readonly list: LuxuryList
  readonly codes: CodeIndex<LuxuryRow>
  /** Rows without codes: an item can only be compared by a person. */
  readonly worded: readonly LuxuryRow[]
}

/** A control with its codes split. */
export interface ControlTable extends Omit<Control, 'columns' | 'paragraphs'> {
  readonly columns: readonly string[]
  readonly paragraphs: readonly string[]
  /** Holds for paragraphs `.z` alone: what reaches the performance of 3A090 and 4A090. */
  readonly advancedOnly: boolean
}

/** An entry of the Commerce Control List. */
export interface EccnTable {
  readonly entry: EccnEntry
  readonly controls: readonly ControlTable[]
}

/** Everything `goods` is asked about, by the key it is asked with. */
export interface GoodsTables {
  readonly facts: GoodsFacts
  /** Columns with an X by territory of the chart. */
  readonly chart: ReadonlyMap<string, ReadonlySet<string>>
  /** Country groups by territory, `D:5`. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
  readonly unEmbargoed: ReadonlySet<string>
  readonly eccns: ReadonlyMap<string, EccnTable>
  readonly earRules: ReadonlyMap<string, readonly EarRule[]>
  readonly bans: ReadonlyMap<string, readonly HsBan[]>
  readonly banCodes: ReadonlyMap<string, CodeIndex<HsBan>>
  readonly luxury: ReadonlyMap<string, readonly LuxuryTable[]>
  /** Numbers in other editions of the Harmonized System, by code of six digits. */
  readonly editions: ReadonlyMap<string, readonly OtherEdition[]>
  /** Tiers of codes of common high priority. */
  readonly priority: CodeIndex<string>
  readonly hubs: ReadonlyMap<string, readonly Hub[]>
  readonly flags: ReadonlyMap<string, RedFlag>
  readonly hints: HintIndex
}

const known = new WeakMap<GoodsFacts, GoodsTables>()

/** The tables of a set of facts, which must not change afterwards. */
export function tablesOf(facts: GoodsFacts): GoodsTables {
  const tables = known.get(facts) ?? build(facts)
  known.set(facts, tables)
  return tables
}

function build(facts: GoodsFacts): GoodsTables {
  const { countryChart, countryGroups, priority } = facts
  const bans = byDestination(facts.hsBans.rows)
  return {
    facts,
    chart: new Map(countryChart.rows.map((row) => [row.code, new Set(split(row.columns))])),
    groups: new Map(countryGroups.rows.map((row) => [row.code, new Set(split(row.groups))])),
    unEmbargoed: new Set(split(countryChart.unArmsEmbargo.codes)),
    eccns: new Map(facts.eccns.rows.map((entry) => [entry.eccn, toEccnTable(entry)])),
    earRules: byDestination(facts.earRules.rows),
    bans,
    banCodes: indexBans(bans, facts.hsBans.supplements),
    luxury: buildLuxury(facts.luxury.rows),
    editions: buildEditions(facts.hsRevisions.rows),
    priority: buildPriority(priority.rows),
    hubs: groupBy(facts.redFlags.hubs, (hub) => [hub.territory]),
    flags: new Map(facts.redFlags.rows.map((flag) => [flag.id, flag])),
    hints: buildHints(facts.headings.rows),
  }
}

function toEccnTable(entry: EccnEntry): EccnTable {
  const controls = entry.controls.map(({ columns, paragraphs, ...control }): ControlTable => {
    const parts = split(paragraphs ?? '')
    const advancedOnly =
      control.mode === 'part' && parts.length > 0 && parts.every((part) => /^z(\.|$)/.test(part))
    return { ...control, columns: split(columns ?? ''), paragraphs: parts, advancedOnly }
  })
  return { entry, controls }
}

function buildPriority(rows: GoodsFacts['priority']['rows']): CodeIndex<string> {
  const index = new CodeIndex<string>()
  for (const { tier, codes } of rows) index.add(split(codes), tier)
  return index
}

function indexBans(
  bans: ReadonlyMap<string, readonly HsBan[]>,
  supplements: Readonly<Record<string, string>>,
): GoodsTables['banCodes'] {
  return new Map(
    [...bans].map(([destination, rows]) => {
      const codes = new CodeIndex<HsBan>()
      for (const ban of rows) codes.add(split(supplement(supplements, ban.codes)), ban)
      return [destination, codes]
    }),
  )
}

/** A supplement's codes by its name; any other text is the codes themselves. */
function supplement(supplements: Readonly<Record<string, string>>, codes: string): string {
  return Object.hasOwn(supplements, codes) ? (supplements[codes] ?? codes) : codes
}

function buildLuxury(lists: readonly LuxuryList[]): GoodsTables['luxury'] {
  return new Map(
    [...byDestination(lists)].map(([destination, own]) => [
      destination,
      own.map((list): LuxuryTable => {
        const codes = new CodeIndex<LuxuryRow>()
        for (const row of list.rows) codes.add(split(row.codes ?? ''), row)
        return { list, codes, worded: list.rows.filter((row) => row.kind === 'worded') }
      }),
    ]),
  )
}

/** An order's later number lies in an earlier one that a list has; its earlier number may mean any of the later ones. */
function buildEditions(revisions: readonly HsRevision[]): GoodsTables['editions'] {
  const editions = new Map<string, OtherEdition[]>()
  const add = (code: string, other: OtherEdition) => {
    editions.set(code, [...(editions.get(code) ?? []), other])
  }
  for (const { earlier, later, whole } of revisions) {
    add(later, { code: earlier, whole })
    add(earlier, { code: later, whole: false })
  }
  return editions
}

/** Numbers of a code in other editions. */
export function editionsOf(tables: GoodsTables, hs: string): readonly OtherEdition[] {
  return tables.editions.get(hs.slice(0, 6)) ?? []
}

function byDestination<Row extends { readonly destinations: readonly string[] }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  return groupBy(rows, (row) => row.destinations)
}

function groupBy<Row>(rows: readonly Row[], keys: (row: Row) => readonly string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keys(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return groups
}

function split(codes: string): string[] {
  return codes.split(' ').filter((code) => code !== '')
}

/** A part of a state is also its state for the tables that know states only: `UA-43` → `UA`. */
export function stateOf(territory: string): string {
  const hyphen = territory.indexOf('-')
  return hyphen < 0 ? territory : territory.slice(0, hyphen)
}

/** Rows of a destination whose law binds, for a part of a state also those of the state. */
export function rowsFor<Row>(table: ReadonlyMap<string, readonly Row[]>, territory: string): readonly Row[] {
  const own = table.get(territory) ?? []
  const state = stateOf(territory)
  return state === territory ? own : [...own, ...(table.get(state) ?? [])]
}

/** Whether a row of law binds under these jurisdictions. */
export function binds(
  row: { readonly jurisdiction: Jurisdiction },
  laws: ReadonlySet<Jurisdiction>,
): boolean {
  return laws.has(row.jurisdiction)
}
