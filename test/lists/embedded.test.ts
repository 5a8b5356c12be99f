import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { createScreener } from '../../src/index.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { findList } from '../../src/lists/registry.js'
import { check } from '../../src/model/check.js'
import { type Listing, snapshotSchema } from '../../src/model/listing.js'

const data = new URL('../../data/parties/', import.meta.url)
const facts = new URL('../../../shared/facts/', import.meta.url)
const screeningList = new URL(
  '../../../shared/lists/us_csl/2026-07-31_projection/screening-list.json',
  import.meta.url,
)
const partyFiles = readdirSync(data).filter((name) => name.endsWith('.json'))
const all = embeddedSnapshots.flatMap((snapshot) => snapshot.listings)

function listingsOf(list: string): readonly Listing[] {
  return embeddedSnapshots.find((snapshot) => snapshot.list === list)?.listings ?? []
}

function find(list: string, id: string): Listing | undefined {
  return listingsOf(list).find((listing) => listing.id === id)
}

/** The listing of a list whose primary name this is. */
function named(list: string, name: string): Listing | undefined {
  return listingsOf(list).find((listing) => listing.names[0]?.name === name)
}

describe('the embedded parties', () => {
  it.each(embeddedSnapshots.map((snapshot) => [snapshot.list, snapshot] as const))(
    '%s: valid, marked as a sample, each listing cited and found only once',
    (list, snapshot) => {
      check(snapshotSchema, snapshot, list, 'invalid-facts')
      expect(snapshot.embedded).toBe(true)
      expect(snapshot.issues).toEqual([])
      expect(new Set(snapshot.listings.map((listing) => listing.id)).size).toBe(snapshot.listings.length)
      for (const listing of snapshot.listings) {
        expect(listing.list, listing.id).toBe(list)
        expect(listing.citation, listing.id).toBeTruthy()
        expect(listing.verified, listing.id).toBeTypeOf('boolean')
        expect(listing.names.length + listing.addresses.length, listing.id).toBeGreaterThan(0)
        expect(listing.authority).toBe(findList(list)?.authority)
      }
    },
  )

  it.each(embeddedSnapshots.map((snapshot) => [snapshot.list, snapshot] as const))(
    '%s: digest and size are those of the listings as JSON',
    (_, snapshot) => {
      const canonical = utf8ToBytes(JSON.stringify(snapshot.listings))
      expect(snapshot.bytes).toBe(canonical.length)
      expect(snapshot.sha256).toBe(bytesToHex(sha256(canonical)))
    },
  )

  it('are all the files of data/parties, one per known list, in the order of their ids', () => {
    const lists = embeddedSnapshots.map((snapshot) => snapshot.list)
    expect(lists).toEqual(partyFiles.map((name) => name.replace('.json', '')).sort())
    for (const list of lists) expect(findList(list), list).toBeDefined()
  })

  it('are small enough to ship', () => {
    const sizes = partyFiles.map((name) => gzipSync(readFileSync(new URL(name, data)), { level: 9 }).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000)
  })
})

describe('names and addresses of the embedded parties', () => {
  it('have one primary name, first, and no name twice', () => {
    for (const { id, names } of all) {
      expect(
        names.filter((name) => name.type === 'primary'),
        id,
      ).toEqual(names.slice(0, 1))
      expect(new Set(names.map((name) => name.name.toLowerCase())).size, id).toBe(names.length)
    }
  })

  it('carry no quotation marks, spaces around them, list references or "care of"', () => {
    for (const { name } of all.flatMap((listing) => listing.names)) {
      expect(name).not.toMatch(/["“”‘]|^\s|\s$|\s\s|\(KPE|^care of|aliases:/i)
    }
    expect(find('un-sc', 'KPe.001')?.names.at(-1)).toEqual({
      name: 'KOMID',
      type: 'alias',
      strength: 'strong',
    })
    expect(find('un-sc', 'KPe.069')).toMatchObject({ remarks: 'Care of First Oil JV Co Ltd.' })
  })

  it('take apart what a publisher wrote into one field', () => {
    expect(
      find('un-sc', 'KPe.020')
        ?.names.slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['OCEAN MARITIME MANAGEMENT COMPANY, LIMITED', 'OMM'])
    expect(
      named('eu-fsf', 'Korea General Corporation for External Construction')?.names.map(({ type, name }) => [
        type,
        name,
      ]),
    ).toEqual([
      ['primary', 'Korea General Corporation for External Construction'],
      ['alias', 'KOGEN'],
      ['alias', 'GENCO'],
      ['variation', '조선대외건설총회사'],
    ])
  })

  it('give every address a country code, and a text that ends with it', () => {
    for (const { id, addresses } of all) {
      for (const address of addresses) {
        expect(address.country, id).toMatch(/^[A-Z]{2}$/)
        expect(address.text.endsWith(address.country!), `${id} ${address.text}`).toBe(true)
        const { text, ...fields } = address
        if (address.city) expect(text).toBe(Object.values(fields).join(', '))
      }
    }
  })

  it('split an address where the city is known', () => {
    expect(find('un-sc', 'KPe.074')?.addresses).toEqual([
      {
        text: '419-201, Tongyi Lu, Huancui Qu, Weihai, Shandong, 264200, CN',
        street: '419-201, Tongyi Lu, Huancui Qu',
        city: 'Weihai',
        region: 'Shandong',
        postalCode: '264200',
        country: 'CN',
      },
    ])
    expect(find('un-sc', 'KPe.017')?.addresses).toEqual([
      {
        text: 'LM-873, RM B, 14/F, Wah Hen Commercial Centre, 383 Hennessy Road, Wanchai, HK',
        country: 'HK',
      },
    ])
    expect(find('us-ofac-sdn', '40938')?.addresses.map((address) => address.country)).toEqual(['CD'])
  })

  it('speak US English in our own words', () => {
    const prose = all.map(({ remarks, requirement }) => `${remarks ?? ''} ${requirement ?? ''}`).join('\n')
    expect(prose).not.toMatch(
      /licence|programme|defence|centre|colour|isation|(author|organ|recogn|util|material)is/i,
    )
  })
})

describe('the Glocom network', () => {
  const names = [
    'Pan Systems Pyongyang',
    'Wonbang Trading Co.',
    'Glocom',
    'International Golden Services',
    'International Global System',
  ]
  const screener = createScreener()

  it.each(names)('%s is found on the EU and UK lists and on no list of the US or UN', (name) => {
    const exact = screener.search(name, { limit: 50 }).filter((match) => match.band === 'exact')
    const lists = exact.map((match) => match.listing.list)
    expect(lists).toEqual(expect.arrayContaining(['eu-fsf', 'uk-sanctions']))
    expect(lists.filter((list) => list.startsWith('us-') || list === 'un-sc')).toEqual([])
  })

  it('stands once on each list, with the names that this list carries', () => {
    expect(all.filter((listing) => listing.names[0]?.name === 'Pan Systems Pyongyang')).toHaveLength(3)
    expect(find('eu-fsf', 'pan-systems-pyongyang')).toMatchObject({
      listedOn: '2017-10-16',
      citation: 'Reg. (EU) 2017/1509, Annex XVI(b)',
    })
    expect(find('eu-fsf', 'pan-systems-pyongyang')?.names.map(({ name }) => name)).toEqual(names)
    expect(find('uk-sanctions', 'DPR0064')).toMatchObject({ listedOn: '2017-10-16', verified: true })
    expect(find('jp-meti', 'pan-systems-pyongyang')?.names.map(({ name }) => name)).toEqual([
      'Pan Systems Pte. Ltd. (Pyongyang branch)',
    ])
  })

  it('has its seven managers on both lists, with birth dates where they are known', () => {
    for (const list of ['eu-fsf', 'uk-sanctions']) {
      const people = listingsOf(list).filter((listing) => listing.kind === 'person')
      expect(people).toHaveLength(7)
      expect(people.filter((person) => person.birthDates.length === 1)).toHaveLength(4)
    }
    expect(find('uk-sanctions', 'DPR0018')).toMatchObject({
      birthDates: [{ text: '1963-04-29', earliest: '1963-04-29', latest: '1963-04-29' }],
      listedOn: '2020-12-31',
    })
  })

  it('has its fronts that no list names among the public reports, which call for caution', () => {
    expect(findList('public-reports')?.effect).toBe('caution')
    expect(named('public-reports', 'International Golden Services Sdn Bhd')?.remarks).toContain('Reuters')
    // Two fronts of others are on the EU's list and so not among the reports.
    expect(named('public-reports', 'Royal Shune Lei')).toBeUndefined()
    expect(named('eu-fsf', 'Royal Shune Lei')).toMatchObject({ listedOn: '2024-12-16' })
  })
})

describe('listings that began and ended', () => {
  it('ZTE: on the Entity List until the day before its removal, denied until the day before the order was lifted', () => {
    for (const id of ['zte', 'zte-kangxun']) {
      expect(find('us-bis-entity', id)).toMatchObject({ listedOn: '2016-03-08', expiresOn: '2017-03-28' })
      expect(find('us-bis-dpl', id)).toMatchObject({ listedOn: '2018-04-15', expiresOn: '2018-07-12' })
    }
  })

  it('ZTE Parsian, Beijing 8-Star and Huawei: listed to this day', () => {
    for (const id of ['zte-parsian', 'beijing-8-star']) {
      expect(find('us-bis-entity', id)).toMatchObject({ listedOn: '2016-03-08', citation: '81 FR 12004' })
      expect(find('us-bis-entity', id)).not.toHaveProperty('expiresOn')
    }
    expect(find('us-bis-entity', 'huawei')).toMatchObject({
      listedOn: '2019-05-16',
      citation: '84 FR 22961, 84 FR 22963',
    })
    expect(find('us-bis-entity', 'huawei')).not.toHaveProperty('expiresOn')
  })

  it('a day that was not verified dates no listing', () => {
    expect(find('us-ofac-sdn', '20564')).toMatchObject({
      listedOn: null,
      remarks: 'Listed 2016-09-26 (day not verified).',
    })
  })
})

describe('listed addresses', () => {
  it('have no name, one address in Hong Kong, and say what license they need', () => {
    const addresses = listingsOf('us-bis-entity').filter((listing) => listing.names.length === 0)
    expect(addresses).toHaveLength(8)
    for (const listing of addresses) {
      expect(listing).toMatchObject({
        kind: null,
        addresses: [{ country: 'HK' }],
        listedOn: '2024-06-12',
        citation: '89 FR 51653 (rule 89 FR 51644)',
        requirement:
          'License required for CCL items and items in Supp. No. 7 to Part 746; presumption of denial',
      })
    }
  })
})

describe.skipIf(!existsSync(facts))('the embedded parties against the facts (skipped without them)', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, facts), 'utf8'))

  it('are what the importer makes of them, byte for byte', () => {
    const output = mkdtempSync(join(tmpdir(), 'consignee-'))
    execFileSync(process.execPath, [fileURLToPath(new URL('import.mjs', data)), fileURLToPath(facts), output])
    expect(readdirSync(output).sort()).toEqual([...partyFiles].sort())
    for (const name of partyFiles) {
      expect(readFileSync(join(output, name), 'utf8'), name).toBe(readFileSync(new URL(name, data), 'utf8'))
    }
  })

  it('account for every row', () => {
    const { glocomNetwork, procurementFronts } = read('us-dprk-exports.json')
    const { entityListAddresses } = read('us-items.json')
    const { un1718, euAutonomous, ofac, isnEO13382, otherPublic } = procurementFronts
    const people = glocomNetwork.people.length
    const reported = otherPublic.filter((row: { euListed?: string }) => !row.euListed).length
    expect(listingsOf('un-sc')).toHaveLength(un1718.length)
    expect(listingsOf('us-ofac-sdn')).toHaveLength(ofac.length)
    expect(listingsOf('us-state-isn')).toHaveLength(isnEO13382.length)
    expect(listingsOf('eu-fsf')).toHaveLength(euAutonomous.length + people)
    expect(listingsOf('uk-sanctions')).toHaveLength(1 + people)
    expect(listingsOf('public-reports')).toHaveLength(reported + glocomNetwork.entities.length - 1)
    const { omitted } = JSON.parse(readFileSync(new URL('us-bis-entity.json', data), 'utf8'))
    const withStreet = listingsOf('us-bis-entity').filter((listing) => listing.names.length === 0)
    expect(withStreet.length + omitted.entries.length).toBe(entityListAddresses.length)
  })
})

describe.skipIf(!existsSync(screeningList))(
  'the embedded parties against the Consolidated Screening List of 2026-07-31 (skipped without it)',
  () => {
    const { entries, tables } = JSON.parse(readFileSync(screeningList, 'utf8'))
    const keys = new Set(
      entries.map((entry: { n: string; s: number }) => `${tables.sources[entry.s]} ${entry.n.trim()}`),
    )

    it.each([
      ['us-ofac-sdn', 'Specially Designated Nationals (SDN) - Treasury Department'],
      ['us-state-isn', 'Nonproliferation Sanctions (ISN) - State Department'],
    ])('%s: every listing stands there by its primary name', (list, source) => {
      const missing = listingsOf(list).filter(({ names }) => !keys.has(`${source} ${names[0]?.name}`))
      expect(missing.map((listing) => listing.id)).toEqual([])
    })
  },
)
