import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { territorySchema } from '../../src/model/place.js'
import { territoryCodeSchema } from '../../src/model/vocabulary.js'

const table = readFileSync(new URL('../../data/places/territories.json', import.meta.url), 'utf8')
const facts = fileURLToPath(new URL('../../../shared/facts/countries.json', import.meta.url))

describe('data/places/territories.json', () => {
  it('has the documented shape', () => {
    const { territories } = JSON.parse(table) as { territories: unknown }
    for (const territory of z.array(territorySchema).parse(territories)) {
      // Only former states have a code that no measure can name.
      if (!territory.successors) expect(territoryCodeSchema.safeParse(territory.code).success).toBe(true)
    }
  })

  it('is small enough to ship', () => {
    expect(gzipSync(table, { level: 9 }).length).toBeLessThan(110_000)
  })

  it.skipIf(!existsSync(facts))(
    'is what the importer makes of the facts (skipped without the facts file)',
    () => {
      const output = join(mkdtempSync(join(tmpdir(), 'consignee-')), 'territories.json')
      const importer = fileURLToPath(new URL('../../data/places/import.mjs', import.meta.url))
      execFileSync(process.execPath, [importer, facts, output])
      expect(readFileSync(output, 'utf8')).toBe(table)
    },
  )
})
