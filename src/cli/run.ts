import { parseArgs } from 'node:util'
import { ConsigneeError } from '../index.js'
import { runBatch } from './batch.js'
import { runEmbargo } from './embargo.js'
import type { Io } from './io.js'
import { runLists } from './lists.js'
import { runScreen } from './screen.js'
import { runSearch } from './search.js'

/** Exit codes: what a script can act on. */
export const exitCode = { clear: 0, review: 10, stop: 20, usage: 2, failure: 1 } as const

export const usage = `consignee: export-control screening

  consignee screen --name NAME [--role ROLE] [--kind KIND] [--address TEXT]
                   [--street TEXT] [--city CITY] [--country COUNTRY]
                   [--destination COUNTRY] [--date YYYY-MM-DD]
                   [--lists DIR|BUNDLE] [--json]
  consignee screen ORDER.json [--lists DIR|BUNDLE] [--json]
  consignee search NAME [--kind KIND] [--limit N] [--lists DIR|BUNDLE] [--json]
  consignee embargo COUNTRY [--on YYYY-MM-DD] [--jurisdictions US,UN,…] [--json]
  consignee embargo COUNTRY --from YEAR [--to YEAR] [--jurisdictions US,UN,…]
                    [--json | --html FILE]
  consignee lists DIR|BUNDLE [-o BUNDLE] [--json]
  consignee batch ORDERS.csv -o DECISIONS.csv [--lists DIR|BUNDLE]

Exit codes: 0 clear, 10 review, 20 stop, 2 wrong usage, 1 failure.
`

/** The values of the command line, all optional. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>

/** One command: its flags and what it does. */
interface Command {
  readonly flags: readonly string[]
  readonly run: (flags: Flags, args: readonly string[], io: Io) => number
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'screen',
    {
      flags: [
        ...['name', 'role', 'kind', 'address', 'street', 'city', 'region', 'country', 'destination', 'date'],
        'lists',
      ],
      run: runScreen,
    },
  ],
  ['search', { flags: ['kind', 'limit', 'lists'], run: runSearch }],
  ['embargo', { flags: ['on', 'from', 'to', 'jurisdictions', 'html'], run: runEmbargo }],
  ['lists', { flags: ['output'], run: runLists }],
  ['batch', { flags: ['output', 'lists'], run: runBatch }],
])

/** Runs one command line and returns its exit code; never throws. */
export function runCommand(argv: readonly string[], io: Io): number {
  const [name = 'help', ...rest] = argv
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(usage)
    return exitCode.clear
  }
  const command = commands.get(name)
  if (!command) return wrongUsage(`unknown command "${name}"`, io)
  try {
    const { values, positionals } = parse(rest, command.flags)
    return command.run(values, positionals, io)
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) return wrongUsage(error.message, io)
    if (error instanceof ConsigneeError) {
      io.err(`consignee: ${error.message}\n`)
      return error.code === 'invalid-input' ? exitCode.usage : exitCode.failure
    }
    io.err(`consignee: ${error instanceof Error ? error.message : String(error)}\n`)
    return exitCode.failure
  }
}

/** The command line is not as documented. */
export class UsageError extends Error {}

function parse(args: readonly string[], names: readonly string[]) {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    json: { type: 'boolean' },
  }
  for (const name of names) {
    options[name] = name === 'output' ? { type: 'string', short: 'o' } : { type: 'string' }
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
