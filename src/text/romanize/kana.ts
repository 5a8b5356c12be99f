import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Japanese kana, in Hepburn as passports write it: long vowels are not marked. Variants keep the second letter of long
 * vowels, mark them with h, and follow the official Kunrei system. Katakana mostly writes foreign words, which gain
 * vowels on the way in (to, do, u after a consonant) and lose the difference of l and r, b and v: two variants lead back.
 */

/** Hepburn from U+3041 on; `x` marks the small signs. */
const signs = (
  'xa a xi i xu u xe e xo o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji xtsu tsu zu te de ' +
  'to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo xya ya xyu yu xyo yo ra ri ru re ro ' +
  'xwa wa i e o n vu xka xke va vi ve vo'
).split(' ')

const FIRST_HIRAGANA = 0x3041
const FIRST_KATAKANA = 0x30a1
const LONG = 'ー'

/** Reads one word of hiragana or katakana. */
export function romanizeKana(word: string): readonly RomanToken[] {
  const sounds = readKana(word)
  const drawn = sounds.join('')
  const full = drawn.replaceAll('-', '')
  const usual = full.replace(/ou|oo/g, 'o').replaceAll('uu', 'u')
  const nasal = usual.replace(/n(?=[bmp])/g, 'm')
  const foreign = drawn
    .replace(/([aeo])-(?=[^aeiou]|$)/g, '$1r')
    .replaceAll('-', '')
    .replace(/([bcdfghjklmnprstvz])u(?![aeiou])/g, '$1')
    .replace(/([td])o(?![aeiou])/g, '$1')
    .replace(/(.)\1/g, '$1')
  const lateral = foreign.replaceAll('r', 'l').replace(/([aeo])l(?=[^aeiouy]|$)/g, '$1r')
  const spellings = [
    nasal,
    usual,
    full,
    full.replace(/ou|oo/g, 'oh').replaceAll('uu', 'u'),
    lateral,
    foreign,
    foreign
      .replace(/k(?=[aou])/g, 'c')
      .replaceAll('ji', 'gi')
      .replace(/f$/, 'v')
      .replace(/ks/g, 'x'),
    lateral
      .replaceAll('shi', 'si')
      .replaceAll('chi', 'ti')
      .replaceAll('b', 'v')
      .replace(/k(?=[aou])/g, 'c'),
    kunrei(usual),
  ]
  return [makeRomanToken(word, spellings)]
}

function kunrei(hepburn: string): string {
  return hepburn
    .replaceAll('shi', 'si')
    .replace(/sh(?=[auo])/g, 'sy')
    .replaceAll('chi', 'ti')
    .replace(/ch(?=[auo])/g, 'ty')
    .replaceAll('tsu', 'tu')
    .replaceAll('ji', 'zi')
    .replace(/j(?=[auo])/g, 'zy')
    .replaceAll('fu', 'hu')
}

/** The sounds of a word; `-` stands for a lengthened vowel. */
function readKana(word: string): string[] {
  const sounds: string[] = []
  let doubled = false
  for (const letter of word) {
    const sign = letter === LONG ? '-' : signOf(letter)
    if (sign === undefined) continue
    if (sign === 'xtsu') {
      doubled = true
      continue
    }
    const last = sounds.at(-1)
    if (sign.startsWith('x') && last !== undefined) sounds[sounds.length - 1] = contract(last, sign.slice(1))
    else {
      const plain = sign.replace('x', '')
      sounds.push(
        doubled && /^[^aeioun-]/.test(plain) ? (plain.startsWith('ch') ? 't' : plain[0]!) + plain : plain,
      )
      doubled = false
    }
  }
  return sounds
}

function signOf(letter: string): string | undefined {
  const code = letter.codePointAt(0)!
  if (code < 128) return letter
  return signs[code - (code >= FIRST_KATAKANA ? FIRST_KATAKANA : FIRST_HIRAGANA)]
}

/** Joins a sound with the small sign after it: ki + ya is kya, shi + ya is sha, fu + a is fa, te + i is ti. */
function contract(sound: string, small: string): string {
  const stem = /^[aeiou]$/.test(sound) ? 'w' : sound.slice(0, -1)
  if (!small.startsWith('y')) return stem + small
  return /(?:sh|ch|j)$/.test(stem) ? stem + small.slice(1) : stem + small
}
