import { describe, expect, it } from 'vitest'
import { prepareName } from '../../src/match/compare.js'
import { NameIndex } from '../../src/match/name-index.js'
import { compileNames, type NameTable } from '../../src/match/name-table.js'
import { pack, type Tree, unpack } from '../../src/tables/pack.js'

const names = ['Glocom', 'Pan Systems Pyongyang', 'محمد حسين', 'J. K. Petrov', 'Nur al-Din Trading']
const entries = names.map((name) => ({ name, kind: null }))

describe('packing', () => {
  it('gives back the arrays and strings of a tree', () => {
    const tree: Tree = {
      a: new Uint32Array([1, 2, 3]),
      deep: { text: 'Ивано\ufeffв', numbers: new Float64Array([0.5, -1]), none: new Uint8Array() },
      odd: new Uint8Array([9, 8, 7]),
      '\u0061b': new Uint16Array([65_535]),
      signed: new Int32Array([-1]),
    }
    const back = unpack(pack(tree))
    expect(JSON.stringify(back)).toBe(JSON.stringify(tree))
  })

  it('reads bytes wherever they begin in a buffer', () => {
    const packed = pack({ a: new Float64Array([1.25]) })
    const shifted = new Uint8Array(packed.length + 3)
    shifted.set(packed, 3)
    expect(unpack(shifted.subarray(3))).toEqual(unpack(packed))
  })

  it('refuses bytes that end too early', () => {
    const packed = pack({ a: new Uint32Array([1, 2, 3]) })
    expect(() => unpack(packed.subarray(0, packed.length - 8))).toThrow()
  })

  it('keeps an index of names: the same answers, the same bytes', () => {
    const table = compileNames(entries)
    const packed = pack(table)
    const fresh = new NameIndex(table, (name) => name)
    const opened = new NameIndex(unpack(packed) as unknown as NameTable, (name) => name)
    for (const name of [...names, 'Glokom', 'John Petrov', 'nureddin trading co']) {
      const query = prepareName(name)
      expect(opened.search(query, 0.5)).toEqual(fresh.search(query, 0.5))
    }
    expect(pack(compileNames(entries))).toEqual(packed)
  })
})
