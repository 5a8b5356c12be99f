import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'

const folder = new URL('../../../shared/lists/', import.meta.url)
const absent = !existsSync(folder)
const read = (path: string) => readFileSync(new URL(path, folder))

describe.skipIf(absent)('real UN lists (skipped where ../shared/lists is absent)', () => {
  it.each([
    ['2026-02-27', 730, 273],
    ['2025-04-19', null, null],
    ['2020-12-01', null, null],
    ['2020-11-24', null, null],
  ])('%s is read whole', (date, people, entities) => {
    const bytes = read(`un_sc/${date}/consolidated.xml`)
    const { listings, published, issues } = parseList('un-sc', bytes)
    const text = bytes.toString('utf8')
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    expect(listings).toHaveLength(count(/<INDIVIDUAL>/g) + count(/<ENTITY>/g))
    if (people !== null) {
      expect(listings.filter((listing) => listing.kind === 'person')).toHaveLength(people)
      expect(listings.filter((listing) => listing.kind === 'organization')).toHaveLength(entities)
    }
    expect(published).toBe(date === '2026-02-27' ? '2026-02-27' : published)
    const aliases = listings.reduce(
      (sum, listing) =>
        sum + listing.names.filter((name) => name.type === 'alias' || name.type === 'former').length,
      0,
    )
    const empty = issues
      .filter((issue) => issue.code === 'empty-alias')
      .reduce((sum, issue) => sum + Number(/got (\d+)/.exec(issue.message)?.[1]), 0)
    expect(aliases + empty).toBe(count(/<(INDIVIDUAL|ENTITY)_ALIAS\s*\/?>/g))
  })

  it('refuses a re-encoded file and one cut at half', () => {
    const whole = read('un_sc/2020-12-01/consolidated.xml')
    expect(() => parseList('un-sc', whole.subarray(0, whole.length / 2))).toThrow(/download/)
    expect(() =>
      parseList('un-sc', read('malformed/un_consolidated_2025-08-16_latin1_reencoded.xml')),
    ).toThrow(/download/)
  })
})
