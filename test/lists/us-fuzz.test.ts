import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseCsl } from '../../src/lists/us-csl.js'
import { parseOfac } from '../../src/lists/us-ofac.js'
import { type ListFile, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

/** Damaged files: each is refused with the one error class, or read with the damage reported. */

const fixtures = new URL('../fixtures/', import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))

/** What a parser does with a file; any error but ours fails the test. */
function attempt(parse: () => Snapshot): Snapshot | null {
  try {
    const snapshot = parse()
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
    return snapshot
  } catch (error) {
    if (error instanceof ConsigneeError && error.code === 'unreadable-list') return null
    throw error
  }
}

const csl = (bytes: Uint8Array) => attempt(() => parseCsl('us-csl', [{ name: 'c', bytes }]))

const ofacFiles: readonly ListFile[] = ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'].map((name) => ({
  name,
  bytes: read(`us-ofac/${name}`),
}))
const ofac = (name: string, bytes: Uint8Array) =>
  attempt(() =>
    parseOfac(
      'us-ofac-sdn',
      ofacFiles.map((file) => (file.name === name ? { name, bytes } : file)),
    ),
  )

/** Lengths at which a csv file ends exactly after a row, quotes respected: the dumb way, byte by byte. */
function rowEnds(bytes: Uint8Array): Set<number> {
  const ends = new Set<number>()
  let quoted = false
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0x22) quoted = !quoted
    if (!quoted && (byte === 0x0a || byte === 0x0d)) ends.add(index + 1)
  }
  return ends
}

describe('the Consolidated Screening List cut at every byte', () => {
  it.each(['us-csl/minimal-quoting.csv', 'us-csl/all-quoted.csv', 'us-csl/all-quoted.tsv'])(
    '%s is refused, or the cut is reported; only a cut between rows cannot be seen',
    (path) => {
      const bytes = read(path)
      const ends = rowEnds(bytes)
      const unseen: number[] = []
      for (let length = 0; length < bytes.length; length++) {
        const snapshot = csl(bytes.subarray(0, length))
        if (snapshot?.issues.every(({ code }) => code !== 'no-final-newline')) unseen.push(length)
      }
      expect(unseen.length).toBeGreaterThan(3)
      expect(unseen.filter((length) => !ends.has(length))).toEqual([])
    },
  )

  it('envelope.json is always refused', () => {
    const bytes = read('us-csl/envelope.json')
    for (let length = 0; length < bytes.length; length++) expect(csl(bytes.subarray(0, length))).toBeNull()
  })
})

describe('each of OFAC’s files cut at every byte', () => {
  it.each(ofacFiles.map(({ name }) => name))('%s is refused, or the missing end mark is reported', (name) => {
    const { bytes } = ofacFiles.find((file) => file.name === name)!
    for (let length = 0; length < bytes.length; length++) {
      const snapshot = ofac(name, bytes.subarray(0, length))
      if (!snapshot) continue
      expect(snapshot.issues).toContainEqual(expect.objectContaining({ code: 'no-end-mark', where: name }))
    }
  })
})

describe('bytes changed at random', () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })
  const damage = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
    const copy = Uint8Array.from(bytes)
    for (const [position, byte] of changes) copy[position % copy.length] = byte
    return copy
  }

  it.each([
    'us-csl/minimal-quoting.csv',
    'us-csl/all-quoted.csv',
    'us-csl/all-quoted.tsv',
    'us-csl/envelope.json',
  ])('%s is read or refused, never anything else', (path) => {
    const bytes = read(path)
    fc.assert(
      fc.property(change, (changes) => {
        csl(damage(bytes, changes))
      }),
      { numRuns: 300 },
    )
  })

  it.each(ofacFiles.map(({ name }) => name))('%s is read or refused, never anything else', (name) => {
    const { bytes } = ofacFiles.find((file) => file.name === name)!
    fc.assert(
      fc.property(change, (changes) => {
        ofac(name, damage(bytes, changes))
      }),
      { numRuns: 200 },
    )
  })

  it('and files of random bytes and texts are refused or read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          csl(bytes)
          ofac('sdn.csv', bytes)
        },
      ),
    )
  })

  it('and any json in place of the records', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        csl(new TextEncoder().encode(JSON.stringify({ results: value })))
        csl(
          new TextEncoder().encode(
            JSON.stringify([{ source: value, name: value, alt_names: value, addresses: value, ids: value }]),
          ),
        )
      }),
    )
  })
})
