import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, riskBands } from '../src/decide.js'
import type { Finding } from '../src/model/decision.js'

const finding = fc
  .record({ outcome: fc.constantFrom('clear', 'review', 'stop'), points: fc.integer({ min: 0, max: 100 }) })
  .map(
    ({ outcome, points }): Finding =>
      ({ code: 'unknown-place', where: 'destination', text: 'x', outcome, points }) as Finding,
  )

describe('decide', () => {
  it('is clear without findings', () => {
    expect(decide([])).toEqual({ outcome: 'clear', risk: 0 })
  })

  it('keeps the risk inside the band of the outcome', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const { outcome, risk } = decide(findings)
        const [low, high] = riskBands[outcome]
        expect(risk).toBeGreaterThanOrEqual(low)
        expect(risk).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('never lowers outcome or risk when a finding is added', () => {
    const order = ['clear', 'review', 'stop']
    fc.assert(
      fc.property(fc.array(finding), finding, (findings, extra) => {
        const before = decide(findings)
        const after = decide([...findings, extra])
        expect(order.indexOf(after.outcome)).toBeGreaterThanOrEqual(order.indexOf(before.outcome))
        expect(after.risk).toBeGreaterThanOrEqual(before.risk)
      }),
    )
  })
})
