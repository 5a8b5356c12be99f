import type { ListedAddress } from '../model/listing.js'
import { cleanText } from './clean-text.js'
import { filled } from './snapshot.js'
import type { IssueLog } from './source.js'

/** The addresses of the Consolidated Screening List: one text each in csv, with the country last; fields in json. */

/** An address in fields; empty where there is nothing. */
interface AddressParts {
  readonly street?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
}

/** Countries that ITA passes through as words, lower case. */
const countryWords: ReadonlySet<string> = new Set(
  'armenia|china|crimea|crimea (occupied)|czech republic|germany|hong kong|iran|macau|pakistan|prc|russia|turkey|turkiye|uae'.split(
    '|',
  ),
)

const usStates: ReadonlySet<string> = new Set(
  'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  ),
)

/** Cities of the Democratic Republic of the Congo; since 2023 ITA gives both Congos the code of the other one. */
const DRC_CITY =
  /\b(?:beni|bukavu|bunia|butembo|goma|kananga|kinshasa|kisangani|kolwezi|likasi|lubumbashi|matadi|mbuji-mayi|uvira)\b/i

/** The addresses of a csv cell: divided by "; ", the country last. */
export function splitAddresses(cell: string, where: string, log: IssueLog): ListedAddress[] {
  return cell.split('; ').flatMap((part, index) => {
    const text = cleanText(index === 0 ? part : part.replace(/^and /i, ''))
    if (/^[ ,;]*$/.test(text)) {
      log.add('empty-address', where, `expected an address, got "${part}"`)
      return []
    }
    const found = locate(text)
    return [{ text, ...found, ...correctCongo(text, found.country, where, log) }]
  })
}

/** What the end of an address says: `…, XX` a country; a US state and ZIP code, as BIS writes domestic addresses. */
function locate(text: string): { country?: string; region?: string; postalCode?: string } {
  const parts = text.split(',').map((part) => part.trim())
  const last = parts.at(-1) ?? ''
  if (/^[A-Z]{2}$/.test(last)) return { country: last }
  if (/^region:/i.test(last) || countryWords.has(last.toLowerCase())) return { country: last }
  const state = parts.at(-2) ?? ''
  if (isInUs(state, last)) return { country: 'US', region: state, postalCode: last }
  return {}
}

/** Whether a state and a postal code are American; BIS often leaves the country out where they are. */
export function isInUs(state: string, postalCode: string): boolean {
  return usStates.has(state) && /^\d{5}(-\d{4})?$/.test(postalCode)
}

/** One address of the json form. */
export function joinAddress(parts: AddressParts, where: string, log: IssueLog): ListedAddress[] {
  const { street, city, region, postalCode, country } = parts
  const text = [street, city, region, postalCode, country].filter((part) => part).join(', ')
  if (text === '') {
    log.add('empty-address', where, 'expected an address, got only empty fields')
    return []
  }
  const address = filled({ street, city, region, postalCode, country })
  return [{ text, ...address, ...correctCongo(text, country, where, log) }]
}

function correctCongo(
  text: string,
  country: string | undefined,
  where: string,
  log: IssueLog,
): { country?: string } {
  if (country !== 'CG' || !DRC_CITY.test(text)) return {}
  log.add('wrong-country', where, `expected CD, got CG for "${text.slice(0, 80)}"; read as CD`)
  return { country: 'CD' }
}
