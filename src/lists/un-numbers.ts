import type { Identifier } from '../model/transaction.js'

/**
 * Numbers in the free text of the Security Council's list. A document's NUMBER may hold a sentence ("Libyan passport
 * No. 513519") or be empty with the number in a note; a company's registration and IMO numbers stand in the comments.
 * A number is found as a run of digits, capitals, "/", "." and "-" with five digits at least, which no year is.
 */

/** Longest text that is looked into. */
const MAX_LENGTH = 20_000

const NUMBER = '[A-Z]{0,6}[ -]{0,2}\\d[\\dA-Z./-]{3,40}'
const ANY_NUMBER = new RegExp(`(?<![\\p{L}\\d])${NUMBER}`, 'gu')
const STATED_NUMBER = new RegExp(
  '\\b([Pp]assport|[Tt]ax|VAT|ID|[Cc]ompany|[Rr]egistration|[Ii]dentity card|[Ii]dentification)' +
    `\\s+(?:[Nn]umber|[Nn]o\\b\\.?)[\\s:]{0,3}(?!IMO)(${NUMBER})`,
  'g',
)
const IMO_NUMBER = /\bIMO\b\)?(?: [Nn]umber)?[:\s#]{0,3}(\d{7})(?!\d)/g

/** All numbers in a text about one document, without what stands in parentheses; dates are none. */
export function numbersIn(text: string): readonly string[] {
  if (text.length > MAX_LENGTH) return []
  const open = text.replace(/\([^()]*\)/g, ' ')
  return [...open.matchAll(ANY_NUMBER)].map(([number]) => tidy(number)).filter(isNumber)
}

/** Numbers of a prose text that says what they are: "Passport No. 284158", "Registered company number: 02150590". */
export function statedNumbers(text: string): readonly Identifier[] {
  if (text.length > MAX_LENGTH) return []
  const stated = [...text.matchAll(STATED_NUMBER)].map(([, label = '', number = '']) => ({
    type: `${label} number`,
    value: tidy(number),
  }))
  const imo = [...text.matchAll(IMO_NUMBER)].map(([, value = '']) => ({ type: 'IMO', value }))
  return [...stated.filter(({ value }) => isNumber(value)), ...imo]
}

function tidy(number: string): string {
  return number.trim().replace(/^[ -]{1,2}|[./-]{1,40}$/g, '')
}

function isNumber(text: string): boolean {
  const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(text)
  return !date && text.replace(/\D/g, '').length >= 5
}
