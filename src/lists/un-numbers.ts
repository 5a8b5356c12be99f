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
const IMO_NUMBER = /\bIMO\b\)?(?: (?:[Ss]hip )?[Nn](?:umber|o\b\.?))?[:\s#]{0,3}(\d{7})(?!\d)/g

/** What registers of companies call their numbers; written before the number and not part of it. */
const REGISTER = /^(?:BIN|BR|CR|INN|KPP|OGRN|OKTMO|SRN|TIN|UNP|USREOU|VAT)[ -]{0,2}(?=\d)/
/** Numbers that many companies share: of a tax district, of a municipality. */
const DISTRICT = /\b(?:KPP|OKTMO)[\s:–-]{0,3}$/
const RUSSIAN_NUMBER = /\b(OGRN|INN|TIN)[\s:–-]{0,3}(\d{8,15})(?!\d)/g
/** Words before a number that is a tax authority's. */
const TAX = /\b(?:tax\w{0,10}|VAT|INN|TIN)\b/i

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
  const russian = [...text.matchAll(RUSSIAN_NUMBER)].map(([, label = '', value = '']) => ({
    type: label === 'OGRN' ? 'business registration' : 'tax number',
    value,
  }))
  return [...stated.filter(({ value }) => isNumber(value)), ...imo, ...russian]
}

/** Numbers of a company: `(1) OGRN: 1027739090708 (2) INN – 7731018133`, `1117746568829 (Russia). Tax ID No. 7735579027`. */
export function registerNumbers(text: string): readonly Identifier[] {
  if (/^(?:[^ :]*|[\d ./-]*)$/.test(text)) return [{ type: 'business registration', value: text }]
  if (text.length > MAX_LENGTH) return []
  const open = text.replace(/\([^()]*\)/g, ' ')
  let end = 0
  return [...open.matchAll(ANY_NUMBER)].flatMap(({ 0: number, index }): Identifier[] => {
    const before = `${open.slice(end, index)}${REGISTER.exec(number)?.[0] ?? ''}`
    end = index + number.length
    const value = tidy(number.replace(REGISTER, ''))
    const type = TAX.test(before) ? 'tax number' : 'business registration'
    return isNumber(value) && !DISTRICT.test(before) ? [{ type, value }] : []
  })
}

function tidy(number: string): string {
  return number.trim().replace(/^[ -]{1,2}|[./-]{1,40}$/g, '')
}

function isNumber(text: string): boolean {
  const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(text)
  return !date && text.replace(/\D/g, '').length >= 5
}
