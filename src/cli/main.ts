#!/usr/bin/env node
import { homedir } from 'node:os'
import { join } from 'node:path'
import { format } from 'date-fns/format'
import { runCommand } from './run.js'

/** The only place that knows the process: arguments in, exit code out. */
// Who reads the output may stop before its end (`| head`); the answer is still in the exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  progress: process.stderr.isTTY === true,
  today: format(new Date(), 'yyyy-MM-dd'),
  dir: process.env.CONSIGNEE_DIR || join(homedir(), '.consignee'),
})
