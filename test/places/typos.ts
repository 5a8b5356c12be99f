/**
 * One slip of the finger at a place drawn from a seed: the same text and seed give the same slip. The letter that comes
 * in is one that the text itself is written with, so that every script gets slips of its own.
 */

export const slips = ['substitution', 'deletion', 'insertion', 'swap'] as const
export type Slip = (typeof slips)[number]

/** A small generator of 32-bit numbers (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}

/** The text with one slip; never the same text again. */
export function withSlip(text: string, slip: Slip, random: () => number): string {
  const letters = [...text]
  const places = letters.flatMap((letter, i) => (/\p{L}/u.test(letter) ? [i] : []))
  for (let attempt = 0; attempt < 50; attempt++) {
    const at = places[random() % places.length]!
    const other = letters[places[random() % places.length]!]!.toLowerCase()
    const changed = [...letters]
    if (slip === 'substitution') changed[at] = other
    if (slip === 'deletion') changed.splice(at, 1)
    if (slip === 'insertion') changed.splice(at, 0, other)
    if (slip === 'swap') [changed[at], changed[at + 1]] = [letters[at + 1] ?? letters[at]!, letters[at]!]
    const result = changed.join('')
    if (result.toLowerCase() !== text.toLowerCase()) return result
  }
  throw new Error(`no ${slip} changes ${text}`)
}
