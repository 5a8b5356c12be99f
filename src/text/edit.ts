/**
 * How much would have to be changed to turn one word into the other?
 *
 * The measure is the optimal string alignment distance (insert, delete, replace, swap two neighbors; Damerau 1964,
 * in the restricted form of Oommen and Loker 1997), with prices that follow how names really go wrong. Letters that
 * look or sound alike are cheap to replace, a doubled letter is cheap to drop, and a digit is dear, because digits
 * tell one vessel or factory from the next. Prices are kept as whole tenths, so sums are exact and equal on every
 * machine.
 *
 * Only a band around the diagonal of the usual table can hold a cost within the limit: being k places off the
 * diagonal takes k insertions, each at full price except as many as there are doubled letters. When a whole row is over
 * the limit, the rest must be too, and the walk stops. A swap steps over a row, but never costs less than replacing
 * the first of its two letters, so the row it steps over shows the same.
 */

/** Longest word compared; what follows takes no part. */
export const MAX_WORD_LENGTH = 64

const STEP = 10
const DIGIT = 15
const VOWELS = 8
const CONFUSABLE = 7
const DOUBLED = 5
const WILDCARD = 3
const DEAD = 10_000

/** No cost is greater: all of one word dropped, all of the other put in. */
const MAX_COST = (2 * MAX_WORD_LENGTH * DIGIT) / 10

const QUESTION_MARK = 63
const ASCII = 128

/** Letters taken for one another by eye (0/o, 1/l) or by ear (c/k, s/z); each pair works both ways. */
const confusablePairs = 'iy jy ij ck kq sz vw ou ei 0o 1l 1i il 2z 5s 6b 8b'

/** Price of replacing one ASCII character by another, in tenths, at `(a << 7) | b`. */
const replacement = makeReplacementTable()

function makeReplacementTable(): Uint8Array {
  const table = new Uint8Array(ASCII * ASCII)
  for (let a = 0; a < ASCII; a++) {
    for (let b = 0; b < ASCII; b++) table[(a << 7) | b] = generalPrice(a, b)
  }
  for (const pair of confusablePairs.split(' ')) {
    const a = pair.charCodeAt(0)
    const b = pair.charCodeAt(1)
    table[(a << 7) | b] = CONFUSABLE
    table[(b << 7) | a] = CONFUSABLE
  }
  return table
}

function generalPrice(a: number, b: number): number {
  if (a === b) return 0
  if (a === QUESTION_MARK || b === QUESTION_MARK) return WILDCARD
  if (isDigit(a) || isDigit(b)) return DIGIT
  return isVowel(a) && isVowel(b) ? VOWELS : STEP
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isVowel(code: number): boolean {
  return 'aeiouy'.includes(String.fromCharCode(code))
}

// Scratch shared by all calls, so that a call allocates nothing. Safe, because a call runs to its end before another
// can begin: nothing here is asynchronous, nothing calls back, and each worker has its own copy of the module.
const left = makeSide()
const right = makeSide()
let row = new Int32Array(MAX_WORD_LENGTH + 2)
let above = new Int32Array(MAX_WORD_LENGTH + 2)
let twoAbove = new Int32Array(MAX_WORD_LENGTH + 2)

/** A word laid out for the walk; both arrays are counted from 1. */
interface Side {
  readonly codes: Uint16Array
  /** Price of having this letter on one side only. */
  readonly prices: Uint8Array
}

function makeSide(): Side {
  return { codes: new Uint16Array(MAX_WORD_LENGTH + 1), prices: new Uint8Array(MAX_WORD_LENGTH + 1) }
}

/** Lays out a word; answers how many of its letters repeat the one before. */
function layOut(word: string, length: number, side: Side): number {
  let before = 0
  let doubled = 0
  for (let i = 1; i <= length; i++) {
    const code = word.charCodeAt(i - 1)
    side.codes[i] = code
    if (isDigit(code)) side.prices[i] = DIGIT
    else if (code === before) {
      side.prices[i] = DOUBLED
      doubled++
    } else side.prices[i] = STEP
    before = code
  }
  return doubled
}

/**
 * Cost of turning one word into the other.
 *
 * Insert, delete, replace and swap cost 1; replacing a vowel by a vowel 0.8, a letter by one that looks or sounds
 * alike 0.7; doubling a letter 0.5; `?` stands for any one letter or digit at 0.3; anything done to a digit costs
 * 1.5, except taking it for the letter it looks like.
 *
 * @param a a word; its first 64 UTF-16 units are read.
 * @param b another; the order does not matter.
 * @param limit greatest cost of interest, 0 or more.
 * @returns the cost, a multiple of 0.1; 0 only for words that are equal as far as they are read; Infinity when it is
 * above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (!(limit >= 0)) return Number.POSITIVE_INFINITY
  if (a === b) return 0
  const rows = Math.min(a.length, MAX_WORD_LENGTH)
  const columns = Math.min(b.length, MAX_WORD_LENGTH)
  const budget = Math.floor(Math.min(limit, MAX_COST) * 10 + 1e-6)
  if (Math.abs(rows - columns) * DOUBLED > budget) return Number.POSITIVE_INFINITY
  const doubled = Math.max(layOut(a, rows, left), layOut(b, columns, right))
  const band = bandWidth(budget, doubled)
  if (Math.abs(rows - columns) > band) return Number.POSITIVE_INFINITY
  const cost = walk(rows, columns, band, budget)
  return cost > budget ? Number.POSITIVE_INFINITY : cost / 10
}

/** How far off the diagonal a budget reaches, given how many letters could be inserted at half price. */
function bandWidth(budget: number, doubled: number): number {
  const atHalfPrice = Math.min(doubled, Math.floor(budget / DOUBLED))
  return atHalfPrice + Math.floor((budget - atHalfPrice * DOUBLED) / STEP)
}

/** Fills the table row by row; the cost in tenths, or DEAD as soon as it must be over the budget. */
function walk(rows: number, columns: number, band: number, budget: number): number {
  startRows(columns, band)
  const { codes: rightCodes, prices: rightPrices } = right
  for (let i = 1; i <= rows; i++) {
    const code = left.codes[i]!
    const price = left.prices[i]!
    const first = Math.max(1, i - band)
    const last = Math.min(columns, i + band)
    row[first - 1] = first === 1 ? above[0]! + price : DEAD
    let least = row[first - 1]!
    for (let j = first; j <= last; j++) {
      const other = rightCodes[j]!
      let cost = above[j - 1]!
      if (code !== other)
        cost += code < ASCII && other < ASCII ? replacement[(code << 7) | other]! : priceOf(code, other)
      cost = Math.min(cost, above[j]! + price, row[j - 1]! + rightPrices[j]!)
      if (i > 1 && j > 1 && code !== other && code === rightCodes[j - 1] && other === left.codes[i - 1]) {
        cost = Math.min(cost, twoAbove[j - 2]! + (isDigit(code) || isDigit(other) ? DIGIT : STEP))
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (last < columns) row[last + 1] = DEAD
    if (least > budget) return DEAD
    const spare = twoAbove
    twoAbove = above
    above = row
    row = spare
  }
  return above[columns]!
}

/** The row above the first: nothing but insertions. */
function startRows(columns: number, band: number): void {
  above[0] = 0
  const last = Math.min(columns, band)
  for (let j = 1; j <= last; j++) above[j] = above[j - 1]! + right.prices[j]!
  if (last < columns) above[last + 1] = DEAD
}

/** Replacement with a letter outside ASCII on at least one side. */
function priceOf(a: number, b: number): number {
  if (a === QUESTION_MARK || b === QUESTION_MARK) return WILDCARD
  return isDigit(a) || isDigit(b) ? DIGIT : STEP
}
