import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import type { Listing } from '../../src/model/listing.js'

const folder = new URL('../../../shared/lists/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder))
const has = (path: string) => existsSync(new URL(path, folder))
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** Records by a regular expression, which knows nothing of the parser. */
const recordsOf = (text: string) =>
  [...text.matchAll(/<(INDIVIDUAL|ENTITY)(?: [^>]*)?>(?:(?!<\/\1>)[\s\S])*<\/\1>/g)].map(([record]) => record)

/** Texts of a listing that the file's texts must be found in. */
const textOf = (listing: Listing) => Object.values(listing).flatMap(stringsIn).join('\n')
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : []

describe('real UN lists (a file is skipped where ../shared/lists does not have it)', () => {
  for (const [date, people, companies] of [
    ['2026-02-27', 730, 273],
    ['2025-11-20', 727, 273],
    ['2025-04-19', 684, 193],
    ['2024-11-30', null, null],
    ['2020-12-01', 712, 294],
    ['2020-11-24', 713, 305],
  ] as const) {
    const path = `un_sc/${date}/consolidated.xml`
    describe.skipIf(!has(path))(date, () => {
      const bytes = has(path) ? read(path) : new Uint8Array()
      const text = new TextDecoder().decode(bytes)
      const snapshot = has(path) ? parseList('un-sc', bytes) : null
      const listings = snapshot?.listings ?? []

      it('has every record, in order, under its own id', () => {
        const ids = [...text.matchAll(/<DATAID>(\d+)<\/DATAID>/g)].map(([, id]) => id)
        expect(listings.map(({ id }) => id)).toEqual(ids)
        expect(new Set(ids).size).toBe(ids.length)
        expect(snapshot?.published).toBe(date)
        if (people !== null) {
          expect(listings.filter(({ kind }) => kind === 'person')).toHaveLength(people)
          expect(listings.filter(({ kind }) => kind === 'organization')).toHaveLength(companies)
        }
      })

      it('has every alias as a name or as published, and counts the empty ones', () => {
        const records = recordsOf(text)
        expect(records).toHaveLength(listings.length)
        let found = 0
        for (const [index, record] of records.entries()) {
          const { names, remarks } = listings[index]!
          for (const [, alias = ''] of record.matchAll(/<ALIAS_NAME>([^<]+)<\/ALIAS_NAME>/g)) {
            const name = plain(alias)
            const kept = names.some((one) => one.name === name) || remarks?.includes(`as published: ${name}`)
            expect(kept, name).toBe(true)
            found++
          }
        }
        const empty = (snapshot?.issues ?? [])
          .filter(({ code }) => code === 'empty-alias')
          .reduce((sum, { message }) => sum + Number(/got (\d+)/.exec(message)?.[1]), 0)
        expect(found + empty).toBe(text.match(/<(?:INDIVIDUAL|ENTITY)_ALIAS(?: ?\/)?>/g)?.length)
        if (date === '2026-02-27') expect([found + empty, empty]).toEqual([3043, 291])
      })

      it('has every word of the file in the listing of its record', () => {
        for (const [index, record] of recordsOf(text).entries()) {
          const kept = textOf(listings[index]!)
          for (const [, element, value = ''] of record.matchAll(/<(\w+)>([^<]*)<\/\1>/g)) {
            // How exact a date or an alias is, is a property there; the time zone of a day means nothing.
            if (element === 'TYPE_OF_DATE' || element === 'QUALITY' || plain(value) === 'na') continue
            const words = plain(value).replace(/^(\d{4}-\d\d-\d\d)-\d\d:\d\d$/, '$1')
            if (words === 'Approximately') expect(kept).toContain('circa')
            else expect(kept, `${element} of ${listings[index]!.id}`).toContain(words)
          }
        }
      })

      it('has no issue but empty aliases and a few birth dates that are none', () => {
        const codes = (snapshot?.issues ?? [])
          .map(({ code }) => code)
          .filter((code) => code !== 'empty-alias' && code !== 'lost-letters')
        // One name in the copy of 2026-02-27 has lost a letter.
        const lost = snapshot?.issues.filter(({ code }) => code === 'lost-letters').map(({ where }) => where)
        expect(lost).toEqual(text.includes('\ufffd') ? ['111076'] : [])
        expect(codes.every((code) => code === 'bad-birth-date')).toBe(true)
        expect(codes.length).toBeLessThan(5)
      })
    })
  }

  it.skipIf(!has('un_sc/2020-12-01/consolidated.xml'))('are refused when cut, wherever it is', () => {
    const whole = read('un_sc/2020-12-01/consolidated.xml')
    for (const part of [0.01, 0.5, 0.99]) {
      expect(() => parseList('un-sc', whole.subarray(0, whole.length * part))).toThrow(/download/)
    }
  })

  const damaged = 'malformed/un_consolidated_2025-08-16_latin1_reencoded.xml'
  it.skipIf(!has(damaged))('are refused when they hold Latin-1 and declare UTF-8', () => {
    expect(() => parseList('un-sc', read(damaged))).toThrow(/expected utf-8 text/)
  })

  const part = 'un_sc/2016-02-11_truncated/consolidated.xml'
  it.skipIf(!has(part))('are reported when someone abridged them and closed the root again', () => {
    const { listings, issues } = parseList('un-sc', read(part))
    expect(listings).toHaveLength(239)
    expect(issues.some(({ code }) => code === 'few-records')).toBe(true)
  })
})
