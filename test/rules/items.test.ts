import { describe, expect, it } from 'vitest'
import { createScreener, explain, type Item, type Transaction } from '../../src/index.js'

const screener = createScreener({ policy: { requiredLists: [] } })

function screen(law: string, country: string, items: readonly Item[], more: Partial<Transaction> = {}) {
  return screener.screen({
    date: '2026-11-23',
    jurisdictions: [law],
    parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
    destination: { country },
    items,
    ...more,
  })
}

const asked = (decision: ReturnType<typeof screen>) =>
  decision.findings.flatMap((finding) =>
    finding.code === 'insufficient-data' && finding.outcome === 'review'
      ? [`${finding.where} ${finding.missing}`]
      : [],
  )

const american = { origin: 'US', eccn: 'EAR99', hs: '852713' }

describe('US law from abroad', () => {
  it('stops at an embargo of the EAR, and leaves to OFAC what the EAR does not license', () => {
    expect(screen('SG', 'CU', [american]).outcome).toBe('stop')
    expect(screen('SG', 'IR', [{ ...american, eccn: '5A991' }]).outcome).toBe('stop')
    expect(screen('SG', 'IR', [american]).outcome).toBe('review')
  })

  it('brings in the measures of the EAR once, and none of OFAC', () => {
    const { findings } = screen('SG', 'IR', [american, { ...american, eccn: '5A991' }, american])
    const measures = findings.flatMap((finding) =>
      finding.code === 'destination-measure' ? [finding.measure] : [],
    )
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
    expect(new Set(measures.map(({ regime }) => regime))).toEqual(new Set(['EAR']))
    expect(findings[0]).toMatchObject({ outcome: 'stop', code: 'destination-measure' })
  })

  it('is asked about only where it would matter', () => {
    const radio = { eccn: 'EAR99', hs: '852713' }
    expect(asked(screen('SG', 'CU', [radio]))).toEqual(['items[0] us-reach'])
    expect(asked(screen('SG', 'CU', [{ ...radio, origin: 'Qwzxnia' }]))).toEqual(['items[0] us-reach'])
    expect(
      asked(screen('SG', 'CU', [{ ...radio, origin: 'SG', usContent: 0, usDirectProduct: false }])),
    ).toEqual([])
    expect(asked(screen('SG', 'DE', [radio]))).toEqual([])
    expect(asked(screen('SG', 'DE', [{ ...radio, eccn: '5A002' }]))).toEqual(['items[0] us-reach'])
  })
})

describe('codes', () => {
  it('that cannot be read are asked for', () => {
    expect(asked(screen('US', 'DE', [{ eccn: 'XI(c)', hs: '77' }]))).toEqual(['items[0] eccn', 'items[0] hs'])
    expect(asked(screen('US', 'DE', [{ eccn: '9A999', hs: '8517' }]))).toEqual(['items[0] eccn'])
  })

  it('that are missing are asked for where a law decides by them, and noted elsewhere', () => {
    expect(asked(screen('EU', 'RU', [{}]))).toContain('items[0] classification')
    expect(asked(screen('US', 'CN', [{ hs: '843810' }]))).toEqual(['items[0] classification'])
    const noted = screen('US', 'DE', [{}])
    expect(noted.outcome).toBe('clear')
    expect(explain(noted).join('\n')).toContain('Note: Item 1: Not given: the HS code (hs), the ECCN (eccn).')
  })
})

describe('where items go', () => {
  const radio = [{ eccn: 'EAR99', hs: '852713', origin: 'DE', usContent: 0, usDirectProduct: false }]
  const banned = (decision: ReturnType<typeof screen>) =>
    decision.findings.flatMap((finding) =>
      finding.code === 'item-measure'
        ? [`${finding.outcome} ${finding.where} ${finding.place.territory}`]
        : [],
    )

  it('is also where an end user is, whatever the destination says', () => {
    const parties = [{ role: 'end-user' as const, name: 'Blue Heron', address: { country: 'KP' } }]
    expect(banned(screen('UN', 'CN', radio, { parties }))).toEqual(['stop parties[0].address KP'])
  })

  it('is where the purchaser is, if the destination cannot be read', () => {
    const parties = [{ role: 'purchaser' as const, name: 'Blue Heron', address: { country: 'KP' } }]
    expect(banned(screen('UN', '', radio, { parties }))).toEqual(['stop parties[0].address KP'])
    expect(banned(screen('UN', 'CN', radio, { parties }))).toEqual([])
  })

  it('is said once, and asked about where it has two readings', () => {
    const parties = [{ role: 'end-user' as const, name: 'Blue Heron', country: 'North Korea' }]
    expect(banned(screen('UN', 'KP', radio, { parties }))).toEqual(['stop destination KP'])
    expect(banned(screen('UN', 'Korea', radio))).toEqual(['review destination KP'])
  })
})

describe('the chart of another day', () => {
  it('is asked about where the one held shows nothing for a graded entry long before', () => {
    const chip = [{ eccn: '3A001.a.7.a', hs: '854239' }]
    expect(asked(screen('US', 'DE', chip))).toEqual([])
    expect(asked(screen('US', 'DE', chip, { date: '2015-06-01' }))).toEqual(['items[0] country-chart'])
    expect(asked(screen('US', 'DE', [{ eccn: '5A991', hs: '851762' }], { date: '2015-06-01' }))).toEqual([])
  })
})
