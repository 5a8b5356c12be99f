/**
 * Answers of pure functions, kept: orders and customers name the same words and places again and again. At most twice the
 * limit is held; when the younger half is full, the older half is let go, so that a stream of new questions costs a
 * bounded amount of memory and never a sweep.
 */

/** The answers given lately, under their questions. */
export class Recent<Q, A> {
  private young = new Map<Q, A>()
  private old = new Map<Q, A>()

  /** @param limit how many answers a half holds. */
  constructor(private readonly limit: number) {}

  /** The answer to a question; undefined where none is kept. */
  get(question: Q): A | undefined {
    const known = this.young.get(question)
    if (known !== undefined) return known
    const answer = this.old.get(question)
    if (answer !== undefined) this.set(question, answer)
    return answer
  }

  /** Keeps an answer, which must not be undefined. */
  set(question: Q, answer: A): void {
    if (this.young.size >= this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(question, answer)
  }
}

const LIMIT = 10_000
/** Longest question that is kept, in UTF-16 units. */
const MAX_LENGTH = 200

/** The same function, which remembers its recent answers. Answers must not be changed by who gets them. */
export function remember<T>(answer: (question: string) => T): (question: string) => T {
  const recent = new Recent<string, T>(LIMIT)
  return (question) => {
    if (question.length > MAX_LENGTH) return answer(question)
    const known = recent.get(question)
    if (known !== undefined) return known
    const value = answer(question)
    recent.set(question, value)
    return value
  }
}
