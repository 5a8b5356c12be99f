import { letters } from './letters.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Devanagari (Hindi, Marathi, Nepali), in the Hunterian system without its marks. Every consonant carries an a unless
 * a vowel sign or virama says otherwise; Hindi does not speak that a at the end of a word, nor between a vowel and a
 * consonant that has its own (kamala is Kamla). Variants keep the a's, double long i and u, drop the breath of
 * aspirates, and choose w for v.
 */

const consonants = letters(
  'क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n ऩ n प p फ ph ब b भ bh म m ' +
    'य y र r ऱ r ल l ळ l ऴ l व v श sh ष sh स s ह h',
)
const independent = letters('अ a आ a इ i ई i उ u ऊ u ऋ ri ऌ li ऍ e ऎ e ए e ऐ ai ऑ o ऒ o ओ o औ au')
const signs = letters('ा a ि i ी i ु u ू u ृ ri ॅ e ॆ e े e ै ai ॉ o ॊ o ो o ौ au')
/** What a dot below makes of a consonant. */
const dotted = letters('k q g gh j z d r dh rh ph f')
const longSigns = new Map([...signs, ...letters('ी ee ू oo')])
const longIndependent = new Map([...independent, ...letters('ई ee ऊ oo')])

/** A consonant with the vowel after it, either possibly empty; an inherent vowel is not written and may be silent. */
interface Sound {
  consonant: string
  vowel: string
  inherent: boolean
}

/** Reads one Devanagari word. */
export function romanizeDevanagari(word: string): readonly RomanToken[] {
  const sounds = readSounds(word, signs, independent)
  const spoken = dropInherent(sounds, true)
  const full = dropInherent(sounds, false)
  const drawn = dropInherent(readSounds(word, longSigns, longIndependent), true)
  const plain = spoken.replace(/([kgjtdpb])h/g, '$1').replaceAll('chh', 'ch')
  return [
    makeRomanToken(word, [
      spoken,
      sounds.at(-1)?.inherent ? `${spoken}a` : spoken,
      spoken.replaceAll('v', 'w'),
      full,
      drawn,
      plain,
      spoken.replaceAll('jn', 'gy'),
      spoken.replaceAll('sh', 's').replaceAll('chh', 'ch').replaceAll('ph', 'f'),
      drawn.replaceAll('v', 'w'),
      spoken.replace(/^(.*)v/, '$1b'),
    ]),
  ]
}

function readSounds(
  word: string,
  vowelSigns: ReadonlyMap<string, string>,
  vowels: ReadonlyMap<string, string>,
): Sound[] {
  const sounds: Sound[] = []
  for (const letter of word) {
    const last = sounds.at(-1)
    const consonant = consonants.get(letter)
    const vowel = vowels.get(letter)
    if (consonant !== undefined) sounds.push({ consonant, vowel: 'a', inherent: true })
    else if (vowel !== undefined) sounds.push({ consonant: '', vowel, inherent: false })
    else if (letter === '\u093c' && last) last.consonant = dotted.get(last.consonant) ?? last.consonant
    else if (letter === '\u094d' && last) Object.assign(last, { vowel: '', inherent: false })
    else if (vowelSigns.has(letter) && last)
      Object.assign(last, { vowel: vowelSigns.get(letter), inherent: false })
    else if (letter === '\u0902' || letter === '\u0901')
      sounds.push({ consonant: 'n', vowel: '', inherent: false })
    else if (letter < '\u0080') sounds.push({ consonant: letter, vowel: '', inherent: false })
  }
  return sounds
}

/** Joins the sounds from the end, since whether an a is silent depends on what follows it. */
function dropInherent(sounds: readonly Sound[], medial: boolean): string {
  let text = ''
  let nextSpoken = false
  for (let i = sounds.length - 1; i >= 0; i--) {
    const sound = sounds[i]!
    const next = sounds[i + 1]
    const silent: boolean = sound.inherent && isSilent(sounds[i - 1], next, medial && nextSpoken)
    text = nasal(sound, next) + (silent ? '' : sound.vowel) + text
    nextSpoken = !silent && sound.vowel !== ''
  }
  return text
}

/** The a at the end is silent but after a cluster (Narendra; Anand all the same); a medial one between two syllables. */
function isSilent(before: Sound | undefined, next: Sound | undefined, medial: boolean): boolean {
  if (before === undefined) return false
  if (next === undefined) return before.vowel !== '' || /^[nm]/.test(before.consonant)
  return medial && before.vowel !== '' && next.consonant !== ''
}

/** A nasal takes the place of the consonant after it: Ambedkar, Singh. */
function nasal({ consonant, vowel }: Sound, next: Sound | undefined): string {
  if (consonant !== 'n' || vowel !== '') return consonant
  if (next?.consonant === 'h') return 'ng'
  return /^[pbm]/.test(next?.consonant ?? '') ? 'm' : 'n'
}
