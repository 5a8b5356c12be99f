import { type AddressEvidence, evidenceOf, type Verdict } from './address-evidence.js'
import type { AddressNumber } from './address-parse.js'

/** What is taken from a score of 1 where numbers do not fit. */
const LOSS = {
  numberMissing: 0.2,
  numberPartial: 0.05,
  unit: 0.2,
  floor: 0.16,
  building: 0.25,
  innerMissing: 0.03,
}

/** How the numbers of two addresses compare. */
export interface NumberComparison {
  /** Of the house numbers. */
  readonly verdict: Verdict
  /** How many numbers both have, whatever they count. */
  readonly shared: number
  /** What is to be taken from a score of 1. */
  readonly loss: number
  readonly evidence: readonly AddressEvidence[]
}

/** Compares house numbers, buildings, units and floors. */
export function compareNumbers(a: readonly AddressNumber[], b: readonly AddressNumber[]): NumberComparison {
  const textsA = new Set(a.map((number) => number.text))
  const textsB = new Set(b.map((number) => number.text))
  const evidence: AddressEvidence[] = []
  let loss = 0
  let house: Verdict = 'missing'
  for (const part of ['number', 'building', 'unit', 'floor'] as const) {
    const ofA = a.filter((number) => number.part === part).map((number) => number.text)
    const ofB = b.filter((number) => number.part === part).map((number) => number.text)
    const verdict = compareSets(ofA, ofB, textsA, textsB)
    if (part === 'number') house = verdict
    loss += numberLoss(part, verdict, ofA.length + ofB.length)
    evidence.push(evidenceOf(part, ofA.join(' '), ofB.join(' '), verdict))
  }
  const shared = [...textsA].filter((text) => textsB.has(text)).length
  return { verdict: house, shared, loss, evidence }
}

/** A number that the other side has too, as whatever part, fits; what remains on both sides conflicts. */
function compareSets(
  ofA: readonly string[],
  ofB: readonly string[],
  textsA: ReadonlySet<string>,
  textsB: ReadonlySet<string>,
): Verdict {
  const restA = ofA.filter((text) => !textsB.has(text)).length
  const restB = ofB.filter((text) => !textsA.has(text)).length
  if (restA > 0 && restB > 0) return 'conflicts'
  if (restA + restB === 0) return ofA.length + ofB.length > 0 ? 'agrees' : 'missing'
  return ofA.length - restA + (ofB.length - restB) > 0 ? 'similar' : 'missing'
}

function numberLoss(part: AddressNumber['part'], verdict: Verdict, count: number): number {
  if (verdict === 'agrees' || count === 0) return 0
  if (part === 'number') {
    if (verdict === 'conflicts') return LOSS.numberMissing
    return verdict === 'missing' ? LOSS.numberMissing : LOSS.numberPartial
  }
  return verdict === 'conflicts' ? LOSS[part] : LOSS.innerMissing
}

/** Whether there is a house number that the other address does not have. */
export function hasOwnHouse(numbers: readonly AddressNumber[], others: readonly AddressNumber[]): boolean {
  return numbers.some(({ text, part }) => part === 'number' && !others.some((other) => other.text === text))
}
