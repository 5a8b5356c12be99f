import { isMilitary, parseEccn } from '../goods/codes.js'
import type { GoodsTables } from '../goods/tables.js'
import type { Finding } from '../model/decision.js'
import type { Transaction } from '../model/transaction.js'

/** Findings after which the circumstances of the sale decide. */
const askAfter: ReadonlySet<Finding['code']> = new Set([
  'item-measure',
  'luxury-goods',
  'export-license',
  'priority-item',
  'red-flag',
])

const semiconductor = /^[34][A-E]/

/**
 * The red flags that no order data can show, as questions for whoever has to decide. They are offered where goods or
 * circumstances are in question, not where the transaction stops: the general ones always, the others for the goods they are about.
 */
export function openQuestions(
  transaction: Transaction,
  findings: readonly Finding[],
  tables: GoodsTables,
): Finding[] {
  if (findings.some((finding) => finding.outcome === 'stop')) return []
  if (!findings.some((finding) => finding.outcome === 'review' && askAfter.has(finding.code))) return []
  const eccns = (transaction.items ?? []).flatMap((item) => parseEccn(item.eccn ?? '') ?? [])
  const groups = new Set(['general'])
  if (eccns.some(isMilitary)) groups.add('military')
  if (eccns.some(({ entry }) => semiconductor.test(entry))) groups.add('semiconductor')
  if (findings.some((finding) => finding.code === 'priority-item')) groups.add('diversion')
  const raised = new Set(
    findings.flatMap((finding) => (finding.code === 'red-flag' ? [finding.flag.id] : [])),
  )
  const questions = tables.facts.redFlags.rows
    .filter((flag) => groups.has(flag.group) && !raised.has(flag.id))
    .map(({ id, text, citation, verified }) => ({ id, text, citation, verified }))
  return [{ code: 'open-questions', outcome: 'clear', points: 0, questions }]
}
