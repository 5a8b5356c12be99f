/**
 * Builds data/parties/*.json from the researched facts, one listing a line. The result depends on the facts alone.
 * Usage: node data/parties/import.mjs FACTS_FOLDER [OUTPUT_FOLDER]
 *
 * A listing carries the names that its own list is known to carry, so that a finding never ascribes to one authority
 * what another published. Anything that cannot be read stops the import.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressesOf, namesOf, splitName } from './fields.mjs'
import { add, writeFiles } from './files.mjs'

const [, , facts, output = import.meta.dirname] = process.argv
if (!facts) throw new Error('usage: node data/parties/import.mjs FACTS_FOLDER [OUTPUT_FOLDER]')
const read = (name) => JSON.parse(readFileSync(join(facts, name), 'utf8'))
const { glocomNetwork, procurementFronts, zte, huawei } = read('us-dprk-exports.json')
const { entityListAddresses } = read('us-items.json')

const slug = (name) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A sentence in US spelling. */
const sentence = (text) =>
  `${text[0].toUpperCase()}${text.slice(1)}.`.replace(/licence/g, 'license').replace(/authoris/g, 'authoriz')

function dayBefore(date) {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}

/** @throws when the facts no longer tell it. */
function only(rows, test, what) {
  const found = rows.filter(test)
  if (found.length !== 1) throw new Error(`expected one ${what} in the facts, got ${found.length}`)
  return found[0]
}

// The Glocom network, and fronts of others

const [pan, ...fronts] = glocomNetwork.entities
const listingBy = (by) => only(pan.listings, (entry) => entry.by === by, `listing of ${pan.name} by ${by}`)
const panRemarks =
  'Sells military radios from Pyongyang under the name Glocom, through firms in Malaysia and with parts bought in ' +
  `China and elsewhere. Controlled by the ${pan.controlledBy}.`
const panEverywhere = {
  addresses: addressesOf(pan.addresses, 'KP'),
  countries: ['KP'],
  verified: pan.verified,
}
const concerns =
  'Concerns named by METI: biological, chemical, missile and nuclear weapons, conventional weapons.'
const ukLaw = 'DPRK (Sanctions) (EU Exit) Regulations 2019, SI 2019/411'

const [, ukId, ukGroup] = /^(DPR\d+) \(OFSI group (\d+)\)$/.exec(listingBy('UK').ref)
add('uk-sanctions', ukId, {
  ...panEverywhere,
  names: namesOf(pan.name, pan.aliases),
  identifiers: [{ type: 'OFSI group', value: ukGroup }],
  programs: ['DPRK'],
  listedOn: listingBy('UK').from,
  remarks: `${panRemarks} ${sentence(listingBy('UK').note)}`,
  citation: `${ukLaw}; UK Sanctions List ${ukId}`,
})
/** Australia lists both GLOCOM and Glocom. */
const asElsewhere = (name) => pan.aliases.find((alias) => alias.toUpperCase() === name) ?? name
add('au-dfat', slug(pan.name), {
  ...panEverywhere,
  names: namesOf(pan.name, listingBy('AU').names.map(asElsewhere)),
  programs: [listingBy('AU').regime],
  listedOn: listingBy('AU').from,
  remarks: panRemarks,
  citation: 'Autonomous Sanctions Act 2011',
})
const [, jpNumber, jpName] = /no\. (\d+), as (.+)$/.exec(listingBy('JP').list)
add('jp-meti', slug(pan.name), {
  ...panEverywhere,
  names: namesOf(jpName),
  listedOn: listingBy('JP').from,
  remarks: `${panRemarks} ${concerns}`,
  citation: `METI Foreign End User List of 2025-09-29, no. ${jpNumber}`,
})
for (const person of glocomNetwork.people) {
  for (const { by, ref, from, note } of person.listings) {
    if (by !== 'EU' && by !== 'UK') throw new Error(`listing of ${person.name} by ${by}: expected EU or UK`)
    add(by === 'EU' ? 'eu-fsf' : 'uk-sanctions', ref ?? slug(person.name), {
      kind: 'person',
      names: namesOf(person.name, person.aliases),
      birthDates: person.dob ? [{ text: person.dob, earliest: person.dob, latest: person.dob }] : [],
      programs: ['DPRK'],
      listedOn: from,
      remarks: ['Glocom network', person.role, note].filter(Boolean).join('; ').replace(/$/, '.'),
      citation: ref ? `${ukLaw}; UK Sanctions List ${ref}` : 'Reg. (EU) 2017/1509, Annex XVI(a)',
      verified: person.verified,
    })
  }
}

/** Where a front on no list was reported, for rows whose facts name no source. */
const reports = new Map([
  [
    'Chinpo Shipping Company (Private) Limited',
    'Singapore court decisions of 2015/16 and 2017 (not verified)',
  ],
  ['OCN (S) Pte Ltd', 'UN Panel of Experts (S/RES/1874); Singapore conviction of 2019 (not verified)'],
  ['MKP Group (Malaysia-Korea Partners)', 'UN Panel of Experts, 2017 (not verified)'],
  ['Beijing New Technology', 'UN Panel of Experts; UK Sanctions List DPR0029'],
])
/** A source without the address of the copy it was read from. */
const bareSource = (source) => source.replace(/ as in github:.*$/, '').replace(/^https?:\S+ \((.+)\)$/, '$1')

function addReport(row, what, source) {
  const [url] = /https?:[^\s)]+/.exec(row.source ?? '') ?? []
  add('public-reports', slug(row.name), {
    names: namesOf(row.name, row.aliases),
    addresses: addressesOf([row.address, ...(row.addresses ?? [])], row.jurisdiction),
    countries: [row.jurisdiction],
    // The explanation of a reported party shows the remarks alone, so they name the source.
    remarks: `${sentence(what)} Source: ${source}.`,
    citation: source,
    ...(url ? { url } : {}),
    verified: row.verified,
  })
}
for (const front of fronts) {
  const what = [`Glocom network: ${front.what}`, front.listedAs].filter(Boolean).join('; ')
  addReport(front, what, bareSource(front.source))
}
const { euAutonomous, otherPublic } = procurementFronts
for (const row of otherPublic.filter((other) => !other.euListed))
  addReport(row, row.what, reports.get(row.name))

// The EU's own list. Pan Systems and two fronts stand in it and are told more about elsewhere in the facts.

const euRemarks = new Map([[pan.name, panRemarks]])
const euDates = new Map([[pan.name, listingBy('EU').from]])
for (const row of otherPublic.filter((other) => other.euListed)) {
  euRemarks.set(row.name, sentence(row.what))
  euDates.set(row.name, row.euListed)
}
for (const [name, date] of euDates)
  only(euAutonomous, (row) => row.name === name && row.listed === date, `EU row ${name}`)
for (const row of euAutonomous) {
  const [, annex, part] = /^(XVI?)\.([A-D])$/.exec(row.annex)
  add('eu-fsf', slug(splitName(row.name)[0]), {
    names: namesOf(row.name, row.aliases),
    addresses: addressesOf([row.address]),
    programs: ['DPRK'],
    listedOn: row.listed,
    ...(euRemarks.has(row.name) ? { remarks: euRemarks.get(row.name) } : {}),
    citation: `Reg. (EU) 2017/1509, Annex ${annex}(${part.toLowerCase()})`,
    verified: row.verified,
  })
}

// UN, OFAC, State

for (const row of procurementFronts.un1718) {
  const id = row.ref.trim()
  // The UN lists "Care of …" as an alias; it says who speaks for the firm and is no name of it.
  const careOf = row.aliases.filter((alias) => alias.startsWith('Care of '))
  add('un-sc', id, {
    source: 'DPRK',
    names: namesOf(
      row.name,
      row.aliases.filter((alias) => !careOf.includes(alias)),
    ),
    addresses: addressesOf(row.addresses),
    programs: [row.regime],
    listedOn: row.listed,
    ...(careOf.length > 0 ? { remarks: `${careOf.join('; ')}.` } : {}),
    citation: `S/RES/1718 (2006), list entry ${id}`,
    verified: row.verified,
  })
}
for (const row of procurementFronts.ofac) {
  const addresses = addressesOf(row.addresses)
  const known = new Set(addresses.map((address) => address.country))
  // The Consolidated Screening List gives China for Hong Kong, and one Congo's code for the other.
  if (known.has('HK')) known.add('CN')
  if (known.has('CD')) known.add('CG')
  add('us-ofac-sdn', row.ofacId, {
    source: 'SDN',
    names: namesOf(row.name, row.aliases),
    addresses: [
      ...addresses,
      ...row.countries.filter((code) => !known.has(code)).map((code) => ({ text: code, country: code })),
    ],
    programs: row.programs,
    // A day that was not verified must not decide whether an entry already stood.
    listedOn: row.listedVerified ? row.listed : null,
    ...(row.listed && !row.listedVerified ? { remarks: `Listed ${row.listed} (day not verified).` } : {}),
    citation: `31 CFR chapter V; SDN List uid ${row.ofacId}`,
    verified: row.verified,
  })
}
for (const row of procurementFronts.isnEO13382) {
  const [, volume, month, day, year] = /^(Vol\. \d+, No\. \d+), (\d\d)\/(\d\d)\/(\d{4})$/.exec(row.frNotice)
  // The government itself was sanctioned under another act than the firms that the facts group it with.
  const act = row.name === 'Government of North Korea' ? 'CBW Act' : 'E.O. 13382'
  add('us-state-isn', slug(row.name), {
    source: 'ISN',
    names: namesOf(row.name, row.aliases),
    programs: [act],
    citation: `${act}; Federal Register ${volume} (${year}-${month}-${day})`,
    // These rows have no mark of their own: all nine were found in the Consolidated Screening List of 2026-07-31.
    verified: true,
  })
}

// The Entity List: addresses, ZTE and Huawei

for (const row of entityListAddresses.filter(({ address }) => address)) {
  add('us-bis-entity', `hk-${slug(row.address)}`, {
    source: 'EL',
    kind: null,
    names: [],
    addresses: addressesOf([row.address], row.countries[0]),
    requirement: sentence(`license required for ${row.licenceRequirement}; ${row.reviewPolicy}`).slice(0, -1),
    listedOn: row.from,
    remarks: 'Address-only entry: it binds every party that uses the address.',
    citation: row.frCite,
    url: row.source,
    verified: row.verified,
  })
}

const event = (history, words) =>
  only(history.events, (row) => row.event.startsWith(words), `event "${words}"`)
const listed2016 = event(zte, 'Entity List: ZTE Corp, ZTE Kangxun, ZTE Parsian, Beijing 8-Star')
const removed2017 = event(zte, 'ZTE Corp and Kangxun removed from Entity List')
const denied2018 = event(zte, 'denial order activated')
const lifted2018 = event(zte, 'denial order lifted')
const listed2019 = event(huawei, 'Entity List: Huawei and 68 affiliates')
const since2016 = {
  source: 'EL',
  listedOn: listed2016.date,
  citation: listed2016.citation,
  verified: listed2016.verified,
}
/** The Chinese company name is ours: the list gives none. */
const inChinese = (name) => ({ name, type: 'variation', strength: 'unstated' })
const zteNames = {
  zte: [
    ...namesOf('Zhongxing Telecommunications Equipment Corporation', ['ZTE Corporation', 'ZTE']),
    inChinese('中兴通讯股份有限公司'),
  ],
  'zte-kangxun': namesOf('ZTE Kangxun Telecommunications Ltd.', ['ZTE Kangxun']),
}
for (const [id, names] of Object.entries(zteNames)) {
  add('us-bis-entity', id, {
    ...since2016,
    names,
    countries: ['CN'],
    expiresOn: dayBefore(removed2017.date),
    remarks:
      'A temporary general license ran from 2016-03-24. ' +
      `Removed on ${removed2017.date} after the settlement of 2017-03-07.`,
  })
  add('us-bis-dpl', id, {
    source: 'DPL',
    names,
    countries: ['CN'],
    listedOn: denied2018.date,
    expiresOn: dayBefore(lifted2018.date),
    remarks:
      `Suspended order of 2017 activated on ${denied2018.date} to run to 2025-03-13; limited authorization from ` +
      `2018-07-02; lifted on ${lifted2018.date} under the settlement of 2018-06-08.`,
    citation: `BIS denial order of ${denied2018.date}, 15 CFR 764.3(a)(2)`,
    verified: denied2018.verified && lifted2018.verified,
  })
}
const stillListed = {
  'ZTE Parsian (IR)': ['zte-parsian', 'IR'],
  'Beijing 8-Star International Co. (CN)': ['beijing-8-star', 'CN'],
}
for (const entry of zte.listedNow.entityList) {
  const [id, country] = stillListed[entry]
  add('us-bis-entity', id, {
    ...since2016,
    names: namesOf(entry.replace(/ \([A-Z]{2}\)$/, '')),
    countries: [country],
    remarks: `Listed with ZTE and kept when ZTE was removed; still there on ${zte.listedNow.checked}.`,
  })
}
add('us-bis-entity', 'huawei', {
  source: 'EL',
  names: [...namesOf('Huawei Technologies Co., Ltd.', ['Huawei']), inChinese('华为技术有限公司')],
  countries: ['CN'],
  listedOn: listed2019.date,
  remarks:
    'Listed with 68 affiliates in 26 destinations; 46 more followed on 2019-08-19 (84 FR 43493), 38 on 2020-08-17 ' +
    '(85 FR 51596). The foreign direct product rule of 85 FR 29849 applies. A temporary general license ran from ' +
    `2019-05-20 to 2020-08-13. Still there on ${huawei.listedNow.checked}; also on OFAC's Non-SDN CMIC List.`,
  citation: listed2019.citation,
  verified: listed2019.verified,
})

// Files

const withoutStreet = entityListAddresses
  .filter(({ address }) => !address)
  .map(({ label, countries, frCite }) => `${label} (${countries[0]}), ${frCite}`)
writeFiles(output, {
  'us-bis-entity': { reason: 'street text not found', entries: withoutStreet },
})
