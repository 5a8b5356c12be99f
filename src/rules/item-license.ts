import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import type { Eccn } from '../goods/codes.js'
import type { EarRule } from '../goods/facts.js'
import { type ChartNeed, chartNeed, ruleNeeds } from '../goods/license.js'
import type { Finding } from '../model/decision.js'
import type { ItemContext, ReadItem } from './item-context.js'
import type { Target } from './item-places.js'

/** Licenses that the EAR asks for, for an item that is subject to them. */
export function findLicenses(context: ItemContext, read: ReadItem, target: Target): Finding[] {
  const { tables, transaction } = context
  const { territory } = target.place
  const chart = read.eccn ? chartNeed(tables, read.eccn, territory, transaction.date) : null
  const rules = ruleNeeds(tables, read.eccn, territory, transaction.date)
  const isLicensed =
    chart?.controls.length || rules.some(({ items }) => items === 'all' || items === 'listed')
  return [
    ...(chart && read.eccn ? findByChart(context, read, read.eccn, target, chart) : []),
    ...(chart && !isLicensed ? askForChart(context, read, chart) : []),
    ...rules.map((rule) => byRule(rule, read, target)),
  ]
}

/** The facts hold one state of the chart; what it does not show may have been otherwise long before. */
function askForChart(
  { tables, transaction, policy }: ItemContext,
  read: ReadItem,
  need: ChartNeed,
): Finding[] {
  const { asOf } = tables.facts.countryChart
  const on = transaction.date
  const isOld =
    need.graded &&
    on < asOf &&
    differenceInCalendarDays(parseISO(asOf), parseISO(on)) > policy.maxFactsAgeDays
  return need.rowMissing || isOld ? [ask(read, 'country-chart', 'review', asOf)] : []
}

function findByChart(
  context: ItemContext,
  read: ReadItem,
  eccn: Eccn,
  { where, place, sure }: Target,
  need: ChartNeed,
): Finding[] {
  const { countryChart } = context.tables.facts
  const findings: Finding[] = []
  if (need.controls.length > 0) {
    const certain = sure && need.controls.some((control) => control.certain)
    findings.push({
      code: 'export-license',
      outcome: 'review',
      points: certain ? 55 : 40,
      where,
      place,
      item: read.reference,
      law: {
        id: 'us-ear-country-chart',
        jurisdiction: 'US',
        effect: 'license-required',
        period: { from: null, until: null },
        citation: `${countryChart.citation}; ${context.tables.facts.eccns.citation}`,
        source: countryChart.source,
        verified: countryChart.verified,
      },
      chart: {
        eccn: eccn.paragraph === '' ? eccn.entry : `${eccn.entry}.${eccn.paragraph}`,
        heading: need.table.entry.heading,
        asOf: countryChart.asOf,
        controls: need.controls,
      },
    })
  }
  if (need.paragraphOpen) findings.push(ask(read, 'eccn-paragraph', 'clear'))
  return findings
}

function ask(
  { where }: ReadItem,
  missing: 'eccn-paragraph' | 'country-chart',
  outcome: 'clear' | 'review',
  text?: string,
): Finding {
  const points = outcome === 'clear' ? 0 : 25
  return {
    code: 'insufficient-data',
    outcome,
    points,
    where,
    missing,
    ...(text === undefined ? {} : { text }),
  }
}

function byRule(rule: EarRule, read: ReadItem, { where, place, sure }: Target): Finding {
  const { id, period, citation, source, verified, items, summary, licensePolicy, exceptions } = rule
  const isQuestion = items === 'end-use' || items === 'advanced'
  const certain = sure && rule.partial !== true && !isQuestion
  return {
    code: 'export-license',
    outcome: 'review',
    points: certain ? 55 : 35,
    where,
    place,
    item: read.reference,
    law: {
      id,
      jurisdiction: 'US',
      effect: isQuestion ? 'caution' : 'license-required',
      period,
      citation,
      source,
      verified,
    },
    rule: { items, summary, licensePolicy, exceptions },
  }
}
