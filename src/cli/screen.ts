import { toItem } from '../batch/item.js'
import { type Address, ConsigneeError, type Transaction } from '../index.js'
import { type Io, readBytes } from './io.js'
import { renderDecision } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'
import { openScreener } from './screener.js'

/** `consignee screen`: one transaction from flags or from a JSON file. */
export function runScreen(flags: Flags, args: readonly string[], io: Io): number {
  const transaction = args.length === 0 ? fromFlags(flags, io.today) : fromFile(onlyFile(args, flags))
  const screener = openScreener(flags, io)
  const decision = screener.screen(transaction)
  io.out(flags.json === true ? `${JSON.stringify(decision, null, 2)}\n` : renderDecision(decision, io))
  return exitCode[decision.outcome]
}

/** Flags that say how to screen, not what. */
const manner: ReadonlySet<string> = new Set(['lists', 'dir', 'json'])

/** A file is the whole transaction: a flag beside it would be one that is not screened. */
function onlyFile(args: readonly string[], flags: Flags): string {
  const [path = '', another] = args
  if (another !== undefined) throw new UsageError(`screen takes one ORDER.json, got "${another}" too`)
  const beside = Object.keys(flags).filter((name) => !manner.has(name))
  if (beside.length > 0)
    throw new UsageError(`${path} is the whole order: put ${beside.join(', ')} there, not in flags`)
  return path
}

function fromFile(path: string): Transaction {
  const bytes = readBytes(path)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Transaction
  } catch (cause) {
    throw new ConsigneeError(
      'invalid-input',
      `${path}: expected a transaction as JSON, got text that is not JSON`,
      {
        path,
        cause,
      },
    )
  }
}

function fromFlags(flags: Flags, today: string): Transaction {
  const name = text(flags, 'name')
  const address = addressOf(flags)
  if (name === undefined && !address)
    throw new UsageError('screen needs --name, an address, or an ORDER.json')
  const destination = text(flags, 'destination') ?? text(flags, 'country')
  const kind = text(flags, 'kind')
  const item = toItem((field) => text(flags, field === 'description' ? 'item' : field))
  const paymentCountry = text(flags, 'payment-country')
  const party = {
    role: text(flags, 'role') ?? 'purchaser',
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(address ? { address } : {}),
  }
  // Checked by `screen`, which names the flag's field when a value is not one of those allowed.
  return {
    date: text(flags, 'date') ?? today,
    parties: [party],
    ...(destination === undefined ? {} : { destination: { country: destination } }),
    ...(item ? { items: [item] } : {}),
    ...(paymentCountry === undefined ? {} : { payment: { country: paymentCountry } }),
  } as Transaction
}

function addressOf(flags: Flags): Address | undefined {
  const fields = { text: 'address', street: 'street', city: 'city', region: 'region', country: 'country' }
  const address: Record<string, string> = {}
  for (const [field, flag] of Object.entries(fields)) {
    const value = text(flags, flag)
    if (value !== undefined) address[field] = value
  }
  return Object.keys(address).length > 0 ? address : undefined
}
