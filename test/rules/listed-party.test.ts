import { describe, expect, it } from 'vitest'
import { createScreener, type Party, type Snapshot } from '../../src/index.js'
import type { ListedName, Listing } from '../../src/model/listing.js'
import { listing, snapshot } from '../fixtures/lists.js'

/** The outcome for one party on 2026-11-23 against these lists. */
function outcome(lists: readonly Snapshot[], party: Partial<Party>) {
  const screener = createScreener({ lists, policy: { requiredLists: [] } })
  return screener.screen({
    date: '2026-11-23',
    parties: [{ role: 'purchaser', ...party }],
    destination: { country: 'DE' },
  }).outcome
}
const names = (...all: readonly (readonly [string, ListedName['strength']])[]): Partial<Listing> => ({
  names: all.map(([name, strength], i) => ({ name, strength, type: i === 0 ? 'primary' : 'alias' })),
})

describe('a listed party', () => {
  const weakAlias = listing('w', [], names(['Quillon Marvexley', 'strong'], ['Zarbindle', 'weak']))

  it('stops by its strong name whatever weak alias the order gives first', () => {
    expect(outcome([snapshot([weakAlias])], { name: 'Quillon Marvexley' })).toBe('stop')
    expect(outcome([snapshot([weakAlias])], { name: 'Zarbindle' })).toBe('review')
    expect(outcome([snapshot([weakAlias])], { name: 'Zarbindle', aliases: ['Quillon Marvexley'] })).toBe(
      'stop',
    )
  })

  it('of another gender is said so, and decides no less', () => {
    const lists = [snapshot([listing('g', ['Quillon Marvexley'], { kind: 'person', gender: 'female' })])]
    const screener = createScreener({ lists, policy: { requiredLists: [] } })
    const screen = (gender: 'female' | 'male') =>
      screener.screen({
        date: '2026-11-23',
        parties: [{ role: 'purchaser', name: 'Quillon Marvexley', kind: 'person', gender }],
        destination: { country: 'DE' },
      })
    const verdictOf = (gender: 'female' | 'male') =>
      screen(gender).findings.flatMap((finding) =>
        finding.code === 'listed-party'
          ? finding.match.corroboration.filter(({ feature }) => feature === 'gender')
          : [],
      )
    expect(verdictOf('male')).toMatchObject([{ verdict: 'conflicts', query: 'male', listed: 'female' }])
    expect(verdictOf('female')).toMatchObject([{ verdict: 'agrees' }])
    expect(screen('male').outcome).toBe('stop')
  })

  it('stops by a strong name although a weak alias is nearer', () => {
    const near = names(['Quillon Marvexley Trading', 'strong'], ['Quillon Marvexley Trading LLC', 'weak'])
    const name = 'Quillon Marvexley Trading LLC'
    expect(outcome([snapshot([listing('w', ['Quillon Marvexley Trading'])])], { name })).toBe('stop')
    expect(outcome([snapshot([listing('w', [], near)])], { name })).toBe('stop')
  })

  it('is found under an id that another entry has too', () => {
    const ended = listing('x', ['Tolvar Kestering'], { expiresOn: '2020-01-01' })
    const current = listing('x', ['Tolvar Kestering'])
    const apart = [snapshot([ended]), snapshot([current], { list: 'us-bis-entity' })]
    expect(outcome([snapshot([ended, current])], { name: 'Tolvar Kestering' })).toBe('stop')
    expect(outcome(apart, { name: 'Tolvar Kestering' })).toBe('stop')
  })

  it('is found by a name that another one tells', () => {
    const lists = [snapshot([listing('a', ['Quillon Marvexley Holdings'])])]
    for (const name of [
      'Blue Heron Bakery aka Quillon Marvexley Holdings',
      'Blue Heron Bakery (a.k.a. Quillon Marvexley Holdings)',
      'Blue Heron Bakery, formerly known as Quillon Marvexley Holdings',
      'Blue Heron Bakery d/b/a Quillon Marvexley',
      'Quillon Marvexley Holdings trading as Blue Heron',
    ]) {
      expect(outcome(lists, { name }), name).toBe('stop')
      expect(outcome(lists, { name: 'Blue Heron', aliases: [name] }), name).toBe('stop')
    }
    expect(outcome(lists, { name: 'Aka Blue Heron Bakery' })).toBe('clear')
  })

  it.each([
    ['1980', 'stop'],
    ['1980-04', 'stop'],
    ['1980-04-20', 'stop'],
    ['1980-05', 'review'],
    ['1980-03', 'review'],
    ['1980-04-21', 'review'],
    ['1979', 'review'],
  ])('born on 1980-04-20, for an order that says %s: %s', (birthDate, expected) => {
    const birth = { text: '20 Apr 1980', earliest: '1980-04-20', latest: '1980-04-20', approximate: false }
    const person = listing('p', ['Tolvar Kestering'], { kind: 'person', birthDates: [birth] })
    expect(outcome([snapshot([person])], { name: 'Tolvar Kestering', kind: 'person', birthDate })).toBe(
      expected,
    )
  })

  it.each(['1980-13', '1980-04-31', '80', '1980-4-2'])('refuses the birth date %s', (birthDate) => {
    expect(() => outcome([], { name: 'Tolvar Kestering', birthDate })).toThrow(/birthDate.*YYYY-MM-DD/)
  })
})
