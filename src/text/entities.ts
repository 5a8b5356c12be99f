/** HTML character references, which reach names through web forms and scraped lists. */

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['oslash', 'ø'],
  ['lsquo', "'"],
  ['rsquo', "'"],
  ['ndash', '-'],
  ['mdash', '-'],
])

/** Combining marks of the references that end in them: `&eacute;` is e and an acute accent. */
const accents: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
])

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g
/** `&amp;amp;amp;`: text that was escaped at each of several stations. */
const MAX_ROUNDS = 3

/** Replaces character references by what they stand for; unknown ones are left as they are. */
export function decodeEntities(text: string): string {
  for (let round = 0; round < MAX_ROUNDS && text.includes('&'); round++) {
    const decoded = text.replace(REFERENCE, decodeOne)
    if (decoded === text) break
    text = decoded
  }
  return text
}

function decodeOne(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? decodeAccented(name) ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

function decodeAccented(name: string): string | null {
  const mark = accents.get(name.slice(1))
  return mark === undefined ? null : name[0] + mark
}
