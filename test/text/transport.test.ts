import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../src/match/compare.js'
import { undoTransport } from '../../src/text/transport.js'
import { namesIn } from '../../src/text/wrapping.js'

describe('what transport did to a name', () => {
  it.each([
    ['Miguel%20Trevi%C3%B1o', 'Miguel Treviño'],
    ['MiguÃ©l TreviÃ±o', 'Miguél Treviño'],
    ['Å\u00a0tefan Å½ivkoviÄ‡', 'Štefan Živković'],
    ['ÐŸÐµÑ‚Ñ€Ð¾Ð²', 'Петров'],
    ['100% Pure Trading', '100% Pure Trading'],
    ['Broken %C3 Ltd', 'Broken %C3 Ltd'],
    ['Ãlvaro Âge', 'Ãlvaro Âge'],
    ['HÂŠHÍMOTO', 'HÂŠHÍMOTO'],
  ])('%s was %s', (sent, given) => {
    expect(undoTransport(sent)).toBe(given)
  })

  it('is undone for whatever is percent-encoded, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!text.includes('%')) expect(undoTransport(encodeURIComponent(text))).toBe(undoTransport(text))
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof undoTransport(text) === 'string'))
  })
})

describe('what stands around a name in a form', () => {
  it.each([
    'Pan Systems Pyongyang, P.O. Box 1234',
    'Pan Systems Pyongyang tel +971 4 221 2345',
    'Pan Systems Pyongyang (buyer)',
    'Pan Systems Pyongyang sales@example.com',
    'Pan Systems Pyongyang Pan Systems Pyongyang',
    'pan.systems.pyongyang@example.com',
    'Pan%20Systems%20Pyongyang',
    'Blue Heron Bakery a.k.a. Pan Systems Pyongyang',
    'Pan Systems Pyongyang d/b/a Blue Heron',
  ])('does not hide it: %s', (given) => {
    expect(compareNames(given, 'Pan Systems Pyongyang').score).toBeGreaterThanOrEqual(0.95)
  })

  it('may be other names of the party', () => {
    expect(namesIn('Glocom a.k.a. Pan Systems, formerly known as Old Co')).toEqual([
      'Glocom a.k.a. Pan Systems, formerly known as Old Co',
      'Glocom',
      'Pan Systems',
      'Old Co',
    ])
    expect(namesIn('info@glocom.com.my')).toEqual(['info@glocom.com.my', 'info', 'glocom'])
    expect(compareNames('info@glocom.com.my', 'Glocom').score).toBe(1)
    expect(namesIn('Alias Trading')).toEqual(['Alias Trading'])
    expect(namesIn('AKA Bank')).toEqual(['AKA Bank'])
  })
})

describe('a Japanese company in kana', () => {
  it.each([
    ['メイトウサンギョウカブシキガイシャ', 'Meito Sangyo Co., Ltd.'],
    ['カブシキガイシャツルハホールディングス', 'TSURUHA HOLDINGS INC.'],
    ['スギホールディングスカブシキガイシャ', 'SUGI HOLDINGS CO.,LTD.'],
  ])('is cut into its words: %s', (kana, latin) => {
    expect(compareNames(kana, latin, { kind: 'organization' }).score).toBeGreaterThanOrEqual(0.85)
  })
})
