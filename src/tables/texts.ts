/** Many short texts in one string: an index of any size is then a few objects, quick to read from a file. */
export type Texts = {
  /** All texts, one after the other. */
  readonly text: string
  /** Where each begins, in UTF-16 units; one entry more at the end. */
  readonly starts: Uint32Array
}

/** Puts texts into one. */
export function packTexts(texts: readonly string[]): Texts {
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => {
    starts[i + 1] = starts[i]! + text.length
  })
  return { text: texts.join(''), starts }
}

/** The text at a place. */
export function textAt({ text, starts }: Texts, at: number): string {
  return text.slice(starts[at], starts[at + 1])
}

/** Its length in UTF-16 units. */
export function lengthAt({ starts }: Texts, at: number): number {
  return starts[at + 1]! - starts[at]!
}
