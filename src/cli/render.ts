import {
  type Decision,
  explain,
  explainAlso,
  type Finding,
  type ListedPartyFinding,
  type Outcome,
} from '../index.js'
import type { Io } from './io.js'

/** Human output: aligned, at most 80 columns, colored only where the terminal allows. */

const WIDTH = 80
const colors: Record<Outcome, number> = { clear: 32, review: 33, stop: 31 }

/** Control characters from outside never reach the terminal. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
}

/** Wraps text at words; following lines are indented. */
export function wrap(text: string, indent = '', width = WIDTH): string {
  const lines: string[] = []
  let line = ''
  for (const word of plain(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** Wraps text that begins in a column; following lines begin two columns further on. */
export function indent(text: string, column: number): string {
  const space = ' '.repeat(column)
  return `${space}${wrap(text, `${space}  `, WIDTH - column)}`
}

/** A decision as text. Entries of one party on several lists stand together under the strictest of them. */
export function renderDecision(decision: Decision, io: Io): string {
  const [opening, ...sentences] = explain(decision)
  const basis = sentences.pop() ?? ''
  const lines = [paint(wrap(opening ?? ''), decision.outcome, io)]
  const shown = new Set<Finding>()
  decision.findings.forEach((finding, i) => {
    if (shown.has(finding)) return
    const mark = finding.outcome !== 'clear' ? finding.outcome.padEnd(6) : 'note  '
    lines.push('', wrap(`${mark}  ${sentences[i] ?? ''}`, ' '.repeat(8)))
    for (const other of othersOf(finding, decision.findings)) {
      if (shown.has(other)) continue
      shown.add(other)
      lines.push(indent(`also on ${other.match.listing.list}: ${explainAlso(other)}`, 8))
    }
  })
  return [...lines, '', wrap(basis), ''].join('\n')
}

/** The findings for the same party of the transaction that are the same listed party. */
function othersOf(finding: Finding, findings: readonly Finding[]): ListedPartyFinding[] {
  if (finding.code !== 'listed-party') return []
  const same = new Set(finding.match.sameParty?.map(({ list, id }) => `${list} ${id}`))
  return findings.filter(
    (other): other is ListedPartyFinding =>
      other !== finding &&
      other.code === 'listed-party' &&
      other.party.index === finding.party.index &&
      same.has(`${other.match.listing.list} ${other.match.listing.id}`),
  )
}

function paint(text: string, outcome: Outcome, io: Io): string {
  return io.color ? `\u001b[${colors[outcome]};1m${text}\u001b[0m` : text
}

/** Rows as a table with aligned columns; the last column is left as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, plain(cell).length)
    })
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? plain(cell) : plain(cell).padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
