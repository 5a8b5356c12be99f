/** Words that several sentences share. */

/** What an effect means for the reader. */
export const effectWords = {
  prohibited: 'dealings are prohibited',
  'license-required': 'a license is required',
  caution: 'caution is called for',
} as const

/** A text with a full stop at its end; nothing for no text. */
export function stop(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`
}

/** `A, B or C`. */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
