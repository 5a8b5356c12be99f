import anyAscii from 'any-ascii'
import type { RomanToken } from './index.js'

/**
 * Korean names. The table gives Revised Romanization (2000) syllable by syllable, without the sound changes between
 * syllables that names do not show; lists and passports mostly write the older o and u for eo and eu (McCune–Reischauer
 * without its marks, and the usage of the DPRK). Surnames have spellings of their own.
 */

const surnames: Readonly<Record<string, string>> = {
  김: 'kim gim',
  이: 'ri lee yi rhee li',
  리: 'ri lee yi rhee li',
  박: 'pak park bak',
  최: 'choe choi',
  정: 'jong jung chong chung jeong',
  강: 'kang gang',
  조: 'jo cho',
  윤: 'yun yoon',
  장: 'jang chang',
  임: 'im lim rim',
  림: 'rim lim im',
  한: 'han',
  오: 'o oh',
  서: 'so seo suh',
  신: 'sin shin',
  권: 'kwon gwon',
  황: 'hwang',
  안: 'an ahn',
  송: 'song',
  류: 'ryu yu yoo',
  유: 'yu yoo ryu',
  홍: 'hong',
  전: 'jon jun chon jeon',
  고: 'ko go koh',
  문: 'mun moon',
  양: 'yang ryang',
  손: 'son sohn',
  배: 'pae bae',
  백: 'paek baek paik',
  허: 'ho heo hur',
  남: 'nam',
  심: 'sim shim',
  노: 'no roh ro',
  로: 'ro no roh',
  하: 'ha',
  곽: 'kwak gwak',
  성: 'song seong sung',
  차: 'cha',
  주: 'ju joo chu',
  우: 'u woo',
  구: 'ku koo gu',
  민: 'min',
  현: 'hyon hyun hyeon',
  변: 'pyon byun byeon',
  량: 'ryang yang',
}

/** A three-syllable word that begins with a surname is a person's name: family name and given name. */
export function romanizeHangul(word: string): readonly RomanToken[] {
  const [family = '', given = ''] = [word.slice(0, 1), word.slice(1)]
  const spellings = surnames[family]?.split(' ')
  if (!spellings || given.length !== 2)
    return [given.length === 0 && spellings ? asToken(word, spellings) : spell(word)]
  return [asToken(family, spellings), spell(given)]
}

function spell(word: string): RomanToken {
  const revised = anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const older = revised.replaceAll('eo', 'o').replaceAll('eu', 'u')
  const voiceless = older.replace(/^g/, 'k').replace(/^d/, 't').replace(/^b/, 'p').replace(/^j/, 'ch')
  return asToken(word, [...new Set([older, revised, voiceless])])
}

function asToken(native: string, [text = native, ...variants]: readonly string[]): RomanToken {
  return { text: text || native, variants, native, concept: null }
}
