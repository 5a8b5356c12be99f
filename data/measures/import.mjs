/**
 * Builds data/measures/*.json from the researched facts.
 * Usage: node data/measures/import.mjs FACTS_FOLDER [OUTPUT_FOLDER]
 * Reads us-embargoes.json, intl-embargoes.json and the rules on ownership in us-items.json. The result depends on the facts and on judgments.mjs alone.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  additions,
  destinations,
  effects,
  lastDayInForce,
  notes,
  partialCodes,
  partialRows,
  reliefs,
  renewedTo,
  summaries,
} from './judgments.mjs'

const [, , factsFolder, output = import.meta.dirname] = process.argv
const AS_OF = '2026-11-23'
const SOURCE =
  'researched facts: each row names its act (citation) and where it was read (sources); verified tells whether dates and scope were seen there'

/** File and authority by body of US law. */
const usLaw = {
  EAR: ['us-bis', 'BIS'],
  OFAC: ['us-ofac', 'OFAC'],
  ITAR: ['us-state', 'US Department of State (DDTC)'],
  SST: ['us-state', 'US Department of State'],
  State: ['us-state', 'US Department of State'],
  FinCEN: ['us-fincen', 'FinCEN'],
}

const authorities = {
  AU: 'Australian Government (DFAT)',
  CA: 'Government of Canada (Global Affairs)',
  CH: 'Swiss Federal Council (SECO)',
  CN: 'Government of China (MOFCOM)',
  EU: 'EU Council',
  GB: 'UK Government',
  JP: 'Government of Japan (METI)',
  KR: 'Government of South Korea',
  LI: 'Government of Liechtenstein',
  NO: 'Government of Norway',
  NZ: 'Government of New Zealand',
  OSCE: 'OSCE',
  PH: 'Government of the Philippines',
  RU: 'Government of Russia',
  SG: 'Government of Singapore',
  TW: 'Government of Taiwan',
  UA: 'Government of Ukraine',
  UN: 'UN Security Council',
}

/** Effect by kind; see data/README.md. */
const effectByKind = {
  'comprehensive-embargo': 'prohibited',
  'near-embargo': 'license-required',
  'policy-of-denial': 'license-required',
  'arms-embargo': 'prohibited',
  sectoral: 'prohibited',
  'dual-use': 'prohibited',
  'luxury-goods': 'prohibited',
  'military-end-use': 'prohibited',
  transport: 'prohibited',
  'import-ban': 'prohibited',
  financial: 'caution',
  other: 'caution',
}

/** Kinds that the EAR, and State under the CBW Act, carry out by requiring a license for goods. */
const licensedKinds = new Set(['sectoral', 'dual-use', 'luxury-goods', 'military-end-use'])

/** British to US spelling, by parts of words; acts and citations keep their own. */
const spelling = [
  ['aluminium', 'aluminum'],
  ['armour', 'armor'],
  ['authoris', 'authoriz'],
  ['defence', 'defense'],
  ['destabilis', 'destabiliz'],
  ['favour', 'favor'],
  ['fertilis', 'fertiliz'],
  ['jewellery', 'jewelry'],
  ['licence', 'license'],
  ['neighbour', 'neighbor'],
  ['organis', 'organiz'],
  ['programme', 'program'],
]

/** The researcher's shorthand in plain words. */
const plain = [
  ['own knowledge of the date', 'date not confirmed by a source'],
  ['own knowledge', 'not confirmed by a source'],
  ['not re-found', 'not found in a source'],
  ['The OpenSanctions summary', 'A third-party summary'],
]

const capital = (word) => word[0].toUpperCase() + word.slice(1)

function reword(text) {
  const capitals = spelling.map((pair) => pair.map(capital))
  return [...plain, ...spelling, ...capitals].reduce((out, [from, to]) => out.replaceAll(from, to), text)
}

function nextDay(day) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** Half-open: outside the US, `to` is the last day in force; in US rows the day of repeal, with named exceptions. */
function untilOf({ id, jurisdiction, to }) {
  if (to === null) return null
  return jurisdiction !== 'US' || Object.hasOwn(lastDayInForce, id) ? nextDay(to) : to
}

function precisionOf(word = 'day') {
  return ['day', 'month', 'year'].includes(word) ? word : 'unknown'
}

function effectOf({ id, jurisdiction, regime, kind }) {
  if (Object.hasOwn(effects, id)) return effects[id]
  const licensed =
    jurisdiction === 'US' && (regime === 'EAR' || regime === 'State') && licensedKinds.has(kind)
  return licensed ? 'license-required' : effectByKind[kind]
}

function scopeOf({ id, destination, lists }) {
  const partial = partialCodes.has(destination) || partialRows.has(id)
  return {
    destinations: destination === '*' ? [] : (destinations[id] ?? [destination]),
    ...(partial ? { partial: true } : {}),
    ...(lists ? { lists } : {}),
  }
}

const partWords = {
  from: 'first day',
  to: 'last day',
  'from (year)': 'year of the first day',
  end: 'last day',
}

function noteOf(row) {
  const sentences = [
    notes[row.id],
    row.note,
    renewedTo[row.id] &&
      `Has to be renewed: the last renewal seen runs to ${renewedTo[row.id]}; no end is recorded, so ask again after that`,
    row.verifiedParts &&
      `Verified only: ${row.verifiedParts.map((part) => partWords[part] ?? part).join('; ')}`,
    row.verifiedFrom === false && 'First day not verified',
    row.verifiedTo === false && 'Last day not verified',
    row.sourceQuality === 'secondary' && 'Read in secondary sources only',
    partialRows.has(row.id) && 'Holds in a part of the territory only: the place has to be checked',
    partialCodes.has(row.destination) &&
      'Holds only outside the control of the Government of Ukraine: the place has to be checked',
  ].filter(Boolean)
  if (sentences.length === 0) return {}
  const whole = sentences.map(capital).join('. ')
  return { note: reword(whole.endsWith('.') ? whole : `${whole}.`) }
}

/** Sources are joined by semicolons; those inside brackets belong to a remark. */
function splitSources(text) {
  return text.split(/; (?![^()]*\))/)
}

function toMeasure(row) {
  const policy = row.licensePolicy ?? '—'
  return {
    id: row.id,
    jurisdiction: row.jurisdiction,
    authority: row.jurisdiction === 'US' ? usLaw[row.regime][1] : authorities[row.jurisdiction],
    regime: row.regime,
    kind: row.kind,
    effect: effectOf(row),
    scope: scopeOf(row),
    ...(reliefs.has(row.id) ? { relief: true } : {}),
    summary: reword(summaries[row.id] ?? row.summary),
    period: { from: row.from, until: untilOf(row) },
    precision: { from: precisionOf(row.fromPrecision), until: precisionOf(row.toPrecision) },
    exceptions: row.exceptions.map(reword),
    licensePolicy: policy === '—' ? null : reword(policy),
    citation: row.citation,
    sources: [row.source, row.sourceExtra].filter(Boolean).flatMap(splitSources),
    verified: row.verified,
    ...noteOf(row),
  }
}

function write(name, measures) {
  measures.sort((a, b) => (a.id < b.id ? -1 : 1))
  const lines = measures.map((measure) => `    ${JSON.stringify(measure)}`).join(',\n')
  const head = `  "source": ${JSON.stringify(SOURCE)},\n  "asOf": "${AS_OF}",\n`
  writeFileSync(join(output, `${name}.json`), `{\n${head}  "measures": [\n${lines}\n  ]\n}\n`)
}

const read = (name) => JSON.parse(readFileSync(join(factsFolder, name), 'utf8'))
const facts = [...read('us-embargoes.json'), ...read('intl-embargoes.json')]
const bases = new Map([...facts, ...read('us-items.json').ownershipRules].map((row) => [row.id, row]))
const rows = [
  ...facts,
  ...additions.map(({ of, ...own }) => {
    if (!bases.has(of)) throw new Error(`judgments.mjs: no row ${of}`)
    return { ...bases.get(of), ...own }
  }),
]

const known = new Set(rows.map((row) => row.id))
const decided = [
  ...[lastDayInForce, effects, destinations, renewedTo, notes, summaries].flatMap((table) =>
    Object.keys(table),
  ),
  ...partialRows,
  ...reliefs,
]
for (const id of decided) if (!known.has(id)) throw new Error(`judgments.mjs: no row ${id}`)

const files = new Map()
for (const row of rows) {
  const name = row.jurisdiction === 'US' ? usLaw[row.regime][0] : row.jurisdiction.toLowerCase()
  files.set(name, [...(files.get(name) ?? []), toMeasure(row)])
}
for (const old of readdirSync(output)) if (old.endsWith('.json')) rmSync(join(output, old))
for (const [name, measures] of files) write(name, measures)
