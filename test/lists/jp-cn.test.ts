import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import { findList } from '../../src/lists/registry.js'
import { fixture, parseFixture } from './world-fixtures.js'

describe('Japan’s End User List, from a third party’s json', () => {
  const { listings, issues, published } = parseFixture('jp-meti/jp.json')

  it('keeps names, country, concern and source', () => {
    expect(listings[0]).toEqual({
      id: 'jp-eul-9001',
      list: 'jp-meti',
      source: 'jp-end-user-list',
      authority: 'METI',
      kind: 'organization',
      names: [
        { name: 'Velmor Technique', type: 'primary', strength: 'strong' },
        { name: 'Velmor Technic', type: 'alias', strength: 'unstated' },
        { name: 'Velmor Technique Co.', type: 'alias', strength: 'unstated' },
      ],
      addresses: [{ text: 'Islamic Republic of Iran' }],
      birthDates: [],
      birthPlaces: [],
      countries: [],
      identifiers: [],
      programs: ['外国ユーザーリスト (Foreign End-User List)'],
      listedOn: null,
      remarks: '大量破壊兵器等の懸念: 核 N',
      url: 'https://www.meti.example.jp/1.html',
    })
    expect(published).toBe('2026-07-20')
  })

  it('leads with the first alias where the name is missing, and says so', () => {
    expect(listings[1]?.names).toEqual([{ name: 'Norvex General', type: 'primary', strength: 'strong' }])
    expect(issues).toContainEqual(expect.objectContaining({ code: 'no-name', where: 'jp-eul-9002' }))
  })

  it('is refused as China’s list', () => {
    expect(() => parseList('cn-mofcom', fixture('jp-meti/jp.json'))).toThrow(/record of a list cn-/)
  })
})

describe('China’s lists, from a third party’s json', () => {
  const { listings, issues } = parseFixture('cn-mofcom/cn.json')

  it('keeps which of the lists, the day and the postal code', () => {
    expect(listings[0]).toMatchObject({
      source: 'cn-attention-list',
      authority: 'MOFCOM',
      effect: 'caution',
      citation: expect.stringContaining('article 26'),
      listedOn: '2026-02-24',
      names: [{ name: 'Velmor Corporation' }, { name: '维尔莫株式会社' }],
      addresses: [{ text: '日本东京都中央区筑地9丁目（邮编：104-0045）', postalCode: '104-0045' }],
    })
  })

  it('prohibits on the other lists, by the law of each', () => {
    expect(listings.slice(1).map(({ effect }) => effect)).toEqual([undefined, undefined, undefined])
    expect(findList('cn-mofcom')?.effect).toBe('prohibited')
    expect(listings[1]?.citation).toBe('Provisions on the Unreliable Entity List (2020)')
  })

  it('reports an entry that stands for several parties but names one', () => {
    expect(listings[1]?.names.map(({ name }) => name)).toEqual(['诺维克斯公司', 'Norvex Technologies Co.'])
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'incomplete-entry', message: expect.stringContaining('one of 6') }),
    )
  })

  it('keeps both of two entries with one id', () => {
    expect(listings.map(({ id }) => id).slice(2)).toEqual(['cn-uel-20240520-1', 'cn-uel-20240520-1-2'])
    expect(issues).toContainEqual(expect.objectContaining({ code: 'duplicate-id' }))
  })
})
