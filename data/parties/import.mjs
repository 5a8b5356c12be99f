/**
 * Builds data/parties/*.json from the researched facts.
 * Usage: node data/parties/import.mjs FACTS_FOLDER
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const facts = process.argv[2]
const here = import.meta.dirname
const AS_OF = '2026-11-23'

const read = (name) => JSON.parse(readFileSync(join(facts, name), 'utf8'))
const { glocomNetwork, procurementFronts } = read('us-dprk-exports.json')
const { entityListAddresses } = read('us-items.json')

const authorities = {
  'un-sc': 'UN Security Council',
  'eu-fsf': 'EU Council',
  'uk-sanctions': 'UK FCDO',
  'us-ofac-sdn': 'OFAC',
  'us-bis-entity': 'BIS',
  'us-bis-dpl': 'BIS',
  'us-state-isn': 'US Department of State (ISN)',
  'au-dfat': 'DFAT',
  'jp-meti': 'METI',
  'public-reports': 'public reports',
}

/** Quotation marks around an alias are the publisher's, not part of the name. */
const unquote = (name) => name.replace(/^["“”']+|["“”']+$/g, '').trim()

const us = (text) =>
  text
    .replace(/licence/g, 'license')
    .replace(/programme/g, 'program')
    .replace(/authoris/g, 'authoriz')
    .replace(/organis/g, 'organiz')

function names(primary, aliases = []) {
  const seen = new Set([unquote(primary).toLowerCase()])
  const all = [{ name: unquote(primary), type: 'primary', strength: 'strong' }]
  for (const alias of aliases.map(unquote)) {
    if (alias === '' || seen.has(alias.toLowerCase())) continue
    seen.add(alias.toLowerCase())
    all.push({ name: alias, type: 'alias', strength: 'strong' })
  }
  return all
}

const addresses = (texts, country) =>
  (texts ?? []).filter(Boolean).map((text) => ({ text, ...(country ? { country } : {}) }))

function listing(list, id, more) {
  return {
    id,
    list,
    authority: authorities[list],
    kind: null,
    names: [],
    addresses: [],
    birthDates: [],
    birthPlaces: [],
    countries: [],
    identifiers: [],
    programs: [],
    listedOn: null,
    ...more,
    verified: more.verified === true,
  }
}

const files = new Map(Object.keys(authorities).map((list) => [list, []]))
const add = (list, id, more) => files.get(list).push(listing(list, id, more))

// The Glocom network: one listing per party and list.
const byWhom = { EU: 'eu-fsf', UK: 'uk-sanctions', AU: 'au-dfat', JP: 'jp-meti' }
const [pan, ...fronts] = glocomNetwork.entities
for (const entry of pan.listings) {
  const list = byWhom[entry.by]
  add(list, 'pan-systems-pyongyang', {
    kind: 'organization',
    names: names(pan.name, [
      ...pan.aliases,
      ...(entry.names ?? []),
      ...(entry.by === 'JP' ? ['Pan Systems Pte. Ltd. (Pyongyang branch)'] : []),
    ]),
    addresses: addresses(pan.addresses, 'KP'),
    countries: ['KP'],
    programs: ['DPRK'],
    listedOn: entry.from,
    remarks: us(`Controlled by the ${pan.controlledBy}. ${glocomNetwork.summary}`),
    citation: entry.citation ?? entry.ref ?? entry.regime ?? entry.list,
    verified: pan.verified,
  })
}
for (const front of fronts) {
  add('public-reports', `glocom-${front.name.toLowerCase().replace(/[^a-z]+/g, '-')}`, {
    kind: 'organization',
    names: names(front.name, front.aliases),
    addresses: addresses(front.addresses, front.jurisdiction),
    countries: [front.jurisdiction],
    remarks: us(
      `Part of the Glocom network: ${front.what}${front.listedAs ? `; ${front.listedAs}` : ''}. Source: ${front.source}`,
    ),
    citation: front.source,
    verified: front.verified,
  })
}
for (const person of glocomNetwork.people) {
  for (const entry of person.listings) {
    const list = byWhom[entry.by]
    if (!list) continue
    add(list, `glocom-${person.name.toLowerCase().replace(/[^a-z]+/g, '-')}`, {
      kind: 'person',
      names: names(person.name, person.aliases),
      birthDates: person.dob ? [{ text: person.dob, earliest: person.dob, latest: person.dob }] : [],
      countries: ['KP'],
      programs: ['DPRK'],
      listedOn: entry.from,
      remarks: us(`${person.role}.`),
      citation: entry.program ?? entry.ref ?? 'see source',
      verified: person.verified,
    })
  }
}

for (const row of procurementFronts.un1718) {
  add('un-sc', row.ref, {
    kind: 'organization',
    source: 'DPRK',
    names: names(row.name, row.aliases),
    addresses: addresses(row.addresses),
    programs: [row.regime],
    listedOn: row.listed ?? null,
    citation: `${row.ref}; S/RES/1718 (2006)`,
    verified: row.verified,
  })
}
procurementFronts.euAutonomous.forEach((row, i) => {
  add('eu-fsf', `eu-dprk-${String(i + 1).padStart(2, '0')}`, {
    names: names(row.name, row.aliases),
    addresses: addresses([row.address]),
    programs: ['DPRK'],
    listedOn: row.listed ?? null,
    citation: `Reg. (EU) 2017/1509 Annex ${row.annex}`,
    verified: row.verified,
  })
})
for (const row of procurementFronts.ofac) {
  add('us-ofac-sdn', row.ofacId, {
    source: 'SDN',
    names: names(row.name, row.aliases),
    addresses: addresses(row.addresses),
    countries: row.countries ?? [],
    programs: row.programs ?? [],
    listedOn: row.listed ?? null,
    citation: `OFAC SDN List, uid ${row.ofacId}`,
    verified: row.verified,
  })
}
procurementFronts.isnEO13382.forEach((row, i) => {
  add('us-state-isn', `isn-dprk-${i + 1}`, {
    source: 'ISN',
    names: names(row.name, row.aliases),
    countries: ['KP'],
    programs: ['EO 13382'],
    citation: `Federal Register ${row.frNotice}`,
    verified: true,
  })
})
for (const row of procurementFronts.otherPublic) {
  const list = row.euListed ? 'eu-fsf' : 'public-reports'
  add(
    list,
    `front-${row.name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .slice(0, 40)}`,
    {
      kind: 'organization',
      names: names(row.name, row.aliases),
      addresses: addresses([row.address], row.jurisdiction),
      countries: [row.jurisdiction],
      listedOn: row.euListed ?? null,
      remarks: us(`${row.what}.`),
      citation: row.euListed
        ? 'Reg. (EU) 2017/1509 Annex XVI'
        : 'UN Panel of Experts (S/RES/1874) and press reports',
      verified: row.verified,
    },
  )
}

const omitted = entityListAddresses.filter((row) => !row.address).length
entityListAddresses
  .filter((row) => row.address)
  .forEach((row, i) => {
    add('us-bis-entity', `address-${String(i + 1).padStart(2, '0')}`, {
      source: 'EL',
      addresses: addresses([`${row.address}, Hong Kong`], 'HK'),
      requirement: us(`License required for ${row.licenceRequirement}; ${row.reviewPolicy}`),
      listedOn: row.from,
      remarks: 'Address-only entry: a license is needed for any party that uses this address.',
      citation: row.frCite,
      verified: row.verified,
    })
  })

// ZTE and Huawei: listings that began and, in part, ended.
const zte = [
  'Zhongxing Telecommunications Equipment Corporation',
  ['ZTE Corporation', 'ZTE', '中兴通讯股份有限公司'],
]
const kangxun = ['ZTE Kangxun Telecommunications Ltd.', ['ZTE Kangxun']]
const entityList = (id, [name, aliases], more) =>
  add('us-bis-entity', id, {
    source: 'EL',
    kind: 'organization',
    names: names(name, aliases),
    verified: true,
    ...more,
  })
const added2016 = { listedOn: '2016-03-08', citation: '81 FR 12004' }
entityList('zte', zte, {
  ...added2016,
  expiresOn: '2017-03-28',
  countries: ['CN'],
  remarks: 'Removed on 2017-03-29 after the settlement of 2017-03-07 (up to 1.19 billion USD).',
})
entityList('zte-kangxun', kangxun, {
  ...added2016,
  expiresOn: '2017-03-28',
  countries: ['CN'],
  remarks: 'Removed on 2017-03-29.',
})
entityList('zte-parsian', ['ZTE Parsian', []], { ...added2016, countries: ['IR'] })
entityList('beijing-8-star', ['Beijing 8-Star International Co.', ['Beijing 8 Star', '8 Star']], {
  ...added2016,
  countries: ['CN'],
})
const denied = {
  source: 'DPL',
  kind: 'organization',
  listedOn: '2018-04-15',
  expiresOn: '2018-07-12',
  countries: ['CN'],
  verified: true,
  citation: 'BIS order of 2018-04-15 activating the denial order; lifted 2018-07-13',
  remarks:
    'Denial order activated 2018-04-15, lifted 2018-07-13 after a fine of 1 billion USD and 400 million USD in escrow.',
}
add('us-bis-dpl', 'zte', { ...denied, names: names(...zte) })
add('us-bis-dpl', 'zte-kangxun', { ...denied, names: names(...kangxun) })
entityList(
  'huawei',
  ['Huawei Technologies Co., Ltd.', ['Huawei', 'Huawei Technologies', '华为技术有限公司', '华为']],
  {
    listedOn: '2019-05-16',
    citation: '84 FR 22961, 84 FR 22963',
    countries: ['CN'],
    remarks:
      'With 68 affiliates in 26 destinations; 46 more on 2019-08-19 (84 FR 43493), 38 more on 2020-08-17 (85 FR 51596). The foreign direct product rule of 85 FR 29849 applies.',
  },
)

for (const old of readdirSync(here)) if (old.endsWith('.json')) rmSync(join(here, old))
for (const [list, listings] of files) {
  if (listings.length === 0) continue
  listings.sort((a, b) => (a.id < b.id ? -1 : 1))
  const sha256 = createHash('sha256').update(JSON.stringify(listings)).digest('hex')
  const head = {
    list,
    asOf: AS_OF,
    sha256,
    ...(list === 'us-bis-entity' ? { omittedAddressesWithoutStreet: omitted } : {}),
  }
  const lines = listings.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(
    join(here, `${list}.json`),
    `${JSON.stringify(head).slice(0, -1)},"listings":[\n${lines}\n]}\n`,
  )
}
