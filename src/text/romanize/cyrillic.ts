import { type Reader, reader } from './letters.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Cyrillic. The usual spelling is BGN/PCGN without its marks (Russian 1947, Ukrainian 2019, Bulgarian 2013, Serbian
 * Latin, national tables for the Central Asian letters); the variants are the other systems in which passports, press
 * and registers spell the same names: plain press usage, ICAO 9303, ISO 9 without its marks, Ukrainian and Belarusian,
 * French, German, the way back for names that were foreign to begin with (Huawei, John), and English usage.
 * Letters that only one language has decide which reading comes first.
 */

const base =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh ' +
  'щ shch ъ - ы y ь - э e ю yu я ya ѣ e ѳ f ѵ i ' +
  'ў w і i ї yi є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ' +
  'ғ gh қ q ҡ q ҝ g ң ng ҥ ng ө o ү u ұ u һ h ҳ h ҷ j ҹ j җ zh ә a ҙ z ҫ s ӊ ng ӈ n ҕ gh ҟ q ӷ gh ҩ o ҵ ts ҭ t ԥ p ҽ ch ҿ ch ӡ dz ӏ -'

/** E is ye where it opens a syllable. */
const opened =
  'ае aye ее eye ие iye ое oye уе uye ые yye эе eye юе yuye яе yaye ье ye ъе ye ъё yo ьё yo ьо yo '
const plainEndings = 'ый y ий y ия ia ье ie ьи yi ье ye ьё io жё zho чё cho шё sho щё shcho кс x '

const bgn = reader(base, opened)
const press = reader(base, plainEndings, 'ё e')
const icao = reader(base, 'ё e й i ъ ie ю iu я ia ў u ї i є ie э e ьи i жо zho')
const iso9 = reader(base, 'ж z й j х h ц c ч c ш s щ sc ю ju я ja є je ї ji ё jo ь - э e ћ c ђ d џ dz')
const ukrainian = reader(base, 'г h зг zgh и y і i є ie ї i й i ю iu я ia ґ g ў u ё io е e ий yi')
const foreign = reader(
  base,
  'х h ху hu й i ю u я a ж j дж j щ sch ц c уа wa уэ we уи wi уо wo кс x чж zh цз j вэ we эй ei ай ai ' +
    'ау au ё o оу ow ья ia',
)
const french = reader(
  base,
  'у ou ч tch ш ch ж j щ chtch ю iou я ia й i х kh ё io ый y ий i дж dj ги gui ге gue ў ou',
)
const german = reader(
  base,
  'в w ж sch з s х ch ц z ч tsch ш sch щ schtsch ю ju я ja й j ё jo ый y ий i дж dsch кс x ў w',
)
const english = reader(base, opened, 'ий ii ый yi ю u ё o ж j х h щ sch ц c', 'ия iya')

const serbian = reader(base, 'ж z х h ц c ч c ш s е e ј j')
const serbianPlain = reader(base, 'ј y љ ly њ ny ћ ch ђ dj џ dzh х kh ц ts е e')
const serbianLoose = reader(base, 'ј i љ li њ ni ћ ch ђ dj џ j х h ц c ж zh')
const kazakh = reader(base, 'қ k ҡ k ғ g ң n ә e ө u ү y ұ u ж j ҳ kh й i һ kh ҷ ch')
const turkic = reader(base, opened, 'қ k ғ g ж j ң ng ы i х h ө o ү u ә a ҳ h я ia')

const russianOrder = [bgn, press, icao, ukrainian, iso9, foreign, english, french, german]
const ukrainianOrder = [
  ukrainian,
  reader(base, 'г h и y є ye ї yi'),
  bgn,
  press,
  iso9,
  foreign,
  french,
  german,
]
const serbianOrder = [serbian, serbianPlain, serbianLoose, iso9, icao, french, german]
const turkicOrder = [bgn, kazakh, turkic, press, icao, iso9, french, german]

const UKRAINIAN = /[іїєґў]/
const SERBIAN = /[јљњћђџѓќѕ]/
const TURKIC = /[ғқҡҝңҥөүұһҳҷҹҗәҙҫӊ]/

function systemsFor(word: string): readonly Reader[] {
  if (UKRAINIAN.test(word)) return ukrainianOrder
  if (SERBIAN.test(word)) return serbianOrder
  return TURKIC.test(word) ? turkicOrder : russianOrder
}

/** Ъ between consonants is a vowel: it is Bulgarian. */
const BULGARIAN = /ъ(?=[^аеёиоуыэюя])/g

/** Reads one lower-case Cyrillic word. */
export function romanizeCyrillic(word: string): readonly RomanToken[] {
  const systems = systemsFor(word)
  const spoken = word.includes('ъ') ? word.replace(BULGARIAN, 'а') : word
  const initialYe = spoken.startsWith('е') && systems[0] === bgn
  const spellings = systems.map((system, place) => {
    const text = system(spoken)
    return initialYe && place === 0 ? `y${text}` : text
  })
  if (/[ое]в$/.test(word)) spellings.splice(4, 0, `${spellings[1]!.slice(0, -1)}ff`)
  if (spoken !== word)
    spellings.splice(3, 0, spellings[0]!.replaceAll('shch', 'sht'), bgn(word.replaceAll('ъ', 'у')))
  return [makeRomanToken(word, spellings)]
}
