/**
 * Letters and digits of a text without case, marks and order of words, joined by spaces: publishers turn names around
 * and add accents. Texts with the same words are written alike; nothing fuzzier than that.
 */
export function plainWords(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  const words = letters.split(/[^\p{L}\p{N}]+/u)
  return words.sort().join(' ').trim()
}
