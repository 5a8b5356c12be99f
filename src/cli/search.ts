import { explainEvidence, type Kind } from '../index.js'
import type { Io } from './io.js'
import { indent, plain } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'
import { openScreener } from './screener.js'

const kinds: readonly string[] = ['person', 'organization', 'vessel', 'aircraft']

/** `consignee search NAME`: the listings a name matches, best first. */
export function runSearch(flags: Flags, args: readonly string[], io: Io): number {
  const name = args.join(' ')
  if (name.trim() === '') throw new UsageError('search needs a NAME')
  const kind = text(flags, 'kind')
  if (kind !== undefined && !kinds.includes(kind))
    throw new UsageError(`--kind must be one of ${kinds.join(', ')}`)
  const screener = openScreener(flags, io)
  const matches = screener.search(name, {
    limit: Number(text(flags, 'limit') ?? 10),
    ...(kind === undefined ? {} : { kind: kind as Kind }),
  })
  if (flags.json === true) io.out(`${JSON.stringify(matches, null, 2)}\n`)
  else {
    for (const match of matches) {
      const head = `${match.score.toFixed(2)} ${match.band.padEnd(8)} ${match.listing.list.padEnd(14)} ${match.name.name}`
      io.out(`${plain(head)}\n`)
      io.out(`${indent(`${match.name.type}, ${explainEvidence(match.evidence)}`, 5)}\n`)
    }
    if (matches.length === 0) io.out('No listing matches.\n')
  }
  return matches.length > 0 ? exitCode.review : exitCode.clear
}
