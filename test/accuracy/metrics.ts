/** Figures of merit for scored pairs and populations. Pure functions. */

/** A scored pair with its label. */
export interface Scored {
  readonly score: number
  readonly isMatch: boolean
}

/** Area under the ROC curve: the chance that a match scores higher than a non-match, ties counted half. */
export function auc(pairs: readonly Scored[]): number {
  const sorted = [...pairs].sort((a, b) => a.score - b.score)
  let rankSum = 0
  for (let i = 0; i < sorted.length; ) {
    let j = i
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) j++
    const rank = (i + 1 + j) / 2
    for (; i < j; i++) if (sorted[i]!.isMatch) rankSum += rank
  }
  const matches = pairs.filter((pair) => pair.isMatch).length
  const others = pairs.length - matches
  return matches === 0 || others === 0
    ? Number.NaN
    : (rankSum - (matches * (matches + 1)) / 2) / (matches * others)
}

/** F1 at a threshold. */
export function f1(pairs: readonly Scored[], threshold: number): number {
  let hit = 0
  let raised = 0
  let matches = 0
  for (const { score, isMatch } of pairs) {
    if (score >= threshold) raised++
    if (isMatch) matches++
    if (isMatch && score >= threshold) hit++
  }
  return (2 * hit) / (raised + matches)
}

/** The lowest threshold at which at most `rate` of the scores reach it. */
export function thresholdAt(scores: readonly number[], rate: number): number {
  const sorted = [...scores].sort((a, b) => b - a)
  const allowed = Math.floor(sorted.length * rate)
  const first = sorted[allowed]
  return first === undefined ? 0 : first + 1e-9
}

/** Share of scores that reach the threshold. */
export function recall(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score >= threshold).length / scores.length
}

/** Recall of the matches at the threshold that lets through `rate` of the non-matches. */
export function recallAt(pairs: readonly Scored[], rate: number): number {
  const others = pairs.filter((pair) => !pair.isMatch).map((pair) => pair.score)
  const matches = pairs.filter((pair) => pair.isMatch).map((pair) => pair.score)
  return recall(matches, thresholdAt(others, rate))
}

/** Groups rows by a key, in order of first appearance. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const name = key(row)
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return groups
}

/** Arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
