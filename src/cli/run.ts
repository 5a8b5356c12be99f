import { parseArgs } from 'node:util'
import { ConsigneeError } from '../index.js'
import { runBatch } from './batch.js'
import { runEmbargo } from './embargo.js'
import type { Io } from './io.js'
import { runLists } from './lists.js'
import { runScreen } from './screen.js'
import { runSearch } from './search.js'
import { runSync } from './sync.js'

/** Exit codes: what a script can act on. */
export const exitCode = { clear: 0, review: 10, stop: 20, usage: 2, failure: 1 } as const

export const usage = `consignee: export-control screening

  consignee screen --name NAME [--role ROLE] [--kind KIND] [--address TEXT]
                   [--street TEXT] [--city CITY] [--region REGION]
                   [--country COUNTRY]
                   [--destination COUNTRY] [--date YYYY-MM-DD]
                   [--item DESCRIPTION] [--eccn ECCN] [--hs CODE]
                   [--value AMOUNT --currency CODE] [--quantity N]
                   [--origin COUNTRY] [--payment-country COUNTRY]
                   [--lists DIR|BUNDLE | --dir DIR] [--json]
  consignee screen ORDER.json [--lists DIR|BUNDLE | --dir DIR] [--json]
  consignee search NAME [--kind KIND] [--limit N]
                   [--lists DIR|BUNDLE | --dir DIR] [--json]
  consignee embargo COUNTRY [--on YYYY-MM-DD] [--jurisdictions US,UN,…] [--json]
  consignee embargo COUNTRY --from YEAR [--to YEAR] [--jurisdictions US,UN,…]
                    [--json | --html FILE]
  consignee sync [--lists LIST,LIST] [--dir DIR] [--from DIR | --mirror URL]
                 [--accept LIST,LIST] [--json]
  consignee lists DIR|FILE|BUNDLE [--list LIST] [-o BUNDLE] [--json]
  consignee lists --registry [--json]
  consignee lists diff BEFORE AFTER [--list LIST] [--html FILE] [--json]
  consignee batch ORDERS.csv -o DECISIONS.csv [--lists DIR|BUNDLE | --dir DIR]

Lists are synced to $CONSIGNEE_DIR, or .consignee in the home folder; screen,
search and batch use them unless --lists or --dir says otherwise.

Exit codes: 0 clear, 10 review, 20 stop, 2 wrong usage, 1 failure.
`

/** The values of the command line, all optional. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>

/** One command: its flags and what it does. */
interface Command {
  readonly flags: readonly string[]
  readonly run: (flags: Flags, args: readonly string[], io: Io) => number | Promise<number>
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'screen',
    {
      flags: [
        ...['name', 'role', 'kind', 'address', 'street', 'city', 'region', 'country', 'destination', 'date'],
        ...['item', 'eccn', 'hs', 'value', 'currency', 'quantity', 'origin', 'payment-country'],
        ...['lists', 'dir'],
      ],
      run: runScreen,
    },
  ],
  ['search', { flags: ['kind', 'limit', 'lists', 'dir'], run: runSearch }],
  ['embargo', { flags: ['on', 'from', 'to', 'jurisdictions', 'html'], run: runEmbargo }],
  ['sync', { flags: ['lists', 'dir', 'from', 'mirror', 'accept'], run: runSync }],
  ['lists', { flags: ['output', 'registry', 'list', 'html'], run: runLists }],
  ['batch', { flags: ['output', 'lists', 'dir'], run: runBatch }],
])

/** Runs one command line and returns its exit code, of `sync` as a promise; never throws. */
export function runCommand(argv: readonly string[], io: Io): number | Promise<number> {
  const [name = 'help', ...rest] = argv
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(usage)
    return exitCode.clear
  }
  const command = commands.get(name)
  if (!command) return wrongUsage(`unknown command "${name}"`, io)
  try {
    const { values, positionals } = parse(rest, command.flags)
    const code = command.run(values, positionals, io)
    return typeof code === 'number' ? code : code.catch((error: unknown) => tellError(error, io))
  } catch (error) {
    return tellError(error, io)
  }
}

function tellError(error: unknown, io: Io): number {
  if (error instanceof UsageError || isParseError(error)) return wrongUsage(error.message, io)
  io.err(`consignee: ${error instanceof Error ? error.message : String(error)}\n`)
  const isMisuse = error instanceof ConsigneeError && error.code === 'invalid-input'
  return isMisuse ? exitCode.usage : exitCode.failure
}

/** The command line is not as documented. */
export class UsageError extends Error {}

function parse(args: readonly string[], names: readonly string[]) {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    json: { type: 'boolean' },
  }
  for (const name of names) {
    if (name === 'registry') options[name] = { type: 'boolean' }
    else options[name] = name === 'output' ? { type: 'string', short: 'o' } : { type: 'string' }
  }
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
}

function isParseError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function wrongUsage(message: string, io: Io): number {
  io.err(`consignee: ${message}\n\n${usage}`)
  return exitCode.usage
}

/** A text flag, or undefined. */
export function text(flags: Flags, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}
