import type { Measure } from '../model/measure.js'
import type { CalendarDate } from '../model/vocabulary.js'
import type { TimelinePhase } from './phases.js'
import type { Timeline, TimelineCell } from './timeline.js'
import {
  type Context,
  dayOf,
  doubtOf,
  escapeHtml,
  headOf,
  labelOf,
  linkOf,
  listOf,
  summaryOf,
} from './timeline-text.js'
import { jurisdictionName, statusWords } from './timeline-words.js'

/** The parts of the timeline page below the matrix: phases, the story day by day, the same in words, all measures. */

export function renderPhases({ phases }: Timeline, context: Context): string {
  const codes = [...new Set(phases.map((phase) => phase.jurisdiction))]
  const columns = codes.map((code) => {
    const own = phases.filter((phase) => phase.jurisdiction === code)
    const items = own.map((phase, i) => renderPhase(phase, i === 0, i === own.length - 1, context))
    return `<div><h3>${escapeHtml(jurisdictionName(code))}</h3><ol>${items.join('')}</ol></div>`
  })
  return `<section aria-labelledby="phases">
<h2 id="phases">From one law to the next</h2>
<p class="soft">To the day: for how long which kind of measure was the strictest, and what that left open. Where several are named, all of them held.</p>
<div class="phases">${columns.join('')}</div>
</section>`
}

function renderPhase(phase: TimelinePhase, isFirst: boolean, isLast: boolean, { find }: Context): string {
  const began = (row: Measure) => Number(row.period.from === phase.from)
  const decisive = find(phase.measures)
    .filter((row) => goods.has(row.kind) && row.effect !== 'caution')
    .sort((a, b) => began(b) - began(a))
  const lines = decisive.slice(0, 4).map((row) => `<p>${summaryOf(row)}</p>`)
  const more = decisive.length > 4 ? `<p>And ${decisive.length - 4} more.</p>` : ''
  return `<li class="s-${phase.status}"><i class="edge"></i><div class="what"><b>${labelOf(phase.status)}</b><br>${spanOf(phase, isFirst, isLast)}<p><i>${escapeHtml(statusWords[phase.status].meaning)}</i></p>${lines.join('')}${more}</div></li>`
}

function spanOf({ from, until, precise }: TimelinePhase, isFirst: boolean, isLast: boolean): string {
  const end = dayOf(until, precise.until)
  if (isFirst) return isLast ? 'Throughout' : `Until ${end}`
  return isLast ? `Since ${dayOf(from, precise.from)}` : `${dayOf(from, precise.from)} until ${end}`
}

/** Kinds that restrict what may be sold. */
const goods: ReadonlySet<string> = new Set([
  'comprehensive-embargo',
  'near-embargo',
  'policy-of-denial',
  'sectoral',
  'dual-use',
  'arms-embargo',
  'military-end-use',
  'luxury-goods',
])

export function renderStory(timeline: Timeline, context: Context): string {
  const cells = timeline.years.flatMap(({ jurisdictions }) => jurisdictions)
  const days = [...new Set(cells.flatMap((cell) => cell.changes.map((change) => change.date)))].sort()
  const items = days.map((day) => renderDay(day, cells, timeline.phases, context))
  if (items.length === 0) items.push('<li>Nothing began and nothing ended in these years.</li>')
  return `<section aria-labelledby="story">
<h2 id="story">What changed, day by day</h2>
<p class="soft">A filled mark is a day on which the strictest measure of a jurisdiction changed.</p>
<ol class="story">
${items.join('\n')}
</ol>
</section>`
}

function renderDay(
  day: CalendarDate,
  cells: readonly TimelineCell[],
  phases: readonly TimelinePhase[],
  { find }: Context,
): string {
  let turns = false
  let isPrecise = true
  const lines = cells.flatMap((cell) => {
    const change = cell.changes.find(({ date }) => date === day)
    if (!change) return []
    isPrecise &&= change.precise
    const own = phases.filter((phase) => phase.jurisdiction === cell.jurisdiction)
    const next = own.findIndex((phase) => phase.from === day)
    const turn = next > 0 ? turnOf(own[next - 1], own[next]) : ''
    turns ||= turn !== ''
    const told = (verb: string, ids: readonly string[]) =>
      find(ids).map(
        (row) => `${verb}: ${summaryOf(row)} <cite>${escapeHtml(row.citation)}</cite>${doubtOf(row)}`,
      )
    return [turn, ...told('Begins', change.began), ...told('Ends', change.ended)]
      .filter((line) => line !== '')
      .map((line) => `<p><span class="tag">${escapeHtml(cell.jurisdiction)}</span> ${line}</p>`)
  })
  return `<li${turns ? ' class="turn"' : ''}>${dayOf(day, isPrecise)}${lines.join('')}</li>`
}

function turnOf(last: TimelinePhase | undefined, next: TimelinePhase | undefined): string {
  if (!last || !next) return ''
  return `<span class="turning">${statusWords[last.status].label} → ${statusWords[next.status].label}.</span> ${escapeHtml(statusWords[next.status].meaning)}`
}

export function renderWords({ years }: Timeline, { place }: Context): string {
  const items = years.map(({ year, jurisdictions }) => {
    const said = jurisdictions.map((cell) => {
      const days = cell.changes.map(({ date, precise }) => (precise ? date : 'a day not known'))
      const changes = days.length > 0 ? ` (changes on ${listOf(days)})` : ''
      return `${cell.jurisdiction} ${statusWords[cell.status].label}${changes}`
    })
    return `<li><b>${year}</b>: ${escapeHtml(said.join('; '))}.</li>`
  })
  return `<section aria-labelledby="words">
<h2 id="words">The same in words</h2>
<p class="soft">The strictest measure on ${escapeHtml(place)} in each year.</p>
<ul class="words">${items.join('\n')}</ul>
</section>`
}

export function renderMeasures(rows: readonly Measure[], { place }: Context): string {
  const items = [...rows].sort(byDay).map((row) => {
    const parts = [
      row.licensePolicy && `License policy: ${escapeHtml(row.licensePolicy)}.`,
      row.exceptions.length > 0 && `Exceptions: ${escapeHtml(row.exceptions.join('; '))}.`,
      row.scope.partial && 'Holds in a part of the territory only: check the exact place.',
      row.note && `Note: ${escapeHtml(row.note)}`,
      `Read at ${row.sources.map(linkOf).join('; ')}.`,
    ].filter(Boolean)
    return `<li id="m-${escapeHtml(row.id)}"><b>${escapeHtml(jurisdictionName(row.jurisdiction))}</b>, ${headOf(row)}${doubtOf(row)}<br>${summaryOf(row)} <cite>${escapeHtml(row.citation)}</cite><br><span class="soft">${parts.join(' ')}</span></li>`
  })
  return `<section aria-labelledby="measures">
<h2 id="measures">All measures</h2>
<p class="soft">${rows.length} rows on ${escapeHtml(place)}, in order of their first days.</p>
<ul class="all">${items.join('\n')}</ul>
</section>`
}

function byDay(a: Measure, b: Measure): number {
  const [first, second] = [a.period.from ?? '', b.period.from ?? '']
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1
}
