import type { Member } from '../goods/facts.js'
import { listsOf } from '../lists/registry.js'
import { jurisdictionsOf } from '../measures/in-force.js'
import type { Finding } from '../model/decision.js'
import type { Measure } from '../model/measure.js'
import type { Policy } from '../model/policy.js'
import type { Transaction } from '../model/transaction.js'
import { type CalendarDate, isWithin, type Jurisdiction } from '../model/vocabulary.js'
import { resolveAddress } from '../places/resolve.js'

/** Whose law binds a transaction, and which of it was not asked for. */
export interface Laws {
  /** In the order given, then those that follow from it. */
  readonly jurisdictions: readonly Jurisdiction[]
  /** Notes on the laws that were added. */
  readonly findings: readonly Finding[]
}

/**
 * Which law applies? What the transaction names; failing that, what the policy names and the law of the place from which the
 * exporter acts. A state that is bound by the law of the EU on the day brings that in: Germany, and the United Kingdom
 * until the end of 2020. What US law reaches from abroad is judged item by item (`goods/reach.ts`).
 */
export function lawsOf(transaction: Transaction, policy: Policy, members: readonly Member[]): Laws {
  const given = transaction.jurisdictions ?? policy.jurisdictions
  const laws = new Set<Jurisdiction>(given)
  const findings: Finding[] = []
  const add = (jurisdiction: Jurisdiction, note: Pick<LawNote, 'where' | 'because' | 'citation'>) => {
    if (laws.has(jurisdiction)) return
    laws.add(jurisdiction)
    findings.push({ code: 'applicable-law', outcome: 'clear', points: 0, jurisdiction, ...note })
  }
  if (transaction.jurisdictions === undefined) {
    for (const { where, country } of exporterPlaces(transaction)) {
      add(country, { where, because: 'exporter', citation: null })
    }
  }
  for (const jurisdiction of [...laws]) {
    const member = memberOn(members, jurisdiction, transaction.date)
    if (member) {
      add('EU', { where: jurisdiction, because: 'member-state', citation: member.citation })
    }
  }
  return { jurisdictions: [...laws], findings }
}

/** First day of the record of embargoes. */
const RECORD_BEGINS = '1950-01-01'

/**
 * Whether the facts know the laws that were asked for, on that day. A code such as `UK` names no law at all, and must not
 * read like one that allows everything.
 */
export function checkLaws(
  { date, jurisdictions: named }: Transaction,
  policy: Policy,
  { jurisdictions }: Laws,
  measures: readonly Measure[],
  members: readonly Member[],
): Finding[] {
  const findings: Finding[] = []
  const ask = (where: string, text: string) => {
    findings.push({ code: 'insufficient-data', outcome: 'review', points: 25, where, missing: 'law', text })
  }
  if (date < RECORD_BEGINS) ask('date', date)
  if (jurisdictions.length === 0) ask('jurisdictions', 'none')
  const known = jurisdictionsOf(measures)
  for (const code of new Set(named ?? policy.jurisdictions)) {
    const isKnown = known.has(code) || listsOf([code]).length > 0
    if (!isKnown && !members.some((member) => member.code === code)) ask('jurisdictions', code)
  }
  return findings
}

type LawNote = Extract<Finding, { code: 'applicable-law' }>

function memberOn(members: readonly Member[], code: string, on: CalendarDate): Member | undefined {
  return members.find((member) => member.code === code && isWithin(member, on))
}

/** A reading that is no more than a hint names no law. */
const SURE = 0.9

function exporterPlaces(transaction: Transaction): { where: string; country: string }[] {
  return transaction.parties.flatMap((party, i) => {
    if (party.role !== 'exporter' || !party.address) return []
    const readings = resolveAddress(party.address).readings
    const [best] = readings
    if (
      !best ||
      best.confidence < SURE ||
      readings.some((other) => other !== best && other.confidence === best.confidence)
    )
      return []
    return [{ where: `parties[${i}].address`, country: best.territory.slice(0, 2) }]
  })
}
