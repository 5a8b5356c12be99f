import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { embargoTimeline, type Measure, renderTimelineHtml } from '../../src/index.js'
import { embeddedMeasures } from '../../src/measures/embedded.js'

const range = { from: 2000, to: 2026, jurisdictions: ['US', 'UN', 'EU', 'GB'] }
const page = renderTimelineHtml(embargoTimeline('KP', range))

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length
/** The page as a reader without a browser gets it. */
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
const text = textOf(page)

/** Throws where a tag is not closed or an attribute not quoted: the page is written as XML but for void elements. */
function parseAsXml(html: string): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.write(html.replace('<!doctype html>', '').replace(/<(meta|link|br)\b([^>]*)>/g, '<$1$2/>')).close()
}

describe('the page of a timeline', () => {
  it('fetches nothing and runs nothing', () => {
    expect(page).toContain(`default-src 'none'`)
    expect(page).not.toMatch(/<script|<img|<iframe|<object|@import|url\(|\son\w+=|javascript:/i)
    expect(page).not.toMatch(/<link(?! rel="icon" href="data:,")/)
    expect(page).not.toMatch(/\ssrc=/)
  })

  it('is well-formed', () => {
    expect(() => parseAsXml(page)).not.toThrow()
    expect(() => parseAsXml(page.replace('</table>', ''))).toThrow()
  })

  it('is a table with a cell for each year and jurisdiction, and headers for both', () => {
    expect(count(page, /<th scope="row">/g)).toBe(27)
    expect(count(page, /<th scope="col">/g)).toBe(1 + 4)
    expect(count(page, /<td class="s-/g)).toBe(27 * 4)
    expect(page).toContain('<abbr title="United States">US</abbr>')
    expect(page).toMatch(/<caption/)
  })

  it('names the status in every cell, so that neither color nor pattern is needed', () => {
    for (const [cell] of page.matchAll(/<td class="s-[\s\S]*?<\/td>/g))
      expect(cell).toMatch(/class="label">[a-z]/)
  })

  it('opens a cell without script, and shows measures and citations in it', () => {
    const from = page.indexOf('aria-label="United Nations, 2006"')
    const panel = page.slice(from, page.indexOf('</details>', from))
    expect(panel).toContain('S/RES/1718 (2006)')
    expect(panel).toContain('2006-10-14')
    expect(count(page, /<details name="cell">/g)).toBeGreaterThan(70)
  })

  it('tells the story of North Korea: what was lawful, and what changed on which day', () => {
    expect(text).toMatch(/policy of denial 2000-06-19 until 2007-01-26/)
    expect(text).toMatch(/Between embargoes: EAR99 goods \(most consumer goods\) needed no license/)
    expect(text).toMatch(/2006-10-14 UN none → arms embargo/)
    expect(text).toMatch(/2007-01-26 US policy of denial → near-embargo/)
    expect(text).toMatch(/2016-03-16 US near-embargo → embargo on all trade/)
    expect(text).toMatch(/2017-12-22 UN Begins: Export ban: industrial machinery and electrical equipment/)
  })

  it('says the same in words, a line for each year', () => {
    expect(text).toContain(
      '2006 : US policy of denial (changes on 2006-12-07); UN arms embargo (changes on 2006-10-14)',
    )
    expect(text).toContain('2003 : US policy of denial; UN none; EU none; GB none.')
  })

  it('marks what is not verified, and names the groups of the law', () => {
    expect(page).toContain('not fully verified')
    expect(text).toContain('State sponsor of terrorism, since 2017-11-20')
    expect(text).toContain('Country Group E:1, since 1996-03-25')
  })

  it('has every link inside the page lead somewhere', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids.has(target)).toBe(true)
    expect(ids.size).toBe(count(page, / id="/g))
  })

  it('can be printed', () => {
    expect(page).toContain('@media print')
  })
})

describe('hostile data', () => {
  const nasty = `<img src=x onerror=alert(1)>"'&</style><script>1</script>\u202e\u0000`
  const base = embeddedMeasures.find((measure) => measure.id === 'us-kp-ear-luxury')!
  const measure: Measure = {
    ...base,
    id: `x"><b>${nasty}`,
    regime: nasty,
    summary: nasty,
    citation: nasty,
    note: nasty,
    licensePolicy: nasty,
    exceptions: [nasty],
    sources: [
      nasty,
      `javascript:alert(1)`,
      `https://example.org/"><script>`,
      'https://example.org/a?b=1&c=2',
    ],
    verified: false,
  }
  const html = renderTimelineHtml(embargoTimeline('KP', { from: 2006, to: 2008 }, [measure]), [measure])

  it('is shown as text', () => {
    expect(html).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&)/)
    expect(html).not.toContain('\u202e')
    expect(html).not.toContain('\u0000')
    expect(() => parseAsXml(html)).not.toThrow()
    expect(textOf(html)).toContain('<img src=x onerror=alert(1)>')
  })

  it('becomes a link only where it is an address of the web and nothing else', () => {
    const links = [...html.matchAll(/href="(?!#|data:)([^"]*)"/g)].map(([, href]) => href)
    expect(new Set(links)).toEqual(new Set(['https://example.org/a?b=1&#38;c=2']))
  })
})

describe('other places', () => {
  it.each([
    ['DE', 'nothing at all'],
    ['UA-43', 'a part of a state'],
    ['YUCS', 'a former state'],
    ['ZZ', 'a code without a name'],
  ])('%s: %s', (code) => {
    const html = renderTimelineHtml(
      embargoTimeline(code, { from: 1990, to: 1995, jurisdictions: ['US', 'UN'] }),
    )
    expect(() => parseAsXml(html)).not.toThrow()
    expect(count(html, /<td class="s-/g)).toBe(12)
  })

  it('never shows a placeholder day as a day', () => {
    const html = renderTimelineHtml(embargoTimeline('AE', { from: 2025, to: 2026, jurisdictions: ['US'] }))
    expect(html).not.toContain('2026-01-01')
    expect(textOf(html)).toMatch(/eased/)
  })

  it('all codes of the data are drawn with all jurisdictions', () => {
    const codes = new Set(embeddedMeasures.flatMap((row) => row.scope.destinations))
    for (const code of codes) {
      const html = renderTimelineHtml(embargoTimeline(code, { from: 1990, to: 2026 }))
      expect(/\bNaN\b|\[object|(?<!\()undefined|\bnull\b/.exec(html), code).toBeNull()
    }
  })
})
