import { runCommand } from '../../src/cli/run.js'

/** What a command did. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command as a function on 2026-11-23, without color; what it writes is gathered. */
export function run(...argv: string[]): Ran {
  const { io, ran } = gather(false)
  // Only sync, which waits for a network, answers later.
  return ran(runCommand(argv, io) as number)
}

/** The same for commands that may take their time, with progress. */
export async function runLater(...argv: string[]): Promise<Ran> {
  const { io, ran } = gather(true)
  return ran(await runCommand(argv, io))
}

function gather(progress: boolean) {
  let [out, err] = ['', '']
  const io = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    color: false,
    progress,
    today: '2026-11-23',
  }
  return { io, ran: (code: number): Ran => ({ code, out, err }) }
}
