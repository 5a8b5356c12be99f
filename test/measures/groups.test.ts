import { describe, expect, it } from 'vitest'
import { membershipsOf } from '../../src/index.js'
import { embeddedGroups } from '../../src/measures/embedded.js'

const groupsOf = (territory: string, on: string) => membershipsOf(territory, on).map(({ group }) => group.id)

describe('groups of the law', () => {
  it.each([
    [
      'KP',
      '2010-01-01',
      ['ear-e1', 'itar-126-1'],
      'no sponsor of terrorism between 2008 and 2017, but in E:1 all the time',
    ],
    ['KP', '2018-01-01', ['ear-e1', 'ear-d5', 'us-sst', 'itar-126-1'], 'a sponsor again'],
    ['CU', '2015-07-21', ['ear-e1', 'ear-e2', 'ear-d5', 'itar-126-1'], 'the last day in E:1'],
    ['CU', '2015-07-22', ['ear-e2', 'ear-d5', 'itar-126-1'], 'E:2 remains'],
    ['SD', '2021-01-13', ['ear-e1', 'ear-d5', 'itar-126-1'], 'the last day in E:1'],
    ['SD', '2021-01-14', ['ear-d5', 'itar-126-1'], 'out of E:1'],
    [
      'SY',
      '2026-08-23',
      ['ear-e1', 'ear-d5', 'us-sst', 'itar-126-1'],
      'the last day as a sponsor of terrorism',
    ],
    ['SY', '2026-08-24', ['ear-e1', 'ear-d5', 'itar-126-1'], 'no sponsor any more'],
    ['SY', '2026-10-01', ['ear-e1', 'ear-d5'], 'off the ITAR list'],
    ['KH', '2025-11-06', ['ear-d5', 'itar-126-1', 'ear-meu'], 'the last day on the ITAR list'],
    ['KH', '2025-11-07', ['ear-meu'], 'military end use remains'],
    ['HK', '2020-12-22', [], 'separate from China'],
    ['HK', '2020-12-23', ['ear-d5', 'ear-meu'], 'as China'],
    ['MO', '2026-01-01', [], 'Macau is in no group'],
    ['CN', '2007-06-18', ['itar-126-1'], 'before military end use'],
    ['CN', '2026-01-01', ['ear-d5', 'itar-126-1', 'ear-meu'], 'arms and military end use'],
    ['RU', '2026-01-01', ['ear-d5', 'itar-126-1', 'ear-meu'], 'the same'],
    ['YDYE', '1985-01-01', ['us-sst'], 'South Yemen was a sponsor of terrorism'],
    ['DE', '2026-01-01', [], 'in none'],
  ])('%s on %s: %j, %s', (territory, on, groups) => {
    expect(groupsOf(territory, on)).toEqual(groups)
  })

  it('hold for a part of a state as for the state', () => {
    expect(groupsOf('KP-RASON', '2026-01-01')).toEqual(groupsOf('KP', '2026-01-01'))
  })

  it('say what is not confirmed', () => {
    const [first] = membershipsOf('SY', '2026-09-24')
    const [later] = membershipsOf('SY', '2026-09-25')
    expect(first).toMatchObject({ group: { id: 'ear-e1' }, membership: { verified: true } })
    expect(later).toMatchObject({
      group: { id: 'ear-e1' },
      membership: { verified: false, note: expect.stringMatching(/check before/) },
    })
    for (const membership of embeddedGroups.memberships)
      if (membership.precision.from !== 'day') expect(membership.verified, membership.id).toBe(false)
  })

  it('each have a name, an act and a meaning', () => {
    for (const { name, citation, meaning } of embeddedGroups.groups)
      for (const words of [name, citation, meaning]) expect(words.trim()).not.toBe('')
    const known = new Set(embeddedGroups.groups.map(({ id }) => id))
    for (const { id, group } of embeddedGroups.memberships) expect(known.has(group), id).toBe(true)
  })

  it('are asked for by code and day', () => {
    expect(() => membershipsOf('North Korea', '2026-01-01')).toThrow(/territory code/)
    expect(() => membershipsOf('KP', 'today')).toThrow(/calendar date/)
  })
})
