/** One part of both addresses and how they compare. */
export interface AddressEvidence {
  readonly part:
    | 'number'
    | 'street'
    | 'building'
    | 'unit'
    | 'floor'
    | 'locality'
    | 'region'
    | 'postal-code'
    | 'country'
    | 'other'
  /** The part in each address, normalized; empty where it is missing. */
  readonly a: string
  readonly b: string
  readonly verdict: 'agrees' | 'similar' | 'conflicts' | 'missing'
}

/** How one part compares. */
export type Verdict = AddressEvidence['verdict']

/** One row of evidence. */
export function evidenceOf(
  part: AddressEvidence['part'],
  a: string,
  b: string,
  verdict: Verdict,
): AddressEvidence {
  return { part, a, b, verdict }
}
