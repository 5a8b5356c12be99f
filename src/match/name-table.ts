import type { Kind } from '../model/vocabulary.js'
import { BucketBuilder, type Buckets, group, hashText, RowBuilder, type Rows } from '../tables/buckets.js'
import { packTexts, type Texts } from '../tables/texts.js'
import { NORMALIZER_VERSION } from '../text/fold.js'
import { joinWords } from './align.js'
import { prepareName } from './compare.js'
import { VocabularyBuilder, type VocabularyTable } from './vocabulary-table.js'
import { WEIGHTS_VERSION } from './weights.js'
import { addWhole, type WholeTable } from './whole-index.js'

/** What compiled names depend on, so that older ones are not searched by newer rules: weights, folded forms, tables. */
export const INDEX_VERSION = `${WEIGHTS_VERSION}.${NORMALIZER_VERSION}.2`

/** Listed names compiled for search: nothing but typed arrays and long strings, so that they can be kept in a file. */
export type NameTable = {
  /** The names as published. */
  readonly names: Texts
  readonly vocabulary: VocabularyTable
  /** The tokens of each name in their order: `starts` by name, `ids` are tokens. */
  readonly words: Rows
  /** The runs of each name: `starts` by name, `ids` are places in the next three. */
  readonly runs: Rows
  readonly runWords: Uint32Array
  /** First word of each run in its name, and how many. */
  readonly runPlaces: Uint8Array
  readonly runCounts: Uint8Array
  /** Names in which a token stands, by token; runs count as tokens. */
  readonly postings: Rows
  /** The same for those names only that hold an initial, which may stand for a word. */
  readonly postingsWithInitials: Rows
  /** Names under their pairs of neighbors, written as one. */
  readonly joined: Buckets
  readonly wholes: WholeTable
}

/** What a list says of a name that is to be found. */
export interface NameEntry {
  readonly name: string
  readonly kind: Kind | null
}

/** Compiles names for search. A name's number is its place. */
export function compileNames(entries: readonly NameEntry[]): NameTable {
  const vocabulary = new VocabularyBuilder()
  const words = new RowBuilder()
  const runs = new RowBuilder()
  const runWords: number[] = []
  const runPlaces: number[] = []
  const runCounts: number[] = []
  const joined = new BucketBuilder()
  const wholes = new BucketBuilder()
  const withInitials: boolean[] = []
  entries.forEach(({ name, kind }, id) => {
    const prepared = prepareName(name, kind ?? undefined)
    for (const word of prepared.words) words.add(id, vocabulary.add(word))
    for (const { word, start, count } of prepared.runs) {
      runs.add(id, runWords.length)
      runWords.push(vocabulary.add(word))
      runPlaces.push(start)
      runCounts.push(count)
    }
    prepared.words.forEach((word, i) => {
      const next = prepared.words[i + 1]
      const pair = next ? joinWords(word, next) : null
      if (pair) joined.add(hashText(pair), id)
    })
    withInitials.push(prepared.words.some(({ token }) => token.role === 'initial'))
    addWhole(wholes, prepared.whole, id)
  })
  const { table, renumbered } = vocabulary.finish()
  const wordRows = words.finish(entries.length, renumbered)
  const runTokens = Uint32Array.from(runWords, (id) => renumbered[id]!)
  const post = (isWanted: (name: number) => boolean) =>
    makePostings(wordRows, runs.finish(entries.length), runTokens, renumbered.length, isWanted)
  return {
    names: packTexts(entries.map(({ name }) => name)),
    vocabulary: table,
    words: wordRows,
    runs: runs.finish(entries.length),
    runWords: runTokens,
    runPlaces: Uint8Array.from(runPlaces),
    runCounts: Uint8Array.from(runCounts),
    postings: post(() => true),
    postingsWithInitials: post((name) => withInitials[name]!),
    joined: joined.finish(),
    wholes: wholes.finish(),
  }
}

function makePostings(
  words: Rows,
  runs: Rows,
  runWords: Uint32Array,
  tokens: number,
  isWanted: (name: number) => boolean,
): Rows {
  const keys: number[] = []
  const names: number[] = []
  for (let name = 0; name + 1 < words.starts.length; name++) {
    if (!isWanted(name)) continue
    const own = new Set(words.ids.subarray(words.starts[name], words.starts[name + 1]))
    for (const run of runs.ids.subarray(runs.starts[name], runs.starts[name + 1])) own.add(runWords[run]!)
    for (const token of own) {
      keys.push(token)
      names.push(name)
    }
  }
  return group(Uint32Array.from(keys), Uint32Array.from(names), tokens)
}
