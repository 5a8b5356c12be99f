import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './run.js'

describe('consignee embargo by years', () => {
  it('shows what only eases as a relief, and what only cautions as a caution', () => {
    const { out } = run('embargo', 'IN', '--from', '2017', '--to', '2019', '--jurisdictions', 'US')
    expect(out).toMatch(/^2019 +relief$/m)
    const every = run('embargo', 'CH', '--from', '1990', '--to', '2026').out
    for (const text of [out, every]) expect(text).not.toMatch(/\bother\b/)
  })

  it('goes to this year when only the first is given', () => {
    const { out } = run('embargo', 'KP', '--from', '2025')
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 4)),
    ).toEqual(['year', '2025', '2026'])
  })

  it('writes a page that stands alone, whole, and nothing beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'embargo-'))
    const file = join(folder, 'kp.html')
    const { code, out, err } = run('embargo', 'N. Korea', '--from', '2000', '--to', '2026', '--html', file)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('kp.html')
    expect(readdirSync(folder)).toEqual(['kp.html'])
    const page = readFileSync(file, 'utf8')
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect(page).toContain('North Korea (KP)')
  })

  it('writes the same bytes each time, over what was there', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'embargo-')), 'kp.html')
    const write = () => {
      run('embargo', 'KP', '--from', '2000', '--to', '2026', '--html', file)
      return readFileSync(file, 'utf8')
    }
    expect(write()).toBe(write())
  })

  it('says what is wrong with the file or the flags, and leaves nothing behind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'embargo-'))
    const missing = run('embargo', 'KP', '--from', '2000', '--html', join(folder, 'no', 'kp.html'))
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('expected to be writable') })
    expect(readdirSync(folder)).toEqual([])
    const yearless = run('embargo', 'KP', '--html', join(folder, 'kp.html'))
    expect(yearless).toMatchObject({ code: 2, err: expect.stringContaining('--from YEAR') })
  })

  it.each(['UK', 'us', '', 'US,,EU', 'BR'])(
    'refuses the jurisdictions "%s" rather than show no measure',
    (codes) => {
      const { code, err } = run('embargo', 'KP', '--on', '2026-11-23', '--jurisdictions', codes)
      expect(code).toBe(2)
      expect(err).toContain('expected some of')
    },
  )
})
