#!/usr/bin/env node
import { format } from 'date-fns'
import { runCommand } from './run.js'

/** The only place that knows the process: arguments in, exit code out. */
process.exitCode = runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  progress: process.stderr.isTTY === true,
  today: format(new Date(), 'yyyy-MM-dd'),
})
