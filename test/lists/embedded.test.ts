import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { check } from '../../src/model/check.js'
import { snapshotSchema } from '../../src/model/listing.js'

describe('the embedded parties', () => {
  it.each(embeddedSnapshots.map((snapshot) => [snapshot.list, snapshot] as const))(
    '%s is valid',
    (_, snapshot) => {
      check(snapshotSchema, snapshot, snapshot.list, 'invalid-facts')
      expect(snapshot.embedded).toBe(true)
      expect(new Set(snapshot.listings.map((listing) => listing.id)).size).toBe(snapshot.listings.length)
      for (const listing of snapshot.listings) {
        expect(listing.citation, listing.id).toBeTruthy()
        expect(listing.verified, listing.id).toBeTypeOf('boolean')
        expect(listing.names.length + listing.addresses.length, listing.id).toBeGreaterThan(0)
      }
      expect(bytesToHex(sha256(utf8ToBytes(JSON.stringify(snapshot.listings))))).toBe(snapshot.sha256)
    },
  )

  it('knows Glocom under each of its names, on the EU and UK lists but on no US list', () => {
    const lists = (name: string) =>
      embeddedSnapshots
        .filter((snapshot) =>
          snapshot.listings.some((listing) => listing.names.some((listed) => listed.name === name)),
        )
        .map((snapshot) => snapshot.list)
    for (const name of [
      'Pan Systems Pyongyang',
      'Glocom',
      'International Golden Services',
      'International Global System',
    ]) {
      expect(lists(name), name).toEqual(expect.arrayContaining(['eu-fsf', 'uk-sanctions']))
      expect(
        lists(name).filter((list) => list.startsWith('us-')),
        name,
      ).toEqual([])
    }
  })

  it('dates the listings of ZTE and Huawei', () => {
    const entityList = embeddedSnapshots.find((snapshot) => snapshot.list === 'us-bis-entity')
    const byId = (id: string) => entityList?.listings.find((listing) => listing.id === id)
    expect(byId('zte')).toMatchObject({ listedOn: '2016-03-08', expiresOn: '2017-03-28' })
    expect(byId('zte-parsian')?.expiresOn).toBeUndefined()
    expect(byId('huawei')).toMatchObject({ listedOn: '2019-05-16', citation: '84 FR 22961, 84 FR 22963' })
  })
})
