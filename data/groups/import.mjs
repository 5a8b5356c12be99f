/**
 * Builds data/groups/us.json, dated memberships of country groups, from the researched facts.
 * Usage: node data/groups/import.mjs FACTS_FOLDER [OUTPUT_FILE]
 * Reads us-lists.json and, for first days and citations, us-embargoes.json. The result depends on those and on the
 * decisions below alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , factsFolder, output = join(import.meta.dirname, 'us.json')] = process.argv
const read = (name) => JSON.parse(readFileSync(join(factsFolder, name), 'utf8'))
const lists = read('us-lists.json')
const measures = new Map(read('us-embargoes.json').map((row) => [row.id, row]))

const AS_OF = '2026-11-23'
/** The last text of the EAR that was seen; what it says is not confirmed for a later day where a change is due. */
const LAST_SEEN = lists.asOf
const D5_BEGAN = lists.D5.history.find((row) => row.dest === '*')

const groups = [
  [
    'ear-e1',
    'Country Group E:1',
    'BIS',
    'Supp. No. 1 to 15 CFR part 740',
    'terrorist-supporting countries: 10 percent de minimis, few license exceptions, antiterrorism controls',
  ],
  [
    'ear-e2',
    'Country Group E:2',
    'BIS',
    'Supp. No. 1 to 15 CFR part 740',
    'unilateral embargo: 10 percent de minimis, few license exceptions',
  ],
  [
    'ear-d5',
    'Country Group D:5',
    'BIS',
    'Supp. No. 1 to 15 CFR part 740',
    'US arms embargo: no de minimis for 600 series and 9x515 items, policy of denial for them',
  ],
  [
    'us-sst',
    'State sponsor of terrorism',
    'US Department of State',
    'ECRA s. 1754(c)',
    'antiterrorism controls, limits on aid, finance and arms',
  ],
  [
    'itar-126-1',
    'ITAR 126.1 country',
    'US Department of State (DDTC)',
    '22 CFR 126.1',
    'policy of denial for defense articles and services',
  ],
  [
    'ear-meu',
    'Military end-use country',
    'BIS',
    '15 CFR 744.21',
    'license for military end uses and end users: items of Supp. No. 2 to part 744; every item for Russia and Belarus',
  ],
].map(([id, name, authority, citation, meaning]) => ({
  id,
  name,
  jurisdiction: 'US',
  authority,
  citation,
  meaning,
}))

/** The row of us-embargoes.json that dates a membership where its id does not follow the pattern. */
const itarRows = {
  CI: 'us-ci-arms',
  CN: 'us-cn-tiananmen',
  KH: 'us-kh-itar-2021',
  LR: 'us-lr-arms',
  RW: 'us-rw-arms',
  ZA: 'us-za-arms',
}
const meuRows = {
  BY: 'us-by-ear',
  CN: 'us-cn-meu-2007',
  KH: 'us-kh-ear-meu',
  MM: 'us-mm-ear-2021',
  NI: 'us-ni-ear',
  RU: 'us-ru-ear-meu-2014',
  VE: 'us-ve-ear-meu',
}

/** South Yemen was a state of its own. */
const sstTerritories = { YE: 'YDYE' }

/** Members whose removal is due or was announced elsewhere: from the day after the last text on, not confirmed. */
const inDoubt = {
  'ear-e1-sy':
    'Still in the EAR text of 2026-09-24 although the terrorism listing ended on 2026-08-24. No rule of BIS that takes it out was found up to 2026-10-05: taken as still a member, check before relying on it',
  'ear-d5-sy':
    'Still in the EAR text of 2026-09-24; 22 CFR 126.1, which controls where the two differ, no longer names Syria from 2026-10-01 (FR Doc. 2026-20082): taken as still a member, check before relying on it',
}

/** The EAR treat Hong Kong as China from this row on. */
const hongKong = measures.get('us-hk-as-china')

const omitted = [
  'AO in ITAR 126.1: first day known (1994-04-04), last day not found',
  'FJ in D:5: left with LR and CI, first day not found',
  'XK, RS and ME in ITAR 126.1 (Yugoslavia): see the measures on Yugoslavia',
]

const rows = []

function add(group, territory, { from, to, precision = {}, citation, source, verified, notes = [] }) {
  const base = `${group}-${territory.toLowerCase()}`
  const earlier = rows.filter((row) => row.group === group && row.territory === territory).length
  const note = notes
    .filter(Boolean)
    .map((text) => text[0].toUpperCase() + text.slice(1).replace(/\.$/, ''))
    .join('. ')
  rows.push({
    id: earlier === 0 ? base : `${base}-${earlier + 1}`,
    group,
    territory,
    period: { from, until: to },
    precision: { from: precision.from ?? 'day', until: precision.until ?? 'day' },
    citation,
    sources: source.split(/; (?![^()]*\))/),
    verified,
    ...(note ? { note: `${reword(note)}.` } : {}),
  })
  // A member in doubt is two rows: what was seen, and what is taken to go on.
  const doubt = inDoubt[base]
  if (doubt && to === null && earlier === 0) {
    rows.at(-1).period.until = dayAfter(LAST_SEEN)
    add(group, territory, {
      from: dayAfter(LAST_SEEN),
      to,
      citation,
      source,
      verified: false,
      notes: [doubt],
    })
  }
}

function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function reword(text) {
  return text
    .replaceAll('own knowledge', 'not confirmed by a source')
    .replaceAll('not re-verified', 'not verified again')
}

const supplement = 'Supp. No. 1 to 15 CFR part 740'

for (const [key, group] of [
  ['E1', 'ear-e1'],
  ['E2', 'ear-e2'],
]) {
  for (const row of lists[key].history) {
    add(group, row.dest, {
      from: row.from,
      to: row.to,
      citation: `${supplement}; ${row.cite}`.replace('; Supp. 1 to Part 740', ''),
      source: lists.source,
      verified: row.verified,
      notes: [row.note],
    })
  }
}

for (const row of lists.stateSponsorsOfTerrorism) {
  const measure = [...measures.values()].find(
    ({ id, destination, from }) => /-sst/.test(id) && destination === row.dest && from === row.from,
  )
  add('us-sst', sstTerritories[row.dest] ?? row.dest, {
    from: row.from,
    to: row.to,
    citation: measure.citation,
    source: measure.source,
    verified: row.verified && measure.verified,
    notes: [row.note],
  })
}

const paragraphs = new Map(lists.itar126_1.d2.map((row) => [row.dest, row]))
const removed = new Map(
  lists.itar126_1.removed
    .filter(({ dest, to }) => !(dest === 'KH' && to < '2000'))
    .map((row) => [row.dest, row]),
)
/** The first day on the list where the facts give it: 126.1 itself, else the row of the arms embargo. */
const added = new Map(
  lists.itar126_1.added1994.filter(({ dest }) => dest === 'HT').map((row) => [row.dest, row]),
)

for (const dest of [
  ...new Set([...lists.itar126_1.d1, ...paragraphs.keys(), ...removed.keys(), 'RW']),
].sort()) {
  const measure = measures.get(itarRows[dest] ?? `us-${dest.toLowerCase()}-itar`)
  const end = removed.get(dest)
  if (!measure) {
    // In the list of the early 1990s: when it began is not known.
    add('itar-126-1', dest, {
      from: null,
      to: end.to,
      precision: { from: 'unknown' },
      citation: `22 CFR 126.1(a); ${end.cite}`,
      source: lists.itar126_1.snapshot1990s.source,
      verified: false,
      notes: ['first day not found', end.note],
    })
    continue
  }
  const paragraph = paragraphs.get(dest)
  const isMember = paragraph !== undefined || lists.itar126_1.d1.includes(dest)
  const start = added.get(dest)?.from ?? measure.from
  const vague = added.has(dest) ? 'day' : precisionOf(measure)
  add('itar-126-1', dest, {
    from: start,
    to: isMember ? null : (end?.to ?? measure.to),
    precision: { from: vague },
    citation:
      end?.cite && !measure.citation.includes(end.cite)
        ? `${measure.citation}; ${end.cite}`
        : measure.citation,
    source: measure.source,
    verified: measure.verified && vague === 'day',
    notes: [
      vague !== 'day' && 'first day not found',
      paragraph?.note,
      end?.note,
      !isMember && !end && 'Last day is that of the arms embargo',
    ],
  })
}
for (const dest of lists.itar126_1.snapshot1990s.policyOfDenial) {
  if (rows.some((row) => row.group === 'itar-126-1' && row.territory === dest)) continue
  add('itar-126-1', dest, {
    from: null,
    to: '1994-08-17',
    precision: { from: 'unknown', until: 'unknown' },
    citation: '22 CFR 126.1(a) as it stood before August 1994',
    source: lists.itar126_1.snapshot1990s.source,
    verified: false,
    notes: ['Named in the early 1990s; first and last day not found'],
  })
}
// Cambodia stood on the list twice.
const first = lists.itar126_1.removed.find(({ dest, to }) => dest === 'KH' && to < '2000')
add('itar-126-1', 'KH', {
  from: null,
  to: first.to,
  precision: { from: 'unknown' },
  citation: `22 CFR 126.1(a); ${first.cite}`,
  source: lists.itar126_1.snapshot1990s.source,
  verified: false,
  notes: ['first day not found', first.note],
})

/** Placeholder days of the measures: `unknown-long-standing` and the like mean unknown. */
function precisionOf({ fromPrecision = 'day' }) {
  return ['day', 'month', 'year'].includes(fromPrecision) ? fromPrecision : 'unknown'
}

const dated = new Map(lists.D5.history.filter((row) => row.dest !== '*').map((row) => [row.dest, row]))
for (const dest of [...new Set([...lists.D5.members, ...dated.keys(), 'CI', 'LR'])].sort()) {
  const itar = rows.find(
    (row) => row.group === 'itar-126-1' && row.territory === dest && row.period.until !== first.to,
  )
  const own = dated.get(dest)
  const leftWithOthers = dest === 'CI' || dest === 'LR'
  const later = !own && itar?.period.from > D5_BEGAN.from
  const lastDayUnknown = dest === 'CY'
  add('ear-d5', dest, {
    from: own?.from ?? (later ? itar.period.from : D5_BEGAN.from),
    to: lastDayUnknown ? '2026-07-23' : leftWithOthers ? dated.get('LK').to : (own?.to ?? null),
    precision: { from: later ? 'unknown' : 'day', until: lastDayUnknown ? 'unknown' : 'day' },
    citation: `${supplement}; ${own && own.cite !== 'absent from the table on 2026-07-23' ? own.cite : leftWithOthers ? dated.get('LK').cite : D5_BEGAN.cite}`,
    source: lists.source,
    verified: own?.verified ?? false,
    notes: [
      !own && !leftWithOthers && `Member on ${LAST_SEEN}`,
      later && 'First day not found; not before 22 CFR 126.1 named it',
      !own && !later && 'First day taken from the rule that made the group, not verified',
      own?.note,
      lastDayUnknown && 'absent from the table on 2026-07-23',
    ],
  })
}
add('ear-d5', 'HK', {
  from: hongKong.from,
  to: null,
  citation: `${supplement}; ${hongKong.citation}`,
  source: hongKong.source,
  verified: hongKong.verified,
  notes: ['As China, of which it is a part under the EAR'],
})

for (const dest of [...lists.meuSupp2Destinations.members, ...lists.meuSupp2Destinations.allItems].sort()) {
  const measure = measures.get(meuRows[dest])
  const allItems = lists.meuSupp2Destinations.allItems.includes(dest)
  add('ear-meu', dest, {
    from: measure.from,
    to: null,
    citation: measure.citation,
    source: measure.source,
    verified: measure.verified,
    notes: [
      allItems ? 'Every item subject to the EAR since 2022' : 'Items of Supp. No. 2 to part 744',
      measure.verifiedParts && `Verified only: ${measure.verifiedParts.join('; ')}`,
    ],
  })
}
add('ear-meu', 'HK', {
  from: hongKong.from,
  to: null,
  citation: hongKong.citation,
  source: hongKong.source,
  verified: hongKong.verified,
  notes: ['As China, of which it is a part under the EAR'],
})

const byGroup = new Map(groups.map(({ id }, i) => [id, i]))
const isBefore = (a, b) => byGroup.get(a.group) - byGroup.get(b.group) || (a.id < b.id ? -1 : 1)
const lines = (list) => list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
const head = {
  source:
    'researched facts: each row names its act (citation) and where it was read (sources); verified tells whether the days were seen there',
  asOf: AS_OF,
}
writeFileSync(
  output,
  `{\n  "source": ${JSON.stringify(head.source)},\n  "asOf": "${head.asOf}",\n  "groups": [\n${lines(groups)}\n  ],\n  "omitted": [\n${lines(omitted)}\n  ],\n  "memberships": [\n${lines(rows.sort(isBefore))}\n  ]\n}\n`,
)
