/**
 * Words of addresses that say what a number is, or that so many addresses share that they tell little. Each line maps
 * the abbreviations and the words of several languages for one thing to one word. All keys are folded.
 */

/** What a number in an address can be. */
export type NumberPart = 'number' | 'unit' | 'floor' | 'building'

const street =
  'st str street strasse carrer vulica straat ul ulitsa ulica utca rue calle via rua jalan jl sok sokak sokagi sk cad ' +
  'caddesi gata gade gatan улица ул вулиця вул شارع kucheh'
const road = 'rd road tee tie weg vei carretera camino strada route rte шоссе sh shosse highway hwy lu 路'
const avenue =
  'ave av avd avenue avenida paseo passeig prospekt prospect prosp pr пр просп проспект bulevar blvd boulevard bd bulvar'
const lane =
  'ln lane carrera cra kra alley allee pereulok per переулок пер проезд proezd soi gasse hutong nong 巷 弄'
const square =
  'sq square namestie namesti trg pl place plaza platz piazza ploshchad площадь пл meydani maidan plac'
const drive = 'dr drive pkwy parkway pky way ct court cir circle ter terrace hwy close crescent cres 街 jie'
const embankment = 'nab naberezhnaya набережная наб emb embankment quay quai'
const district =
  'dist district rayon raion район р н mahalle mahallesi mah mh colonia col barrio township twp qu 区 區 ' +
  'neighborhood neighbourhood ward area zone sector settlement'
const region =
  'province prov provincia oblast obl область обл region state county governorate prefecture 省 市 县 縣 ' +
  'canton department departamento krai край maakond vojvodstvo wojewodztwo republic respublika'
const city = 'city town village gorod г город gor municipality municipio ville stadt kommune metropolitan'
const building = 'building bldg bld center centre centro ctr complex tower mansion mansions mall plaza zdanie'
const saint = 'saint sankt sainte san santa'
const box = 'box pobox postfach apartado bp apdo casilla'
const particles =
  'the of de la le les el los las du des di del della da do dos das den der die am an auf in im on at y e et and und i bei'

const kinds = {
  street,
  road,
  avenue,
  lane,
  square,
  drive,
  embankment,
  district,
  region,
  city,
  building,
  saint,
  box,
}

/** The one word for each word of a kind of street or area. */
const concepts: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)

const kindNames: ReadonlySet<string> = new Set(Object.keys(kinds))

const streetKinds: ReadonlySet<string> = new Set([
  'street',
  'road',
  'avenue',
  'lane',
  'square',
  'drive',
  'embankment',
  'building',
  'box',
])

const compass: ReadonlyMap<string, string> = new Map(
  Object.entries({
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
    norte: 'n',
    sur: 's',
    este: 'e',
    oeste: 'w',
    nord: 'n',
    sud: 's',
    ouest: 'w',
  }),
)
const directions: ReadonlySet<string> = new Set(compass.values())

/** Words that tell what the number next to them is. */
const markers: ReadonlyMap<string, NumberPart> = new Map(
  (
    [
      ['number', 'no nr num numero nº n° № d dom house haus дом д hao 号 號 番'],
      [
        'unit',
        'unit room rm suite ste apt apto apartment appt app flat office ofis of ofc kv kvartira pom daire shop 室',
      ],
      ['unit', 'офис оф кв квартира пом помещение ком комната lokal'],
      ['floor', 'floor fl etazh etage piso kat storey level lvl этаж эт f 楼 樓 层 層'],
      ['building', 'building block blk blok korp korpus corpus corp bina строение корпус корп к 栋 幢 座'],
    ] as const
  ).flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const)),
)

/** What the number before or after this folded word is, if the word says so. */
export function markerOf(word: string): NumberPart | undefined {
  return markers.get(word)
}

/** Markers that stand behind their number only. */
export const afterNumber: ReadonlySet<string> = new Set([
  'f',
  '号',
  '號',
  '番',
  '楼',
  '樓',
  '层',
  '層',
  '室',
  '栋',
  '幢',
  '座',
])

const particleSet: ReadonlySet<string> = new Set(particles.split(' '))

/** One spelling for words that are written in several ways: `ulitsa`, `str` → `street`; `northeast` → `ne`. */
export function canonicalWord(word: string): string {
  return concepts.get(word) ?? compass.get(word) ?? word
}

/** Whether a canonical word makes its part of the address a street. */
export function isStreetKind(word: string): boolean {
  return streetKinds.has(word)
}

/** Words found in very many addresses, though they are names. */
const common: ReadonlySet<string> = new Set(
  (
    'main haupt central center centre park old new nova novaya big great grand high industrial free trade port ' +
    'business commercial house garden international first second upper lower'
  ).split(' '),
)

/** Weight from which a word says more than that there is a street. */
export const DISTINCTIVE = 0.6

/** How much a canonical word tells, 0 to 1: nothing for particles, little for kinds of streets, all for a name. */
export function weightOf(word: string): number {
  if (particleSet.has(word)) return 0
  if (word === 'box') return DISTINCTIVE
  if (kindNames.has(word)) return word === 'region' || word === 'city' || word === 'district' ? 0.1 : 0.3
  if (directions.has(word) || word.length === 1) return 0.2
  return common.has(word) ? DISTINCTIVE : 1
}

/** Fewest letters, runs of one letter counted once, for a slip to be forgiven; the index relies on it. */
const MIN_SLIP = 5

/** Whether a slip in the word is forgiven. Not in words with digits: `7th` is not `8th`. */
export function maySlip(word: string, letters: string): boolean {
  return letters.length >= MIN_SLIP && !/\d/.test(word)
}

/** The word with doubled letters written once. */
export function withoutRuns(word: string): string {
  for (let i = 1; i < word.length; i++) {
    if (word[i] === word[i - 1]) return word.replace(/(.)\1+/gu, '$1')
  }
  return word
}
