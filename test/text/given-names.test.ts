import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../../data/names/given-names.json' with { type: 'json' }
import { givenNameGroups, sameGivenName } from '../../src/text/given-names.js'

describe('sameGivenName', () => {
  it.each([
    ['English', 'bob robert, bill william, dick richard, peggy margaret, liz elizabeth, jack john'],
    [
      'Russian',
      'sasha alexander, sasha aleksandra, misha mikhail, misha michael, vova vladimir, katya ekaterina',
    ],
    ['Russian again', 'dima dmitry, zhenya evgeny, zhenya evgenia, vanya ivan, kolya nikolai, petya pyotr'],
    ['Ukrainian', 'volodymyr vladimir, mykola nikolay, serhiy sergei, oleksandr aleksandr'],
    ['Polish', 'kasia katarzyna, gosia malgorzata, kuba jakub, staszek stanislaw'],
    ['Spanish', 'pepe jose, paco francisco, kike enrique, chucho jesus, nacho ignacio, memo guillermo'],
    ['Italian', 'beppe giuseppe, gigi luigi, gianni giovanni, sandro alessandro'],
    ['German', 'hans johannes, fritz friedrich, sepp josef, uschi ursula'],
    ['French', 'manu emmanuel, seb sebastien, guillaume william'],
    ['Arabic and Turkish', 'mehmet mohammed, cemal jamal, ayse aisha, zeynep zainab, hatice khadija'],
    ['African', 'mamadou mohammed, maxamed muhammad, boubacar abubakar'],
    ['Hebrew', 'avi avraham, moishe moses, yossi yosef, yitzhak isaac'],
    ['Persian', 'reza rida, mamad mohammad'],
    [
      'across languages',
      'yusuf joseph, jose giuseppe, ivan john, juan jean, musa moses, ibrahim abraham, yuri george',
    ],
    [
      'across languages again',
      'suleiman solomon, yaakov jacob, boutros petros, diego james, istvan stephen, daoud david',
    ],
  ])('knows the %s names %s', (_, pairs) => {
    for (const pair of pairs.split(', ')) {
      const [a = '', b = ''] = pair.split(' ')
      expect(sameGivenName(a, b), pair).toBe(true)
      expect(sameGivenName(b, a), pair).toBe(true)
    }
  })

  it('does not join groups: Bob is Robert, Robert is Roberto, but Bob is not Roberto', () => {
    expect(sameGivenName('bob', 'robert')).toBe(true)
    expect(sameGivenName('robert', 'roberto')).toBe(true)
    expect(sameGivenName('bob', 'roberto')).toBe(false)
  })

  it.each([
    ['ali', 'hassan'],
    ['hassan', 'hussein'],
    ['ahmed', 'mohammed'],
    ['john', 'jane'],
    ['maria', 'mario'],
    ['alexander', 'alexandra'],
    ['ali', 'alice'],
    ['kemal', 'cemal'],
    ['salah', 'saleh'],
    ['li', 'lee'],
    ['trading', 'company'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(sameGivenName(a, b)).toBe(false)
  })

  it('sees through habits of spelling', () => {
    for (const spelling of ['yousef', 'youssef', 'yusuf'])
      expect(sameGivenName(spelling, 'joseph'), spelling).toBe(true)
    for (const spelling of ['katja', 'katia', 'katya'])
      expect(sameGivenName(spelling, 'ekaterina'), spelling).toBe(true)
  })

  it('says of every word that it is itself, and of a pair the same both ways', () => {
    const names = table.groups.join('|').split(/[| ]/)
    const name = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 40 }))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(sameGivenName(a, a)).toBe(true)
        expect(sameGivenName(a, b)).toBe(sameGivenName(b, a))
      }),
    )
  })
})

describe('givenNameGroups', () => {
  it('gives a name every group it is in', () => {
    expect(givenNameGroups('alex').length).toBeGreaterThan(1)
  })

  it('is empty for other words, for a single letter and for anything overlong', () => {
    for (const word of ['glocom', 'a', '', 'bob'.repeat(1_000), '__proto__', 'constructor']) {
      expect(givenNameGroups(word)).toEqual([])
    }
  })

  it('decides sameGivenName', () => {
    const names = table.groups.join('|').split(/[| ]/)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
        const shared = givenNameGroups(a).some((group) => givenNameGroups(b).includes(group))
        expect(sameGivenName(a, b)).toBe(shared || a === b)
      }),
    )
  })
})

describe('the table of given names', () => {
  it('holds folded names, at least two to a group', () => {
    const groups = table.groups.join('|').split('|')
    expect(groups.length).toBeGreaterThan(600)
    for (const group of groups) expect(group).toMatch(/^[a-z]{3,}( [a-z]{3,})+$/)
  })

  it('finds every name in its own group', () => {
    table.groups
      .join('|')
      .split('|')
      .forEach((group, number) => {
        for (const name of group.split(' ')) expect(givenNameGroups(name), name).toContain(number)
      })
  })
})
