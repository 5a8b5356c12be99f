/**
 * What a romanized name sounds like, roughly, whoever romanized it.
 *
 * One sound has many spellings, since each country wrote down foreign names by its own rules: the third
 * consonant of Хрущёв is shch in English, schtsch in German, chtch in French. The reading goes left to right,
 * longest letter group first, and writes one sign per consonant: `x` for sh, ch and shch, `s` for s, z and ts,
 * `j` for zh and dj, `h` for kh, `k` for hard c and q. Vowels are heard least alike and are left out, except
 * that a word beginning with one says so by `a`, or by `y` where it glides (Yusuf, Iosif). Doubled letters count
 * once. A last consonant loses its voice, as in Russian, German and Turkish (Ivanov, Ivanoff; Ahmad, Ahmet).
 *
 * The idea is that of Soundex (Russell 1918) and Metaphone (Philips 1990); the letter groups are those of the usual
 * romanizations of Russian, Arabic, Persian and Chinese in English, French, German, Polish and Turkish.
 */

/** Longest stretch of a word that is heard. */
const MAX_LENGTH = 64

/** Letter groups heard as one consonant. Those whose sound depends on their place are in `hearGroup`. */
const groups = readGroups({
  x: 'schtsch chtch tsch shch sch tch tsh sh ch cz sz tj sj',
  s: 'ts tz',
  j: 'dsch dzh dj zh jh zs',
  h: 'kh',
  k: 'ck cq kw',
  g: 'gh gw',
  f: 'ph pf',
  t: 'th dt',
  d: 'dh',
  b: 'bh',
  v: 'wh',
  l: 'lj',
})

const LONGEST_GROUP = 7

function readGroups(bySound: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [sound, spellings] of Object.entries(bySound)) {
    for (const spelling of spellings.split(' ')) map.set(spelling, sound)
  }
  return map
}

/** Letters with marks that name another sound than the bare letter, spelled out. */
const spelledOut: ReadonlyMap<string, string> = new Map([
  ...['š', 'ś', 'ş', 'ș', 'ŝ'].map((letter) => [letter, 'sh'] as const),
  ...['č', 'ć', 'ç', 'ĉ'].map((letter) => [letter, 'ch'] as const),
  ...['ž', 'ź', 'ż'].map((letter) => [letter, 'zh'] as const),
  ['đ', 'dj'],
  ['ţ', 'ts'],
  ['ț', 'ts'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['ı', 'i'],
  ['ø', 'o'],
  ['æ', 'a'],
  ['œ', 'o'],
])

/**
 * The phonetic key of one word.
 *
 * @param text a romanized word; capitals and marked letters are understood, the first 64 letters are heard.
 * @returns signs out of `a b d f g h j k l m n p r s t v x y`, and digits as they stand; letters of other scripts stay
 * as they are. Empty when nothing is heard.
 */
export function soundKey(text: string): string {
  return withoutLastVoice(hear(text), text)
}

/** Both keys of a word, which is heard once for them. */
export function soundKeys(text: string): { readonly sound: string; readonly bones: string } {
  const key = hear(text)
  return { sound: withoutLastVoice(key, text), bones: bonesOf(key) }
}

function withoutLastVoice(key: string, text: string): string {
  const voiced = key.charAt(key.length - 1)
  const voiceless = key.length > 1 && endsInConsonant(text) ? withoutVoice.get(voiced) : undefined
  return voiceless === undefined ? key : key.slice(0, -1) + voiceless
}

const withoutVoice: ReadonlyMap<string, string> = new Map([
  ['b', 'p'],
  ['d', 't'],
  ['g', 'k'],
  ['v', 'f'],
])

function endsInConsonant(text: string): boolean {
  return !isVowel(text.charAt(Math.min(text.length, MAX_LENGTH) - 1).toLowerCase())
}

/**
 * A finer key, for words of which too few consonants are heard: their sounds with a `*` for each run of vowels, so that
 * Musa is Musse and Ghazi is Gazy, but neither is Amos or Koszi.
 *
 * @param text a romanized word, as for `soundKey`.
 * @returns signs as in `soundKey`, and `*`.
 */
export function soundShape(text: string): string {
  return hear(text, '*')
}

/**
 * A coarser key, for words that crossed from a script without vowels (Arabic, Hebrew), where even consonants are
 * shared between sounds: b and p, k and q and g, t and d, s and sh, v and w and u.
 *
 * @param text a romanized word, as for `soundKey`.
 * @returns signs out of `a b f h j k l m n r s t v y`, and digits; `v` only in front.
 */
export function skeleton(text: string): string {
  return bonesOf(hear(text))
}

function bonesOf(key: string): string {
  let bones = ''
  for (let i = 0; i < key.length; i++) {
    const bone = boneOf(key.charAt(i))
    if (bone === 'v' && i > 0) continue
    if (bone !== bones.charAt(bones.length - 1)) bones += bone
  }
  return bones
}

function boneOf(sound: string): string {
  switch (sound) {
    case 'p':
      return 'b'
    case 'g':
      return 'k'
    case 'd':
      return 't'
    case 'x':
      return 's'
    default:
      return sound
  }
}

/** The consonants of a word, left to right, with a sign for a vowel in front; `vowel` is written for each run of others. */
function hear(text: string, vowel = ''): string {
  const plain = spellPlainly(text)
  const word = plain.endsWith('u') ? plain.replace(BELARUSIAN, '$1av') : plain
  let key = ''
  let last = ''
  let i = 0
  while (i < word.length) {
    const letter = word.charAt(i)
    const group = isConsonant(word.charAt(i + 1)) ? groupAt(word, i) : ''
    const sound = isVowel(letter) ? '' : group === '' ? hearLetter(word, i) : hearGroup(word, i, group)
    if (i === 0 && sound === '') key = hearFirstVowel(word)
    else if (sound !== last) key += sound === '' && isVowel(letter) ? vowel : sound
    // The same sound again is a doubled letter only when no vowel stands between.
    last = sound
    i += group === '' ? 1 : group.length
  }
  return key
}

/** The end that -ov takes in Belarusian: Atabekau, Ivanou. */
const BELARUSIAN = /^(.{3,}[^aeiouy])[aoe]u$/

/** The word in a–z where that is possible. */
function spellPlainly(text: string): string {
  const word = text.slice(0, MAX_LENGTH)
  if (/^[a-z0-9]*$/.test(word)) return word
  let plain = ''
  for (const letter of word.toLowerCase().normalize('NFC')) {
    plain += spelledOut.get(letter) ?? letter.normalize('NFD').replace(/[\u0300-\u036f?]/g, '')
  }
  return plain.slice(0, MAX_LENGTH)
}

function isVowel(letter: string): boolean {
  return (
    letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u' || letter === 'y'
  )
}

function isConsonant(letter: string): boolean {
  return letter >= 'a' && letter <= 'z' && !isVowel(letter)
}

/** The longest letter group that begins here, or nothing. */
function groupAt(word: string, start: number): string {
  for (let length = Math.min(LONGEST_GROUP, word.length - start); length > 1; length--) {
    const group = word.slice(start, start + length)
    if (groups.has(group)) return group
  }
  return ''
}

/** Ye- and Ie- are the E- of Russian names (Yelena); other glides are heard (Yusuf, Iosif). */
function hearFirstVowel(word: string): string {
  const glides = word.charAt(0) === 'y' || word.charAt(0) === 'i'
  const next = word.charAt(1)
  return glides && isVowel(next) && next !== 'e' ? 'y' : 'a'
}

function hearGroup(word: string, start: number, group: string): string {
  const next = word.charAt(start + group.length)
  // Chr-, -chm- are kh in Greek and German words (Christos, Bachmann).
  if (group === 'ch' && isConsonant(next)) return 'h'
  if (start === 0 && (group === 'gh' || group === 'gw')) return 'k'
  return groups.get(group) ?? ''
}

function hearLetter(word: string, at: number): string {
  const before = word.charAt(at - 1)
  const next = word.charAt(at + 1)
  switch (word.charAt(at)) {
    case 'c':
      return hearC(word, at)
    case 'g':
      // Initial g, k and q are exchanged all over Asia (Gaddafi and Qadhafi, Gim and Kim); -ng is one nasal sound.
      if (at === 0) return 'k'
      return before === 'n' && !isVowel(next) ? 'n' : 'g'
    case 'h':
      return hearH(word, at)
    case 'j':
      // Before a consonant and in the end j is the i of a diphthong (Andrej, Čajkovskij).
      return at > 0 && !isVowel(next) ? '' : 'j'
    case 'q':
      return 'k'
    case 'w':
      // The u of a diphthong (Brown, Tawfiq), except in -owski, -owna and at the end (Chruschtschow).
      return isVowel(before) && isConsonant(next) && next !== 's' && !word.startsWith('na', at + 1) ? '' : 'v'
    case 'x':
      return at === 0 ? 'x' : 'ks'
    case 'z':
      return 's'
    default:
      return word.charAt(at)
  }
}

/** Soft before e and i, and at the end of a South Slavic name that lost its accent (Petrović). */
function hearC(word: string, at: number): string {
  const next = word.charAt(at + 1)
  if (next === 'e' || next === 'i' || next === 'y') return 's'
  return next === '' && word.endsWith('vic') ? 'x' : 'k'
}

/** Mute at the end (Abdullah) and after most consonants, where it only colors them. */
function hearH(word: string, at: number): string {
  const before = word.charAt(at - 1)
  const next = word.charAt(at + 1)
  if (at === 0) return 'h'
  if (isVowel(before)) return next === '' ? '' : 'h'
  const liquid = before === 'l' || before === 'r' || before === 'm' || before === 'n'
  return liquid && at > 1 && isVowel(next) ? 'h' : ''
}
