import {
  appendFileSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConsigneeError } from '../../errors.js'
import type { Disk } from './world.js'

/** The disk of this machine. Every failure is a ConsigneeError `io` that names the path and the system's reason. */
export const nodeDisk: Disk = {
  read: (path) => orAbsent(path, () => readFileSync(path), null),
  append: (path, bytes) =>
    named(path, () => {
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, bytes)
    }),
  settle: (path, length) =>
    named(path, () => {
      withFile(path, 'r+', (file) => {
        ftruncateSync(file, length)
        fsyncSync(file)
      })
    }),
  write: (path, bytes) => named(path, () => writeDurably(path, bytes)),
  create: (path, bytes) =>
    named(path, () => {
      // A link appears with its content in it: whoever finds the file can read it.
      const temporary = `${path}.${process.pid}.tmp`
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(temporary, bytes, { flush: true })
      try {
        return unless('EEXIST', () => linkSync(temporary, path))
      } finally {
        rmSync(temporary, { force: true })
      }
    }),
  rename: (from, to) => named(from, () => unless('ENOENT', () => renameSync(from, to))),
  remove: (path) => named(path, () => rmSync(path, { recursive: true, force: true })),
  list: (path) => orAbsent(path, () => readdirSync(path).sort(), []),
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const folder = dirname(path)
  const made = mkdirSync(folder, { recursive: true })
  const temporary = `${path}.tmp`
  try {
    withFile(temporary, 'w', (file) => {
      writeAll(file, bytes)
      fsyncSync(file)
    })
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
  syncFolder(folder)
  if (made !== undefined) syncAbove(resolve(folder), dirname(resolve(made)))
}

/** Makes new folders durable, each of which is an entry of the one above it. */
function syncAbove(folder: string, top: string): void {
  for (let above = folder; above.length > top.length; ) {
    above = dirname(above)
    syncFolder(above)
  }
}

/** Makes a rename durable. Windows has no fsync of a folder, and does not need one. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  withFile(folder, 'r', fsyncSync)
}

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    use(file)
  } finally {
    closeSync(file)
  }
}

/** A write may take only part of the bytes. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** True, or false where the action failed with this code. */
function unless(code: string, act: () => void): boolean {
  try {
    act()
    return true
  } catch (cause) {
    if (codeOf(cause) === code) return false
    throw cause
  }
}

function orAbsent<T>(path: string, read: () => T, absent: T): T {
  return named(path, () => {
    try {
      return read()
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return absent
      throw cause
    }
  })
}

function named<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    throw new ConsigneeError('io', `${path}: the disk says ${codeOf(cause)}`, { path, cause })
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
