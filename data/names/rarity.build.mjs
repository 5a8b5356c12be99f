/**
 * Builds rarity.json. Inputs, from the package registries, unpacked into one folder outside the project:
 *
 *   npm pack @faker-js/faker@9.9.0    (MIT: name lists of some 60 locales)             → FOLDER/faker
 *   pip download --no-deps --no-binary :all: names==0.3.0
 *                                     (US Census 1990 name frequencies, public domain) → FOLDER/names-0.3.0
 *
 * and rarity-words.mjs beside this file. Run: node data/names/rarity.build.mjs FOLDER
 *
 * Classes go from 1 (in a large share of all names) to 7 (known, but not frequent). Own words keep their class; census
 * names are classed by their share of the US population; names of the other lists by how many languages have them, and
 * surnames by how short a list of the most frequent ones they made.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ownWords } from './rarity-words.mjs'

const LEAST_FREQUENT = 7
const folder = process.argv[2]
if (folder === undefined) throw new Error('Usage: node data/names/rarity.build.mjs FOLDER')

const cyrillic = Object.fromEntries(
  'аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
)
const strokes = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', ð: 'd', þ: 'th' }

/** Words of a name in the folded spelling the table uses; words of other scripts are left out. */
function wordsOf(name) {
  const latin = Array.from(name.toLowerCase(), (letter) => cyrillic[letter] ?? letter).join('')
  const bare = latin.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '')
  const plain = Array.from(bare, (letter) => strokes[letter] ?? letter).join('')
  return plain.split(/[\s.-]+/).filter((word) => /^[a-z]{2,20}$/.test(word))
}

const classes = new Map()
function propose(word, rank) {
  if (rank <= LEAST_FREQUENT && rank < (classes.get(word) ?? Number.POSITIVE_INFINITY))
    classes.set(word, rank)
}

/** Class of a share in percent, by falling floors of classes 4 to 7. */
function classOf(share, floors) {
  const i = floors.findIndex((floor) => share >= floor)
  return i < 0 ? LEAST_FREQUENT + 1 : i + 4
}

function readCensus(file, floors) {
  for (const line of readFileSync(join(folder, 'names-0.3.0/names', file), 'utf8').split('\n')) {
    const [name, share] = line.trim().split(/\s+/)
    if (share !== undefined) propose(name.toLowerCase(), classOf(Number(share), floors))
  }
}
readCensus('dist.all.last', [0.9, 0.3, 0.1, 0.035])
readCensus('dist.female.first', [1.5, 0.5, 0.2, 0.06])
readCensus('dist.male.first', [1.5, 0.5, 0.2, 0.06])

const { allLocales } = await import(pathToFileURL(resolve(folder, 'faker/dist/index.js')).href)

function namesIn(list) {
  if (Array.isArray(list)) return list
  return [...(list?.generic ?? []), ...(list?.female ?? []), ...(list?.male ?? [])]
}

const languagesByWord = new Map()
for (const [locale, { person }] of Object.entries(allLocales)) {
  const language = locale.slice(0, 2)
  for (const word of new Set(namesIn(person?.first_name).flatMap(wordsOf))) {
    languagesByWord.set(word, (languagesByWord.get(word) ?? new Set()).add(language))
  }
  const surnames = new Set(namesIn(person?.last_name).flatMap(wordsOf))
  const rank = surnames.size <= 107 ? 7 : LEAST_FREQUENT + 1
  for (const word of surnames) propose(word, rank)
}
for (const [word, { size }] of languagesByWord) {
  propose(word, size >= 12 ? 5 : size >= 8 ? 6 : size >= 5 ? 7 : LEAST_FREQUENT + 1)
}

const own = new Map()
for (const [rank, words] of Object.entries(ownWords)) {
  for (const word of words.trim().split(/\s+/)) if (!own.has(word)) own.set(word, Number(rank))
}
for (const [word, rank] of own) classes.set(word, rank)

/** Sorted words, each as the count of letters it shares with the one before (9 at most) and the letters that follow. */
function pack(words) {
  let before = ''
  let packed = ''
  for (const word of words) {
    let shared = 0
    while (shared < 9 && shared < word.length && word[shared] === before[shared]) shared++
    packed += shared + word.slice(shared)
    before = word
  }
  return packed
}

const byClass = Array.from({ length: LEAST_FREQUENT }, (_, i) =>
  pack([...classes.keys()].filter((word) => classes.get(word) === i + 1).sort()),
)
const source =
  'Built by rarity.build.mjs from: US Census 1990 name frequencies (public domain, PyPI names 0.3.0); name lists of @faker-js/faker 9.9.0 (MIT); own compilation (rarity-words.mjs). classes[i] holds the words of class i + 1, sorted; each is the number of letters it shares with the word before, and the rest.'
writeFileSync(
  new URL('rarity.json', import.meta.url),
  `${JSON.stringify({ source, classes: byClass }, null, 2)}\n`,
)
