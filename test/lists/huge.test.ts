import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** 100 MB of one element, in each format and of each kind: refused, in memory that does not grow with it. */

const child = new URL('huge-child.ts', import.meta.url).pathname

describe('100 MB of one element', () => {
  it('are refused by every parser, with a heap of 256 MB and at most 250 MB beside the file', async () => {
    const run = promisify(execFile)
    const { stdout } = await run('node', ['--max-old-space-size=256', '--import', 'tsx', child])
    const lines = stdout.trim().split('\n')
    const grown = Number(/^grown by (\d+) MB$/.exec(lines.pop()!)?.[1])
    expect(lines.filter((line) => !line.endsWith(': unreadable-list'))).toEqual([])
    expect(lines.length).toBeGreaterThan(200)
    expect(grown).toBeLessThan(250)
  })
})
