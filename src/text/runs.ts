import type { Kind } from '../model/vocabulary.js'
import { toAscii } from './latin.js'
import type { Script, Token } from './name.js'
import { romanizeRun, scriptOf } from './romanize/index.js'

/**
 * A folded word as tokens. Most words have one script. Letters of alphabets that stand together are one word, even in
 * two scripts ("яndex"); Chinese, Japanese, Korean and Thai are cut from what they touch ("华为tech") and into the words
 * that romanization finds in them.
 */

interface Run {
  text: string
  readonly script: Script
}

const PLAIN_LATIN = /^[a-z0-9?]+$/
const unspaced: ReadonlySet<Script> = new Set(['han', 'kana', 'hangul', 'thai'])

/** The script of a folded word: that of its first letter; Latin for a word of digits. */
export function scriptOfWord(word: string): Script {
  if (PLAIN_LATIN.test(word)) return 'latin'
  for (const letter of word) {
    const script = letter === '?' ? null : scriptOf(letter.codePointAt(0) ?? 0)
    if (script !== null) return script
  }
  return 'latin'
}

/** The tokens of a word that is not plain Latin; roles are those that romanization knows, else `word`. */
export function romanizeWord(word: string, kind?: Kind): Token[] {
  const runs = cutRuns(word)
  if (runs.length === 1 || runs.every(({ script }) => unspaced.has(script))) {
    return runs.flatMap((run) => romanize(run, kind))
  }
  const tokens: Token[] = []
  let glued: Token[] = []
  for (const run of runs) {
    if (unspaced.has(run.script)) {
      tokens.push(...join(glued), ...romanize(run, kind))
      glued = []
    } else glued.push(...romanize(run, kind))
  }
  return [...tokens, ...join(glued)]
}

/** Digits and marks belong to the run before them, or to the first one; kanji beside kana are Japanese. */
function cutRuns(word: string): Run[] {
  const runs: Run[] = []
  let pending = ''
  const hasKana = KANA.test(word)
  for (const letter of word) {
    const found = scriptOf(letter.codePointAt(0) ?? 0)
    const script = found === 'han' && hasKana ? 'kana' : found
    const last = runs.at(-1)
    if (script === null && !last) pending += letter
    else if (last && (script === null || script === last.script)) last.text += letter
    else {
      runs.push({ text: pending + letter, script: script ?? 'latin' })
      pending = ''
    }
  }
  return runs.length > 0 ? runs : [{ text: pending, script: 'latin' }]
}

const KANA = /[\u3041-\u30ff]/

function romanize({ text, script }: Run, kind?: Kind): Token[] {
  if (script === 'latin') return [plainToken(toAscii(text), text, script)]
  const tokens = romanizeRun(text, script, kind).map(
    ({ text, variants, native, role, concept }): Token => ({
      text,
      variants,
      native,
      script,
      role: role ?? 'word',
      concept,
    }),
  )
  return tokens.length > 0 ? tokens : [plainToken(text, text, script)]
}

function plainToken(text: string, native: string, script: Script): Token {
  return {
    text,
    variants: [],
    native: script === 'latin' ? text : native,
    script,
    role: 'word',
    concept: null,
  }
}

/** Runs of several alphabets as one token, in the script of the first. */
function join(tokens: readonly Token[]): Token[] {
  const first = tokens[0]
  if (!first || tokens.length === 1) return [...tokens]
  const text = tokens.map((token) => token.text).join('')
  return [plainToken(text, tokens.map((token) => token.native).join(''), first.script)]
}
