/** A text on one line: white space of any kind and length is one space, and none at the ends. */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
