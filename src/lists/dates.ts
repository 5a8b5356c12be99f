import type { BirthDate } from '../model/listing.js'
import { type CalendarDate, isCalendarDate } from '../model/vocabulary.js'
import type { IssueLog } from './source.js'

/**
 * Publishers' dates.
 *
 * A birth date on a list is seldom a day. It is a year, a month, two ends of a range, or "circa". Each is read as the
 * span of days it can mean: a year is its first to its last day, a range is the first day of its start to the last
 * day of its end. "Circa" carries no stated width, and a span that is too narrow would contradict a true match, so it
 * is widened by two years on either side. What fits none of the forms has no span, and the caller reports it.
 */

/** Longest text read as a birth date; publishers' longest is about 30 characters. */
const MAX_LENGTH = 80

/** Years added on either side of an approximate date. */
const CIRCA_YEARS = 2

/** Years outside of which a birth date is a typing error. */
const FIRST_YEAR = 1800
const LAST_YEAR = 2100

/** No list goes this long without a change; a day further ahead of all others is a typing error. */
const MAX_GAP_DAYS = 731
const MS_PER_DAY = 86_400_000

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The span of days a text can mean, both inclusive. */
interface Span {
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
}

/**
 * The day that `text` begins with, in ISO form; a time or a zone after it is ignored (`2026-09-25T04:15:00+00:00`,
 * and the UN's `2014-05-12-04:00`). Null for anything else.
 */
export function calendarDate(text: string): CalendarDate | null {
  const trimmed = text.trim()
  const day = trimmed.slice(0, 10)
  if (!/^$|^[T +Z-]/.test(trimmed.slice(10, 11))) return null
  return isCalendarDate(day) ? day : null
}

/** A day as US agencies write it, `9/26/2009` or `09/26/2009`, in ISO form; null for anything else. */
export function usDate(text: string): CalendarDate | null {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  if (!parts) return null
  const day = write(Number(parts[3]), Number(parts[1]), Number(parts[2]))
  return isCalendarDate(day) ? day : null
}

/** Years outside of which a listing's date is a typing error (`0097-06-30`, `3017-08-22`). */
const FIRST_LISTING = '1950'
const LAST_LISTING = '2100'

/** Whether a listing can bear this date. */
export function isPlausible(day: CalendarDate): boolean {
  return day >= FIRST_LISTING && day <= LAST_LISTING
}

/**
 * Reads a birth date in any of the forms US and UN lists use: `1963`, `1960s`, `Apr 1963`, `Nov. 1973`, `29 Apr 1963`,
 * `November 5, 1975`, `1963-04`, `1963-04-29`, two of them with "to", "and", "or" or a dash between, and each with
 * "circa" or "approximately" before it. `text` is kept as published; both days are null where it cannot be read.
 */
export function parseBirthDate(text: string): BirthDate {
  const span = text.length > MAX_LENGTH ? null : readSpan(text)
  return { text, earliest: span?.earliest ?? null, latest: span?.latest ?? null }
}

function readSpan(text: string): Span | null {
  const words = text.toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim()
  const about = /^(?:circa|ca|c|approximately|approx|about|around) ?(?=\w)/.exec(words)
  const span = readRange(words.slice(about?.[0].length ?? 0).replace(/^between /, ''))
  return span && about ? widen(span) : span
}

function readRange(words: string): Span | null {
  const years = /^(\d{4}) ?[-–/] ?(\d{4})$/.exec(words)
  const [first = '', second, ...more] = years ? [years[1]!, years[2]!] : words.split(/ (?:to|and|or|-|–) /)
  const start = readPoint(first)
  if (second === undefined || start === null) return start
  const end = readPoint(second)
  if (end === null || more.length > 0 || end.latest < start.earliest) return null
  return { earliest: start.earliest, latest: end.latest }
}

function readPoint(words: string): Span | null {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(words)
  if (iso) return spanOf(Number(iso[1]), toNumber(iso[2]), toNumber(iso[3]))
  const decade = /^(\d{3}0)s$/.exec(words)
  if (decade) return spanOf(Number(decade[1]), null, null, Number(decade[1]) + 9)
  const written = /^(?:(\d{1,2}) )?([a-z]{3,9})(?: (\d{1,2}))? (\d{4})$/.exec(words)
  if (!written || (written[1] && written[3])) return null
  const month = monthOf(written[2]!)
  return month === null ? null : spanOf(Number(written[4]), month, toNumber(written[1] ?? written[3]))
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

/** 1 to 12; a month is known by its first three letters ("Sept", "November"). */
function monthOf(word: string): number | null {
  const index = MONTHS.indexOf(word.slice(0, 3))
  return index < 0 ? null : index + 1
}

/** The span of a year (or of the years up to `lastYear`), a month or a day; null where it is not in the calendar. */
function spanOf(year: number, month: number | null, day: number | null, lastYear = year): Span | null {
  if (year < FIRST_YEAR || lastYear > LAST_YEAR) return null
  if (month === null) return { earliest: write(year, 1, 1), latest: write(lastYear, 12, 31) }
  if (day !== null) {
    const only = write(year, month, day)
    return isCalendarDate(only) ? { earliest: only, latest: only } : null
  }
  const last = [31, 30, 29, 28].find((candidate) => isCalendarDate(write(year, month, candidate)))
  return last === undefined ? null : { earliest: write(year, month, 1), latest: write(year, month, last) }
}

function write(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Two years on either side; from 29 February to the 28th, so that the day exists. */
function widen(span: Span): Span {
  return { earliest: shift(span.earliest, -CIRCA_YEARS), latest: shift(span.latest, CIRCA_YEARS) }
}

function shift(day: CalendarDate, years: number): CalendarDate {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return isCalendarDate(moved) ? moved : `${moved.slice(0, 8)}28`
}

/**
 * The newest day that another one supports, as the date of a file that carries none. A mistyped year would otherwise
 * make a file look fresh for decades, and a stale list must never pass for a fresh one.
 * @param column where the days stand, for the issues.
 */
export function newestDay(
  candidates: readonly (CalendarDate | null)[],
  column: string,
  log: IssueLog,
): CalendarDate | null {
  const days = [...new Set(candidates.flatMap((day) => day ?? []))].sort().reverse()
  if (days.length === 1) return days[0]!
  for (const [index, day] of days.entries()) {
    const before = days[index + 1]
    if (before !== undefined && Date.parse(day) - Date.parse(before) <= MAX_GAP_DAYS * MS_PER_DAY) return day
    log.add(
      'doubtful-date',
      column,
      `no other ${column} lies within ${MAX_GAP_DAYS} days before ${day}; not taken as the date of the file`,
    )
  }
  return null
}
