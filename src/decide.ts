import type { Finding } from './model/decision.js'
import type { Outcome } from './model/vocabulary.js'

/** How findings add up. This file is the only place where strictness is ordered. */

const strictness: Record<Outcome, number> = { clear: 0, review: 1, stop: 2 }

/** Lowest and highest risk of each outcome, both inclusive. */
export const riskBands: Record<Outcome, readonly [number, number]> = {
  clear: [0, 19],
  review: [20, 79],
  stop: [80, 100],
}

/**
 * Outcome and risk of a set of findings.
 *
 * The strictest finding decides the outcome. The risk joins the points of all findings as independent chances,
 * `100 × (1 − Π (1 − points ÷ 100))`, and is then held inside the band of the outcome, so that a number never
 * contradicts the word. Adding a finding lowers neither.
 */
export function decide(findings: readonly Finding[]): { readonly outcome: Outcome; readonly risk: number } {
  let outcome: Outcome = 'clear'
  let safe = 1
  for (const finding of findings) {
    if (strictness[finding.outcome] > strictness[outcome]) outcome = finding.outcome
    safe *= 1 - finding.points / 100
  }
  const [low, high] = riskBands[outcome]
  const risk = Math.min(high, Math.max(low, Math.round(100 * (1 - safe))))
  return { outcome, risk }
}

/** Findings in the order in which they are shown: strictest first, then most points, then as found. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => strictness[b.outcome] - strictness[a.outcome] || b.points - a.points)
}
