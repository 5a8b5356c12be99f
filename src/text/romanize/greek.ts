import { reader } from './letters.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Greek. The usual spelling is ELOT 743 (ISO 843, the passport table); the variants follow the sound of the modern
 * language, older English usage, Latin endings of classical names, and the way back for foreign names.
 */

const base =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ' +
  'αι ai ει ei οι oi ου ou υι yi γγ ng γξ nx γχ nch μπ mp ντ nt τζ tz τσ ts'

const voiced = 'αυ av ευ ev ηυ iv'
const elot = reader(base, voiced)
const spoken = reader(base, voiced, 'αι e ει i οι i υ i ου u χ h γκ g γγ ng μπ b ντ d τζ j ξ x')
const foreign = reader(base, 'αυ au ευ eu χ h γκ g μπ b ντ d τζ j τσ ch ου u υ y η e β b ει ei γ g κ c')
const english = reader(base, 'αυ au ευ eu χ kh φ ph η e υ u ου ou β b γκ gk')
const loose = reader(base, voiced, 'χ h γ y γι yi γκ gk ξ ks η i ου ou υ i')
const latin = reader(base, 'αυ au ευ eu η e κ c φ ph αι ae ει i οι oe ου u β b γγ ng γκ nc γχ nch')
const german = reader(base, 'αυ av ευ ev χ ch φ ph η i ου u β w ζ s υ y γκ g γ gh')

/** Before these, υ of αυ ευ is an f. */
const VOICELESS = /([αεη])υ(?=[θκξπσςτφχψ]|$)/g

/** Reads one lower-case Greek word. */
export function romanizeGreek(word: string): readonly RomanToken[] {
  const heard = word.replace(VOICELESS, '$1f').replace(/^μπ/, 'b').replace(/^ντ/, 'd').replace(/^γκ/, 'g')
  const classical = latin(word).replace(/os$/, 'us')
  return [
    makeRomanToken(word, [
      elot(heard),
      spoken(heard),
      foreign(word),
      english(word),
      loose(heard),
      classical,
      german(word),
      elot(word),
    ]),
  ]
}
