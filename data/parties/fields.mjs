/**
 * How import.mjs reads the names and addresses of the facts. Publishers write several names into one field and join an
 * address with commas; both are taken apart here, by rules that were checked against every row.
 */

// Names

/** Marks around a name are the publisher's quotation marks, those inside a word are apostrophes. */
const unquote = (name) =>
  name
    .replace(/(^|\s)["“”'‘]([^"“”‘']+)["“”'’](?=\s|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()

/** `Name (ABC)`, `Name (Aliases: A, B)` and two more hold several names; `(KPE.018)` only points to another entry. */
export function splitName(published) {
  const name = unquote(published)
  const [, outer, inner] = /^(.+) \(([^()]+)\)$/.exec(name) ?? []
  if (inner === undefined) return [name]
  if (/^KPE\.\d+$/.test(inner)) return [outer]
  if (inner.startsWith('Aliases: ')) return [outer, ...inner.slice('Aliases: '.length).split(', ')]
  if (/^([A-Z]{3,5}|Global Communications Co|Malaysia-Korea Partners)$/.test(inner)) return [outer, inner]
  return [name]
}

/**
 * Aliases of OFAC's DPRK entries that are broad or generic by its own measure (FAQ 122: ordinary words, numbered offices,
 * short place names and handles). The facts carry no quality mark, and an ordinary word must not stop an order alone.
 */
const generic = new Set(
  [
    ...[
      'office #39',
      'bureau 39',
      'third floor',
      'division 39',
      'office 91',
      'department 30',
      'third bureau',
      'lab 110',
    ],
    ...[
      'unit 110',
      'department 53',
      'bureau 53',
      'group 77',
      'red dot',
      'zinc',
      'temp.hermit',
      'appleworm',
      'thallium',
    ],
    ...[
      'archipelago',
      'ansan',
      'apollon',
      'rubin, ooo',
      'technology llc',
      'alias llc',
      'fortuna llc',
      'east trading',
    ],
    ...['strategic force', 'strategic forces', 'nada', 'mps', 'dcb', 'gtb', 'ncg', 'rgb', 'sansri'],
  ].map((name) => name.toLowerCase()),
)

/** A name in another script than Latin is the same name spelled otherwise. */
export function namesOf(published, aliases = []) {
  const names = new Map()
  for (const name of [published, ...aliases].flatMap(splitName)) {
    const type =
      names.size === 0 ? 'primary' : /\p{L}/u.test(name.replace(/\p{sc=Latin}/gu, '')) ? 'variation' : 'alias'
    if (!names.has(name.toLowerCase()))
      names.set(name.toLowerCase(), {
        name,
        type,
        strength: type === 'alias' && generic.has(name.toLowerCase()) ? 'weak' : 'strong',
      })
  }
  return [...names.values()]
}

// Addresses

/** How the publishers end an address; longer endings first where one ends with the other. */
const countryEndings = (
  'HK China, Hong Kong Special Administrative Region|HK Hong Kong, China|HK Hong Kong|CN China|TW Taiwan|' +
  "KP Korea, North|KP Democratic People's Republic of Korea|KP DPRK|CD Congo, Democratic Republic of the|" +
  'VG Virgin Islands, British|VG British Virgin Islands|IR Iran (Islamic Republic of)|IR Iran|RU Russian Federation|' +
  'RU Russia|MM Myanmar/Burma|MM Burma|MH Marshall Islands|AE United Arab Emirates|GB United Kingdom|DZ Algeria|' +
  'BR Brazil|EG Egypt|ER Eritrea|GE Georgia|DE Germany|IN India|KZ Kazakhstan|KW Kuwait|LV Latvia|MY Malaysia|' +
  'NA Namibia|OM Oman|PA Panama|PE Peru|PL Poland|QA Qatar|WS Samoa|SG Singapore|SK Slovakia|SY Syria|TH Thailand|' +
  'TR Turkey|VN Vietnam'
)
  .split('|')
  .map((ending) => [ending.slice(3), ending.slice(0, 2)])

const cities = new Set(
  (
    'Pyongyang|Wonsan|Hamhung|Hungnam|Chongjin|Haeju|Songnim|Rason|Najin|Kangdong|Beijing|Shanghai|Shenzhen|Dalian|' +
    'Dandong|Shenyang|Weihai|Yanji|Chongzuo|Chongqing|Xiamen|Yancheng|Nanan|Taipei|Taichung|Kaohsiung|Tainan|' +
    'Singapore|Kuala Lumpur|Bangkok|Hanoi|Hai Phong|Yangon|Moscow|St. Petersburg|Saint Petersburg|Vladivostok|' +
    'Nakhodka|Artyom|Ussuriysk|Putyatin|Kazan|Ryazan|Noginsk|Balashikha|Novosibirsk|Tskhinvali|Istanbul|Riga|Berlin|' +
    "Bratislava|London|Tehran|Damascus|Dubai|Cairo|Port Said|Windhoek|Lubumbashi|Asmara|Lima|Apia|Panama City|Namp'o|" +
    'Majuro'
  ).split('|'),
)

/** Takes the countries' names off the end of an address. @returns the rest and the ISO code, or null without one. */
function takeCountry(text) {
  let rest = text
  let country = null
  for (;;) {
    const found = countryEndings.find(([name, code]) => {
      return (rest === name || rest.endsWith(`, ${name}`)) && (country === null || country === code)
    })
    // A city may have its country's name: `Singapore, Singapore` keeps the first.
    if (!found || (country !== null && cities.has(found[0]))) return { rest, country }
    rest = rest.slice(0, -found[0].length).replace(/, $/, '')
    country = found[1]
  }
}

/**
 * One address in fields, and as a text that joins them. A city that is not known by name stays in the text.
 * @param fallback ISO code for an address that names no country.
 */
function addressOf(published, fallback) {
  const text = published
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^(.+), DPRK; (PO Box \d+)$/, '$2, $1, DPRK')
  const { rest, country } = takeCountry(text)
  const code = country ?? fallback
  if (!code) throw new Error(`address without a known country: ${published}`)
  const segments = rest === '' ? [] : rest.split(', ').map((segment) => /^(.*?) ?(\d{5,6})?$/.exec(segment))
  const plain = segments.map(([, words]) => words.replace(/^Majuro MH$/, 'Majuro'))
  const cityOf = (words) => (cities.has(words) ? words : words.replace(/ City$/, ''))
  const at = plain.findLastIndex((words, i) => i >= plain.length - 3 && cities.has(cityOf(words)))
  if (at < 0) return { text: [rest, code].filter(Boolean).join(', '), country: code }
  const behind = plain.slice(at + 1)
  const isNumber = (words) => /^\d+$/.test(words)
  const fields = {
    street: rest.split(', ').slice(0, at).join(', '),
    city: cityOf(plain[at]),
    region: behind.filter((words) => words !== '' && !isNumber(words)).join(', '),
    postalCode: segments.slice(at).find(([, , digits]) => digits)?.[2] ?? behind.find(isNumber),
    country: code,
  }
  const given = Object.entries(fields).filter(([, value]) => value)
  return { text: given.map(([, value]) => value).join(', '), ...Object.fromEntries(given) }
}

/** All addresses of a row; empty texts are none. */
export const addressesOf = (texts, fallback) =>
  (texts ?? []).filter(Boolean).map((text) => addressOf(text, fallback))
