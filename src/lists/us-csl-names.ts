import type { ListedName, NameType } from '../model/listing.js'
import { cleanText } from './clean-text.js'
import type { IssueLog } from './source.js'

/**
 * The names of the Consolidated Screening List, several in one cell. Nothing says where one ends but what a true name
 * can look like: an alias is never only a legal form ("Ltd"), and "a.k.a." or "f.k.a." is not part of a name.
 */

const MARK = /\(? ?\b(a\.k\.a|f\.k\.a|n\.k\.a|also known as|formerly known as|now known as)\b\.?,?:? ?/gi

const markTypes: ReadonlyMap<string, NameType> = new Map([
  ['a', 'alias'],
  ['f', 'former'],
  ['n', 'variation'],
])

/** Legal forms that stand alone only where a name was split at its comma. */
const legalForms: ReadonlySet<string> = new Set(
  'ag ao bhd bv co company corp corporation gmbh inc incorporated jsc limited llc llp ltd nv oao ojsc ooo oy pao pjsc plc pte pty pvt sa sal sarl sdn spa srl zao'.split(
    ' ',
  ),
)

/** A name, and its kind where the text itself says so. */
interface MarkedName {
  readonly name: string
  readonly type: NameType | null
}

/**
 * The primary name and what its text says after "a.k.a." or "f.k.a.", in parentheses or not:
 * `Foo OOO (f.k.a., Bar)` is Foo OOO, formerly Bar.
 * @param commas whether ", " also divides what follows a mark (ISN), except before a legal form.
 */
export function splitPrimary(text: string, commas = false): readonly ListedName[] {
  return splitMarks(cleanText(text)).flatMap(({ name, type }): ListedName[] => {
    if (type === null) return name === '' ? [] : [{ name, type: 'primary', strength: 'strong' }]
    return divide([name], commas).flatMap((part) => toAlias(part, type))
  })
}

/**
 * The aliases of one entry.
 * @param commas whether ", " also divides names (ISN), except before a legal form.
 */
export function splitAliases(
  values: readonly string[],
  commas: boolean,
  where: string,
  log: IssueLog,
): ListedName[] {
  return divide(values, commas).flatMap((part) => {
    const names = splitMarks(cleanText(part)).flatMap(({ name, type }) => toAlias(name, type ?? 'alias'))
    if (names.length === 0) log.add('empty-alias', where, `expected a name, got "${part.slice(0, 40)}"`)
    return names
  })
}

/** The parts of a joined value: `A; B Co., Ltd; and C`. */
function divide(values: readonly string[], commas: boolean): string[] {
  const parts = values.flatMap((value) => value.split(/; ?/))
  const joined = rejoinForms(commas ? parts.flatMap((part) => part.split(/, +/)) : parts)
  return joined.map((part, index) => (index === 0 ? part : part.replace(/^ ?and /i, '')))
}

function toAlias(text: string, type: NameType): ListedName[] {
  const plain = text.replace(/^the following (?:\w{1,12} )?alias(?:es)?:? ?/i, '')
  const name = stripQuotes(trimOf(plain, '-–— ,;', ' ,;'))
  return name === '' ? [] : [{ name, type, strength: 'unstated' }]
}

/** `"Sasadja"` → Sasadja; a quote that is part of the name stays. */
function stripQuotes(name: string): string {
  const pair = /^["“](.*)["”]$/.exec(name)
  return pair && !/["“”]/.test(pair[1]!) ? pair[1]!.trim() : name
}

/** `['Foo Co.', 'Ltd', 'Bar']` → `['Foo Co., Ltd', 'Bar']`. */
function rejoinForms(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    if (joined.length > 0 && isLegalForm(part)) joined[joined.length - 1] += `, ${part.trim()}`
    else joined.push(part)
  }
  return joined
}

function isLegalForm(part: string): boolean {
  const words = part.toLowerCase().replaceAll('.', '').split(/[ ,]+/)
  const forms = words.filter((word) => word !== '')
  return forms.length > 0 && forms.length <= 4 && forms.every((word) => legalForms.has(word))
}

/** Cuts a text at each mark; what follows a parenthesis that a mark stood in belongs to the first part again. */
function splitMarks(text: string): MarkedName[] {
  const marks = [...text.matchAll(MARK)]
  if (marks.length === 0) return [{ name: text, type: null }]
  let head = text.slice(0, marks[0]!.index)
  const marked = marks.map((mark, index): MarkedName => {
    const end = marks[index + 1]?.index ?? text.length
    const piece = text.slice(mark.index + mark[0].length, end)
    const close = unbalancedClose(piece)
    if (close >= 0) head += piece.slice(close + 1)
    const type = markTypes.get(mark[1]!.slice(0, 1).toLowerCase()) ?? 'alias'
    return { name: trimOf(close >= 0 ? piece.slice(0, close) : piece, ' ,;', ' ,;('), type }
  })
  const first = trimOf(cleanText(head), ' ,;', ' ,;(')
  return [...(first === '' ? [] : [{ name: first, type: null }]), ...marked]
}

/** The text without these characters at its ends; a loop, since `+$` takes quadratic time on a hostile text. */
function trimOf(text: string, before: string, after: string): string {
  let start = 0
  let end = text.length
  while (start < end && before.includes(text[start]!)) start++
  while (end > start && after.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** Index of the first ")" that closes nothing, or -1. */
export function unbalancedClose(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '(') depth++
    if (character === ')' && --depth < 0) return index
  }
  return -1
}
