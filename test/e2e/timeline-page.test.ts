import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli/run.js'
import { hasChromium, openPage, type Page } from './chromium.js'

/** The page as a person meets it. Runs where Debian's chromium is installed (apt-get install chromium). */
describe.skipIf(!hasChromium)('the timeline page in Chromium (needs /usr/bin/chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timeline-'))
  const file = join(folder, 'kp.html')
  let page: Page

  beforeAll(async () => {
    const quiet = { out() {}, err() {}, color: false, progress: false, today: '2026-11-23' }
    expect(runCommand(['embargo', 'KP', '--from', '2000', '--to', '2026', '--html', file], quiet)).toBe(0)
    page = await openPage(pathToFileURL(file).href, 1280, 900)
  })

  afterAll(() => {
    page?.close()
    rmSync(folder, { recursive: true })
  })

  const isShown = `[...document.querySelectorAll('.panel')].filter((panel) => panel.checkVisibility()).map((panel) => panel.getAttribute('aria-label'))`

  async function click(selector: string): Promise<void> {
    await page.evaluate(
      `document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center', behavior: 'instant' })`,
    )
    const [x, y] = (await page.evaluate(
      `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return [box.left + 30, box.top + box.height / 2] })()`,
    )) as [number, number]
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
  }

  /** The cell of a jurisdiction, by its column, in a year. */
  const cell = (year: number, column: number) =>
    `tbody tr:nth-child(${year - 1999}) td:nth-child(${column}) summary`

  it('is drawn with 27 years of 4 jurisdictions, in colors that differ', async () => {
    expect(await page.evaluate(`document.querySelectorAll('.matrix td').length`)).toBe(27 * 4)
    const colors = (await page.evaluate(
      `[2001, 2007, 2016].map((year) => getComputedStyle(document.querySelector('tbody tr:nth-child(' + (year - 1999) + ') td')).backgroundColor)`,
    )) as string[]
    expect(new Set(colors).size).toBe(3)
  })

  it('shows no panel at first, and opens that of a cell on a click, with its citation', async () => {
    expect(await page.evaluate(isShown)).toEqual([])
    await click(cell(2006, 3))
    expect(await page.evaluate(isShown)).toEqual(['United Nations, 2006'])
    const text = await page.evaluate(`document.querySelector('details[open] .panel').innerText`)
    expect(text).toContain('S/RES/1718 (2006)')
  })

  it('opens another cell instead, and closes by the button', async () => {
    await click(cell(2007, 2))
    expect(await page.evaluate(isShown)).toEqual(['United States, 2007'])
    for (const type of ['mousePressed', 'mouseReleased'])
      await page.send('Input.dispatchMouseEvent', {
        type,
        x: 1280 - 50,
        y: 38,
        button: 'left',
        clickCount: 1,
      })
    expect(await page.evaluate(isShown)).toEqual([])
  })

  it('can be read by a screen reader as a table', async () => {
    const { nodes } = await page.send('Accessibility.getFullAXTree')
    const roles = (nodes as { role?: { value: string } }[]).map((node) => node.role?.value)
    for (const role of ['table', 'columnheader', 'rowheader', 'cell', 'caption'])
      expect(roles).toContain(role)
  })

  it('does not scroll sideways, on a telephone either', async () => {
    await page.send('Emulation.setDeviceMetricsOverride', {
      width: 390,
      height: 844,
      deviceScaleFactor: 1,
      mobile: true,
    })
    const tooWide = await page.evaluate(
      `[...document.querySelectorAll('body *')].filter((node) => !node.closest('.scroll, .skip') && node.getBoundingClientRect().right > 390).map((node) => node.outerHTML.slice(0, 80))`,
    )
    expect(tooWide).toEqual([])
    await page.send('Emulation.clearDeviceMetricsOverride')
  })

  it('prints', async () => {
    const { data } = await page.send('Page.printToPDF', { printBackground: true })
    expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('asked for nothing but itself, and broke no rule of its content policy', () => {
    const urls = page
      .events('Network.requestWillBeSent')
      .map(({ request }) => (request as { url: string }).url)
    expect(urls.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href])
    expect(page.events('Log.entryAdded')).toEqual([])
    expect(page.events('Runtime.exceptionThrown')).toEqual([])
  })
})
