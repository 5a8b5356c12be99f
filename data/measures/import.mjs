/**
 * Builds data/measures/*.json from the researched facts.
 * Usage: node data/measures/import.mjs FACTS_FOLDER
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const facts = process.argv[2]
const here = import.meta.dirname
const AS_OF = '2026-11-23'

/**
 * US rows end on the day of repeal (half-open already), except these, whose last day is the last day in force:
 * the act that ended them took effect on the next day, or a license ran through that day.
 */
const lastDayInForce = new Set([
  'us-cy-itar',
  'us-ru-gl133-134-2026',
  'us-ru-gl135-2026',
  'us-sl-diamonds',
  'us-sy-cbw-2013',
  'us-sy-eo13338',
  'us-sy-eo13572',
  'us-sy-gl25',
  'us-sy-itar',
])

/** Parts of Ukraine outside government control: no code can tell where the line runs. */
const partial = new Set(['UA-14', 'UA-09', 'UA-65', 'UA-23'])

/** The US orders on Crimea cover Sevastopol, a territory of its own in the tables. */
const widened = { 'us-ua43-ear': ['UA-43', 'UA-40'], 'us-ua43-ofac': ['UA-43', 'UA-40'] }
/** The facts write Yugoslavia YU; the former state's code is ISO 3166-3. */
const recoded = { YU: 'YUCS' }

const destinationsOf = (row) =>
  widened[row.id] ?? (row.destination === '*' ? [] : [recoded[row.destination] ?? row.destination])

const usAuthority = {
  EAR: 'BIS',
  OFAC: 'OFAC',
  ITAR: 'US Department of State (DDTC)',
  SST: 'US Department of State',
  State: 'US Department of State',
  FinCEN: 'FinCEN',
}
const authority = { UN: 'UN Security Council', EU: 'EU Council', GB: 'UK Government', OSCE: 'OSCE' }
const usFile = {
  EAR: 'us-bis',
  OFAC: 'us-ofac',
  ITAR: 'us-state',
  SST: 'us-state',
  State: 'us-state',
  FinCEN: 'us-fincen',
}

const spelling = [
  [/licen[c]e/g, 'license'],
  [/Licen[c]e/g, 'License'],
  [/LICENCE/g, 'LICENSE'],
  [/programme/g, 'program'],
  [/Programme/g, 'Program'],
  [/efence/g, 'efense'],
  [/authoris/g, 'authoriz'],
  [/Authoris/g, 'Authoriz'],
  [/organis/g, 'organiz'],
  [/Organis/g, 'Organiz'],
  [/recognis/g, 'recogniz'],
  [/labour/g, 'labor'],
  [/armour/g, 'armor'],
  [/Armour/g, 'Armor'],
  [/vapour/g, 'vapor'],
  [/jewellery/g, 'jewelry'],
  [/Jewellery/g, 'Jewelry'],
  [/aluminium/g, 'aluminum'],
  [/Aluminium/g, 'Aluminum'],
  [/colour/g, 'color'],
  [/\bcheque/g, 'check'],
  [/favour/g, 'favor'],
  [/neighbour/g, 'neighbor'],
  [/metres/g, 'meters'],
  [/tonnes/g, 'tons'],
]
const us = (text) => spelling.reduce((out, [from, to]) => out.replace(from, to), text)

function nextDay(day) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

const precision = (word) =>
  word === undefined || word === 'day' ? 'day' : ['month', 'year'].includes(word) ? word : 'unknown'

/** Effect by kind and words of the row; see data/README.md. */
function effectOf(row) {
  const words = `${row.summary} ${row.licensePolicy ?? ''}`.toLowerCase()
  switch (row.kind) {
    case 'comprehensive-embargo':
      return 'prohibited'
    case 'near-embargo':
    case 'policy-of-denial':
      return row.regime === 'EAR' ? 'license-required' : 'prohibited'
    case 'arms-embargo':
    case 'import-ban':
      return 'prohibited'
    case 'sectoral':
    case 'dual-use':
    case 'luxury-goods':
    case 'military-end-use':
    case 'transport':
      return row.regime === 'EAR' || /licen[cs]e|authori[sz]ation|permit/.test(words)
        ? 'license-required'
        : 'prohibited'
    default:
      return 'caution'
  }
}

function noteOf(row) {
  const notes = row.note ? [row.note] : []
  if (row.verifiedParts?.length) notes.push(`verified in part: ${row.verifiedParts.join('; ')}`)
  if (row.verifiedFrom === false) notes.push('first day not verified')
  if (row.verifiedTo === false) notes.push('last day not verified')
  if (row.sourceQuality) notes.push(`source quality: ${row.sourceQuality}`)
  return notes.length > 0 ? { note: us(notes.join('. ')) } : {}
}

function toMeasure(row) {
  const inclusive = row.jurisdiction !== 'US' || lastDayInForce.has(row.id)
  const sources = [row.source, ...(Array.isArray(row.sourceExtra) ? row.sourceExtra : [row.sourceExtra])]
  return {
    id: row.id,
    jurisdiction: row.jurisdiction,
    authority:
      row.jurisdiction === 'US'
        ? usAuthority[row.regime]
        : (authority[row.jurisdiction] ?? `Government of ${row.jurisdiction}`),
    regime: us(row.regime),
    kind: row.kind,
    effect: effectOf(row),
    // A row for every destination (`*`) is a rule about goods: it names no place.
    scope: {
      destinations: destinationsOf(row),
      ...(partial.has(row.destination) ? { partial: true } : {}),
    },
    summary: us(row.summary),
    period: { from: row.from, until: row.to === null ? null : inclusive ? nextDay(row.to) : row.to },
    precision: { from: precision(row.fromPrecision), until: precision(row.toPrecision) },
    exceptions: row.exceptions.map(us),
    licensePolicy: row.licensePolicy && row.licensePolicy !== '—' ? us(row.licensePolicy) : null,
    citation: us(row.citation),
    sources: sources.filter(Boolean).flatMap((text) => text.split(/; (?=http|github)/)),
    verified: row.verified,
    ...noteOf(row),
  }
}

const read = (name) => JSON.parse(readFileSync(join(facts, name), 'utf8'))
const files = new Map()
for (const row of [...read('us-embargoes.json'), ...read('intl-embargoes.json')]) {
  const name = row.jurisdiction === 'US' ? usFile[row.regime] : row.jurisdiction.toLowerCase()
  const rows = files.get(name) ?? []
  rows.push(toMeasure(row))
  files.set(name, rows)
}
for (const old of readdirSync(here)) if (old.endsWith('.json')) rmSync(join(here, old))
for (const [name, rows] of files) {
  rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(join(here, `${name}.json`), `{"asOf":"${AS_OF}","measures":[\n${lines}\n]}\n`)
}
