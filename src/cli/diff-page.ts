import type { FieldChange, ListDiff, Listing } from '../index.js'
import { type ListsDiff, nameOf, summarizeDiff } from './diff.js'

/** The differences of lists as one page that needs nothing else: no script, no font, no picture from anywhere. */

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
  h2 { margin-top: 2.5rem }
  li { margin: .4rem 0; overflow-wrap: anywhere }
  del { background: #fde8e8 } ins { background: #e3f6e5; text-decoration: none }
  .field { color: #595959 }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e6e6; background: #1a1a1a } del { background: #5c2626 } ins { background: #1f4a26 } .field { color: #b0b0b0 }
  }`

/** The page, in pieces. */
export function renderDiffPage({ diffs, onlyBefore, onlyAfter }: ListsDiff): string {
  const single = [
    ...onlyBefore.map((list) => `<p>${escapeHtml(list)}: only before; it was not compared.</p>`),
    ...onlyAfter.map((list) => `<p>${escapeHtml(list)}: only after; it was not compared.</p>`),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What changed on the lists</title>
<style>${style}
</style>
</head>
<body>
<h1>What changed on the lists</h1>
${[...single, ...diffs.map(renderList)].join('\n')}
</body>
</html>
`
}

function renderList(diff: ListDiff): string {
  const amended = diff.amended.map(
    ({ after, changes }) => `${escapeHtml(nameOf(after))}<ul>${changes.map(renderChange).join('')}</ul>`,
  )
  return [
    `<section><h2>${escapeHtml(diff.list)}</h2>`,
    `<p>${escapeHtml(summarizeDiff(diff))}</p>`,
    renderItems(
      'Added',
      diff.added.map((listing) => `<ins>${describe(listing)}</ins>`),
    ),
    renderItems(
      'Removed',
      diff.removed.map((listing) => `<del>${describe(listing)}</del>`),
    ),
    renderItems('Amended', amended),
    '</section>',
  ].join('\n')
}

function renderItems(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  return `<h3>${title} (${items.length})</h3>\n<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`
}

function renderChange({ field, removed, added }: FieldChange): string {
  const items = [
    ...removed.map((item) => `<del>${escapeHtml(item)}</del>`),
    ...added.map((item) => `<ins>${escapeHtml(item)}</ins>`),
  ]
  return `<li><span class="field">${escapeHtml(field)}</span> ${items.join(' ')}</li>`
}

function describe(listing: Listing): string {
  const others = listing.names.slice(1).map(({ name }) => name)
  const also = others.length === 0 ? '' : `; also ${others.join('; ')}`
  return escapeHtml(`${nameOf(listing)}${also}`)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}
