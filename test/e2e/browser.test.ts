import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileLists, createScreener, openBundle, parseList, type Transaction } from '../../src/index.js'
import { hasChromium, openPage, type Page } from './chromium.js'

const order: Transaction = {
  date: '2026-11-23',
  parties: [{ role: 'purchaser', name: 'Tarek Velmor', address: { city: 'Simferopol', country: 'Ukraine' } }],
  destination: { country: 'Россия' },
  items: [{ description: 'radio', hs: '851762', eccn: '5A991', value: { amount: 60, currency: 'EUR' } }],
}

const un = readFileSync(new URL('../fixtures/un-sc/consolidated.xml', import.meta.url))
const csl = readFileSync(new URL('../fixtures/us-csl/minimal-quoting.csv', import.meta.url))

/** The package in a page with nothing of Node around it. */
describe.skipIf(!hasChromium)('the package in Chromium (needs /usr/bin/chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consignee-browser-'))
  let page: Page

  beforeAll(async () => {
    await build({
      config: false,
      entry: { consignee: 'src/index.ts' },
      format: ['iife'],
      globalName: 'consignee',
      platform: 'browser',
      noExternal: [/./],
      outDir: folder,
      silent: true,
    })
    writeFileSync(
      join(folder, 'page.html'),
      '<!doctype html><meta charset="utf-8"><script src="consignee.global.js"></script>',
    )
    page = await openPage(pathToFileURL(join(folder, 'page.html')).href, 800, 600)
  })
  afterAll(() => {
    page?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const inPage = (body: string) => page.evaluate(`JSON.stringify((() => { ${body} })())`)
  const bytes = (data: Uint8Array) =>
    `Uint8Array.from(atob('${Buffer.from(data).toString('base64')}'), (letter) => letter.charCodeAt(0))`

  it('decides as in Node, byte for byte', async () => {
    const decision = createScreener().screen(order)
    expect(await inPage(`return consignee.createScreener().screen(${JSON.stringify(order)})`)).toBe(
      JSON.stringify(decision),
    )
  })

  it('parses lists, and opens a bundle that Node wrote', async () => {
    const bundle = compileLists([parseList('us-csl', csl), parseList('un-sc', un)])
    const decision = createScreener({ lists: openBundle(bundle).snapshots }).screen(order)
    const screen = `consignee.createScreener({ lists }).screen(${JSON.stringify(order)})`
    expect(decision.findings.map(({ code }) => code)).toContain('listed-party')
    expect(
      await inPage(`const lists = consignee.openBundle(${bytes(bundle)}).snapshots; return ${screen}`),
    ).toBe(JSON.stringify(decision))
    expect(
      await inPage(
        `const lists = [consignee.parseList('us-csl', ${bytes(csl)}), consignee.parseList('un-sc', ${bytes(un)})]; return ${screen}`,
      ),
    ).toBe(JSON.stringify(decision))
  })
})
