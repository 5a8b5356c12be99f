import type { ListedAddress, ListedName, Listing, NameType } from '../model/listing.js'
import { birthOf, filled, labeled, uniqueBy } from './snapshot.js'
import type { IssueLog } from './source.js'
import { allTextIn, elementsAt, textsOf, type XmlElement } from './xml.js'

/** The identities of a SECO target: names in parts, places by number, dates in attributes. */

/** Places by number. */
export type SecoPlaces = Map<string, SecoPlace>

interface SecoPlace {
  readonly location: string
  readonly area: string
  readonly country: string
}

/** Reads a `place` element. */
export function toPlace(element: XmlElement): SecoPlace {
  return {
    location: withVariants(element, 'location'),
    area: withVariants(element, 'area'),
    country: countriesIn(element)[0] ?? '',
  }
}

function withVariants(element: XmlElement, name: string): string {
  const variants = elementsAt(element, `${name}-variant`).map(({ text }) => text)
  return [allTextIn(element, name), ...variants].filter((text) => text !== '').join(' / ')
}

/** The code of each country inside, or its name. */
function countriesIn(element: XmlElement): string[] {
  return elementsAt(element, 'country')
    .map((country) => (country.attributes['iso-code'] ?? '') || country.text)
    .filter((country) => country !== '')
}

const nameTypes: ReadonlyMap<string, NameType> = new Map([
  ['primary-name', 'primary'],
  ['alias', 'alias'],
  ['former-name', 'former'],
  ['formerly-known-as', 'former'],
])

/** A spelling variant counts this far; a name has a few. */
const MAX_VARIANTS = 40

/** Names of all identities, the primary one of the main identity first. */
export function secoNames(
  identities: readonly XmlElement[],
  where: string,
  log: IssueLog,
): readonly ListedName[] {
  const names = identities.flatMap((identity) => {
    const isMain = (identity.attributes.main ?? '') !== 'false'
    return elementsAt(identity, 'name').flatMap((element) => namesIn(element, isMain, where, log))
  })
  if (names[0] === undefined) log.add('no-name', where, 'expected a name, got none')
  names.sort((a, b) => Number(b.type === 'primary') - Number(a.type === 'primary'))
  return uniqueBy(names, ({ name, strength }) => `${name}\n${strength === 'weak'}`)
}

function namesIn(element: XmlElement, isMain: boolean, where: string, log: IssueLog): ListedName[] {
  const written = element.attributes['name-type'] ?? ''
  const stated = nameTypes.get(written)
  if (stated === undefined)
    log.add('unknown-alias-type', where, `expected a known name-type, got "${written.slice(0, 40)}"`)
  const type = stated === 'primary' && !isMain ? 'alias' : (stated ?? 'alias')
  const quality = element.attributes.quality ?? ''
  const strength = quality === 'low' ? 'weak' : quality === 'good' ? 'strong' : 'unstated'
  const parts = [...elementsAt(element, 'name-part')].sort((a, b) => orderOf(a) - orderOf(b))
  const whole = join(parts.map((part) => allTextIn(part, 'value')))
  const variants = variantsOf(parts).filter((name) => name !== whole)
  return [
    ...(whole === '' ? [] : [{ name: whole, type, strength } as const]),
    ...variants.map(
      (name): ListedName => ({ name, type: type === 'primary' ? 'variation' : type, strength }),
    ),
  ]
}

function orderOf(part: XmlElement): number {
  const order = Number(part.attributes.order ?? '')
  return Number.isFinite(order) ? order : 0
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/**
 * Spellings stand under each part of a name. Those in one language and script belong together: the first of each part
 * gives one name, the second another; a part without a spelling keeps its own.
 */
function variantsOf(parts: readonly XmlElement[]): string[] {
  const keyOf = (variant: XmlElement) =>
    `${variant.attributes.lang ?? ''}\n${variant.attributes.script ?? ''}`
  const all = parts.map((part) => elementsAt(part, 'spelling-variant'))
  const keys = uniqueBy(all.flat().map(keyOf), (key) => key).slice(0, MAX_VARIANTS)
  const names = keys.flatMap((key) => {
    const own = all.map((variants) =>
      variants.filter((variant) => keyOf(variant) === key).map(({ text }) => text),
    )
    const count = Math.min(MAX_VARIANTS, Math.max(...own.map(({ length }) => length)))
    return Array.from({ length: count }, (_, index) =>
      join(
        parts.map((part, at) => own[at]![Math.min(index, own[at]!.length - 1)] ?? allTextIn(part, 'value')),
      ),
    )
  })
  return uniqueBy(names, (name) => name)
}

/** What the identities say beside the names. */
type Identity = Pick<Listing, 'addresses' | 'birthDates' | 'birthPlaces' | 'countries' | 'identifiers'> & {
  readonly remarks: readonly string[]
}

const known: ReadonlySet<string> = new Set([
  ...['name', 'address', 'day-month-year', 'place-of-birth', 'nationality', 'identification-document'],
])

/** Gathers what all identities of a target say. */
export function identityOf(
  identities: readonly XmlElement[],
  places: SecoPlaces,
  where: string,
  log: IssueLog,
): Identity {
  const all = (name: string) => identities.flatMap((identity) => elementsAt(identity, name))
  const place = (element: XmlElement) => placeOf(element, places, where, log)
  const others = identities.flatMap(({ children }) => children.filter(({ name }) => !known.has(name)))
  return {
    addresses: uniqueBy(
      all('address').flatMap((element) => toAddress(element, place(element))),
      ({ text }) => text,
    ),
    birthDates: uniqueBy(
      all('day-month-year').flatMap((element) => toBirth(element, where, log)),
      ({ text }) => text,
    ),
    birthPlaces: uniqueBy(
      all('place-of-birth').flatMap((element) => placeTexts(place(element))),
      (text) => text,
    ),
    countries: uniqueBy(all('nationality').flatMap(countriesIn), (country) => country),
    identifiers: all('identification-document').flatMap(toIdentifier),
    remarks: [
      ...all('identification-document').flatMap((element) =>
        labeled('Document', ...documentDetails(element)),
      ),
      ...all('address').flatMap((element) => labeled('Address', allTextIn(element, 'remarks'))),
      ...others.flatMap((element) => labeled(element.name.slice(0, 80), textsOf(element).join('; '))),
    ],
  }
}

function placeOf(element: XmlElement, places: SecoPlaces, where: string, log: IssueLog): SecoPlace | null {
  const id = element.attributes['place-id'] ?? ''
  const place = places.get(id) ?? null
  if (id !== '' && place === null)
    log.add('unknown-place', where, `expected the place ${id.slice(0, 40)}, got none`)
  return place
}

function placeTexts(place: SecoPlace | null): string[] {
  const text = place
    ? [place.location, place.area, place.country].filter((part) => part !== '').join(', ')
    : ''
  return text === '' ? [] : [text]
}

function toAddress(element: XmlElement, place: SecoPlace | null): ListedAddress[] {
  const box = allTextIn(element, 'p-o-box')
  const lines = [allTextIn(element, 'c-o'), allTextIn(element, 'address-details'), box && `PO Box ${box}`]
  const street = lines.filter((line) => line).join(', ')
  const parts = {
    street,
    city: place?.location,
    region: place?.area,
    postalCode: allTextIn(element, 'zip-code'),
    country: place?.country,
  }
  const order = [parts.street, parts.city, parts.region, parts.postalCode, parts.country]
  const text = order.filter((part) => part).join(', ')
  return text === '' ? [] : [{ text, ...filled(parts) }]
}

/** Day and month may be missing; other calendars give no days. */
function toBirth(element: XmlElement, where: string, log: IssueLog) {
  const [year, month, day] = ['year', 'month', 'day'].map((name) =>
    (element.attributes[name] ?? '').replace(/^0$/, ''),
  )
  if (!year) return []
  const digits = [
    year,
    ...(month ? [month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : []),
  ].join('-')
  const calendar = element.attributes.calendar ?? ''
  if (calendar !== '' && calendar !== 'Gregorian')
    return [birthOf('', `${digits} (${calendar} calendar)`, where, log)]
  return [birthOf(digits, digits, where, log)]
}

function toIdentifier(element: XmlElement) {
  const value = allTextIn(element, 'number')
  const type = (element.attributes['document-type'] ?? '') || 'document'
  const issuer = elementsAt(element, 'issuer')[0]
  const country = issuer ? (issuer.attributes.code ?? '') || issuer.text : ''
  return value === '' ? [] : [{ type, value, ...filled({ country }) }]
}

function documentDetails(element: XmlElement): string[] {
  const details = ['date-of-issue', 'expiry-date', 'remark', 'remarks'].map((name) =>
    allTextIn(element, name),
  )
  const said = details.filter((text) => text !== '')
  return said.length === 0 ? [] : [allTextIn(element, 'number'), ...said]
}
