import type { Measure } from '../model/measure.js'
import type { Group, Membership } from '../model/membership.js'
import type { CalendarDate, Effect } from '../model/vocabulary.js'
import type { TimelineStatus } from './phases.js'
import type { Timeline } from './timeline.js'
import { statusWords } from './timeline-words.js'

/** Pieces of the timeline page: words, days and links as HTML, with everything from the data escaped. */

/** What the page shows besides the timeline itself. */
export interface TimelinePage {
  /** Name of the place. */
  readonly name: string
  /** The measures the timeline was made from. */
  readonly measures: readonly Measure[]
  readonly groups: readonly Group[]
  readonly memberships: readonly Membership[]
  /** The day up to which the facts were kept. */
  readonly factsAsOf: CalendarDate
}

export interface Context extends TimelinePage {
  readonly place: string
  /** `2000 to 2026`. */
  readonly years: string
  readonly find: (ids: readonly string[]) => readonly Measure[]
  readonly findMemberships: (ids: readonly string[]) => readonly Membership[]
}

export function codesOf({ years }: Timeline): readonly string[] {
  return years[0]?.jurisdictions.map((cell) => cell.jurisdiction) ?? []
}

export function labelOf(status: TimelineStatus): string {
  const { sign, label } = statusWords[status]
  return `<span class="sign" aria-hidden="true">${sign}</span> <span class="label">${label}</span>`
}

const effectLabels: Readonly<Record<Effect, string>> = {
  prohibited: 'prohibited',
  'license-required': 'license required',
  caution: 'caution',
}

export function headOf(row: Measure): string {
  const kind = row.relief
    ? 'eases'
    : row.kind === 'other'
      ? effectLabels[row.effect]
      : `${row.kind.replaceAll('-', ' ')}, ${effectLabels[row.effect]}`
  return `${escapeHtml(kind)} · ${periodOf(row)}`
}

export function periodOf({ period, precision }: Pick<Measure, 'period' | 'precision'>): string {
  const from = period.from === null ? 'first day not known' : `since ${shownDay(period.from, precision.from)}`
  return period.until === null ? from : `${from}, until ${shownDay(period.until, precision.until)}`
}

/** As much of a day as is known. */
function shownDay(day: CalendarDate, precision: Measure['precision']['from']): string {
  if (precision === 'unknown') return 'a day not known'
  return `<time>${day.slice(0, { day: 10, month: 7, year: 4 }[precision])}</time>`
}

export function dayOf(day: CalendarDate, precise: boolean): string {
  return precise ? `<time datetime="${day}">${day}</time>` : `${day.slice(0, 4)} (day not known)`
}

export function summaryOf(row: Measure): string {
  return escapeHtml(row.summary.replace(/[^.!?]$/, '$&.'))
}

export function doubtOf(row: Measure): string {
  return row.verified ? '' : ' <span class="doubt">not fully verified</span>'
}

export function linkOf(source: string): string {
  const text = escapeHtml(source)
  return /^https?:\/\/[^\s"'<>]+$/.test(source)
    ? `<a href="${text}" rel="noreferrer noopener">${text}</a>`
    : text
}

export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Text for HTML, in an element or a quoted attribute; characters that turn the direction or are invisible are dropped. */
export function escapeHtml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  )
}
