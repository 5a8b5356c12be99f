import { MIN_CUT, testsOf, type WholeName } from './whole.js'

/** Finds listed names by the keys of `whole.ts`: maps for what must be equal, sorted order for what is cut off. */
export class WholeIndex {
  private readonly maps = {
    glued: new Map<string, number[]>(),
    solid: new Map<string, number[]>(),
    sorted: new Map<string, number[]>(),
    consonants: new Map<string, number[]>(),
    initials: new Map<string, number[]>(),
  }
  private readonly sorted: readonly { readonly text: string; readonly id: number }[]

  constructor(names: readonly WholeName[]) {
    names.forEach((name, id) => {
      for (const key of ['glued', 'solid', 'sorted', 'consonants', 'initials'] as const) {
        const text = name[key]
        if (text === '') continue
        const ids = this.maps[key].get(text)
        if (ids) ids.push(id)
        else this.maps[key].set(text, [id])
      }
    })
    this.sorted = names
      .flatMap(({ glued, solid }, id) =>
        (glued === solid ? [glued] : [glued, solid]).map((text) => ({ text, id })),
      )
      .filter(({ text }) => text.length > MIN_CUT)
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id - b.id))
  }

  /** Every listed name that could agree with the query as a whole. */
  find(query: WholeName): number[] {
    const found = testsOf(query).flatMap((test) => this.maps[test.key].get(test.text) ?? [])
    for (const text of query.glued === query.solid ? [query.glued] : [query.glued, query.solid]) {
      if (text.length < MIN_CUT) continue
      for (let i = this.lowerBound(text); i < this.sorted.length; i++) {
        const entry = this.sorted[i]!
        if (!entry.text.startsWith(text)) break
        found.push(entry.id)
      }
    }
    return found
  }

  private lowerBound(text: string): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]!.text < text) low = middle + 1
      else high = middle
    }
    return low
  }
}
