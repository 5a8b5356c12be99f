import { cleanText } from './clean-text.js'

/**
 * Names of the Security Council's list, several in one element.
 *
 * The element is meant for one name, but editors put more into it: variants divided by ";", the name in its own script
 * behind the romanized one, an abbreviation in parentheses, a remark ("birth name", "born 1953"). A query for one of
 * them would score badly against the whole, so each is taken out. What stands in parentheses is removed only where it
 * is surely no part of the name: "(HONG KONG)" stays, since without it the name would be another company's.
 * Abbreviations make no name of their own, since too many others share them. Every step is linear in the text.
 */

/** Longest text that is looked into; the longest published is under 500 characters. */
const MAX_LENGTH = 5_000

/** Words in parentheses that are surely a remark, not a place or a branch. */
const MAX_WORDS = 5

const LABEL = /^(?:in )?(?:original script|arabic script|arabic)(?: ?: ?|$)/i
const REMARK = /^(?:birth name|combat name|nom de guerre|tigrinya|(?:previously|formerly) listed as)$/i
const LATIN = /\p{Script=Latin}/u
const OTHER_SCRIPT = /(?=\p{L})(?!\p{Script=Common})\P{Script=Latin}/u

/**
 * The names in one element, each once; the one in front, or the whole text, is first. None for an empty text. The
 * caller keeps the text itself unless it is the only name.
 */
export function readNames(text: string): readonly string[] {
  if (text.length > MAX_LENGTH) return [text]
  const parts = divide(text)
  const names = parts.flatMap((part) => namesInPart(part))
  const [front = ''] = names
  const long = names.filter((name) => name === front || !abbreviates(name, front))
  const whole = long.length < names.length || (text !== '' && long.length === 0)
  return [...new Set(whole && !text.includes(';') ? [text, ...long] : long)]
}

/**
 * Names in the note to an alias: those in another script ("In Arabic: …"), and lists of variants ("A B; A C").
 * A list with anything else in it ("Passport no. …; DOB: …") gives none.
 */
export function namesInNote(note: string): readonly string[] {
  if (note.length > MAX_LENGTH) return []
  const { outside, inside } = openParentheses(note)
  const foreign = [outside, ...inside].flatMap(scriptRuns).filter((run) => OTHER_SCRIPT.test(run))
  const lists = [outside, ...inside].map((part) => part.split(';').map(trimmed))
  return [...foreign, ...lists.filter((list) => list.length > 1 && list.every(looksLikeName)).flat()]
}

/** The parts between ";" outside of parentheses, " / ", and letters that count them ("b) "). */
function divide(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth = Math.max(0, depth - 1)
    const width = depth > 0 ? 0 : dividerAt(text, at)
    if (width === 0) continue
    parts.push(text.slice(start, at))
    start = at + width
    at = start - 1
  }
  return [...parts, text.slice(start)].map(trimmed).filter((part) => part !== '')
}

function dividerAt(text: string, at: number): number {
  if (text[at] === ';') return 1
  if (text.startsWith(' / ', at)) return 3
  return text[at] === ' ' && /^ [b-h]\) $/.test(text.slice(at, at + 4)) ? 4 : 0
}

/** A part without what is no name, and the names in its parentheses. */
function namesInPart(part: string): string[] {
  const { outside, inside } = openParentheses(part)
  if (outside === '' || inside.some((text) => belongs(text, outside))) return scriptRuns(part)
  const [front = ''] = outside.split(/, born /i)
  const short = inside.length > 0 && inside.every((text) => abbreviates(text, outside))
  return [
    ...(short ? [part] : []),
    ...scriptRuns(front),
    ...inside.flatMap((text) => variants(text, outside)),
  ]
}

/** The text without its outermost parentheses, and what stood in them. One that is never closed stays. */
function openParentheses(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside: string[] = []
  let outside = ''
  let depth = 0
  let start = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) start = at
    if (text[at] !== ')' || depth === 0 || --depth > 0) continue
    outside += `${text.slice(from, start)} `
    inside.push(trimmed(text.slice(start + 1, at)))
    from = at + 1
  }
  return { outside: trimmed(cleanText(outside + text.slice(from))), inside }
}

/** Whether what stands in parentheses must stay with the name: "(HONG KONG)", "(third)", "(Sheikh)". */
function belongs(inside: string, outside: string): boolean {
  const remark = REMARK.test(inside) || /\d{3}/.test(inside) || inside.split(' ').length > MAX_WORDS
  return !(remark || abbreviates(inside, outside) || isListOfNames(inside, outside))
}

/** Variants of a name: divided by ";", or the name in another script. */
function isListOfNames(inside: string, outside: string): boolean {
  return (
    inside.includes(';') || LABEL.test(inside) || OTHER_SCRIPT.test(inside) !== OTHER_SCRIPT.test(outside)
  )
}

function variants(inside: string, outside: string): string[] {
  if (REMARK.test(inside) || !isListOfNames(inside, outside)) return []
  return inside.split(';').flatMap((text) => {
    const open = openParentheses(text).outside
    return scriptRuns(trimmed(open.replace(LABEL, '').replace(/ - sub-unit name$/i, '')))
  })
}

/** Whether `short` is made of letters of `name`: `AQAP`, `ISIL-K`, `JuA`; never a word of small letters. */
function abbreviates(short: string, name: string): boolean {
  if (!/^[A-Z][A-Za-z/-]{0,9}[A-Z][a-z]?$/.test(short) || short.length >= name.length) return false
  const letters = name.toLowerCase()
  let at = -1
  for (const letter of short.toLowerCase().replace(/[^a-z]/g, '')) {
    at = letters.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Two to eight capitalized words without a digit or a colon. */
function looksLikeName(text: string): boolean {
  const words = text.split(' ').length
  return words > 1 && words <= 8 && /^['‘’]?\p{Lu}[\p{L}\p{M}'‘’. -]{3,80}$/u.test(text)
}

/** `Agha Jan اغا جان` → both; a text in one script is given back whole. Words without letters stay where they are. */
function scriptRuns(text: string): string[] {
  if (!(LATIN.test(text) && OTHER_SCRIPT.test(text))) return text === '' ? [] : [text]
  const runs: { words: string; other: boolean }[] = []
  for (const word of text.split(' ')) {
    const last = runs.at(-1)
    const other = OTHER_SCRIPT.test(word) || (!LATIN.test(word) && last?.other === true)
    if (last && (last.other === other || !/\p{L}/u.test(word))) last.words += ` ${word}`
    else runs.push({ words: word, other })
  }
  return runs.map((run) => trimmed(run.words)).filter((run) => run !== '')
}

/** The text without dividers at its ends. */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ' ,;:)'.includes(text[start]!)) start++
  while (end > start && ' ,;:'.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}
