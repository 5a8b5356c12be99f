import type { BirthDate } from '../model/listing.js'
import { calendarDate, parseBirthDate } from './dates.js'
import type { IssueLog } from './source.js'
import { allTextIn, elementsAt, type XmlElement } from './xml.js'

const TYPES: ReadonlySet<string> = new Set(['', 'EXACT', 'APPROXIMATELY', 'BETWEEN'])

/**
 * Birth dates of a record: DATE, or YEAR, or FROM_YEAR to TO_YEAR, or only a NOTE, with TYPE_OF_DATE saying how exact
 * it is; and the dates in papers under an alias. A listed person used those too, so they must not speak against a
 * match.
 */
export function birthDatesOf(record: XmlElement, where: string, log: IssueLog): readonly BirthDate[] {
  const own = elementsAt(record, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((element) =>
    toBirthDate(element, where, log),
  )
  const texts = new Set(own.map((birth) => birth.text))
  const alias = elementsAt(record, 'INDIVIDUAL_ALIAS')
    .map((element) => dayOf(allTextIn(element, 'DATE_OF_BIRTH')))
    .filter((text) => text !== '' && !texts.has(text))
  return [...own, ...[...new Set(alias)].map((text) => read(text, text, where, log))]
}

function toBirthDate(element: XmlElement, where: string, log: IssueLog): BirthDate[] {
  const type = allTextIn(element, 'TYPE_OF_DATE')
  const note = allTextIn(element, 'NOTE')
  const said = dayOf(allTextIn(element, 'DATE')) || allTextIn(element, 'YEAR') || years(element) || note
  const parts = element.children.filter((child) => child.name !== 'TYPE_OF_DATE')
  const more = parts
    .map((child) => dayOf(child.text))
    .filter((text) => !said.includes(text) && text.toLowerCase() !== 'approximately')
  if (!TYPES.has(type.toUpperCase())) {
    log.add(
      'unknown-date-type',
      where,
      `expected EXACT, APPROXIMATELY or BETWEEN, got "${type.slice(0, 40)}"`,
    )
    more.push(type)
  }
  if (said === '') return []
  const circa = type.toUpperCase() === 'APPROXIMATELY' || note.toLowerCase() === 'approximately'
  const text = circa ? `circa ${said}` : said
  return [read(text, more.length > 0 ? `${text} (${more.join(', ')})` : text, where, log)]
}

/** One end alone does not say how far the other is: it is kept as text that gives no days. */
function years(element: XmlElement): string {
  const from = allTextIn(element, 'FROM_YEAR')
  const to = allTextIn(element, 'TO_YEAR')
  if (from && to) return `${from} to ${to}`
  return from ? `from ${from}` : to && `until ${to}`
}

function read(text: string, published: string, where: string, log: IssueLog): BirthDate {
  const birth = parseBirthDate(text)
  if (birth.earliest === null)
    log.add('bad-birth-date', where, `expected a birth date, got "${text.slice(0, 80)}"`)
  return { ...birth, text: published }
}

/** A day without the time zone some have (`1960-01-01-05:00`); other text as it is. */
function dayOf(text: string): string {
  return calendarDate(text) ?? text
}
