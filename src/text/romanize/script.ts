import type { Script } from '../name.js'

/**
 * Which script a letter belongs to, by Unicode block. Blocks are enough: fold() has already turned compatibility forms
 * into plain letters, and a rare letter in a neighbor's block costs nothing but a worse spelling.
 */

/** First and last code point of a block and its script, in ascending order. */
const blocks: readonly (readonly [number, number, Script])[] = [
  [0xaa, 0x2af, 'latin'],
  [0x370, 0x3e1, 'greek'],
  [0x3f0, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x530, 0x58f, 'armenian'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x870, 0x8ff, 'arabic'],
  [0x900, 0x97f, 'devanagari'],
  [0xe00, 0xe7f, 'thai'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x1c80, 0x1c8f, 'cyrillic'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1d00, 0x1d25, 'latin'],
  [0x1d6b, 0x1d77, 'latin'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2c60, 0x2c7f, 'latin'],
  [0x2d00, 0x2d2f, 'georgian'],
  [0x2d80, 0x2ddf, 'ethiopic'],
  [0x3005, 0x3005, 'han'],
  [0x3041, 0x30ff, 'kana'],
  [0x3131, 0x318e, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa640, 0xa69f, 'cyrillic'],
  [0xa722, 0xa7ff, 'latin'],
  [0xa8e0, 0xa8ff, 'devanagari'],
  [0xab01, 0xab2f, 'ethiopic'],
  [0xab30, 0xab64, 'latin'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb00, 0xfb06, 'latin'],
  [0xfb13, 0xfb17, 'armenian'],
  [0xfb1d, 0xfb4f, 'hebrew'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0xff21, 0xff5a, 'latin'],
  [0xff66, 0xff9f, 'kana'],
  [0xffa1, 0xffdc, 'hangul'],
  [0x1b000, 0x1b16f, 'kana'],
  [0x20000, 0x323af, 'han'],
]

const LETTER = /^\p{L}$/u

/**
 * The script of a letter or ideograph.
 *
 * @param codePoint a Unicode code point.
 * @returns null for digits, marks, punctuation and everything else that is not a letter; `other` for letters of
 * scripts that are not told apart.
 */
export function scriptOf(codePoint: number): Script | null {
  if (codePoint < 128) {
    const letter = codePoint | 32
    return letter >= 97 && letter <= 122 ? 'latin' : null
  }
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'han'
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return 'hangul'
  const script = blockOf(codePoint)
  return codePoint <= 0x10ffff && LETTER.test(String.fromCodePoint(codePoint)) ? script : null
}

function blockOf(codePoint: number): Script {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last, script] = blocks[middle]!
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return script
  }
  return 'other'
}
