import data from '../../../data/names/romanization/han-readings.json' with { type: 'json' }

/**
 * Readings of Chinese characters, and their spelling in Hanyu Pinyin and Wade–Giles. The table is packed (see its
 * `source`) and unpacked at the first Chinese name, since most programs never meet one.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'
const FIRST_CHARACTER = 0x4e00

let unpacked: ReadonlyMap<string, string> | null = null

/** The syllable of a character, with v for ü; undefined for one that the table lacks. */
export function pinyinOf(character: string): string | undefined {
  unpacked ??= unpack()
  return unpacked.get(character)
}

function unpack(): ReadonlyMap<string, string> {
  const initials = data.initialList.split(' ')
  const finals = data.finalList.split(' ')
  const readings = new Map<string, string>()
  let code = FIRST_CHARACTER
  let place = 0
  for (const gap of data.gaps) {
    const skipped = DIGITS.indexOf(gap)
    if (skipped < 0) {
      code += DIGITS.length
      continue
    }
    code += skipped
    const initial = initials[DIGITS.indexOf(data.initials[place]!)]!
    const final = finals[DIGITS.indexOf(data.finals[place]!)]!
    readings.set(String.fromCharCode(code), (initial === '-' ? '' : initial) + final)
    code++
    place++
  }
  return readings
}

const wadeInitials: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}
const wadeWhole: Readonly<Record<string, string>> = {
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  yi: 'i',
  you: 'yu',
  yong: 'yung',
  yan: 'yen',
  er: 'erh',
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  e: 'o',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
  ye: 'yeh',
  yue: 'yueh',
}
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.+)$/

/** A pinyin syllable in Wade–Giles (1892) without apostrophes and hyphens. */
export function wadeGiles(syllable: string): string {
  const whole = wadeWhole[syllable]
  if (whole !== undefined) return whole
  const [, initial = '', final = ''] = SYLLABLE.exec(syllable) ?? []
  const spelled = final
    .replace(/^ian$/, 'ien')
    .replace(/^(i|u|v)e$/, '$1eh')
    .replace(/ong$/, 'ung')
    .replace(/^uo$/, 'o')
    .replace(/^v/, 'u')
  const tail = /^(?:g|k)$/.test(initial) && final === 'ui' ? 'uei' : spelled
  return (Object.hasOwn(wadeInitials, initial) ? wadeInitials[initial] : initial) + tail
}
