import type * as z from 'zod/mini'
import { ConsigneeError, type ErrorCode } from '../errors.js'

/** Turns schema failures into the one error class: where, what was expected, what came. */

interface Failure {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly expected?: unknown
  readonly values?: readonly unknown[] | undefined
  readonly keys?: readonly string[] | undefined
  readonly maximum?: unknown
  readonly minimum?: unknown
}

/**
 * Parses `value` with `schema`.
 * @throws ConsigneeError `code` with the path of the first failure, what was expected and what came.
 */
export function check<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  what: string,
  code: ErrorCode = 'invalid-input',
): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data as z.infer<T>
  const failure = result.error.issues[0] as Failure
  const path = renderPath(failure.path)
  const expected = renderExpected(failure)
  const received = renderReceived(value, failure)
  const place = path === '' ? what : `${what}: ${path}`
  throw new ConsigneeError(code, `${place}: expected ${expected}, got ${received}`, {
    path,
    expected,
    received,
  })
}

/** `['parties', 0, 'role']` → `parties[0].role`. */
export function renderPath(path: readonly PropertyKey[]): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? String(step) : `.${String(step)}`
  }
  return text
}

function renderExpected(failure: Failure): string {
  switch (failure.code) {
    case 'unrecognized_keys':
      return 'only known fields'
    case 'invalid_value':
      return `one of ${(failure.values ?? []).join(', ')}`
    case 'invalid_type':
      return String(failure.expected)
    case 'too_big':
      return `at most ${String(failure.maximum)}`
    case 'too_small':
      return `at least ${String(failure.minimum)}`
    default:
      return failure.message
  }
}

function renderReceived(root: unknown, failure: Failure): string {
  if (failure.code === 'unrecognized_keys') return `unknown ${quote((failure.keys ?? []).join(', '))}`
  let value: unknown = root
  for (const step of failure.path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return 'nothing'
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  if (value === undefined) return 'nothing'
  if (typeof value === 'string')
    return value.length > 200 ? `text of ${value.length} characters` : quote(value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`
}

function quote(text: string): string {
  const line = JSON.stringify(text)
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
