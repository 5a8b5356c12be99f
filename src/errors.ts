/** What went wrong, for code that must react to it. Prose lives in the message. */
export type ErrorCode =
  /** The caller's own input (transaction, policy, options) does not have the documented shape. */
  | 'invalid-input'
  /** A list file is truncated, of another format, or wrongly encoded: nothing was read from it. */
  | 'unreadable-list'
  /** A compiled bundle is damaged or was made by another format, engine or normalizer version. */
  | 'unreadable-bundle'
  /** Embedded or supplied facts (measures, territories, parties) contradict their schema. */
  | 'invalid-facts'
  /** A file could not be found, read or written (shells only; the core does no I/O). */
  | 'io'

/** Details a caller can act on without parsing the message. */
export interface ErrorDetails {
  /** Where in the input: `parties[0].role`, `sdn.csv line 12`, `INDIVIDUAL 6908555`. */
  readonly path?: string
  /** What should have been there. */
  readonly expected?: string
  /** What was there, shortened to 80 characters. */
  readonly received?: string
  /** The error that led to this one. */
  readonly cause?: unknown
}

/**
 * The only error class Consignee throws. It is thrown for misuse and for broken files;
 * bad data inside a readable file is a value (`Issue`), missing data in a transaction is a finding.
 */
export class ConsigneeError extends Error {
  override readonly name = 'ConsigneeError' as const
  /** What kind of failure this is. */
  readonly code: ErrorCode
  /** Where in the input it happened, if it can be told. */
  readonly path: string | undefined
  /** What was expected there. */
  readonly expected: string | undefined
  /** What came instead. */
  readonly received: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.path = details.path
    this.expected = details.expected
    this.received = details.received
  }
}
