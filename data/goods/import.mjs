/**
 * Builds data/goods/*.json from the researched facts (headings.json is kept by hand).
 * Usage: node data/goods/import.mjs FACTS_FOLDER [OUTPUT_FOLDER]
 * The result depends on the facts and on judgments.mjs alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { earRules, euMembers, hsBans, moreFlags, supersededHubs } from './judgments.mjs'
import { luxuryLists } from './luxury.mjs'
import { nextDay, reword } from './wording.mjs'

const [, , factsFolder, output = import.meta.dirname] = process.argv
const AS_OF = '2026-11-23'
const read = (name) => JSON.parse(readFileSync(join(factsFolder, name), 'utf8'))
const items = read('us-items.json')
const measures = new Map(
  [...read('us-embargoes.json'), ...read('intl-embargoes.json')].map((row) => [row.id, row]),
)

/** Head fields, then one row a line. */
function write(name, head, rows) {
  const fields = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  )
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(join(output, `${name}.json`), `{\n${fields.join('')}  "rows": [\n${lines}\n  ]\n}\n`)
}

function measureOf(id) {
  const row = measures.get(id)
  if (!row) throw new Error(`judgments.mjs: no measure ${id}`)
  return row
}

/** Half-open: `to` is the last day in force outside the US, the day of repeal in US rows. */
function periodOf(row, from = row.from) {
  return { from, until: row.to === null ? null : row.jurisdiction === 'US' ? row.to : nextDay(row.to) }
}

function writeChart() {
  const { countryChart, countryGroups, meta } = items
  const rows = Object.entries(countryChart.rows).map(([code, { columns }]) => ({
    code,
    columns: columns.join(' '),
  }))
  if (rows.length !== 196) throw new Error(`expected 196 rows of the Country Chart, got ${rows.length}`)
  const { verified, citation, inherits } = countryChart
  const head = { source: meta.sources.join('; '), asOf: meta.chartAsOf, citation, verified }
  const embargoed = Object.fromEntries(
    Object.entries(countryChart.embargoed).map(([code, { pointer }]) => [code, pointer]),
  )
  // Hong Kong had a row of its own until it became a part of China's (85 FR 83765); that row is not in the facts.
  const inherited = Object.entries(inherits).map(([code, row]) => ({
    code,
    row,
    from: code === 'HK' ? '2020-12-23' : null,
  }))
  const un = read('us-lists.json').unArmsEmbargoEar746_1b
  write(
    'country-chart',
    {
      ...head,
      embargoed,
      inherits: inherited,
      unArmsEmbargo: { citation: un.cite, codes: un.members.join(' ') },
    },
    rows,
  )
  const groups = Object.entries(countryGroups.byIso).map(([code, list]) => ({ code, groups: list.join(' ') }))
  write(
    'country-groups',
    {
      ...head,
      citation: countryGroups.citation,
      verified: countryGroups.verified,
      notes: countryGroups.notes,
    },
    groups,
  )
}

/**
 * A reason that the entry names and no control carries is to be read in the entry, and so is an entry without reasons
 * (items under another agency); anti-terrorism is AT column 1.
 */
function controlsOf({ reasons, controls }) {
  const shown = new Set(controls.map((control) => control.reason))
  const rest = reasons
    .filter((reason) => !shown.has(reason))
    .map((reason) =>
      reason === 'AT'
        ? { reason, mode: 'entire', columns: ['AT1'] }
        : { reason, mode: 'entire', columns: [], special: { scope: 'TEXT', sections: [] } },
    )
  const none = [...controls, ...rest].length === 0
  const other = none
    ? [{ reason: 'OTHER', mode: 'entire', columns: [], special: { scope: 'TEXT', sections: [] } }]
    : []
  return [...controls, ...rest, ...other].map(({ reason, mode, columns, paragraphs, special }) => ({
    reason,
    mode,
    ...(columns.length > 0 ? { columns: columns.join(' ') } : {}),
    ...(paragraphs ? { paragraphs: paragraphs.join(' ') } : {}),
    ...(special ? { scope: special.scope } : {}),
    ...(special?.sections?.length > 0 ? { sections: special.sections.join(' ') } : {}),
  }))
}

function writeEccns() {
  const { entries, citation, verified, parserNote } = items.eccns
  if (entries.length !== 633) throw new Error(`expected 633 ECCNs, got ${entries.length}`)
  const endUse = new Set(items.meuSupp2Eccns.eccns)
  const head = {
    source: items.meta.sources[0],
    asOf: items.meta.cclAsOf,
    citation,
    verified,
    note: reword(parserNote),
  }
  write(
    'eccns',
    head,
    entries.map((entry) => ({
      eccn: entry.eccn,
      heading: entry.heading.replace(/[“”]/g, '"'),
      controls: controlsOf(entry),
      ...(endUse.has(entry.eccn) ? { endUse: true } : {}),
    })),
  )
}

function writeRules() {
  const rules = earRules.map((rule) => {
    const row = measureOf(rule.measure)
    return {
      id: rule.id ?? rule.measure,
      measure: rule.measure,
      destinations: rule.destinations ?? [row.destination],
      items: rule.items,
      ...(rule.categories ? { categories: rule.categories } : {}),
      ...(rule.partial ? { partial: true } : {}),
      summary: reword(rule.summary ?? row.summary),
      period: { ...periodOf(row, rule.from), ...(rule.until ? { until: rule.until } : {}) },
      licensePolicy: row.licensePolicy && row.licensePolicy !== '—' ? reword(row.licensePolicy) : null,
      exceptions: (row.exceptions ?? []).map(reword),
      citation: rule.citation ?? row.citation,
      source: row.source,
      verified: rule.verified ?? row.verified,
    }
  })
  write(
    'ear-rules',
    { source: 'us-embargoes.json of the researched facts; each row names its act', asOf: AS_OF },
    rules,
  )
  const shares = items.deMinimis.map(
    ({ id, threshold, destinations, items: goods, citation, source, verified }) => ({
      id,
      share: threshold,
      destinations,
      ...(goods ? { items: goods } : {}),
      citation,
      source,
      verified,
    }),
  )
  write('de-minimis', { source: '15 CFR 734.4; each row names its paragraph', asOf: AS_OF }, shares)
}

function writeBans() {
  const rows = hsBans.map((ban) => {
    const row = measureOf(ban.measure)
    const supplement = ban.supplement ? items.russiaSupplements[ban.supplement] : null
    // A supplement names its own first day, but for a country to which it was extended later.
    const from = ban.supplement === 'supp7' ? supplement.from : row.from
    return {
      id: ban.id,
      jurisdiction: row.jurisdiction,
      destinations: ban.destinations,
      effect: supplement ? 'license-required' : 'prohibited',
      summary: ban.summary,
      period: periodOf(row, from),
      citation: supplement?.citation ?? [row.citation, ban.clause].filter(Boolean).join(', '),
      source: row.source,
      official: ban.official ?? true,
      verified: (supplement ?? row).verified,
      ...(ban.widened ? { widened: ban.widened } : {}),
      ...(supplement ? { codes: ban.supplement } : { codes: ban.codes }),
    }
  })
  const { supp2, supp4, supp7 } = items.russiaSupplements
  if (supp4.hs6.length !== 2405)
    throw new Error(`expected 2405 codes in Supplement No. 4, got ${supp4.hs6.length}`)
  const supplements = Object.fromEntries(
    Object.entries({ supp2, supp4, supp7 }).map(([name, { hs6 }]) => [name, hs6.join(' ')]),
  )
  write('hs-bans', { source: 'each row names its act', asOf: AS_OF, supplements }, rows)
}

function writePriority() {
  const { tiers, citation, source, published } = items.commonHighPriorityList
  const rows = Object.entries(tiers).map(([tier, codes]) => ({ tier, codes: codes.join(' ') }))
  const count = rows.flatMap((row) => row.codes.split(' ')).length
  if (count !== 50) throw new Error(`expected 50 high-priority codes, got ${count}`)
  write('priority', { source, asOf: AS_OF, citation, published, verified: true }, rows)
}

function writeFlags() {
  const bis = items.redFlags.map(({ id, text, group, citation, source, verified }) => ({
    id,
    text: reword(text),
    group,
    citation,
    source,
    verified,
  }))
  if (bis.length !== 29) throw new Error(`expected 29 red flags of BIS, got ${bis.length}`)
  let previous = ''
  const diversion = [...items.diversionFlags, ...moreFlags].map(({ id, text, source, verified }) => {
    previous = source === 'same' ? previous : source === 'same article' ? previous : source
    return { id, text: reword(text), group: 'diversion', citation: null, source: reword(previous), verified }
  })
  const hubs = read('countries.json').diversionRisk.map((row) => {
    const authority = row.authority
      .replace(/^own knowledge \((.*)\)$/, '$1')
      .replace('own knowledge', 'no authority named')
    const until = supersededHubs.find(([start]) => authority.startsWith(start))?.[1]
    return {
      territory: row.territory,
      toward: row.toward.split(',').join(' '),
      since: row.asOf,
      ...(until ? { until } : {}),
      authority,
      source: row.source,
      verified: row.verified,
    }
  })
  write('red-flags', { source: 'each row names its source', asOf: AS_OF, hubs }, [...bis, ...diversion])
}

function writeMembers() {
  const rows = euMembers.flatMap(([codes, from, citation, until = null]) =>
    codes.split(' ').map((code) => ({ code, from, until, citation })),
  )
  write('eu-members', { source: 'treaties of accession and withdrawal', asOf: AS_OF, verified: false }, rows)
}

writeChart()
writeEccns()
writeRules()
writeBans()
writePriority()
writeFlags()
writeMembers()
write(
  'luxury',
  { source: 'each list names its act', asOf: AS_OF },
  luxuryLists(read('luxury-us.json'), read('luxury-intl.json')),
)
