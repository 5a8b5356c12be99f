import type { CalendarDate } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'

/** The dates of OFAC's larger XML forms are spans of days; the legacy files write them `1962`, `Feb 1960`, `circa 1970`. */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day of year, month and day as text; null where it is not in the calendar. */
export function dayOf(year: string, month: string, day: string): CalendarDate | null {
  return calendarDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** A span of days in the words of the legacy files; empty where an end is missing. */
export function writePeriod(
  from: CalendarDate | null,
  until: CalendarDate | null,
  approximate: boolean,
): string {
  const first = from ?? until
  const last = until ?? from
  if (first === null || last === null) return ''
  return `${approximate ? 'circa ' : ''}${writeSpan(first, last)}`
}

function writeSpan(from: CalendarDate, until: CalendarDate): string {
  if (from === until) return writeDay(from)
  const [startYear, endYear] = [from.slice(0, 4), until.slice(0, 4)]
  if (from.endsWith('-01-01') && until.endsWith('-12-31'))
    return startYear === endYear ? startYear : `${startYear} to ${endYear}`
  const isMonth = from.slice(0, 7) === until.slice(0, 7) && from.endsWith('-01') && isLastDay(until)
  return isMonth ? writeDay(from).slice(3) : `${writeDay(from)} to ${writeDay(until)}`
}

function isLastDay(day: CalendarDate): boolean {
  const next = String(Number(day.slice(8)) + 1).padStart(2, '0')
  return calendarDate(`${day.slice(0, 8)}${next}`) === null
}

function writeDay(day: CalendarDate): string {
  return `${day.slice(8)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}
