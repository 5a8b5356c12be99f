/**
 * Undoes what transport did to a name: percent encoding (`Miguel%20Morales`, RFC 3986) and UTF-8 that was read as
 * Windows-1252 or Latin-1 (`MiguÃ©l`). Both are undone only where the result is valid UTF-8; anything else is left as it is.
 */

const PERCENT = /(?:%[0-9a-f]{2})+/gi

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; a space where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const MISREAD = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${WINDOWS.replaceAll(' ', '')}]{1,3}`, 'g')

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text as it was before it was sent. */
export function undoTransport(text: string): string {
  const plain = text.includes('%') ? text.replace(PERCENT, decodePercent) : text
  return plain.replace(MISREAD, (run) => {
    const decoded = decodeBytes(Uint8Array.from(run, byteOf))
    return decoded === null || CONTROL.test(decoded) ? run : decoded
  })
}

/** Nobody writes these: `ÂŠ` is not one of them, but two letters with marks put on. */
const CONTROL = /[\u0080-\u009f]/

function decodePercent(run: string): string {
  const bytes = run
    .slice(1)
    .split('%')
    .map((pair) => Number.parseInt(pair, 16))
  return decodeBytes(Uint8Array.from(bytes)) ?? run
}

function byteOf(letter: string): number {
  const place = WINDOWS.indexOf(letter)
  return place < 0 ? letter.charCodeAt(0) : 0x80 + place
}

function decodeBytes(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
