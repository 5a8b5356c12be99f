import type { LoneToken, TokenPair } from '../model/match.js'
import type { Token } from '../text/name.js'
import type { Run } from './runs.js'
import { compareTokens, type Likeness, type Word } from './token.js'

/**
 * Alignment of two names. All pairs that agree at all are sorted by what they contribute and taken greedily, each
 * token once. Words that were split or glued ("Glo com", "panasia") enter as pairs of two neighbors against one.
 * With a handful of tokens on a side, greedy choice and the optimal assignment differ only where scores tie, and
 * the order of taking is fixed, so the answer is deterministic.
 */

interface Proposal {
  /** First token on each side, and how many tokens are used there (1 to 3). */
  readonly q: number
  readonly qCount: number
  readonly l: number
  readonly lCount: number
  readonly likeness: Likeness
  readonly weight: number
}

/** The tokens of two names, paired. */
export interface Alignment {
  readonly pairs: readonly TokenPair[]
  readonly queryOnly: readonly LoneToken[]
  readonly listedOnly: readonly LoneToken[]
}

/** The runs of bound words of both names. */
export interface RunsOfBoth {
  readonly query: readonly Run[]
  readonly listed: readonly Run[]
}

const noRuns: RunsOfBoth = { query: [], listed: [] }

/** How a word of the query and a word of the listed name agree; an index knows it without comparing again. */
export type CompareWords = (query: Word, listed: Word) => Likeness | null

/** Aligns the words of a query with the words of a listed name. */
export function align(
  query: readonly Word[],
  listed: readonly Word[],
  runs: RunsOfBoth = noRuns,
  compare: CompareWords = compareTokens,
): Alignment {
  const proposals = [
    ...single(query, listed, compare),
    ...joined(query, listed),
    ...bound(query, listed, runs, compare),
  ]
  proposals.sort(
    (a, b) => b.weight * b.likeness.similarity - a.weight * a.likeness.similarity || a.q - b.q || a.l - b.l,
  )
  const usedQuery = new Array<boolean>(query.length).fill(false)
  const usedListed = new Array<boolean>(listed.length).fill(false)
  const pairs: { q: number; pair: TokenPair }[] = []
  for (const proposal of proposals) {
    const { q, qCount, l, lCount } = proposal
    if (isUsed(usedQuery, q, qCount) || isUsed(usedListed, l, lCount)) continue
    usedQuery.fill(true, q, q + qCount)
    usedListed.fill(true, l, l + lCount)
    pairs.push({ q, pair: toPair(query, listed, proposal) })
  }
  pairs.sort((a, b) => a.q - b.q)
  return {
    pairs: pairs.map(({ pair }) => pair),
    queryOnly: lone(query, usedQuery),
    listedOnly: lone(listed, usedListed),
  }
}

function single(query: readonly Word[], listed: readonly Word[], compare: CompareWords): Proposal[] {
  const proposals: Proposal[] = []
  for (let q = 0; q < query.length; q++) {
    const a = query[q]!
    for (let l = 0; l < listed.length; l++) {
      const b = listed[l]!
      const likeness = compare(a, b)
      if (!likeness) continue
      proposals.push({ q, qCount: 1, l, lCount: 1, likeness, weight: pairWeight(likeness, a, b) })
    }
  }
  return proposals
}

/** The mean of both; an initial counts as the name it may stand for, a legal form as no more than that. */
function pairWeight({ agreement }: Likeness, a: Word, b: Word): number {
  if (agreement === 'initial') return Math.max(a.weight, b.weight)
  return agreement === 'class' ? Math.min(a.weight, b.weight) : (a.weight + b.weight) / 2
}

/** Words written together on one side. */
export const glued: Likeness = { similarity: 0.96, agreement: 'joined' }

/** Two neighbors on one side against one token on the other, equal when written together. */
function joined(query: readonly Word[], listed: readonly Word[]): Proposal[] {
  const proposals: Proposal[] = []
  for (let q = 0; q + 1 < query.length; q++) {
    const pair = joinWords(query[q]!, query[q + 1]!)
    if (!pair) continue
    listed.forEach((word, l) => {
      if (word.token.role !== 'word' || !word.forms.includes(pair)) return
      proposals.push({ q, qCount: 2, l, lCount: 1, likeness: glued, weight: word.weight })
    })
  }
  for (let l = 0; l + 1 < listed.length; l++) {
    const pair = joinWords(listed[l]!, listed[l + 1]!)
    if (!pair) continue
    query.forEach((word, q) => {
      if (word.token.role !== 'word' || !word.forms.includes(pair)) return
      proposals.push({ q, qCount: 1, l, lCount: 2, likeness: glued, weight: word.weight })
    })
  }
  return proposals
}

/** Runs of bound words on one side against single words on the other. */
function bound(
  query: readonly Word[],
  listed: readonly Word[],
  runs: RunsOfBoth,
  compare: CompareWords,
): Proposal[] {
  const proposals: Proposal[] = []
  for (const run of runs.query) {
    listed.forEach((word, l) => {
      const likeness = word.token.role === 'word' ? asJoined(compare(run.word, word)) : null
      if (likeness)
        proposals.push({ q: run.start, qCount: run.count, l, lCount: 1, likeness, weight: word.weight })
    })
  }
  for (const run of runs.listed) {
    query.forEach((word, q) => {
      const likeness = word.token.role === 'word' ? asJoined(compare(word, run.word)) : null
      if (likeness)
        proposals.push({ q, qCount: 1, l: run.start, lCount: run.count, likeness, weight: word.weight })
    })
  }
  return proposals
}

/** A run stands for one word; agreement as good as equal is still a joint that was written otherwise. */
function asJoined(likeness: Likeness | null): Likeness | null {
  return likeness && { similarity: Math.min(likeness.similarity, glued.similarity), agreement: 'joined' }
}

/** Two neighboring tokens written as one, or null where joining says nothing (legal forms, titles). */
export function joinWords(a: Word, b: Word): string | null {
  return isJoinable(a.token) && isJoinable(b.token) ? a.token.text + b.token.text : null
}

/** Whether a token may be one of two that are written as one. */
export function isJoinable(token: Token): boolean {
  return token.role !== 'legal-form' && token.role !== 'title'
}

function isUsed(used: readonly boolean[], start: number, count: number): boolean {
  return used.slice(start, start + count).includes(true)
}

function toPair(query: readonly Word[], listed: readonly Word[], proposal: Proposal): TokenPair {
  const { q, qCount, l, lCount, likeness, weight } = proposal
  return {
    query: textOf(query, q, qCount),
    listed: textOf(listed, l, lCount),
    agreement: likeness.agreement,
    similarity: round(likeness.similarity),
    weight: round(weight),
  }
}

function textOf(words: readonly Word[], start: number, count: number): string {
  return words
    .slice(start, start + count)
    .map((word) => word.token.text)
    .join(' ')
}

function lone(words: readonly Word[], used: readonly boolean[]): LoneToken[] {
  return words
    .filter((_, i) => !used[i])
    .map((word) => ({ token: word.token.text, weight: round(word.alone) }))
}

/** Four decimals: what is printed is what is added up. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
