import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../src/index.js'
import { readDisputed, readNames, readPairs } from './data.js'
import { auc, f1, recall, thresholdAt } from './metrics.js'

const shared = existsSync(new URL('../../../shared/bench/names/', import.meta.url))
const score = ({ name1, name2, kind }: ReturnType<typeof readPairs>[number]) =>
  compareNames(name1, name2, kind ? { kind } : {}).score

describe('figures of merit', () => {
  it('count ties half in the AUC', () => {
    const at = (value: number, isMatch: boolean) => ({ score: value, isMatch })
    expect(auc([at(0.9, true), at(0.1, false)])).toBe(1)
    expect(auc([at(0.5, true), at(0.5, false)])).toBe(0.5)
    expect(f1([at(0.9, true), at(0.8, false), at(0.1, true)], 0.7)).toBe(0.5)
  })

  it('find the threshold that lets a share through', () => {
    expect(recall([0.1, 0.2, 0.3, 0.9], thresholdAt([0.1, 0.2, 0.3, 0.9], 0.25))).toBe(0.25)
  })
})

describe('floors', () => {
  it('of the invented pairs and populations', () => {
    if (shared) return
    const pairs = readPairs('nk_name_bench.csv').map((pair) => ({
      score: score(pair),
      isMatch: pair.isMatch,
    }))
    expect(auc(pairs)).toBe(1)
    expect(
      readPairs('evasion.csv')
        .map(score)
        .every((value) => value >= 0.7),
    ).toBe(true)
    expect(readNames('clean_companies.csv').length).toBeGreaterThan(0)
  })

  it.skipIf(!shared)('of the labelled pairs (skipped where ../shared/bench is absent)', () => {
    const disputed = readDisputed()
    const pairs = readPairs('nk_name_bench.csv')
    const all = pairs.map((pair) => ({ id: pair.id, score: score(pair), isMatch: pair.isMatch }))
    const undisputed = all.filter(({ id }) => !disputed.has(id))
    expect(f1(all, 0.7)).toBeGreaterThan(0.84)
    expect(f1(undisputed, 0.7)).toBeGreaterThan(0.87)
    expect(auc(undisputed)).toBeGreaterThan(0.91)
    expect(
      recall(
        readPairs('evasion.csv')
          .filter((pair) => pair.isMatch)
          .map(score),
        0.75,
      ),
    ).toBeGreaterThan(0.93)
  })
})
