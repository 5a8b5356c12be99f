import type { CalendarDate } from '../model/vocabulary.js'
import type { AddressParts, Detail } from './us-ofac-party.js'
import { dayOf, writePeriod } from './us-ofac-periods.js'
import { childOf, elementsAt, textIn, type XmlElement } from './xml.js'

/** Dates, places and documents of OFAC's advanced XML. */

/** A place: the parts of an address, and all of it as one text. */
export interface Place extends AddressParts {
  /** Parts without an address's word, as where a place is only a country. */
  readonly text: string
}

/** OFAC's word where it knows no country. */
const UNKNOWN_COUNTRY = 'undetermined'

/** OFAC's words for the parts of an address; a place that is only a country has another. */
const addressWords: ReadonlySet<string> = new Set([
  'ADDRESS1',
  'ADDRESS2',
  'ADDRESS3',
  'CITY',
  'STATE/PROVINCE',
  'POSTAL CODE',
  'REGION',
])

/** Words for the dates of a document. */
const dateWords: ReadonlyMap<string, string> = new Map([
  ['Issue Date', 'issued'],
  ['Expiration Date', 'expires'],
])

/** The day in Year, Month and Day. */
export function dateIn(element: XmlElement | undefined): CalendarDate | null {
  return dayOf(textIn(element, 'Year'), textIn(element, 'Month'), textIn(element, 'Day'))
}

/**
 * A DatePeriod in words. It has a start and an end, each itself from a day to a day; the span is from the first day of
 * the one to the last day of the other.
 */
export function periodIn(period: XmlElement | undefined): string {
  const start = childOf(period, 'Start')
  const end = childOf(period, 'End')
  const approximate = [start, end].some((boundary) => boundary?.attributes.Approximate === 'true')
  const last = end ?? start
  return writePeriod(
    dateIn(childOf(start, 'From')),
    dateIn(childOf(last, 'To')) ?? dateIn(childOf(last, 'From')),
    approximate,
  )
}

/** Reads a Location. */
export function readPlace(location: XmlElement, words: ReadonlyMap<string, string>): Place {
  const parts = elementsAt(location, 'LocationPart').map((part) => ({
    word: words.get(`LocPartType.${part.attributes.LocPartTypeID ?? ''}`) ?? '',
    text: elementsAt(part, 'LocationPartValue', 'Value')
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(', '),
  }))
  const of = (word: string) => parts.find((part) => part.word === word)?.text ?? ''
  const countries = elementsAt(location, 'LocationCountry').map(
    ({ attributes }) => words.get(`Country.${attributes.CountryID ?? ''}`) ?? '',
  )
  const area = elementsAt(location, 'LocationAreaCode').map(
    ({ attributes }) => words.get(`AreaCode.${attributes.AreaCodeID ?? ''}`) ?? '',
  )
  const other = parts.filter(({ word }) => !addressWords.has(word)).map(({ text }) => text)
  const country = [...countries, ...area].find((name) => name !== '' && name !== UNKNOWN_COUNTRY) ?? ''
  return {
    lines: [of('ADDRESS1'), of('ADDRESS2'), of('ADDRESS3'), ...other],
    city: of('CITY'),
    region: of('STATE/PROVINCE'),
    postalCode: of('POSTAL CODE'),
    area: of('REGION'),
    country,
    text: [...parts.map(({ text }) => text), country].filter((text) => text !== '').join(', '),
  }
}

/** Reads an IDRegDocument. */
export function readDocument(
  document: XmlElement,
  words: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, Place>,
): Detail {
  const { attributes } = document
  const word = (set: string, id: string | undefined) => words.get(`${set}.${id ?? ''}`) ?? ''
  const country = word('Country', attributes['IssuedBy-CountryID'])
  const place = places.get(attributes['IssuedIn-LocationID'] ?? '')?.text ?? ''
  const validity = word('Validity', attributes.ValidityID)
  const dates = elementsAt(document, 'DocumentDate').map((date) => {
    const kind = word('IDRegDocDateType', date.attributes.IDRegDocDateTypeID)
    return `${dateWords.get(kind) ?? kind} ${periodIn(childOf(date, 'DatePeriod'))}`
  })
  const authority = textIn(document, 'IssuingAuthority')
  return {
    label: word('IDRegDocType', attributes.IDRegDocTypeID) || 'Id',
    value: textIn(document, 'IDRegistrationNo'),
    ...(country === '' ? {} : { country }),
    notes: [
      ...dates,
      authority && `authority ${authority}`,
      place !== '' && place !== country ? `issued in ${place}` : '',
      validity === 'Valid' ? '' : validity,
      textIn(document, 'Comment'),
    ].filter((note) => note !== ''),
    document: true,
  }
}
