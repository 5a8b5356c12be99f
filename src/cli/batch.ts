import {
  decisionHeader,
  type OrderRow,
  readOrders,
  TOO_MANY_CELLS,
  writeDecision,
  writeFailure,
} from '../batch/rows.js'
import { ConsigneeError, type Outcome, type Screener } from '../index.js'
import { type Io, readBytes, writeWhole } from './io.js'
import { exitCode, type Flags, text, UsageError } from './run.js'
import { openScreener } from './screener.js'

/** `consignee batch ORDERS.csv -o DECISIONS.csv`: one row out for each row in. */
export function runBatch(flags: Flags, args: readonly string[], io: Io): number {
  const [path] = args
  const output = text(flags, 'output')
  if (path === undefined || output === undefined)
    throw new UsageError('batch needs ORDERS.csv and -o DECISIONS.csv')
  const orders = readOrders(decode(path), io.today)
  const screener = openScreener(flags, io)
  const tally = { clear: 0, review: 0, stop: 0, error: 0 }
  writeWhole(output, screenRows(orders, screener, tally, io))
  const { clear, review, stop, error } = tally
  io.err(`${orders.length} rows: ${clear} clear, ${review} review, ${stop} stop, ${error} errors\n`)
  if (error > 0) return exitCode.failure
  return stop > 0 ? exitCode.stop : review > 0 ? exitCode.review : exitCode.clear
}

function decode(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path))
  } catch (cause) {
    if (cause instanceof ConsigneeError) throw cause
    throw new ConsigneeError('invalid-input', `${path}: expected UTF-8 text; save the file as UTF-8`, {
      path,
      cause,
    })
  }
}

function* screenRows(
  orders: readonly OrderRow[],
  screener: Screener,
  tally: Record<Outcome | 'error', number>,
  io: Io,
): Generator<string> {
  yield decisionHeader
  for (const [i, row] of orders.entries()) {
    if (io.progress && i % 100 === 0) io.err(`\r${i} of ${orders.length} rows`)
    yield screenRow(row, screener, tally, io)
  }
  if (io.progress) io.err('\r')
}

function screenRow(
  row: OrderRow,
  screener: Screener,
  tally: Record<Outcome | 'error', number>,
  io: Io,
): string {
  if (row.transaction === null) return tellFailure(row, TOO_MANY_CELLS, tally, io)
  try {
    const decision = screener.screen(row.transaction)
    tally[decision.outcome]++
    return writeDecision(row, decision)
  } catch (error) {
    if (!(error instanceof ConsigneeError)) throw error
    return tellFailure(row, error.message, tally, io)
  }
}

function tellFailure(row: OrderRow, reason: string, tally: { error: number }, io: Io): string {
  tally.error++
  io.err(`line ${row.line}: ${reason}\n`)
  return writeFailure(row, reason)
}
