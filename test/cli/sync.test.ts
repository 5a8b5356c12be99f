import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsableLists } from '../../src/index.js'
import { unList } from '../fixtures/un-list.js'
import { fileAnswer, serve } from '../sync/server.js'
import { runLater } from './run.js'

const server = serve()

async function run(...argv: string[]) {
  const ran = await runLater(...argv)
  return { ...ran, words: ran.out.replace(/\s+/g, ' ') }
}

const folder = () => mkdtempSync(join(tmpdir(), 'consignee-'))

describe('consignee sync', () => {
  it('fetches, says what changed, and screen, search and batch then use the directory and say how old it is', async () => {
    const dir = folder()
    server.answerWith(fileAnswer(unList({ people: 600 })))
    const first = await run('sync', '--lists', 'un-sc', '--dir', dir, '--mirror', server.mirror)
    expect(first.code).toBe(0)
    expect(first.out).toMatch(/^un-sc +updated +2026-11-20 +600 +new +0$/m)
    expect(first.err).toMatch(/un-sc consolidated\.xml \d+\.\d MB 100 %/)

    server.answerWith(fileAnswer(unList({ people: 200, date: '2026-11-22' }), { etag: '"half"' }))
    const second = await run('sync', '--lists', 'un-sc', '--dir', dir, '--mirror', server.mirror)
    expect(second.code).toBe(1)
    expect(second.words).toMatch(
      /un-sc was not renewed: it has 200 entries, 67 % fewer.* stays in use\. .*--accept un-sc/,
    )

    const name = 'Fibabafi VelmorViribavi'
    const found = await run('search', name, '--dir', dir)
    expect(found.code).toBe(10)
    expect(found.out).toContain(name)
    const screened = await run('screen', '--name', name, '--dir', dir, '--json')
    expect(screened.code).toBe(20)
    expect(JSON.parse(screened.out).findings[0].match.listing.list).toBe('un-sc')
    const orders = join(dir, 'orders.csv')
    writeFileSync(orders, `id,name,country\n1,${name},DE\n`)
    const batch = await run('batch', orders, '-o', join(dir, 'out.csv'), '--dir', dir)
    expect(batch.code).toBe(20)
    for (const { err } of [found, screened, batch])
      expect(err.replace(/\s+/g, ' ')).toMatch(
        /un-sc of 2026-11-20 \(3 days old\), NOT renewed on .*67 % fewer/,
      )
    expect((await run('lists', dir)).out).toMatch(/un-sc +2026-11-20 +600/)
  })

  it('says of a list that is missing or old, in screen, batch and from files, and never answers clear', async () => {
    const of = async (date: string, ...from: string[]) => {
      const order = ['--name', 'Blue Heron Bakery', '--country', 'DE', '--destination', 'DE', '--date', date]
      const { code, out } = await run('screen', ...order, ...from, '--json')
      const { findings } = JSON.parse(out) as { findings: { code: string; list?: string }[] }
      const told = findings.filter(({ list }) => list !== undefined).map((one) => `${one.code} ${one.list}`)
      return { code, told }
    }
    const dir = folder()
    server.answerWith(fileAnswer(unList({ people: 600 })))
    await run('sync', '--lists', 'un-sc', '--dir', dir, '--mirror', server.mirror)
    const others = ['us-csl', 'eu-fsf', 'uk-sanctions'].map((list) => `list-missing ${list}`)
    expect(await of('2026-11-23', '--dir', dir)).toEqual({ code: 10, told: others })
    expect(await of('2027-02-23', '--dir', dir)).toEqual({
      code: 10,
      told: [...others, 'list-out-of-date un-sc'],
    })
    const file = join(folder(), 'consolidated.xml')
    writeFileSync(file, unList({ people: 600, date: '2062-11-20' }))
    const undated = { code: 10, told: [...others, 'list-out-of-date un-sc'] }
    expect(await of('2026-11-23', '--lists', file)).toEqual(undated)
    expect(await of('2062-11-21', '--lists', file)).toEqual(undated)

    const orders = join(folder(), 'orders.csv')
    writeFileSync(orders, 'date,name,country,destination\n2027-02-23,Blue Heron Bakery,DE,DE\n')
    expect((await run('batch', orders, '-o', `${orders}.out`, '--dir', dir)).code).toBe(10)
    expect(readFileSync(`${orders}.out`, 'utf8')).toMatch(/^2,,review,.*us-csl .* was not loaded/m)
  })

  it('takes files at hand with --from', async () => {
    const from = folder()
    writeFileSync(join(from, 'consolidated.xml'), unList({ people: 600 }))
    const { code, out } = await run('sync', '--from', from, '--dir', folder(), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).lists[0]).toMatchObject({
      list: 'un-sc',
      status: 'updated',
      stored: { origin: 'folder' },
    })
  })

  it('takes a copy of a mirror, whose folders are named by list', async () => {
    const from = folder()
    mkdirSync(join(from, 'un-sc'))
    writeFileSync(join(from, 'un-sc', 'of-today.xml'), unList({ people: 600 }))
    const { out } = await run('sync', '--from', from, '--dir', folder(), '--json')
    expect(JSON.parse(out).lists[0]).toMatchObject({ list: 'un-sc', status: 'updated' })
    mkdirSync(join(from, 'other'))
    writeFileSync(join(from, 'other', 'consolidated.xml'), unList({ people: 600 }))
    expect((await run('sync', '--from', from, '--dir', folder())).err).toContain('several copies of un-sc')
  })

  it.each([
    [['sync', '--dir', 'c', '--from', 'a', '--mirror', 'https://b/'], 2, '--from or --mirror'],
    [['sync', 'x'], 2, 'no argument'],
    [['sync'], 2, '--dir'],
    [['sync', '--lists', 'us-bis-dp', '--dir', 'no-such-folder'], 2, 'a list that can be read'],
    [['screen', '--name', 'x', '--dir', 'no-such-folder'], 1, 'consignee sync --dir no-such-folder'],
  ])('%j fails with %i', async (argv, expected, words) => {
    const { code, err } = await run(...argv)
    expect(err).toContain(words)
    expect(code).toBe(expected)
  })
})

describe('consignee lists', () => {
  it('--registry tells of each list who, where, what it means, how old it may be', async () => {
    const { out } = await run('lists', '--registry')
    expect(out).toContain('un-sc: United Nations Security Council Consolidated List')
    expect(out).toMatch(/^ {2}changes +daily; at most 10 days old$/m)
    const entries = JSON.parse((await run('lists', '--registry', '--json')).out)
    for (const entry of entries) {
      expect(entry.meaning.length * entry.license.length * entry.maxAgeDays, entry.id).toBeGreaterThan(0)
      for (const { url } of entry.files) expect(new URL(url).protocol).toBe('https:')
    }
    const parsable = entries.filter((entry: { parsable: boolean }) => entry.parsable)
    expect(parsable.map(({ id }: { id: string }) => id).sort()).toEqual([...parsableLists].sort())
  })

  it('diff tells what changed, as text, JSON and one page that holds everything', async () => {
    const [before, after] = [folder(), folder()]
    const text = new TextDecoder().decode(unList({ people: 5, from: 2 }))
    writeFileSync(join(before, 'consolidated.xml'), unList({ people: 5 }))
    writeFileSync(
      join(after, 'consolidated.xml'),
      text.replace('DPRK', 'DPRK &lt;script&gt;alert(1)&lt;/script&gt;'),
    )
    const page = join(after, 'diff.html')
    const { code, words } = await run('lists', 'diff', before, after, '--html', page)
    expect(code).toBe(0)
    expect(words).toContain('2 added, 2 removed, 1 amended')
    expect(words).toMatch(/programs - DPRK .*programs \+ DPRK <script>/)
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(/)
    expect(html).toContain("default-src 'none'")
    const file = (dir: string) => join(dir, 'consolidated.xml')
    const json = await run('lists', 'diff', file(before), file(after), '--list', 'un-sc', '--json')
    expect(JSON.parse(json.out).diffs[0].amended).toHaveLength(1)
    expect((await run('lists', 'diff', file(before), file(after))).code).toBe(2)
    expect((await run('lists', 'diff', before)).code).toBe(2)
  })
})
