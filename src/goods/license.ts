import type { CalendarDate } from '../model/vocabulary.js'
import { isWithin } from '../model/vocabulary.js'
import type { Eccn } from './codes.js'
import type { EarRule } from './facts.js'
import { type ControlTable, type EccnTable, type GoodsTables, rowsFor, stateOf } from './tables.js'

/**
 * Does an item subject to the EAR need a license for a destination?
 *
 * Two roads lead to a license (15 CFR 738.4 and Part 746). The chart: the ECCN names reasons for control and a column for
 * each; an X where column and destination meet requires a license. And the rules beside the chart: embargoes, the
 * anti-terrorism controls (the chart carries no X for them), Russia and Belarus, military end uses. An entry's control
 * often holds for some paragraphs only; with the entry alone the answer is then a possibility, and says so.
 */

/** A control of the entry that bites for the destination. */
export interface ControlNeed {
  readonly reason: string
  /** Column of the chart, or the destinations named instead of one. */
  readonly toward: string
  /** Sections of the EAR that the entry points to. */
  readonly sections?: string | undefined
  /** False where it depends on the paragraph of the entry, or the entry has to be read. */
  readonly certain: boolean
}

/** What the chart says. */
export interface ChartNeed {
  readonly table: EccnTable
  readonly controls: readonly ControlNeed[]
  /** A control for more than anti-terrorism holds for the item, so that the chart decides. */
  readonly graded: boolean
  /** The chart has no row that holds for this destination and day. */
  readonly rowMissing: boolean
  /** Controls that bite only in paragraph `.z` (advanced computing) and the paragraph was not given. */
  readonly paragraphOpen: boolean
}

/** What the EAR calls the United States, 15 CFR 772.1: no export, no license. */
const domestic: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'])

/** The chart for an ECCN and destination; null for EAR99, an entry that is not in the CCL, and within the US. */
export function chartNeed(
  tables: GoodsTables,
  eccn: Eccn,
  territory: string,
  on: CalendarDate,
): ChartNeed | null {
  const table = tables.eccns.get(eccn.entry)
  const state = stateOf(territory)
  if (!table || domestic.has(state)) return null
  const row = chartRow(tables, state, on)
  const needs: ControlNeed[] = []
  let paragraphOpen = false
  let graded = false
  for (const control of table.controls) {
    const held = holds(control, eccn.paragraph)
    if (held === 'no') continue
    const isOpen = held === 'maybe' && eccn.paragraph === '' && control.advancedOnly
    if (control.reason !== 'AT' && !isOpen) graded = true
    for (const need of bites(tables, control, state, row)) {
      if (isOpen) paragraphOpen = true
      else needs.push({ ...need, certain: need.certain && held === 'yes' })
    }
  }
  return { table, controls: unique(needs), graded, rowMissing: graded && row.columns === null, paragraphOpen }
}

/** Rules beside the chart that catch the item at the destination on the day. `eccn` null: not classified. */
export function ruleNeeds(
  tables: GoodsTables,
  eccn: Eccn | null,
  territory: string,
  on: CalendarDate,
): readonly EarRule[] {
  const rules = rowsFor(tables.earRules, territory).filter((rule) => isWithin(rule.period, on))
  return rules.filter((rule) => catches(tables, rule, eccn))
}

/** Whether any rule beside the chart exists for the destination on the day, whatever the item. */
export function hasRules(tables: GoodsTables, territory: string, on: CalendarDate): boolean {
  return rowsFor(tables.earRules, territory).some((rule) => isWithin(rule.period, on))
}

function catches(tables: GoodsTables, rule: EarRule, eccn: Eccn | null): boolean {
  if (rule.items === 'all') return true
  if (!eccn || eccn.entry === 'EAR99') return false
  const category = eccn.entry[0] ?? ''
  switch (rule.items) {
    case 'listed':
      return rule.categories === undefined || rule.categories.includes(category)
    case 'end-use':
      return tables.eccns.get(eccn.entry)?.entry.endUse === true
    case 'advanced':
      return category === '3' || category === '4'
  }
}

interface ChartRow {
  /** Columns with an X; null where no row is known. Embargoed destinations have none: Part 746 applies. */
  readonly columns: ReadonlySet<string> | null
  readonly groups: ReadonlySet<string>
  /** The destination whose row is used. */
  readonly code: string
}

const none: ReadonlySet<string> = new Set()

function chartRow(tables: GoodsTables, state: string, on: CalendarDate): ChartRow {
  const { embargoed, inherits } = tables.facts.countryChart
  const inherited = inherits.find((entry) => entry.code === state)
  if (inherited && inherited.from !== null && on < inherited.from) {
    return { columns: null, groups: none, code: state }
  }
  const code = inherited?.row ?? state
  const columns = tables.chart.get(code) ?? (Object.hasOwn(embargoed, code) ? none : null)
  return { columns, groups: tables.groups.get(code) ?? none, code }
}

/** The groups of a destination on a day, `D:1`. */
export function groupsOf(tables: GoodsTables, territory: string, on: CalendarDate): ReadonlySet<string> {
  return chartRow(tables, stateOf(territory), on).groups
}

function bites(tables: GoodsTables, control: ControlTable, state: string, row: ChartRow): ControlNeed[] {
  const { reason, columns, scope, sections } = control
  const marked = columns.filter((column) => row.columns?.has(column))
  const needs = marked.map((toward): ControlNeed => ({ reason, toward, sections, certain: true }))
  const reach = scope === undefined ? 'no' : scopeReaches(tables, scope, state, row)
  if (reach === 'no' || scope === undefined) return needs
  return [...needs, { reason, toward: scope, sections, certain: reach === 'yes' }]
}

/** Whether the destinations that an entry names in words include this one; `read`: only the entry tells. */
function scopeReaches(
  tables: GoodsTables,
  scope: string,
  state: string,
  { code, groups }: ChartRow,
): 'yes' | 'no' | 'read' {
  const yes = (condition: boolean) => (condition ? 'yes' : 'no')
  switch (scope) {
    case 'WORLDWIDE':
    case 'ALL':
      return 'yes'
    case 'AE+D1+D4+D5-A5-A6': // 15 CFR 742.6(a)(6)(iii)(B)
      return yes(
        state === 'AE' ||
          (['D:1', 'D:4', 'D:5'].some((group) => groups.has(group)) &&
            !groups.has('A:5') &&
            !groups.has('A:6')),
      )
    case 'MO+D5':
      return yes(state === 'MO' || groups.has('D:5'))
    case 'CN+RU+VE': // 15 CFR 742.6(a)(7)
      return yes(['CN', 'RU', 'VE'].includes(code))
    case 'EI-742.15':
      return yes(state !== 'CA')
    case 'UN-746.1b':
      return yes(tables.unEmbargoed.has(state))
    case 'RU-746.8':
      return yes(state === 'RU' || state === 'BY')
    case 'KP':
    case 'IQ':
    case 'PK':
      return yes(state === scope)
    default:
      return 'read'
  }
}

/** Whether a control holds for the paragraph given; without one, it may. */
function holds(control: ControlTable, paragraph: string): 'yes' | 'no' | 'maybe' {
  if (control.mode === 'entire') return 'yes'
  const listed = control.paragraphs
  if (listed.length === 0 || paragraph === '') return 'maybe'
  const inside = listed.some((part) => isWithinParagraph(paragraph, part))
  if (!inside && listed.some((part) => isWithinParagraph(part, paragraph))) return 'maybe'
  return inside === (control.mode === 'part') ? 'yes' : 'no'
}

function isWithinParagraph(paragraph: string, outer: string): boolean {
  return paragraph === outer || paragraph.startsWith(`${outer}.`)
}

/** One need for each reason and column; a certain one wins. */
function unique(needs: readonly ControlNeed[]): ControlNeed[] {
  const byKey = new Map<string, ControlNeed>()
  for (const need of needs) {
    const key = `${need.reason} ${need.toward}`
    if (!byKey.has(key) || need.certain) byKey.set(key, need)
  }
  return [...byKey.values()]
}
