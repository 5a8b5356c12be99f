/**
 * Everything of the world that a sync touches, handed in: so that a test can make any of it slow, full or broken, and
 * so that nothing else of the package ever needs a network, a clock or a disk.
 */
export interface SyncWorld {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly disk: Disk
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number
  readonly processes: ProcessTable
}

/** Which processes live, for the lock. */
export interface ProcessTable {
  readonly host: string
  readonly id: number
  /**
   * What tells a process from a later one with the same number: its start time, or an empty text where the system does
   * not say; null where no such process lives.
   */
  readonly startOf: (id: number) => string | null
}

/** A file system, as far as a sync needs one. Folders come into being with the first file in them. */
export interface Disk {
  /** The bytes of a file; null where there is none. */
  readonly read: (path: string) => Uint8Array | null
  /** Adds to the end of a file. */
  readonly append: (path: string, bytes: Uint8Array) => void
  /** Cuts a file to a length it has, and makes sure that these bytes are on the medium. */
  readonly settle: (path: string, length: number) => void
  /** Writes a file whole or not at all, and durably: temporary file, fsync, rename, fsync of the folder. */
  readonly write: (path: string, bytes: Uint8Array) => void
  /** Writes a file only where there is none; false where there is. */
  readonly create: (path: string, bytes: Uint8Array) => boolean
  /** False where there is no such file. */
  readonly rename: (from: string, to: string) => boolean
  /** Removes a file or a folder with all in it, if it is there. */
  readonly remove: (path: string) => void
  /** Names in a folder, sorted; none where there is no folder. */
  readonly list: (path: string) => readonly string[]
}
