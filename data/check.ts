/**
 * Proves that the facts hold together: `npm run data:check`. Rows follow their schemas and cite an act, territories are
 * known, nothing contradicts anything else, and, where the researched facts lie beside the project, the importers make
 * the same bytes again. Prints each problem and ends with 1 when there is one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedGroups, embeddedMeasures } from '../src/measures/embedded.js'
import { type Measure, measureSchema } from '../src/model/measure.js'
import { type Group, groupSchema, type Membership, membershipSchema } from '../src/model/membership.js'
import type { Period } from '../src/model/vocabulary.js'
import { territories } from '../src/places/territories.js'
import declared from './declared-overlaps.json' with { type: 'json' }

/** What is checked. */
export interface Facts {
  readonly measures: readonly Measure[]
  readonly groups: readonly Group[]
  readonly memberships: readonly Membership[]
  /** Codes of all territories. */
  readonly territories: ReadonlySet<string>
  /** Pairs of ids whose overlap is no contradiction. */
  readonly overlaps: readonly (readonly string[])[]
}

/** The facts that ship with the package. YU is the code that Yugoslavia had in its time. */
export const shipped: Facts = {
  measures: embeddedMeasures,
  ...embeddedGroups,
  territories: new Set([...territories.map((territory) => territory.code), 'YU']),
  overlaps: declared.overlaps.map((overlap) => overlap.rows),
}

/** Everything that is wrong with the facts, one sentence each; empty when they hold together. */
export function problemsOf(facts: Facts): string[] {
  return [
    ...facts.measures.flatMap((row) => faultsOf(row, measureSchema, row.scope?.destinations ?? [], facts)),
    ...facts.memberships.flatMap((row) => faultsOf(row, membershipSchema, [row.territory], facts)),
    ...facts.groups.flatMap((row) => schemaFaults(row, groupSchema)),
    ...repeatedIds([...facts.measures, ...facts.memberships]),
    ...contradictions(facts),
    ...doubleMemberships(facts.memberships),
  ]
}

interface Row {
  readonly id: string
  readonly period: Period
  readonly citation: string
  readonly sources: readonly string[]
  readonly verified: boolean
  readonly note?: string | undefined
}

/** What every schema has; enough to check a row. */
interface Schema {
  safeParse(row: unknown): {
    success: boolean
    error?: { issues: readonly { message: string; path: PropertyKey[] }[] }
  }
}

function schemaFaults(row: { readonly id: string }, schema: Schema): string[] {
  const { error } = schema.safeParse(row)
  return (error?.issues ?? []).map(({ path, message }) => `${row.id}: ${path.join('.')}: ${message}`)
}

function faultsOf(row: Row, schema: Schema, places: readonly string[], facts: Facts): string[] {
  const faults = schemaFaults(row, schema)
  if (faults.length > 0) return faults
  const { from, until } = row.period
  return [
    row.citation.trim() === '' && 'no citation',
    row.sources.length === 0 && 'no source',
    row.sources.some((source) => source.trim() === '') && 'an empty source',
    from !== null && until !== null && until <= from && `ends on ${until}, begins on ${from}`,
    ...places.map((code) => !facts.territories.has(code) && `territory ${code} is not in the table`),
  ].flatMap((fault) => (fault ? [`${row.id}: ${fault}`] : []))
}

function repeatedIds(rows: readonly { readonly id: string }[]): string[] {
  const repeated = Object.entries(groupBy(rows, (row) => row.id)).filter(([, same]) => same.length > 1)
  return repeated.map(([id]) => `${id}: the id is given twice`)
}

/** Rows of one authority, kind and scope that hold at the same time with different effects. */
function contradictions({ measures, overlaps }: Facts): string[] {
  const declared = new Map(overlaps.map((rows) => [[...rows].sort().join(' '), false]))
  const problems: string[] = []
  const byScope = Object.values(
    groupBy(measures, ({ authority, kind, scope }) => JSON.stringify([authority, kind, scope])),
  )
  for (const rows of byScope) {
    rows.forEach((a, i) => {
      for (const b of rows.slice(i + 1)) {
        if (a.effect === b.effect || !overlap(a.period, b.period)) continue
        const pair = [a.id, b.id].sort().join(' ')
        if (declared.has(pair)) declared.set(pair, true)
        else problems.push(`${a.id} (${a.effect}) and ${b.id} (${b.effect}) hold at the same time`)
      }
    })
  }
  const stale = [...declared].flatMap(([pair, met]) => (met ? [] : [`${pair}: declared, but do not overlap`]))
  return [...problems, ...stale]
}

/** A territory is in a group once at a time. */
function doubleMemberships(memberships: readonly Membership[]): string[] {
  return Object.values(groupBy(memberships, ({ group, territory }) => `${group} ${territory}`)).flatMap(
    (rows) =>
      rows.flatMap((a, i) =>
        rows
          .slice(i + 1)
          .flatMap((b) => (overlap(a.period, b.period) ? [`${a.id} and ${b.id} overlap`] : [])),
      ),
  )
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, T[]> {
  const found: Record<string, T[]> = Object.create(null)
  for (const row of rows) {
    const key = keyOf(row)
    found[key] = [...(found[key] ?? []), row]
  }
  return found
}

function overlap(a: Period, b: Period): boolean {
  return (
    (a.from === null || b.until === null || a.from < b.until) &&
    (b.from === null || a.until === null || b.from < a.until)
  )
}

const data = fileURLToPath(new URL('.', import.meta.url))

/** Where the researched facts lie, when they lie beside the project. */
export const factsFolder = join(data, '../../shared/facts')

/** Files that their importer does not make again byte for byte. */
export function changedFiles(facts: string): string[] {
  const made = mkdtempSync(join(tmpdir(), 'facts-'))
  try {
    for (const room of ['measures', 'parties', 'groups', 'places']) mkdirSync(join(made, room))
    const run = (room: string, input: string, output: string) =>
      execFileSync(process.execPath, [join(data, room, 'import.mjs'), input, join(made, room, output)])
    run('measures', facts, '')
    run('parties', facts, '')
    run('groups', facts, 'us.json')
    run('places', join(facts, 'countries.json'), 'territories.json')
    return readdirSync(made).flatMap((room) => filesThatDiffer(room, made))
  } finally {
    rmSync(made, { recursive: true })
  }
}

function filesThatDiffer(room: string, made: string): string[] {
  const namesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'))
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)
  return [...new Set([...namesIn(join(data, room)), ...namesIn(join(made, room))])]
    .map((name) => join(room, name))
    .filter((path) => read(join(data, path)) !== read(join(made, path)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = problemsOf(shipped)
  const imported = existsSync(factsFolder)
  if (imported)
    problems.push(...changedFiles(factsFolder).map((file) => `${file}: differs from what its importer makes`))
  for (const problem of problems) console.error(problem)
  const counts = `${shipped.measures.length} measures, ${shipped.memberships.length} memberships, ${territories.length} territories`
  console.log(`${counts}; importers ${imported ? 'run again' : 'not run: the researched facts are not here'}`)
  console.log(problems.length === 0 ? 'data: in order' : `data: ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
