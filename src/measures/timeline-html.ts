import type { Measure } from '../model/measure.js'
import type { TimelineStatus } from './phases.js'
import type { Timeline, TimelineCell, TimelineChange } from './timeline.js'
import { renderMeasures, renderPhases, renderStory, renderWords } from './timeline-sections.js'
import { timelineStyle } from './timeline-style.js'
import {
  type Context,
  codesOf,
  dayOf,
  doubtOf,
  escapeHtml,
  headOf,
  labelOf,
  listOf,
  periodOf,
  summaryOf,
  type TimelinePage,
} from './timeline-text.js'
import { jurisdictionName, jurisdictionNote, statusWords } from './timeline-words.js'

/**
 * A timeline as one page that stands alone: no script, no font, no picture, nothing fetched. A cell opens as `details`,
 * so it works where scripts are forbidden; the same facts follow as phases, as a story day by day, and as plain lists,
 * for print and for those who do not see the matrix. Every text of the data is escaped.
 */

/** Renders a timeline as a self-contained HTML page. */
export function renderTimelinePage(timeline: Timeline, page: TimelinePage): string {
  const rows = new Map(page.measures.map((measure) => [measure.id, measure]))
  const shown = new Set([
    ...timeline.phases.flatMap((phase) => phase.measures),
    ...timeline.years.flatMap(({ jurisdictions }) => jurisdictions.flatMap((cell) => cell.measures)),
  ])
  const context: Context = {
    ...page,
    place: `${page.name} (${timeline.destination})`,
    years: yearsOf(timeline),
    find: (ids) => ids.flatMap((id) => rows.get(id) ?? []),
    findMemberships: (ids) => page.memberships.filter((row) => ids.includes(row.id)),
  }
  const title = escapeHtml(`${context.place}: what the law said, ${context.years}`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${timelineStyle}</style>
</head>
<body>
<a class="skip" href="#words">Skip to the same in words</a>
<header><div>
<p class="kicker">Export control, year by year</p>
<h1>${escapeHtml(context.place)}</h1>
<p class="lede">${escapeHtml(`How ${listOf(codesOf(timeline))} law treated sales to ${page.name}, ${context.years}: what could go in one year and not in the next, since which day, and under which act.`)}</p>
</div></header>
<main>
${renderMatrix(timeline, context)}
${renderPhases(timeline, context)}
${renderStory(timeline, context)}
${renderWords(timeline, context)}
${renderMeasures(context.find([...shown]), context)}
</main>
<footer><p>Facts as of <time datetime="${page.factsAsOf}">${page.factsAsOf}</time>. A year shows the strictest measure that held on any of its days; days are those of the acts. Measures in one jurisdiction do not lift those in another. Research, not legal advice: read the act before relying on a row.</p></footer>
</body>
</html>
`
}

function yearsOf({ years }: Timeline): string {
  const first = years[0]?.year
  const last = years.at(-1)?.year
  return first === last ? `${first}` : `${first} to ${last}`
}

function renderMatrix(timeline: Timeline, context: Context): string {
  const heads = codesOf(timeline)
    .map(
      (code) =>
        `<th scope="col"><abbr title="${escapeHtml(jurisdictionName(code))}">${escapeHtml(code)}</abbr></th>`,
    )
    .join('')
  const before = new Map<string, TimelineStatus>()
  const body = timeline.years.map(({ year, jurisdictions }) => {
    const cells = jurisdictions.map((cell) => {
      const again = before.get(cell.jurisdiction) === cell.status
      before.set(cell.jurisdiction, cell.status)
      return renderCell(year, cell, again, context)
    })
    return `<tr><th scope="row">${year}</th>${cells.join('')}</tr>`
  })
  const first = timeline.years[0]?.year ?? 0
  const notes = codesOf(timeline).flatMap((code) => jurisdictionNote(code, first) || [])
  return `<section aria-labelledby="matrix">
<h2 id="matrix">The matrix</h2>
<p class="soft hint">Each cell shows the strictest measure of the year and the days on which something changed. Select a cell to open its measures; close it to go on.</p>
${renderLegend(timeline)}
<div class="scroll" role="region" aria-labelledby="matrix" tabindex="0"><table class="matrix" style="--columns:${codesOf(timeline).length}">
<caption class="skip">Strictest measure on ${escapeHtml(context.place)} by year and jurisdiction</caption>
<thead><tr><th scope="col">Year</th>${heads}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>
${notes.map((note) => `<p class="soft">${escapeHtml(note)}</p>`).join('')}
</section>`
}

function renderLegend({ years }: Timeline): string {
  const used = new Set(years.flatMap(({ jurisdictions }) => jurisdictions.map((cell) => cell.status)))
  const entries = statuses
    .filter((status) => used.has(status))
    .map(
      (status) =>
        `<li class="s-${status}"><i class="edge"></i><span title="${escapeHtml(statusWords[status].meaning)}">${labelOf(status)}</span></li>`,
    )
  return `<ul class="legend" aria-label="Legend, strictest first">${entries.join('')}</ul>`
}

const statuses = Object.keys(statusWords) as readonly TimelineStatus[]

function renderCell(year: number, cell: TimelineCell, again: boolean, context: Context): string {
  const { status, changes } = cell
  const what = `<i class="edge"></i><span class="what"><span${again ? ' class="again"' : ''}>${labelOf(status)}</span>${whenOf(changes)}</span>`
  if (cell.measures.length === 0 && cell.memberships.length === 0 && changes.length === 0) {
    return `<td class="s-${status}"><span class="empty">${what}</span></td>`
  }
  const title = `${jurisdictionName(cell.jurisdiction)}, ${year}`
  return `<td class="s-${status}"><details name="cell"><summary>${what}</summary>
<div class="panel" role="group" aria-label="${escapeHtml(title)}"><h3>${escapeHtml(title)}</h3>
<p>${escapeHtml(statusWords[status].meaning)}</p>
${renderChanges(changes, context)}${renderGroups(cell, context)}
<ul class="rows">${context.find(cell.measures).map(renderShort).join('')}</ul></div></details></td>`
}

/** The days of change in a year, as many as fit. */
function whenOf(changes: readonly TimelineChange[]): string {
  if (changes.length === 0) return ''
  const days = changes.map(({ date, precise }) => (precise ? date.slice(5) : 'day?'))
  const more = days.length > 2 ? ` +${days.length - 2}` : ''
  return `<span class="when"><span aria-hidden="true">↕</span> ${days.slice(0, 2).join(', ')}${more}</span>`
}

function renderChanges(changes: readonly TimelineChange[], { find }: Context): string {
  const lines = changes.flatMap((change) => [
    ...find(change.began).map(
      (row) => `<li>${dayOf(change.date, change.precise)} begins: ${summaryOf(row)}</li>`,
    ),
    ...find(change.ended).map(
      (row) => `<li>${dayOf(change.date, change.precise)} ends: ${summaryOf(row)}</li>`,
    ),
  ])
  return lines.length === 0 ? '' : `<p><b>Changes in this year</b></p><ul>${lines.join('')}</ul>`
}

function renderGroups(cell: TimelineCell, { groups, findMemberships }: Context): string {
  const lines = findMemberships(cell.memberships).map((row) => {
    const group = groups.find(({ id }) => id === row.group)
    const doubt = row.verified ? '' : ' <span class="doubt">not fully verified</span>'
    return `<li>${escapeHtml(group?.name ?? row.group)}, ${periodOf(row)} <cite>${escapeHtml(row.citation)}</cite>${doubt}</li>`
  })
  return lines.length === 0 ? '' : `<p><b>Groups of the law</b></p><ul>${lines.join('')}</ul>`
}

/** A measure in a panel or list: what, since when, by which act. */
function renderShort(row: Measure): string {
  return `<li><span class="head">${headOf(row)}</span>${summaryOf(row)} <cite>${escapeHtml(row.citation)}</cite>${doubtOf(row)} <a href="#m-${escapeHtml(row.id)}">all of it</a></li>`
}
