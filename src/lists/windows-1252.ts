import type { ListFile } from '../model/listing.js'

/**
 * Windows-1252, the encoding of files saved by a spreadsheet on an office's desk. It is Latin-1 but for 0x80 to 0x9F,
 * which hold quotes and dashes. Written out, since the decoder of Node 20 leaves those as control characters.
 */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A file as UTF-8: as it is where it is valid UTF-8, else taken as Windows-1252. */
export function asUtf8(file: ListFile): ListFile {
  if (isUtf8(file.bytes)) return file
  return { name: file.name, bytes: new TextEncoder().encode(decodeWindows1252(file.bytes)) }
}

/** Whether bytes are UTF-8 in part only: letters of several bytes beside some that are not. */
export function isMixed(bytes: Uint8Array): boolean {
  return !isUtf8(bytes) && /[^\0-\x7f\ufffd]/.test(new TextDecoder().decode(bytes))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = []
  let piece = ''
  for (const byte of bytes) {
    piece += byte >= 0x80 && byte <= 0x9f ? SPECIAL[byte - 0x80] : String.fromCharCode(byte)
    if (piece.length >= 1 << 16) {
      pieces.push(piece)
      piece = ''
    }
  }
  return pieces.join('') + piece
}
