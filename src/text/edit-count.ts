/**
 * How many edits lie between two words, all at the same price: a lower bound that is ten times cheaper than the cost
 * itself (`edit.ts`), for passing over most words.
 *
 * The columns of the usual table are kept as bits, one for each letter of the first word, and a whole column is computed
 * by a few operations on integers (Myers 1999), with swaps of neighbors as in Hyyrö 2003. The first word is laid out
 * once and compared with many.
 */

/** Longest word that fits the bits of an integer; longer ones are not counted. */
export const MAX_COUNTED = 30

/** Counts the edits between `word` and others; for what it cannot count it answers 0, the bound that excludes nothing. */
export function editCounter(word: string): (other: string) => number {
  const length = word.length
  if (length === 0 || length > MAX_COUNTED || !ASCII.test(word)) return () => 0
  const last = 1 << (length - 1)
  let places: Int32Array | undefined
  return (other) => {
    places ??= layOut(word)
    return countEdits(places, length, last, other)
  }
}

/** For each character the places in the word where it stands, as bits. Most words meet no other, and need none. */
function layOut(word: string): Int32Array {
  const places = new Int32Array(128)
  for (let i = 0; i < word.length; i++) places[word.charCodeAt(i)]! |= 1 << i
  return places
}

const ASCII = /^[\u0000-\u007f]*$/

function countEdits(places: Int32Array, length: number, last: number, other: string): number {
  let up = -1
  let down = 0
  let diagonal = 0
  let before = 0
  let count = length
  for (let i = 0; i < other.length; i++) {
    const code = other.charCodeAt(i)
    const match = code < 128 ? places[code]! : 0
    const swapped = ((~diagonal & match) << 1) & before
    diagonal = ((((match & up) + up) | 0) ^ up) | match | down | swapped
    const right = down | ~(diagonal | up)
    const left = diagonal & up
    if ((right & last) !== 0) count++
    if ((left & last) !== 0) count--
    const shifted = (right << 1) | 1
    up = (left << 1) | ~(diagonal | shifted)
    down = diagonal & shifted
    before = match
  }
  return count
}
