import { type BucketBuilder, type Buckets, hashText, lookUp } from '../tables/buckets.js'
import { MIN_CUT, testsOf, type WholeName } from './whole.js'

/** Listed names under the keys of `whole.ts`, and under the beginnings they would share with a name cut off. */
export type WholeTable = Buckets

const keys = ['glued', 'solid', 'sorted', 'consonants', 'initials'] as const
const kindOf = new Map(keys.map((key, i) => [key, i]))
const CUT = keys.length
/** Beginnings of these lengths are kept; a query looks up its longest. */
const cuts = [MIN_CUT, 14, 20, 28, 40, 48, 60, 80]

/** Adds a name under its keys. */
export function addWhole(table: BucketBuilder, name: WholeName, id: number): void {
  keys.forEach((key, kind) => {
    if (name[key] !== '') table.add(hashText(name[key], kind), id)
  })
  for (const text of new Set([name.glued, name.solid])) {
    for (const cut of cuts) if (text.length > cut) table.add(hashText(text.slice(0, cut), CUT), id)
  }
}

/** Every listed name that could agree with the query as a whole, and some that could not. */
export function findWholes(table: WholeTable, query: WholeName): Set<number> {
  const found = new Set<number>()
  const propose = (text: string, kind: number) => lookUp(table, hashText(text, kind), (id) => found.add(id))
  for (const { key, text } of testsOf(query)) propose(text, kindOf.get(key)!)
  for (const text of new Set([query.glued, query.solid])) {
    const cut = cuts.findLast((length) => length <= text.length)
    if (cut !== undefined) propose(text.slice(0, cut), CUT)
  }
  return found
}
