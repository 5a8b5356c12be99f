import type { Disk } from './world.js'

/**
 * A download under way, kept on disk so that a later attempt, or the next sync, can go on where this one broke off. Only
 * bytes that were settled on the medium count, and only with a validator of the server: with neither ETag nor
 * Last-Modified nobody could say whether the rest belongs to the same file.
 */

interface Note {
  readonly url: string
  readonly validator: string
  readonly bytes: number
}

/** How many bytes may come between two settlings. */
const STEP = 4 << 20

/** The part of one file that is already here. */
export class Partial {
  private length = 0
  private settled = 0
  private validator: string | null = null

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly url: string,
  ) {
    const note = readNote(disk.read(`${path}.json`))
    const size = disk.read(path)?.length ?? 0
    if (note?.url !== url || note.bytes > size || note.bytes === 0) return
    disk.settle(path, note.bytes)
    this.length = note.bytes
    this.settled = note.bytes
    this.validator = note.validator
  }

  /** What can be gone on from; null where the download must begin anew. */
  get resume(): { readonly from: number; readonly validator: string } | null {
    return this.validator !== null && this.length > 0
      ? { from: this.length, validator: this.validator }
      : null
  }

  /** Begins anew; a weak ETag does not promise the same bytes. */
  begin(validator: string | null): void {
    this.remove()
    this.validator = validator?.startsWith('W/') ? null : validator
  }

  /** Adds bytes as they come. */
  add(bytes: Uint8Array): void {
    this.disk.append(this.path, bytes)
    this.length += bytes.length
    if (this.length - this.settled >= STEP) this.settle()
  }

  /** Makes sure that what came will be there. */
  settle(): void {
    if (this.validator === null || this.length === this.settled) return
    this.disk.settle(this.path, this.length)
    const note: Note = { url: this.url, validator: this.validator, bytes: this.length }
    this.disk.write(`${this.path}.json`, new TextEncoder().encode(JSON.stringify(note)))
    this.settled = this.length
  }

  /** All that came. */
  read(): Uint8Array {
    return this.disk.read(this.path) ?? new Uint8Array()
  }

  /** Forgets it. */
  remove(): void {
    this.disk.remove(`${this.path}.json`)
    this.disk.remove(this.path)
    this.length = 0
    this.settled = 0
    this.validator = null
  }
}

function readNote(bytes: Uint8Array | null): Note | null {
  try {
    const note: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes))
    const { url, validator, bytes: length } = note as Note
    const isNote = typeof url === 'string' && typeof validator === 'string' && Number.isSafeInteger(length)
    return isNote && length >= 0 ? { url, validator, bytes: length } : null
  } catch {
    return null
  }
}
