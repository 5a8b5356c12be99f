import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Kind } from '../../src/index.js'

/** The labelled names and clean populations of ../shared/bench, or the small invented set of the project. */

const shared = resolve('../shared/bench/names')
const invented = resolve('test/accuracy/fixtures')

/** Whether the shared data is there. */
export const hasShared = existsSync(shared)

/** One labelled pair. */
export interface Pair {
  readonly id: string
  readonly kind: Kind | undefined
  readonly script1: string
  readonly script2: string
  readonly name1: string
  readonly name2: string
  readonly isMatch: boolean
  readonly category: string
  readonly notes: ReadonlyMap<string, string>
}

/** One name of a population. */
export interface Single {
  readonly kind: Kind | undefined
  readonly script: string
  readonly name: string
  readonly extra: string
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['person', 'person'],
  ['company', 'organization'],
  ['organization', 'organization'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])

function rows(file: string): Record<string, string>[] {
  const path = resolve(hasShared ? shared : invented, file)
  if (!existsSync(path)) return []
  return parse(readFileSync(path), { columns: true, relax_column_count: true })
}

/** Labelled pairs of a file; empty where the file is absent. */
export function readPairs(file: string): Pair[] {
  return rows(file).map((row) => ({
    id: row.id ?? '',
    kind: kinds.get(row.kind ?? ''),
    script1: row.script1 ?? '',
    script2: row.script2 ?? '',
    name1: row.name1 ?? '',
    name2: row.name2 ?? '',
    isMatch: row.is_match === 'true',
    category: row.category ?? '',
    notes: new Map((row.notes ?? '').split(';').map((note) => note.split('=', 2) as [string, string])),
  }))
}

/** Names of a population; empty where the file is absent. */
export function readNames(file: string): Single[] {
  return rows(file).map((row) => ({
    kind: kinds.get(row.kind ?? ''),
    script: row.script ?? '',
    name: row.name ?? '',
    extra: row.extra ?? '',
  }))
}

/** Ids of the rows whose label a careful reader would dispute. */
export function readDisputed(): ReadonlySet<string> {
  return new Set(rows('nk_name_bench_disputed.csv').map((row) => row.id ?? ''))
}
