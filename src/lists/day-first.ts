import type { CalendarDate } from '../model/vocabulary.js'
import { calendarDate, parseBirthDate } from './dates.js'

/**
 * Days as most of the world writes them, day first: `13/04/2018`, `08-Oct-2026`; with parts unknown as `00/00/1994`,
 * `dd/mm/1945`, `09/1962`. They are turned into what `parseBirthDate` reads.
 */

/** The day, or null for anything but a whole day; a day that is written year first is read too. */
export function dayFirst(text: string): CalendarDate | null {
  const iso = isoOf(text)
  const { earliest, latest } = parseBirthDate(iso)
  return earliest !== null && earliest === latest ? earliest : calendarDate(iso)
}

/** `00/03/1994` → `1994-03`, `dd/mm/1945` → `1945`; other text as it is. */
export function isoOf(text: string): string {
  const trimmed = text.trim()
  const digits = /^(?:(\d{1,2}|dd)[/.-])?(?:(\d{1,2}|mm)[/.-])?(\d{4})$/i.exec(trimmed)
  if (!digits) return trimmed.replace(/^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/, '$1 $2 $3')
  const [, first, second, year] = digits
  const [day, month] = second === undefined ? [undefined, first] : [first, second]
  const known = (part: string | undefined) => part !== undefined && Number(part) > 0
  if (!known(month)) return year!
  return [year, month!.padStart(2, '0'), ...(known(day) ? [day!.padStart(2, '0')] : [])].join('-')
}
