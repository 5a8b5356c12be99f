// Makes data/places/territories.json from a file of country facts (see "Places" in data/README.md).
//   node data/places/import.mjs <countries.json> [output]
// The result depends on the input file alone: the same input gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'

/** English short names where the source has a long or inverted form. */
const shortNames = {
  BO: 'Bolivia',
  CI: "Côte d'Ivoire",
  CN: 'China',
  FK: 'Falkland Islands',
  FM: 'Micronesia',
  GM: 'Gambia',
  IR: 'Iran',
  LA: 'Laos',
  MD: 'Moldova',
  MK: 'North Macedonia',
  PS: 'Palestine',
  RU: 'Russia',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'United States',
  VA: 'Vatican City',
  VG: 'British Virgin Islands',
  VI: 'US Virgin Islands',
}

/** Parts of states whose code in the source does not begin with that of the state. */
const partCodes = { 'X-SO': 'GE-SO' }

/** Cities and zones without a status of their own: clues to their state, not territories. */
const onlyClues = new Set(['IR-22-KISH', 'IR-22-QESHM', 'AE-JAFZA', 'CN-DANDONG', 'CN-HUNCHUN', 'RU-KHASAN'])

/** Aliases of a part that are first of all the name of a city in it. */
const cityAliases = new Set([
  'Донецк',
  'Донецьк',
  'Lugansk',
  'Луганск',
  'Луганськ',
  'Kherson',
  'Херсон',
  'Zaporizhia',
  'Запоріжжя',
  'Запорожье',
])

/** Aliases in common use that the source lacks. */
const moreAliases = {
  AE: ['UAE', 'U.A.E.'],
  CN: ['PRC', 'P.R. China', 'P.R.C.', 'Mainland China'],
  GB: ['UK', 'U.K.', 'England', 'Scotland', 'Wales', 'Great Britain', 'Britain'],
  HK: ['Hong Kong SAR', 'Hong Kong S.A.R.', 'HKSAR', 'Hongkong'],
  KR: ['ROK', 'R.O.K.', 'South Korea', 'Korea, South'],
  MM: ['Burma'],
  MO: ['Macau', 'Macao SAR', 'Macau SAR'],
  RU: ['Russia'],
  SY: ['Syria'],
  TL: ['East Timor'],
  TW: ['ROC', 'Republic of China', 'Taiwan R.O.C.', 'Chinese Taipei'],
  US: ['USA', 'United States of America'],
  'UA-43': ['Krimea', 'Krimeja', 'Crimée', 'Kirim', 'Kırım', '크림', '크림반도', 'クリミア', 'Krym Republic'],
  'UA-40': ['Sevastopol', 'Sewastopol', 'Sébastopol', 'Sevastopil', 'Sivastopol', 'Aqyar', 'Akyar'],
  'CY-TRNC': ['Nordzypern', 'Chypre du Nord', 'Северный Кипр'],
  'GE-AB': ['Abchasien', 'Abkhazie', 'Abjasia'],
  'GE-SO': ['Südossetien', 'Ossétie du Sud', 'Osetia del Sur'],
  'MD-SN': ['Transnistrien', 'Transnistrie', 'Pridnestrowje'],
  EH: ['Westsahara', 'Sahara occidental', 'Sahara Occidentale'],
  'IQ-KR': ['Kurdistan Region'],
  'UA-23': ['Zaporizhzhya Oblast'],
}

/** Capitals of states for which the source gives no clues. */
const capitals = {
  AL: ['Tirana'],
  DZ: ['Algiers'],
  AO: ['Luanda'],
  AR: ['Buenos Aires'],
  AT: ['Vienna', 'Wien'],
  AU: ['Canberra', 'Sydney', 'Melbourne'],
  AZ: ['Baku'],
  BA: ['Sarajevo'],
  BD: ['Dhaka'],
  BE: ['Brussels', 'Bruxelles', 'Antwerp'],
  BG: ['Sofia'],
  BH: ['Manama'],
  BI: ['Bujumbura'],
  BO: ['La Paz'],
  BR: ['Brasilia', 'Sao Paulo', 'Rio de Janeiro'],
  CA: ['Ottawa', 'Toronto', 'Montreal'],
  CG: ['Brazzaville'],
  CH: ['Zurich', 'Geneva', 'Bern'],
  CI: ['Abidjan', 'Yamoussoukro'],
  CL: ['Santiago de Chile'],
  CM: ['Yaounde', 'Douala'],
  CO: ['Bogota', 'Medellin'],
  CY: ['Nicosia', 'Limassol'],
  CZ: ['Prague', 'Praha'],
  DE: ['Berlin', 'Hamburg', 'Munich', 'München'],
  DJ: ['Djibouti City'],
  DK: ['Copenhagen', 'København'],
  EC: ['Quito'],
  EE: ['Tallinn'],
  EG: ['Cairo', 'Port Said'],
  ES: ['Madrid', 'Barcelona'],
  ET: ['Addis Ababa'],
  FI: ['Helsinki'],
  FR: ['Paris', 'Marseille', 'Lyon'],
  GB: ['London', 'Manchester'],
  GH: ['Accra'],
  GN: ['Conakry'],
  GR: ['Athens', 'Piraeus'],
  GT: ['Guatemala City'],
  GW: ['Bissau'],
  HN: ['Tegucigalpa'],
  HR: ['Zagreb'],
  HU: ['Budapest'],
  ID: ['Jakarta', 'Surabaya'],
  IE: ['Dublin'],
  IL: ['Tel Aviv', 'Jerusalem', 'Haifa'],
  IN: ['New Delhi', 'Mumbai', 'Chennai', 'Kolkata', 'Bangalore'],
  IS: ['Reykjavik'],
  IT: ['Rome', 'Roma', 'Milan', 'Milano'],
  JO: ['Amman', 'Aqaba'],
  JP: ['Tokyo', 'Osaka', 'Yokohama', '東京', '大阪'],
  KE: ['Nairobi', 'Mombasa'],
  KH: ['Phnom Penh'],
  KR: ['Seoul', 'Busan', 'Incheon', '서울', '부산'],
  KW: ['Kuwait City'],
  LA: ['Vientiane'],
  LK: ['Colombo'],
  LR: ['Monrovia'],
  LT: ['Vilnius'],
  LV: ['Riga'],
  MA: ['Rabat', 'Casablanca'],
  MD: ['Chisinau'],
  ME: ['Podgorica'],
  MG: ['Antananarivo'],
  MK: ['Skopje'],
  ML: ['Bamako'],
  MN: ['Ulaanbaatar', 'Ulan Bator'],
  MT: ['Valletta'],
  MV: ['Malé City'],
  MX: ['Mexico City', 'Ciudad de México'],
  MZ: ['Maputo'],
  NA: ['Windhoek'],
  NE: ['Niamey'],
  NG: ['Lagos', 'Abuja'],
  NL: ['Amsterdam', 'Rotterdam', 'The Hague'],
  NO: ['Oslo'],
  NP: ['Kathmandu'],
  NZ: ['Auckland', 'Wellington'],
  OM: ['Muscat'],
  PE: ['Lima'],
  PG: ['Port Moresby'],
  PH: ['Manila'],
  PK: ['Islamabad', 'Karachi', 'Lahore'],
  PL: ['Warsaw', 'Warszawa'],
  PT: ['Lisbon', 'Lisboa'],
  PY: ['Asuncion'],
  QA: ['Doha'],
  RO: ['Bucharest', 'București'],
  RW: ['Kigali'],
  SA: ['Riyadh', 'Jeddah', 'Dammam'],
  SE: ['Stockholm'],
  SI: ['Ljubljana'],
  SK: ['Bratislava'],
  SL: ['Freetown'],
  SN: ['Dakar'],
  SR: ['Paramaribo'],
  SV: ['San Salvador'],
  TD: ["N'Djamena"],
  TH: ['Bangkok'],
  TL: ['Dili'],
  TM: ['Ashgabat'],
  TN: ['Tunis'],
  TR: ['Ankara'],
  TW: ['Taipei', 'Kaohsiung', '台北'],
  TZ: ['Dar es Salaam', 'Dodoma'],
  UA: ['Kyiv', 'Kiev', 'Київ', 'Киев', 'Odesa', 'Kharkiv', 'Lviv'],
  UG: ['Kampala'],
  US: ['Washington DC', 'New York', 'Los Angeles', 'Chicago'],
  UY: ['Montevideo'],
  VN: ['Hanoi', 'Ho Chi Minh City', 'Saigon'],
  XK: ['Pristina'],
  ZA: ['Pretoria', 'Johannesburg', 'Cape Town'],
  ZM: ['Lusaka'],
}

/** Cities of parts with a law of their own, as they are written in other languages and transliterations. */
const spellings = {
  'UA-43': [
    'Simferopil',
    'Simferópol',
    'Akmescit',
    'Aqmescit',
    'Kertsch',
    'Kertch',
    'Kerç',
    'Kertš',
    'Jalta',
    'Yalta Crimea',
    'Feodosija',
    'Feodossija',
    'Feodosiia',
    'Kefe',
    'Kaffa',
    'Феодосия',
    'Феодосія',
    'Eupatoria',
    'Jewpatorija',
    'Yevpatoriya',
    'Evpatoriya',
    'Евпатория',
    'Євпаторія',
    'Dzhankoy',
    'Dschankoj',
    'Джанкой',
    'Алушта',
    'Aluschta',
    'Gurzuf',
    'Koktebel',
    'Bakhchisaray',
    'Bakhchysarai',
    'Bakhchisarai',
    'Бахчисарай',
    'Саки',
    'Судак',
    'Armiansk',
    'Армянск',
    'Krasnoperekopsk',
    'Simeiz',
    'Симеиз',
    'Сімеїз',
    'Alupka',
    'Алупка',
    'Massandra',
    'Массандра',
    'Масандра',
    'Foros',
    'Форос',
    'Partenit',
    'Партенит',
    'Партеніт',
    'Gaspra',
    'Гаспра',
    'Bilohirsk',
    'Shcholkine',
    'Shchyolkino',
    'Щёлкино',
    'Щолкіне',
    'Nyzhnohirskyi',
    'Nizhnegorsky',
    'Нижнегорский',
    'Нижньогірський',
  ],
  'UA-40': ['Sebastopol'],
  'UA-14': [
    'Donezk',
    'Donjeck',
    'Doneck',
    'Donetzk',
    'Mariupol',
    'Mariupil',
    'Мариуполь',
    'Zhdanov',
    'Makeyevka',
    'Макеевка',
    'Макіївка',
    'Горловка',
    'Horliwka',
    'Yenakiyevo',
    'Enakievo',
    'Artemivsk',
    'Artyomovsk',
    'Bachmut',
    'Snizhne',
    'Snezhnoye',
    'Сніжне',
    'Снежное',
    'Торез',
    'Khartsyzk',
    'Харцизьк',
    'Харцызск',
    'Ilovaisk',
    'Іловайськ',
    'Иловайск',
    'Debaltseve',
    'Debaltsevo',
    'Дебальцеве',
    'Дебальцево',
    'Avdiivka',
    'Авдіївка',
    'Авдеевка',
    'Volnovakha',
    'Волноваха',
  ],
  'UA-09': [
    'Lugansk',
    'Luhans’k',
    'Luhanšk',
    'Luhánsk',
    'Lugańsk',
    'Voroshilovgrad',
    'Alchevs’k',
    'Алчевск',
    'Алчевськ',
    'Syevyerodonetsk',
    'Северодонецк',
    'Sewerodonezk',
    'Lisichansk',
    'Лисичанск',
    'Rubizhne',
    'Rubezhnoye',
    'Рубіжне',
    'Рубежное',
    'Kreminna',
    'Кремінна',
    'Кременная',
    'Starobilsk',
    'Старобільськ',
    'Старобельск',
    'Kadiivka',
    'Кадіївка',
    'Кадиевка',
  ],
  'UA-65': [
    'Cherson',
    'Chersson',
    'Jerson',
    'Khersón',
    'Геническ',
    'Генічеськ',
    'Novaya Kakhovka',
    'Новая Каховка',
    'Нова Каховка',
    'Skadowsk',
  ],
  'UA-23': [
    'Zaporizhzhia',
    'Zaporizhzhya',
    'Zaporozhe',
    'Zaporozhie',
    'Saporischschja',
    'Saporoschje',
    'Zaporoże',
    'Zaporijia',
    'Мелитополь',
    'Мелітополь',
    'Бердянск',
    'Бердянськ',
    'Berdjansk',
    'Energodar',
    'Энергодар',
    'Енергодар',
  ],
  'CY-TRNC': [
    'Gazimağusa',
    'Kerynia',
    'Keryneia',
    'Güzelyurt',
    'Iskele',
    'İskele',
    'Trikomo',
    'Lapta',
    'North Nicosia',
    'Lefkosa',
  ],
  'GE-AB': ['Suchumi', 'Soukhoumi', 'Сухуми', 'Гагра'],
  'GE-SO': ['Zchinwali', 'Tskhinval', 'Цхинвали'],
  'MD-SN': ['Dubasari', 'Dubossary', 'Рыбница', 'Râbnița', 'Бендеры', 'Bendery'],
  EH: ['Laâyoune', 'El Aaiún', 'Layoune', 'Ad Dakhla', 'Villa Cisneros', 'Boujdour', 'Guelta Zemmur'],
  HK: [
    'Kowloon',
    'Tsim Sha Tsui',
    'Wan Chai',
    'Wanchai',
    'Kwun Tong',
    'Tsuen Wan',
    'Sheung Wan',
    'Mong Kok',
    'Mongkok',
    'Kwai Chung',
    'New Territories',
    'Sha Tin',
    'Causeway Bay',
  ],
  MO: ['Taipa', 'Coloane', '氹仔'],
  'IQ-KR': ['Suleimaniyah', 'Sulaimaniya', 'Irbil'],
  KP: [
    'Pyongyang-si',
    'Pyongyang City',
    'Pjöngjang',
    'Pyeongyang',
    "P'yongyang",
    'Phyongyang',
    'Пхеньян',
    'ピョンヤン',
    '평양특별시',
    'Hamhung',
    'Chongjin',
    'Wonsan',
    'Sinuiju',
    'Namp’o',
    '남포',
    '신의주',
    '함흥',
    '청진',
    '원산',
  ],
  SY: ['Lattakia', 'Latakiyah', 'Tartus', 'Tartous', 'Damas', 'Halab'],
}

/** Clues that are ordinary words or better known as places elsewhere. */
const badClues = new Set(['Java', 'Muse', 'Bender', 'BIK', 'IKA', 'THR', 'FNJ', 'Tyre', 'Aden', 'Wau'])

/** Aliases that name no place, one that never was a state, or that are the code of another state. */
const badAlias = /citizen|^former |^best korea$|^confederate |currently|^NI$/i

/**
 * Names with more than one reading, beside those of the source. `principal` is what the bare name means
 * when it is the usual name of one of them.
 */
const moreAmbiguous = [
  { key: 'brest', readings: ['BY', 'FR'], note: 'city' },
  { key: 'london', readings: ['GB', 'CA'], principal: 'GB', note: 'city' },
  { key: 'tyre', readings: ['LB', 'US'], note: 'city' },
  { key: 'aden', readings: ['YE', 'DE'], principal: 'YE', note: 'city' },
]
/** Cities with a namesake in the United States, and what the bare name means. */
const namesakes = {
  athens: 'GR',
  berlin: 'DE',
  cairo: 'EG',
  damascus: 'SY',
  dublin: 'IE',
  geneva: 'CH',
  hamburg: 'DE',
  havana: 'CU',
  lima: 'PE',
  manchester: 'GB',
  melbourne: 'AU',
  moscow: 'RU',
  paris: 'FR',
  rome: 'IT',
  'saint petersburg': 'RU',
  'st petersburg': 'RU',
  vienna: 'AT',
}
const principals = { china: 'CN', ireland: 'IE', dominica: 'DM', samoa: 'WS', macedonia: 'MK' }

/** Readings of the source that are no territories of this table. */
const standIn = { 'US-GA': 'US' }

/** Equal for two spellings that differ in case, marks of alphabetic scripts, or punctuation only. */
function keyOf(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** The texts without repetitions, empty ones, and those whose key is in `taken`; keys are added to it. */
function distinct(texts, taken = new Set()) {
  return texts.filter((text) => {
    const key = keyOf(text)
    if (key === '' || taken.has(key)) return false
    taken.add(key)
    return true
  })
}

/** Prefixes of telephone numbers that lead to one territory: +7 is Kazakhstan's too. */
function phonesOf(clues = []) {
  return clues
    .filter((clue) => /^\+\d/.test(clue) && clue !== '+7')
    .map((clue) => clue.slice(1).replaceAll(' ', ''))
}

/** Ranges of postal codes: `postcodes 295000-298999 (RU) / 95000-98999 (UA)`, `299xxx`. */
function postalRangesOf(clues = []) {
  return clues
    .filter((clue) => clue.startsWith('postcode'))
    .flatMap((clue) => [...clue.matchAll(/(\d+)(?:-(\d+)|(x+)) \(([A-Z]{2})\)/g)])
    .map(([, from, to, open = '', state]) => ({
      state,
      from: from + '0'.repeat(open.length),
      to: to ?? from + '9'.repeat(open.length),
    }))
}

function numbersOf(clues) {
  const phones = phonesOf(clues)
  const postalCodes = postalRangesOf(clues)
  return { ...(phones.length > 0 ? { phones } : {}), ...(postalCodes.length > 0 ? { postalCodes } : {}) }
}

/** Clues that can stand in an address: no telephone prefixes, domains or postal ranges. */
function placeClues(clues = []) {
  return clues
    .filter((clue) => !/^[+.]|^postcode|^via /.test(clue) && !badClues.has(clue))
    .map((clue) => clue.replace(/ \((Lebanon|Carabobo|north)\)$/, ''))
}

const byCode = (a, b) => (a.code < b.code ? -1 : 1)
const [input, output = new URL('territories.json', import.meta.url).pathname] = process.argv.slice(2)
const facts = JSON.parse(readFileSync(input, 'utf8'))

const merged = facts.subTerritories.filter((part) => part.code === part.parent || onlyClues.has(part.code))
const parts = facts.subTerritories.filter((part) => !merged.includes(part)).map(toPart)
const former = facts.historicTerritories.map(toFormer)
const formerNames = new Set(former.flatMap((state) => [state.name, ...state.aliases].map(keyOf)))
const states = facts.countries.map(toState)
const territories = [...states, ...parts, ...former].sort(byCode)
const ambiguous = readAmbiguous()

function toState(country) {
  const code = country.alpha2
  const extra = merged.filter((part) => part.parent === code)
  // A name of a part is more exact than the state: the state does not claim it.
  const taken = new Set(
    parts.filter((part) => part.parent === code).flatMap((part) => [part.name, ...part.aliases].map(keyOf)),
  )
  const name = shortNames[code] ?? country.name
  distinct([name], taken)
  const clues = distinct(
    [
      ...placeClues(country.clues),
      ...(capitals[code] ?? []),
      ...(spellings[code] ?? []),
      ...extra.flatMap((part) => [
        ...placeClues(part.clues),
        ...(part.code === code ? [] : [part.name, ...part.aliases]),
      ]),
    ],
    taken,
  )
  const aliases = distinct(
    [
      country.name,
      country.officialName,
      ...(moreAliases[code] ?? []),
      // The name of a former state stays with it, unless it is in use (`moreAliases`).
      ...country.aliases.filter((alias) => !badAlias.test(alias) && !formerNames.has(keyOf(alias))),
      ...extra.filter((part) => part.code === code).flatMap((part) => [part.name, ...part.aliases]),
    ],
    taken,
  )
  return {
    code,
    alpha3: country.alpha3,
    name,
    aliases,
    ...(clues.length > 0 ? { clues } : {}),
    ...numbersOf(country.clues),
  }
}

function toPart(part) {
  const code = partCodes[part.code] ?? part.code
  const taken = new Set([keyOf(part.name)])
  const names = [...part.aliases, ...(moreAliases[code] ?? [])]
  const aliases = distinct(
    names.filter((alias) => !cityAliases.has(alias) && !badAlias.test(alias)),
    taken,
  )
  const clues = distinct(
    [
      ...placeClues(part.clues),
      ...names.filter((alias) => cityAliases.has(alias)),
      ...(spellings[code] ?? []),
    ],
    taken,
  )
  return {
    code,
    name: part.name,
    parent: part.parent,
    aliases,
    ...(clues.length > 0 ? { clues } : {}),
    ...numbersOf(part.clues),
  }
}

function toFormer({ code, alpha2, alpha3, name, aliases, until, successors }) {
  // The two-letter code is a name too, unless it was given twice; an inexact end is left out.
  const codes = alpha2 === 'CS' ? [] : [alpha2]
  const exact = /^\d{4}-\d{2}-\d{2}$/.test(until) ? { until } : {}
  const names = distinct([...codes, ...aliases], new Set([keyOf(name)]))
  return { code, alpha3, name, aliases: names, ...exact, successors }
}

/** The ambiguous names of the source, ours, and every name that two unrelated territories share. */
function readAmbiguous() {
  const rows = new Map()
  for (const { key, candidates, note } of [...facts.ambiguousAuto, ...facts.ambiguousManual]) {
    const readings = [...new Set(candidates.map((code) => standIn[code] ?? code))]
    if (readings.length < 2) continue
    const principal = principals[key]
    rows.set(key, { key, readings, ...(principal ? { principal } : {}), ...(note ? { note } : {}) })
  }
  for (const row of moreAmbiguous) rows.set(row.key, row)
  for (const [city, code] of Object.entries(namesakes)) {
    rows.set(city, { key: city, readings: [code, 'US'], principal: code, note: 'city' })
  }
  const owners = new Map()
  for (const territory of [...states, ...parts]) {
    for (const name of [territory.name, ...territory.aliases]) {
      const key = keyOf(name)
      owners.set(key, [...(owners.get(key) ?? []), territory])
    }
  }
  for (const [key, sharing] of owners) {
    if (sharing.length < 2 || rows.has(key)) continue
    const named = sharing.filter((territory) => keyOf(territory.name) === key)
    const principal = named.length === 1 ? { principal: named[0].code } : {}
    rows.set(key, { key, readings: sharing.map((territory) => territory.code).sort(), ...principal })
  }
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

const lines = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
const source = JSON.stringify(facts.sources.map((text) => text.replace('github:', 'https://github.com/')))
writeFileSync(
  output,
  `{\n  "source": ${source},\n  "asOf": ${JSON.stringify(facts.generated)},\n` +
    `  "territories": [\n${lines(territories)}\n  ],\n  "ambiguous": [\n${lines(ambiguous)}\n  ]\n}\n`,
)
