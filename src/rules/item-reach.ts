import { ruleNeeds } from '../goods/license.js'
import { type Reach, type ReachField, reachOf } from '../goods/reach.js'
import { findMeasuresInForce } from '../measures/in-force.js'
import type { Finding } from '../model/decision.js'
import type { Measure, MeasureKind } from '../model/measure.js'
import { resolvePlace } from '../places/resolve.js'
import type { ItemContext, ReadItem } from './item-context.js'
import { findForTarget } from './item-law.js'
import type { Target } from './item-places.js'

/** What US law has to say about an item that leaves from elsewhere. */
export interface ReachFindings {
  /** Territories toward which the item is subject to the EAR although US law was not named. */
  readonly subjectTo: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

const US: ReadonlySet<string> = new Set(['US'])

/**
 * Where the item is subject to the EAR, a note says why and the measures of the EAR on the place come in. Where that cannot
 * be told, it is asked, but only if the EAR would restrict the item there.
 */
export function findReach(context: ItemContext, read: ReadItem, targets: readonly Target[]): ReachFindings {
  if (context.laws.has('US')) return { subjectTo: new Set(), findings: [] }
  const origin = originOf(read.item.origin)
  const judged = targets.map((target) => ({
    target,
    reach: reachOf(
      context.tables,
      read.item,
      origin,
      read.eccn,
      target.place.territory,
      context.transaction.date,
    ),
  }))
  const subject = judged.flatMap(({ target, reach }) => (reach.subject === 'yes' ? [{ target, reach }] : []))
  const unknown = judged.flatMap(({ target, reach }) =>
    reach.subject === 'unknown' && wouldRestrict(context, read, target) ? [reach] : [],
  )
  return {
    subjectTo: new Set(subject.map(({ target }) => target.place.territory)),
    findings: [
      ...subject.slice(0, 1).map(({ reach }) => note(read, reach)),
      ...subject.flatMap(({ target }) => earMeasures(context, read, target)),
      ...unknown.slice(0, 1).map(({ missing }) => question(read, missing)),
    ],
  }
}

/** A territory only where the text has one reading that is more than a hint. */
function originOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const readings = resolvePlace(text)
  const [best] = readings
  const unclear =
    !best ||
    best.confidence < 0.9 ||
    readings.some((other) => other !== best && other.confidence === best.confidence)
  return unclear ? null : best.territory
}

/** Kinds of measure that concern every item; the others are about some goods, which the item's own codes tell. */
const everyItem: ReadonlySet<MeasureKind> = new Set([
  'comprehensive-embargo',
  'near-embargo',
  'policy-of-denial',
])

function wouldRestrict(context: ItemContext, read: ReadItem, target: Target): boolean {
  return (
    measuresOfEar(context, target.place.territory).some(({ kind }) => everyItem.has(kind)) ||
    findForTarget({ ...context, laws: US }, read, target).some((finding) => finding.outcome !== 'clear')
  )
}

const reachedBy: Readonly<Record<ReachField, string>> = {
  origin: '15 CFR 734.3(a)(2)',
  usContent: '15 CFR 734.4',
  usDirectProduct: '15 CFR 734.9',
}

function note({ where }: ReadItem, { because, deMinimis }: Extract<Reach, { subject: 'yes' }>): Finding {
  const citation = deMinimis?.citation ?? reachedBy[because]
  return { code: 'applicable-law', outcome: 'clear', points: 0, jurisdiction: 'US', where, because, citation }
}

function question({ where }: ReadItem, fields: readonly ReachField[]): Finding {
  return { code: 'insufficient-data', outcome: 'review', points: 25, where, missing: 'us-reach', fields }
}

/** Measures of the EAR alone: they follow the item, those of OFAC bind US persons. */
const earOnly = new WeakMap<readonly Measure[], readonly Measure[]>()

function measuresOfEar({ measures, transaction }: ItemContext, territory: string): readonly Measure[] {
  const own = earOnly.get(measures) ?? measures.filter(({ regime }) => regime === 'EAR')
  earOnly.set(measures, own)
  return findMeasuresInForce({ destination: territory, on: transaction.date }, own)
}

/** An embargo stops the item that a rule of the EAR catches there; EAR99 to Iran, for one, is left to OFAC. */
function earMeasures(context: ItemContext, read: ReadItem, { where, place, sure }: Target): Finding[] {
  const rules = ruleNeeds(context.tables, read.eccn, place.territory, context.transaction.date)
  return measuresOfEar(context, place.territory).map((measure) => {
    const isCaught = rules.some((rule) => rule.measure === measure.id && rule.partial !== true)
    const stops = measure.kind === 'comprehensive-embargo' && isCaught && sure
    const outcome = measure.effect === 'caution' ? 'clear' : stops ? 'stop' : 'review'
    const points = { clear: 3, review: 40, stop: 95 }[outcome]
    return { code: 'destination-measure', outcome, points, where, place, measure }
  })
}
