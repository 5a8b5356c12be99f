import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** Which rooms each room may import from. Files directly in src are listed by name. */
const allowed: Record<string, readonly string[]> = {
  errors: [],
  version: [],
  model: ['model', 'errors'],
  text: ['text', 'model'],
  tables: ['tables'],
  match: ['match', 'tables', 'text', 'model'],
  sync: ['sync', 'bundle', 'lists', 'model', 'errors', 'version'],
  bundle: ['lists', 'rules', 'match', 'tables', 'model', 'errors'],
  lists: ['lists', 'model', 'errors', 'version'],
  places: ['places', 'tables', 'text', 'model', 'errors'],
  goods: ['goods', 'text', 'model', 'errors'],
  measures: ['measures', 'text', 'model', 'errors'],
  rules: ['rules', 'match', 'tables', 'text', 'lists', 'places', 'goods', 'measures', 'model', 'errors'],
  decide: ['model'],
  explain: ['explain', 'model', 'lists', 'match'],
  screener: ['lists', 'goods', 'rules', 'match', 'model', 'decide', 'errors', 'version'],
  core: ['*'],
  index: ['*'],
  batch: ['model', 'errors', 'explain', 'batch'],
  cli: ['cli', 'batch', 'index', 'sync'],
}

function roomOf(path: string): string {
  if (path.startsWith('lists/sync/')) return 'sync'
  const [first = ''] = path.split('/')
  return first.replace(/\.[tj]s$/, '')
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target]) =>
    relative(src, resolve(dirname(join(src, file)), target ?? '')),
  )
}

describe('the house', () => {
  it('has imports that run one way only', () => {
    const wrong = files.flatMap((file) => {
      const rooms = allowed[roomOf(file)] ?? []
      return importsOf(file)
        .filter(
          (target) => !target.startsWith('..') && !rooms.includes('*') && !rooms.includes(roomOf(target)),
        )
        .map((target) => `${file} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('touches the world only in the command line, and where a sync is handed its network, clock and disk', () => {
    const worldly = new Set(['lists/sync/disk.ts', 'lists/sync/node.ts'])
    const wrong = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        !worldly.has(file) &&
        /from 'node:|\bprocess\.|Math\.random|Date\.now|new Date\(\)|\bBuffer\b/.test(
          readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
        ),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the sync out of what runs in browsers', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'sync.ts' &&
        !file.startsWith('lists/sync/') &&
        importsOf(file).some((target) => target.startsWith('lists/sync/')),
    )
    expect(wrong).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 350)
    expect(long).toEqual([])
  })

  it('has one version', async () => {
    const { VERSION } = await import('../src/version.js')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(VERSION).toBe(version)
  })
})
