import type { PlaceReading } from '../model/place.js'
import { fold } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { combine } from './combine.js'
import { CONFIDENCE, capped, readCode, readName } from './place-name.js'

/** Most words of a part that are tried as a name, and most parts of a text. */
const MAX_WORDS = 6
const MAX_PARTS = 40

/** Readings of an address in one line, best first: what its last part names, and what the other parts add to it. */
export function readParts(text: string): readonly PlaceReading[] {
  const parts = text
    .split(/[,;|()\n\r\t，、；،]+/)
    .filter((part) => part.trim() !== '')
    .slice(-MAX_PARTS)
    .reverse()
  const found = parts.map((part, i) => (i === 0 ? readLast(part) : readInner(part)))
  const country = found.find((readings) => readings.some((reading) => reading.how !== 'city'))
  const others = found.filter((readings) => readings !== country).flat()
  return combine(country ?? [], others)
}

const readLast = remember((part) => readPart(part, true))
const readInner = remember((part) => readPart(part, false))

/** Readings of one part of an address: whole, without postal code, by its last words, by the start of a CJK word. */
function readPart(part: string, isLast: boolean): readonly PlaceReading[] {
  const clue = part.trim()
  const words = fold(part)
    .split(' ')
    .filter((word) => word !== '' && !/\d/.test(word))
  const whole = readName(words.join(' '), clue)
  if (whole.length > 0) return capped(whole, isLast ? CONFIDENCE.named : CONFIDENCE.found)
  const union = readStateOfUnion(clue)
  const coded = isLast ? readLastCode(clue, union) : []
  if (coded.length > 0) return coded
  if (union) return [union]
  const abbreviated = isLast ? readAbbreviation(clue) : []
  if (abbreviated.length > 0) return abbreviated
  const trailing = readTrailing(words)
  if (trailing.length > 0) return capped(trailing, isLast ? CONFIDENCE.found : CONFIDENCE.trace)
  return readUnspaced(words)
}

/** A code in capitals at the end of an address. What is a state of the United States too is ambiguous. */
function readLastCode(clue: string, union: PlaceReading | undefined): readonly PlaceReading[] {
  const code = /^[A-Z]{2,3}$/.test(clue) ? readCode(clue) : undefined
  if (!code) return []
  if (!union) return [{ ...code, confidence: CONFIDENCE.found }]
  return capped([union, code], CONFIDENCE.ambiguous)
}

/** A city with an abbreviation in capitals behind it: `London UK`, `Tehran IR`. */
function readAbbreviation(clue: string): readonly PlaceReading[] {
  const [, city = '', short = ''] = /^(.+)\s([A-Z]{2,3})$/.exec(clue) ?? []
  if (short === '') return []
  const named = capped(readName(fold(short), short), CONFIDENCE.found)
  const country = named.length > 0 ? named : readLastCode(short, readStateOfUnion(short))
  return country.length > 0 ? combine(country, readInner(city)) : []
}

/** Postal abbreviations of the states of the United States, and of the District of Columbia. */
const statesOfUnion: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC'
  ).split(' '),
)

/** The United States, where a text is `TX`, or `GA 30303` with a five- or nine-digit ZIP code. */
export function readStateOfUnion(text: string): PlaceReading | undefined {
  const match = /^([A-Z]{2})(?: \d{5}(?:-\d{4})?)?$/.exec(text.trim())
  const country = match && statesOfUnion.has(match[1]!) ? readCode('US') : undefined
  return country && { ...country, confidence: CONFIDENCE.clue, clue: text.trim(), how: 'city' }
}

/** Signs that part the countries of a field that names several: `DPRK/China`, `Iran (Germany)`, `Iran -> Germany`. */
const BETWEEN = /[,;|()/\\&+<>→⇒\n\r\t，、；،]+|\s-+\s/

/** Every name or code in a text, each with its readings, in order; the longest name at each word counts. */
export function readNames(text: string): readonly (readonly PlaceReading[])[] {
  const parts = text.split(BETWEEN).slice(0, MAX_PARTS)
  return parts.flatMap((part) => {
    const code = readCode(part.trim())
    if (code) return [[code]]
    const words = fold(part).split(' ')
    const found: (readonly PlaceReading[])[] = []
    for (let at = 0; at < words.length; ) {
      const name = readRun(words, at)
      if (name.readings.length > 0) found.push(name.readings)
      at += name.length
    }
    return found
  })
}

/** The longest name that begins with a word, and how many words it has; one word of no name. */
function readRun(
  words: readonly string[],
  at: number,
): { readings: readonly PlaceReading[]; length: number } {
  for (let length = Math.min(MAX_WORDS, words.length - at); length > 0; length--) {
    const key = words.slice(at, at + length).join(' ')
    const readings = key.length < 4 || isNew(words[at - 1]) ? [] : readName(key, key)
    if (readings.length > 0) return { readings, length }
  }
  return { readings: [], length: 1 }
}

/** A city with more words behind it: `Simferopol city`, `Yalta district`. */
export function readCity(text: string): readonly PlaceReading[] {
  const words = fold(text).split(' ').slice(0, MAX_WORDS)
  for (let count = words.length - 1; count > 0; count--) {
    const key = words.slice(0, count).join(' ')
    const readings = key.length < 4 ? [] : readName(key, text.trim())
    if (readings.length > 0) return capped(readings, CONFIDENCE.trace)
  }
  return []
}

/** New Mexico and New Jersey are neither Mexico nor Jersey. */
function isNew(before: string | undefined): boolean {
  return before === 'new' || before === 'nueva'
}

/** The longest run of last words that is a name: `Havana Cuba`. */
function readTrailing(words: readonly string[]): PlaceReading[] {
  for (let count = Math.min(MAX_WORDS, words.length - 1); count > 0; count--) {
    const key = words.slice(-count).join(' ')
    if (key.length < 4 || isNew(words.at(-count - 1))) continue
    const readings = readName(key, key)
    if (readings.length > 0) return readings
  }
  return []
}

/** The longest start of a word of Han, kana or Hangul that is a name: such addresses go from large to small. */
function readUnspaced(words: readonly string[]): PlaceReading[] {
  for (const word of words.slice(0, MAX_WORDS)) {
    if (!/^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word)) continue
    for (let length = Math.min(16, word.length); length >= 2; length--) {
      const readings = readName(word.slice(0, length), word.slice(0, length))
      if (readings.length > 0) return capped(readings, CONFIDENCE.found)
    }
  }
  return []
}
