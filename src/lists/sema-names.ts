import { cleanText } from './clean-text.js'
import type { IssueLog } from './source.js'
import { readNames } from './un-names.js'
import { splitAliases } from './us-csl-names.js'

/**
 * Names of Canada's list, several in one element: English and French with "/" between, another name in parentheses,
 * variants divided by ";", commas or line ends, the same in other languages after a label. Each is taken out, and
 * where a word of the text would stand in no name, the whole text is a name too.
 */

/** Longest text that is taken apart; the longest published has 540 characters. */
const MAX_LENGTH = 5_000

/** A label before the name in another language. */
const LANGUAGE =
  /[,\s]{0,5}\b(?:Arabic|Belaruss?ian|Burmese|English|Farsi|French|Persian|Russian|Ukrainian)\s?: ?/g

/** What stands before another name in parentheses and is no part of it. */
const MARK = /^(?:also known as|a\.?k\.?a\.?|formerly known as|formerly|or|and|et|ou)\b[ ,]{0,3}/i

/** The names in one text; the one in front is first. */
export function semaNames(text: string): readonly string[] {
  const plain = cleanText(text.replace(LANGUAGE, '; ')).replace(/^; /, '')
  if (plain === '' || plain.length > MAX_LENGTH) return plain === '' ? [] : [plain]
  const names = divideLanguages(plain).flatMap((part) => [...readNames(part), ...inParentheses(part)])
  const kept = names.join('\n')
  const lost = plain.replace(/\([^()]{1,500}\)/g, (inside) => `(${inside.slice(1, -1).replace(MARK, '')})`)
  const isWhole = lost.split(/[^\p{L}\p{M}\p{N}]+/u).every((word) => kept.includes(word))
  return [...new Set(isWhole ? names : [plain, ...names])]
}

/** The names of an Aliases element; commas divide names too, as far as it is sure that they do. */
export function semaAliases(
  text: string,
  isPerson: boolean,
  where: string,
  log: IssueLog,
): readonly string[] {
  const names = linesOf(text).flatMap(semaNames)
  return [...new Set(names.flatMap((name) => [name, ...listInside(name, isPerson, where, log)]))]
}

/** "/" divides English from French where both sides have several words. */
function divideLanguages(text: string): readonly string[] {
  const parts = text.split('/').map(cleanText)
  return parts.length > 1 && parts.every((part) => part.includes(' ')) ? parts : [text]
}

/** Other names in parentheses: those of several words. */
function inParentheses(text: string): string[] {
  return [...text.matchAll(/\(([^()]{1,500})\)/g)]
    .map(([, inside = '']) => cleanText(inside.replace(MARK, '')))
    .filter((inside) => inside.includes(' '))
}

/** Line ends divide names, unless one would be a single word: then it is one name, written on two lines. */
function linesOf(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
  return lines.every((line) => line.includes(' ')) ? lines : [lines.join(' ')]
}

/** `A B, C D` are two names; `Kalinin, Alexandr` of a person and `Foo Co., Ltd` are one. */
function listInside(alias: string, isPerson: boolean, where: string, log: IssueLog): readonly string[] {
  const parts = splitAliases([alias], true, where, log).map(({ name }) => name)
  return parts.length > 1 && (!isPerson || parts.every((part) => part.includes(' '))) ? parts : []
}
