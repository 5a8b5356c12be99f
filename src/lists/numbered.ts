/**
 * Several values in one cell, counted by their editors: `(1) Uganda (2) Uganda (3)Uganda`, `a) 1955 b) 1956`,
 * `1) Saudi Arabia 2) Qatar`. A mark counts only where it is next in order, so that "(2) Fund" in a name stays.
 */

/** Longest text that is looked into. */
const MAX_LENGTH = 50_000

/** The values, without marks and without "-" for nothing; the text itself where it is not counted. */
export function splitNumbered(text: string): readonly string[] {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH) return [trimmed]
  const kind = /^\(?(?:1|(a))\)/i.exec(trimmed)
  if (!kind) return trimmed === '' || trimmed === '-' ? [] : [trimmed]
  const letters = kind[1] !== undefined
  const parts: string[] = []
  let start = 0
  let next = 1
  for (const mark of trimmed.matchAll(/\(?(\d{1,2}|[a-z])\)/gi)) {
    const before = trimmed[mark.index - 1]
    const free = mark.index === 0 || mark[0].startsWith('(') || before === ' ' || before === '\n'
    const value = letters ? (mark[1] ?? '').toLowerCase().charCodeAt(0) - 96 : Number(mark[1])
    if (!free || value !== next) continue
    if (next > 1) parts.push(trimmed.slice(start, mark.index))
    start = mark.index + mark[0].length
    next++
  }
  parts.push(trimmed.slice(start))
  return parts.map(tidy).filter((part) => !/^(?:-|to|and|)$/i.test(part))
}

function tidy(part: string): string {
  const bare = part.trim()
  return /[;,]$/.test(bare) ? bare.slice(0, -1).trim() : bare
}
