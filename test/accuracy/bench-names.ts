import { writeFileSync } from 'node:fs'
import { compareNames } from '../../src/index.js'
import { prepareName } from '../../src/match/compare.js'
import { indexNames, type NameIndex } from '../../src/match/name-index.js'
import { type Pair, readDisputed, readNames, readPairs, type Single } from './data.js'
import { auc, f1, groupBy, mean, recall, recallAt, type Scored, thresholdAt } from './metrics.js'

/**
 * `npm run bench:names [-- --json FILE] [-- --half dev|test]`: how accurate the matcher is, in one table.
 * Half of the labelled rows (by a hash of their id) is for tuning, the other half for reporting.
 */

const args = process.argv.slice(2)
const option = (name: string) => args[args.indexOf(`--${name}`) + 1 || args.length]
const half = option('half') ?? 'all'
/** The threshold that every set is judged at. */
const THRESHOLD = 0.7

const figures: Record<string, number> = {}
function report(name: string, value: number, digits = 3): void {
  figures[name] = Number(value.toFixed(4))
  console.log(`${name.padEnd(58)} ${value.toFixed(digits)}`)
}

/** FNV-1a, so that the halves are stable and independent of the order of rows. */
function inHalf(pair: { readonly id: string }): boolean {
  if (half === 'all') return true
  let hash = 0x811c9dc5
  for (const letter of pair.id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return hash % 2 === (half === 'dev' ? 0 : 1)
}

const pairs = (file: string) => readPairs(file).filter(inHalf)
const scoreOf = ({ name1, name2, kind }: Pair) => compareNames(name1, name2, kind ? { kind } : {}).score
const scored = (rows: readonly Pair[]): (Scored & { readonly pair: Pair })[] =>
  rows.map((pair) => ({ pair, score: scoreOf(pair), isMatch: pair.isMatch }))

function benchNameBench(): void {
  const disputed = readDisputed()
  const all = scored(pairs('nk_name_bench.csv'))
  const undisputed = all.filter(({ pair }) => !disputed.has(pair.id))
  for (const [name, rows] of [
    ['all', all],
    ['undisputed', undisputed],
  ] as const) {
    if (rows.length === 0) continue
    report(`name_bench ${name} F1 at ${THRESHOLD}`, f1(rows, THRESHOLD))
    report(`name_bench ${name} best F1`, Math.max(...rows.map(({ score }) => f1(rows, score))))
    report(`name_bench ${name} AUC`, auc(rows))
    report(`name_bench ${name} recall at 5 % FPR`, recallAt(rows, 0.05))
  }
}

interface Thresholds {
  readonly one: number
  readonly tenth: number
}

/** Thresholds that let through 1 % and 0.1 % of a clean population, each name against the whole list. */
function populationThresholds(
  name: string,
  population: readonly Single[],
  index: NameIndex<string>,
): Thresholds {
  // A name that is on the list to the letter is no false positive.
  const clean = population.filter((single) => !single.extra.includes('exact_listed_name'))
  const tops = clean.map((single) => {
    const hits = index.search(prepareName(single.name, single.kind), 0.5)
    return hits.reduce((top, hit) => Math.max(top, hit.comparison.score), 0)
  })
  const thresholds = { one: thresholdAt(tops, 0.01), tenth: thresholdAt(tops, 0.001) }
  report(`population ${name}: threshold at 1 % FPR`, thresholds.one)
  report(`population ${name}: threshold at 0.1 % FPR`, thresholds.tenth)
  report(`population ${name}: FPR at ${THRESHOLD} (%)`, 100 * recall(tops, THRESHOLD), 2)
  return thresholds
}

function benchEvasion(kind: 'person' | 'organization', { one, tenth }: Thresholds): void {
  const rows = scored(pairs('evasion.csv').filter((pair) => pair.isMatch && pair.kind === kind))
  const classes = [...groupBy(rows, ({ pair }) => pair.category)].map(([category, group]) => {
    const scores = group.map(({ score }) => score)
    return { category, one: recall(scores, one), tenth: recall(scores, tenth), size: group.length }
  })
  classes.sort((a, b) => a.one - b.one)
  for (const entry of classes) {
    report(`evasion ${kind} ${entry.category} (${entry.size}) at 1 %`, entry.one)
  }
  if (classes.length === 0) return
  report(`evasion ${kind} MEAN recall at 1 % FPR`, mean(classes.map((entry) => entry.one)))
  report(`evasion ${kind} MEAN recall at 0.1 % FPR`, mean(classes.map((entry) => entry.tenth)))
}

function benchScripts(): void {
  const un = scored(pairs('un_original_script.csv'))
  if (un.length > 0) {
    report('UN names in original script, recall at 1 % pair FPR', recallAt(un, 0.01))
    report('UN names in original script, AUC', auc(un))
  }
  const tokens = scored(pairs('translit_ko_zh_ru_ar.csv'))
  for (const [script, group] of groupBy(tokens, ({ pair }) => pair.category.slice(0, 2))) {
    report(`tokens ${script}, recall at 1 % pair FPR`, recallAt(group, 0.01))
    report(`tokens ${script}, AUC`, auc(group))
  }
  const given = scored(pairs('synonames_tokens.csv'))
  for (const [script, group] of groupBy(given, ({ pair }) => pair.script2)) {
    if (group.length >= 20)
      report(`given names in ${script} (${group.length}), recall at ${THRESHOLD}`, share(group))
  }
  const companies = scored(pairs('company_pairs.csv'))
  for (const [category, group] of groupBy(companies, ({ pair }) => pair.category)) {
    if (group.some((row) => row.isMatch))
      report(
        `companies ${category} (${group.length}), recall at ${THRESHOLD}`,
        share(group.filter((row) => row.isMatch)),
      )
    else report(`companies ${category} (${group.length}), FPR at ${THRESHOLD}`, share(group))
  }
}

const share = (rows: readonly Scored[]) =>
  recall(
    rows.map((row) => row.score),
    THRESHOLD,
  )

function benchAliases({ one }: Thresholds, companies: Thresholds): void {
  const ofac = scored(pairs('ofac_aka_positives.csv'))
  for (const [group, rows] of groupBy(ofac, ({ pair }) => `${pair.kind} ${pair.notes.get('band')}`)) {
    const threshold = group.startsWith('organization') ? companies.one : one
    report(
      `OFAC aliases ${group} (${rows.length}) at 1 %`,
      recall(
        rows.map((row) => row.score),
        threshold,
      ),
    )
  }
  const un = scored(pairs('un_alias_positives.csv'))
  for (const [group, rows] of groupBy(un, ({ pair }) => `${pair.kind} ${pair.category}`)) {
    report(
      `UN aliases ${group} (${rows.length}) at 1 %`,
      recall(
        rows.map((row) => row.score),
        one,
      ),
    )
  }
}

function benchRest({ one }: Thresholds): void {
  const nicknames = scored(pairs('nicknames.csv'))
  for (const [category, rows] of groupBy(nicknames, ({ pair }) => pair.category)) {
    if (rows.some((row) => row.isMatch) && rows.some((row) => !row.isMatch))
      report(`nicknames ${category}, AUC`, auc(rows))
    report(`nicknames ${category}, F1 at ${THRESHOLD}`, f1(rows, THRESHOLD))
  }
  const vessels = scored(pairs('vessel_pairs.csv'))
  for (const [category, rows] of groupBy(vessels, ({ pair }) => pair.category)) {
    report(`vessels ${category} (${rows.length}) at ${THRESHOLD}`, share(rows))
  }
  const hard = scored(pairs('ofac_hard_negatives.csv'))
  for (const [category, rows] of groupBy(hard, ({ pair }) => pair.category)) {
    report(`OFAC hard negatives ${category} (${rows.length}), FPR at ${THRESHOLD}`, share(rows))
  }
  const treated = scored(pairs('yente_un_treated.csv'))
  for (const [category, rows] of groupBy(treated, ({ pair }) => pair.category)) {
    report(
      `UN names treated, ${category} (${rows.length}) at 1 %`,
      recall(
        rows.map((row) => row.score),
        one,
      ),
    )
  }
  const watchman = scored(pairs('watchman_expectations.csv'))
  if (watchman.length > 0) report('watchman expectations AUC', auc(watchman))
}

const index = indexNames(
  readNames('list_index_ofac_un.csv').map(({ name, kind }) => ({ name, kind: kind ?? null, ref: name })),
)
benchNameBench()
const persons = populationThresholds('persons, global', readNames('clean_names_global.csv'), index)
const companies = populationThresholds('companies', readNames('clean_companies.csv'), index)
populationThresholds('vessels', readNames('clean_vessels.csv'), index)
benchEvasion('person', persons)
benchEvasion('organization', companies)
benchScripts()
benchAliases(persons, companies)
benchRest(persons)
const json = option('json')
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
