import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diffSnapshots, type ListDiff, parsableLists, parseList } from '../../src/index.js'

/**
 * Differences of the publishers' own files, where they lie next to the project, against a second count that shares no
 * code with parsers or comparison: sets of ids and lines taken from the files with regular expressions.
 */

const shared = new URL('../../../shared/lists/', import.meta.url)
const has = (path: string) => existsSync(new URL(path, shared))
const bytes = (path: string) => new Uint8Array(readFileSync(new URL(path, shared)))
const text = (path: string) => readFileSync(new URL(path, shared), 'latin1')
const load = (list: string, folder: string, names: readonly string[]) =>
  parseList(
    list,
    names.map((name) => ({ name, bytes: bytes(`${folder}/${name}`) })),
  )
const ids = (listings: readonly { readonly id: string }[]) => listings.map(({ id }) => id).sort()
const only = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((id) => !b.has(id)).sort()
const amendedIds = (diff: ListDiff) => diff.amended.map(({ after }) => after.id).sort()

describe('the Security Council’s list', () => {
  const records = (path: string) => {
    const found = text(path).matchAll(/<(INDIVIDUAL|ENTITY)(?: [^>]*)?>(?:(?!<\/\1>)[\s\S])*<\/\1>/g)
    return new Map(
      [...found].map(([record]) => [/<DATAID>(\d+)/.exec(record)![1]!, record.replace(/\s+/g, ' ')]),
    )
  }
  it.skipIf(!has('un_sc/2020-11-24'))(
    'of 2020-11-24 and a week later: twelve entries on Iraq removed, nothing else',
    () => {
      const [a, b] = ['2020-11-24', '2020-12-01'].map((day) => `un_sc/${day}/consolidated.xml`) as [
        string,
        string,
      ]
      const diff = diffSnapshots(parseList('un-sc', bytes(a)), parseList('un-sc', bytes(b)))
      const [before, after] = [records(a), records(b)]
      expect(ids(diff.removed)).toEqual(only(new Set(before.keys()), new Set(after.keys())))
      expect([diff.removed.length, diff.added.length, diff.renumbered.length]).toEqual([12, 0, 0])
      expect(diff.removed.every(({ source }) => source === 'Iraq')).toBe(true)
      const changed = [...after].filter(([id, record]) => before.get(id) !== record).map(([id]) => id)
      expect(amendedIds(diff)).toEqual(changed.sort())
    },
  )

  it.skipIf(!has('un_sc/2025-04-19'))(
    'of 2025-04-19 and 2026-02-27: the Iran entries that the snapback brought',
    () => {
      const [a, b] = ['2025-04-19', '2026-02-27'].map((day) => `un_sc/${day}/consolidated.xml`) as [
        string,
        string,
      ]
      const diff = diffSnapshots(parseList('un-sc', bytes(a)), parseList('un-sc', bytes(b)))
      const [before, after] = [new Set(records(a).keys()), new Set(records(b).keys())]
      // The Council gave six entries new numbers; each has its names and its reference from before.
      const { renumbered } = diff
      expect(renumbered).toHaveLength(6)
      expect([...ids(diff.added), ...renumbered.map((change) => change.after)].sort()).toEqual(
        only(after, before),
      )
      expect([...ids(diff.removed), ...renumbered.map((change) => change.before)].sort()).toEqual(
        only(before, after),
      )
      const reference = (path: string, id: string) =>
        /<REFERENCE_NUMBER>([^<]+)/.exec(records(path).get(id) ?? '')?.[1]
      for (const change of renumbered) expect(reference(b, change.after)).toBe(reference(a, change.before))
      const iran = text(b).match(/<UN_LIST_TYPE>Iran<\/UN_LIST_TYPE>/g)!.length
      expect(diff.added.filter(({ source }) => source === 'Iran')).toHaveLength(iran)
      expect(diff.amended.length).toBeGreaterThan(0)
    },
  )
})

/** The fields of a csv line; OFAC doubles no quotes. */
const fieldsOf = (line: string) =>
  [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field.replaceAll('"', '').trim())
const lines = (path: string) =>
  text(path)
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line))

describe('OFAC’s lists', () => {
  const sdn = ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv']
  /** All that the four files say of each uid, without the numbers of aliases and addresses. */
  const said = (folder: string) => {
    const byUid = new Map<string, string[]>()
    for (const name of sdn) {
      for (const line of lines(`${folder}/${name}`)) {
        const [uid = '', ...rest] = fieldsOf(line)
        const numbered = name === 'add.csv' || name === 'alt.csv'
        const words = (numbered ? rest.slice(1) : rest).join('|')
        // An address row of nulls only says nothing.
        if (/[a-z]/i.test(words)) byUid.set(uid, [...(byUid.get(uid) ?? []), `${name} ${words}`])
      }
    }
    return new Map([...byUid].map(([uid, rows]) => [uid, rows.sort().join('\n')]))
  }

  it.skipIf(!has('us_ofac/2019-01'))(
    'of 2019-01 and 2021-07: every uid that came, went or changed, and no other',
    () => {
      const [a, b] = ['us_ofac/2019-01', 'us_ofac/2021-07'] as const
      const diff = diffSnapshots(load('us-ofac-sdn', a, sdn), load('us-ofac-sdn', b, sdn))
      const [before, after] = [said(a), said(b)]
      const [old, now] = [new Set(before.keys()), new Set(after.keys())]
      expect(ids(diff.added)).toEqual(only(now, old))
      expect(ids(diff.removed)).toEqual(only(old, now))
      expect([diff.added.length, diff.removed.length]).toEqual([1_858, 261])
      const changed = [...after]
        .filter(([uid, rows]) => old.has(uid) && before.get(uid) !== rows)
        .map(([uid]) => uid)
      expect(amendedIds(diff)).toEqual(changed.sort())
    },
  )

  it.skipIf(!has('us_ofac/2019-01'))('twenty amendments of it, line for line as in the files', () => {
    const [a, b] = ['us_ofac/2019-01', 'us_ofac/2021-07'] as const
    const diff = diffSnapshots(load('us-ofac-sdn', a, sdn), load('us-ofac-sdn', b, sdn))
    const aliases = (folder: string, uid: string) =>
      lines(`${folder}/alt.csv`)
        .map(fieldsOf)
        .filter(([id]) => id === uid)
        .map(([, , , name = '']) => name)
    const renamed = diff.amended.filter(({ changes }) => changes.some(({ field }) => field === 'names'))
    for (const { after, changes } of renamed.filter((_, i) => i % 4 === 0).slice(0, 20)) {
      const { added, removed } = changes.find(({ field }) => field === 'names')!
      const [was, is] = [aliases(a, after.id), aliases(b, after.id)]
      const strong = (items: readonly string[]) =>
        items
          .filter((item) => /\((alias|former|variation), strong\)$/.test(item))
          .map((item) => item.replace(/ \([^()]*\)$/, ''))
      expect(strong(added).sort()).toEqual(is.filter((name) => !was.includes(name)).sort())
      expect(strong(removed).sort()).toEqual(was.filter((name) => !is.includes(name)).sort())
    }
  })

  it.skipIf(!has('us_ofac/cons_2025-03')).each([
    ['2025-03', '2025-04'],
    ['2025-04', '2025-12'],
  ])('the non-SDN entries of %s and %s', (before, after) => {
    const [a, b] = [`us_ofac/cons_${before}`, `us_ofac/cons_${after}`] as const
    const diff = diffSnapshots(
      load('us-ofac-cons', a, ['cons_prim.csv']),
      load('us-ofac-cons', b, ['cons_prim.csv']),
    )
    const rows = (folder: string) =>
      new Map(lines(`${folder}/cons_prim.csv`).map((line) => [fieldsOf(line)[0]!, line]))
    const [old, now] = [rows(a), rows(b)]
    expect(ids(diff.added)).toEqual(only(new Set(now.keys()), new Set(old.keys())))
    expect(ids(diff.removed)).toEqual(only(new Set(old.keys()), new Set(now.keys())))
    const changed = [...now]
      .filter(([uid, line]) => old.has(uid) && old.get(uid) !== line)
      .map(([uid]) => uid)
    expect(amendedIds(diff)).toEqual(changed.sort())
  })
})

describe.skipIf(!parsableLists.includes('us-bis-dpl') || !has('us_bis/2018-08'))(
  'the Denied Persons List (skipped without its parser or ../shared/lists)',
  () => {
    const names = (path: string) =>
      new Set(
        text(path)
          .split(/\r?\n/)
          .slice(1)
          .map((line) => line.split('\t')[0]!.replaceAll('"', '').trim())
          .filter((name) => name !== ''),
      )
    it.each([
      ['2018-08', '2019-07'],
      ['2019-07', '2023-11'],
    ])('of %s and %s: every name that came or went is told, and no other', (before, after) => {
      const [a, b] = [`us_bis/${before}/dpl.txt`, `us_bis/${after}/dpl.txt`] as const
      const [old, now] = [parseList('us-bis-dpl', bytes(a)), parseList('us-bis-dpl', bytes(b))]
      const diff = diffSnapshots(old, now)
      expect(diff.added.length - diff.removed.length).toBe(now.listings.length - old.listings.length)
      const fresh = new Set(only(names(b), names(a)))
      const gone = new Set(only(names(a), names(b)))
      const told = (listings: readonly { names: readonly { name: string }[] }[]) =>
        new Set(listings.flatMap((one) => one.names.map(({ name }) => name.replaceAll('"', ''))))
      const came = told([...diff.added, ...diff.amended.map((change) => change.after)])
      const went = told([...diff.removed, ...diff.amended.map((change) => change.before)])
      expect([...fresh].filter((name) => ![...came].some((one) => name.includes(one)))).toEqual([])
      expect([...gone].filter((name) => ![...went].some((one) => name.includes(one)))).toEqual([])
      expect(diff.added.length + diff.amended.length).toBeLessThan(now.listings.length / 2 + fresh.size)
    })
  },
)
