import { findTerritory } from '../places/territories.js'

/**
 * When are two written identifiers the same? Signs, spaces and case do not count, nor the words that say what the number
 * is (`IMO 9187629`, `Passport No. 123456`), which publishers put into the value as often as beside it; nor words in
 * parentheses behind it (`3848561 (New York)`, but not the check digit of `D489833(9)`); nor whether a
 * letter is Latin or one of another script that looks alike, since nobody types a passport number by its code points.
 */

/** Letters of other scripts, each with the Latin one that looks the same in capitals. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [...'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsαaβbεeηhιiκkμmνnοoρpτtυyχx'.matchAll(/(.)(.)/gu)].map(
    ([, other = '', latin = '']) => [other, latin],
  ),
)

/** Words in front of a number that say what it is. `No` alone may be the start of it: Norway's numbers are `NO 123`. */
const LABELS =
  /^[\s:#-]*(?:(?:imo|passport|number|bitcoin|ethereum|litecoin)(?:[\s.:#-]+|(?=\d{7}$))|(?:no|nr)[.:#][\s.:#-]*)+/

/** Who issued it, or of what it is. */
const SAID_BEHIND = /\([^()\d]{3,80}\)$/

/** A business identifier code, ISO 9362: bank, country, place, and a branch, where `XXX` is the head office. */
const BIC = /^([a-z]{4}([a-z]{2})[a-z0-9]{2})([a-z0-9]{3})?$/

/** Letters and digits in one form; null where too short, or too much of a word, to identify anyone. */
export function identifierKey(value: string): string | null {
  const plain = value.slice(0, 200).replaceAll('№', 'no.').normalize('NFKC').toLowerCase().trim()
  const key = [
    ...plain
      .replace(LABELS, '')
      .replace(SAID_BEHIND, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .map((letter) => lookalikes.get(letter) ?? letter)
    .join('')
  const [, office = '', country = '', branch = 'xxx'] = BIC.exec(key) ?? []
  if (office !== '' && findTerritory(country)) return branch === 'xxx' ? office : key
  return key.length >= 5 && /\d/.test(key) ? key : null
}
