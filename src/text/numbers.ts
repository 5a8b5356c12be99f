/** Numbers as names write them: digits, ordinals, Roman numerals. Values are text, so that long ones stay exact. */

const DIGITS = /^\d+$/
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/
const LEADING_ZEROS = /^0+(?=\d)/

/** Value of a word of digits (`007` → `7`) or a written ordinal (`21st` → `21`), or null. */
export function digitValue(word: string): string | null {
  const digits = DIGITS.test(word) ? word : ORDINAL.exec(word)?.[1]
  return digits === undefined ? null : digits.replace(LEADING_ZEROS, '')
}

const romanNumerals = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const romanValues = new Map(romanNumerals.map((numeral, i) => [numeral, String(i + 1)]))

/** Value of a Roman numeral from I to XX, or null. */
export function romanValue(word: string): string | null {
  return romanValues.get(word) ?? null
}

/** One row per value, from 1: English, Russian, Spanish and Portuguese, French, Italian, German. */
const ordinals = [
  'first pervyi pervyy pervy pervaya primero primera premier premiere primo prima erste',
  'second vtoroi vtoroy vtoraya segundo segunda deuxieme secondo seconda zweite',
  'third tretii tretiy treti tretya tercero tercera troisieme terzo terza dritte',
  'fourth chetvertyi chetvertyy chetvertaya cuarto cuarta quarto quarta quatrieme vierte',
  'fifth pyatyi pyatyy pyataya quinto quinta cinquieme funfte',
  'sixth shestoi shestoy shestaya sexto sexta sixieme sechste',
  'seventh sedmoi sedmoy sedmaya septimo septima septieme siebte',
  'eighth vosmoi vosmoy vosmaya octavo octava huitieme achte',
  'ninth devyatyi devyatyy devyataya noveno novena neuvieme neunte',
  'tenth desyatyi desyatyy desyataya decimo decima dixieme zehnte',
]
const ordinalValues = new Map(
  ordinals.flatMap((row, i) => row.split(' ').map((word) => [word, String(i + 1)] as const)),
)

/** Value of an ordinal word (`first`, `pervyi`), or null. */
export function ordinalValue(word: string): string | null {
  return ordinalValues.get(word) ?? null
}

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
const unitValues = new Map(`${units} eighteen nineteen`.split(' ').map((word, i) => [word, i + 1]))
const tensValues = new Map(
  'twenty thirty forty fourty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, i < 3 ? 20 + 10 * i : 10 + 10 * i] as const),
)

/** An English number written out, from 1 to 99 (`forty four`), and how many words it takes; null for other words. */
export function cardinalValue(
  word: string,
  next: string | undefined,
): { readonly value: string; readonly count: number } | null {
  const tens = tensValues.get(word)
  const unit = unitValues.get(tens === undefined ? word : (next ?? ''))
  if (tens === undefined) return unit === undefined ? null : { value: String(unit), count: 1 }
  return unit !== undefined && unit < 10
    ? { value: String(tens + unit), count: 2 }
    : { value: String(tens), count: 1 }
}

/** Whether a word is a number in some place of some name. */
export function isNumeric(word: string): boolean {
  return (
    digitValue(word) !== null ||
    ordinalValue(word) !== null ||
    romanValue(word) !== null ||
    unitValues.has(word) ||
    tensValues.has(word)
  )
}
