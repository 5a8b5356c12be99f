import type { PlaceReading } from '../model/place.js'
import type { Address } from '../model/transaction.js'
import { fold } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { combine, top } from './combine.js'
import { readMisspelled, readOneSlip } from './misspelled.js'
import { readPhones, readPort, readPostalCodes } from './numbers.js'
import { readCity, readNames, readParts, readStateOfUnion } from './parts.js'
import { CONFIDENCE, capped, rank, readCode, readName } from './place-name.js'
import { isWrittenUnder } from './territories.js'

/**
 * Where is this? A text is first taken as a whole: a code, a name, or a name that means several places. Failing
 * that, it is an address in one line, and the country stands in one of its parts, mostly the last; cities tell what
 * the country does not, that the place is in a part with a law of its own or in another country altogether. Failing
 * that, it is a name with a mistake in it. Whatever can be meant is returned: to choose silently between North and
 * South Korea is not for a program.
 */

/** How much is read at each end of a text; a country stands at one of them. */
const READ = 300

/** Whether all of a text is read. */
export function isReadWhole(text: string): boolean {
  return text.length <= 2 * READ
}

/** A place named by an address which is not in the country the address gives. */
export interface PlaceConflict {
  /** The field that names it: `city`, `text` … */
  readonly field: string
  readonly reading: PlaceReading
}

/** What an address says about the country it is in. */
export interface AddressReading {
  /** Best first; empty when unknown; several at the first one's confidence when ambiguous. */
  readonly readings: readonly PlaceReading[]
  /** The first field that points to another country, if one does. */
  readonly conflict?: PlaceConflict
}

/**
 * The territories a text can mean, best first. Empty when unknown; ambiguous when several share the confidence of the
 * first. Only the first and last 300 characters are read. Never throws.
 */
export function resolvePlace(text: string): readonly PlaceReading[] {
  return rememberedPlace(text)
}

const rememberedPlace = remember(readPlace)

function readPlace(text: string): readonly PlaceReading[] {
  const read = shorten(text)
  const whole = readExactly(read)
  if (whole.length > 0) return whole
  const parts = withNumbers(readParts(read), read)
  // A long name with a slip in it is that name: `Democratii People's Republic of Korea` is not `Republic of Korea`.
  const slipped = isLongName(read) ? readOneSlip(read) : []
  const [first] = slipped
  if (first && !slipped.some((reading) => reading.territory === parts[0]?.territory)) {
    return rank([...slipped, ...capped(parts, Math.min(CONFIDENCE.trace, first.confidence - 0.1))])
  }
  if ((parts[0]?.confidence ?? 0) >= CONFIDENCE.clue) return parts
  // What has digits is an address, not a name with a slip in it.
  const guessed = /\d/.test(read) ? parts : rank([...parts, ...readMisspelled(read)])
  return guessed.length > 0 ? guessed : readPort(read)
}

/** The readings of a text, and what its telephone numbers and postal codes add to them. */
function withNumbers(readings: readonly PlaceReading[], text: string): readonly PlaceReading[] {
  if (!/\d/.test(text)) return readings
  const state = readings[0]?.territory ?? ''
  const numbers = [...readPhones(text), ...readPostalCodes(text, state)]
  return numbers.length === 0 ? readings : combine(readings, numbers)
}

/** Whether a text can be one name as a whole; addresses have digits, and short names are near too many others. */
function isLongName(text: string): boolean {
  return text.length >= 8 && text.length <= 100 && !/\d/.test(text)
}

/** Readings of a text that is a code or a name and nothing else. */
function readExactly(text: string): readonly PlaceReading[] {
  const code = readCode(text.trim())
  return code ? [code] : readName(fold(text), text.trim())
}

function shorten(text: string): string {
  return isReadWhole(text) ? text : `${text.slice(0, READ)}, ${text.slice(-READ)}`
}

const resolveName = remember(readPlaceName)

/** As `resolvePlace`, but short codes mean nothing (`CA` as a region is California), and no slips are forgiven. */
function readPlaceName(text: string): readonly PlaceReading[] {
  const read = shorten(text)
  const named = readName(fold(read), read.trim())
  return named.length > 0 ? named : readParts(read)
}

/**
 * The territories an address can be in. The country field decides; the other fields tell a part of that country with
 * a law of its own, choose between the readings of an ambiguous country, or stand in where there is none.
 */
export function resolveAddress(address: Address): AddressReading {
  const country = address.country?.trim() ?? ''
  const stated = resolvePlace(country)
  const others = otherFields(address)
  const numbers = numbersOf(address, stated)
  const read = withSlippedCity(
    combine(
      stated,
      [...others, ...numbers].flatMap((field) => field.readings),
    ),
    address,
  )
  const combined = read.length > 0 ? read : readMisspelled(address.city ?? address.region ?? '')
  // A country that cannot be read is not replaced in silence: what stands in for it stays a hint.
  const readings = country !== '' && stated.length === 0 ? capped(combined, CONFIDENCE.trace) : combined
  const conflict = findOtherCountry(country, readings) ?? findConflict(readings, [...others, ...numbers])
  return conflict ? { readings, conflict } : { readings }
}

/**
 * A city that is known with a slip in it, in a part of the stated country with a law of its own: `Kertch, UA`. A guess, so
 * that the part and the state tie, and a person has to tell.
 */
function withSlippedCity(readings: readonly PlaceReading[], address: Address): readonly PlaceReading[] {
  const [state] = readings
  if (!state || top(readings).length > 1 || state.how === 'city' || state.how === 'number') return readings
  const part = [address.city, address.region]
    .filter((name) => name !== undefined && name.length >= MIN_CITY && resolveName(name).length === 0)
    .flatMap((name) => readOneSlip(name ?? ''))
    .find(({ territory }) => territory !== state.territory && isWrittenUnder(territory, state.territory))
  if (!part) return readings
  return rank([{ ...part, confidence: CONFIDENCE.trace }, ...capped(readings, CONFIDENCE.trace)])
}

/** Shorter names of cities are one slip away from too many others. */
const MIN_CITY = 6

/** What numbers in the address tell; they are no field of their own where a country is not stated. */
function numbersOf(address: Address, stated: readonly PlaceReading[]): FieldReadings[] {
  const state = stated[0]?.territory
  if (state === undefined) return []
  return (['text', 'street', 'city', 'postalCode'] as const).flatMap((field) => {
    const written = shorten(address[field] ?? '')
    const text = field === 'postalCode' ? written.replace(/\s/g, '') : written
    if (!/\d/.test(text)) return []
    const readings = [...readPhones(text), ...(field === 'street' ? [] : readPostalCodes(text, state))]
    return readings.length === 0 ? [] : { field, readings }
  })
}

interface FieldReadings {
  readonly field: string
  readonly readings: readonly PlaceReading[]
}

function otherFields(address: Address): FieldReadings[] {
  const fields: FieldReadings[] = []
  if (address.text)
    fields.push({
      field: 'text',
      readings: address.country ? resolveName(address.text) : resolvePlace(address.text),
    })
  if (address.region) {
    const union = readStateOfUnion(`${address.region} ${address.postalCode ?? ''}`)
    fields.push({ field: 'region', readings: union ? [union] : resolveName(address.region) })
  }
  if (address.city) {
    const named = resolveName(address.city)
    fields.push({ field: 'city', readings: named.length > 0 ? named : readCity(shorten(address.city)) })
  }
  // A street is often named after a place; only one that goes on after a comma can hold a city or country.
  if (address.street?.includes(',')) {
    fields.push({ field: 'street', readings: readParts(address.street.slice(-READ)) })
  }
  return fields
}

/** A country field that is no name as a whole and names a second country: `Iran and Germany`, `DPRK via China`. */
function findOtherCountry(country: string, chosen: readonly PlaceReading[]): PlaceConflict | undefined {
  const text = shorten(country)
  if (chosen.length === 0 || readExactly(text).length > 0) return undefined
  const other = namesIn(text).find((readings) => !readings.some((reading) => agrees(reading, chosen)))
  return other?.[0] && { field: 'country', reading: other[0] }
}

const namesIn = remember(readNames)

/** Conflicts need more than a guess, and must not be one of several readings that include the right one. */
function findConflict(
  chosen: readonly PlaceReading[],
  fields: readonly FieldReadings[],
): PlaceConflict | undefined {
  for (const { field, readings } of fields) {
    const sure = readings.filter((reading) => reading.how !== 'misspelled')
    const strange = sure.find((reading) => reading.confidence >= CONFIDENCE.clue && !agrees(reading, chosen))
    const excused =
      strange?.how === 'city' && sure.some((other) => isWeaker(other, strange) && agrees(other, chosen))
    if (strange && !excused) return { field, reading: strange }
  }
  return undefined
}

/** Whether a reading is one of those chosen, or a part of one. */
function agrees(reading: PlaceReading, chosen: readonly PlaceReading[]): boolean {
  return top(chosen).some((other) => areRelated(reading.territory, other.territory))
}

/** Whether `other` is the less likely reading of the same ambiguous words. */
function isWeaker(other: PlaceReading, reading: PlaceReading): boolean {
  return other.clue === reading.clue && other.confidence < reading.confidence
}

function areRelated(a: string, b: string): boolean {
  return isWrittenUnder(a, b) || isWrittenUnder(b, a)
}
