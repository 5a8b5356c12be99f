/**
 * Answers of a pure function, kept: orders name the same few hundred places again and again. At most twice `LIMIT`
 * answers to short questions are held; when the younger half is full, the older half is let go, so that a stream of new
 * texts costs a bounded amount of memory and never a sweep.
 */

const LIMIT = 2_000
/** Longest question that is kept, in UTF-16 units. */
const MAX_LENGTH = 200

/** The same function, which remembers its recent answers. Answers must not be changed by who gets them. */
export function remember<T>(answer: (question: string) => T): (question: string) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (question) => {
    if (question.length > MAX_LENGTH) return answer(question)
    const known = young.get(question)
    if (known !== undefined) return known
    const value = old.get(question) ?? answer(question)
    if (young.size >= LIMIT) {
      old = young
      young = new Map()
    }
    young.set(question, value)
    return value
  }
}
