import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ConsigneeError } from '../index.js'

/** Everything of the world that a command touches, so that commands can be run in a test as functions. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether output may carry color. */
  readonly color: boolean
  /** Whether progress may be drawn on standard error. */
  readonly progress: boolean
  /** Today as YYYY-MM-DD, the default date of a transaction. */
  readonly today: string
  /** Where lists are synced to unless `--dir` says otherwise; none where commands must not look for them. */
  readonly dir?: string
}

/** The error for a directory that was named and never synced. */
export function noSync(dir: string): ConsigneeError {
  return new ConsigneeError(
    'io',
    `${dir}: expected synced lists, got none; run consignee sync --dir ${dir}`,
    {
      path: dir,
    },
  )
}

/** Reads a file. @throws ConsigneeError `io` naming the file. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ConsigneeError('io', `${path}: expected a readable file, got ${reasonOf(cause)}`, {
      path,
      cause,
    })
  }
}

/** Names of the entries of a folder, sorted; null when the path is a file. @throws ConsigneeError `io`. */
export function readFolder(path: string): string[] | null {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).sort() : null
  } catch (cause) {
    throw new ConsigneeError('io', `${path}: expected a file or folder, got ${reasonOf(cause)}`, {
      path,
      cause,
    })
  }
}

/** Writes a file whole or not at all: temporary file, fsync, rename. @throws ConsigneeError `io`. */
export function writeWhole(path: string, chunks: Iterable<string | Uint8Array>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(temporary, 'w')
    try {
      for (const chunk of chunks)
        writeAll(file, typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    if (cause instanceof ConsigneeError) throw cause
    throw new ConsigneeError('io', `${path}: expected to be writable, got ${reasonOf(cause)}`, {
      path,
      cause,
    })
  }
}

/** A write may take only part of the bytes. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
