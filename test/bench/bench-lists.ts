import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileLists, createScreener, openBundle, parseList } from '../../src/index.js'
import { hasShared, sharedFiles, wholeLists } from '../fixtures/shared-lists.js'

/**
 * `npm run bench:lists [-- --json FILE]`: how fast each official file is parsed, how large the bundle of all of them is,
 * and how soon, in a process that does nothing else, a screener made of it answers. Needs ../shared.
 */

const MB = 2 ** 20
const figures: Record<string, number> = {}

function report(name: string, value: number, unit: string): void {
  figures[name] = Number(value.toPrecision(4))
  console.log(`${name.padEnd(46)} ${value.toFixed(value < 10 ? 3 : 0).padStart(10)} ${unit}`)
}

/** On a busy machine the time on the clock is longer than that of the processor. */
function timed<T>(name: string, run: () => T): T {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = run()
  const { user, system } = process.cpuUsage(before)
  report(name, performance.now() - start, 'ms')
  report(`${name}, of the processor`, (user + system) / 1_000, 'ms')
  return result
}

/** What a fresh process needs that has only the bundle. */
function openOnly(path: string): void {
  const idle = process.memoryUsage()
  const bytes = timed('read the file', () => readFileSync(path))
  const { snapshots } = timed('open', () => openBundle(bytes))
  const opened = process.memoryUsage()
  report('open: heap beyond an idle process', (opened.heapUsed - idle.heapUsed) / MB, 'MB')
  report('open: resident beyond an idle process', (opened.rss - idle.rss) / MB, 'MB')
  const screener = timed('make a screener', () => createScreener({ lists: snapshots }))
  timed('first search', () => screener.search('Banco Nacional de Cuba'))
  timed('second search', () => screener.search('Rosoboronexport'))
  const used = process.memoryUsage()
  report('idle process, resident', idle.rss / MB, 'MB')
  report('all, heap', used.heapUsed / MB, 'MB')
  report('all, resident', used.rss / MB, 'MB')
}

function compileAll(path: string): void {
  const snapshots = wholeLists
    .filter(([, ...paths]) => hasShared(...paths))
    .map(([list, ...paths]) => {
      const files = sharedFiles(...paths)
      const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
      const start = performance.now()
      const snapshot = parseList(list, files)
      const name = paths[0]?.split('/').slice(-2).join('/')
      report(`parse ${name}`, size / MB / ((performance.now() - start) / 1_000), 'MB/s')
      return snapshot
    })
  report(
    'listings',
    snapshots.reduce((sum, { listings }) => sum + listings.length, 0),
    '',
  )
  const bytes = timed('compile the bundle', () => compileLists(snapshots))
  report('bundle', bytes.length / MB, 'MB')
  writeFileSync(path, bytes)
}

const args = process.argv.slice(2)
const opens = args.indexOf('--open')
if (opens >= 0) openOnly(args[opens + 1] ?? '')
else if (!wholeLists.some(([, ...paths]) => hasShared(...paths))) {
  console.log('bench:lists needs the official files in ../shared/lists; there are none')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'consignee-bench-'))
  const path = join(folder, 'lists.bundle')
  compileAll(path)
  const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', '--open', path], {
    encoding: 'utf8',
  })
  process.stdout.write(stdout + stderr)
  for (const [, name = '', value] of stdout.matchAll(/^(.{46}) +([\d.]+)/gm))
    figures[name.trim()] = Number(value)
  rmSync(folder, { recursive: true })
}
const json = args.indexOf('--json')
if (json >= 0) writeFileSync(args[json + 1] ?? '', `${JSON.stringify(figures, null, 2)}\n`)
