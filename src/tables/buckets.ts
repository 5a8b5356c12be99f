/** Numbers in rows: those of row r are `ids[starts[r]] … ids[starts[r + 1] − 1]`. */
export type Rows = {
  /** One more than there are rows. */
  readonly starts: Uint32Array
  readonly ids: Uint32Array
}

/** The numbers of a row. */
export function rowOf({ starts, ids }: Rows, row: number): Uint32Array {
  return ids.subarray(starts[row], starts[row + 1])
}

/**
 * Numbers under hashed keys: the low bits of a hash choose the row, of which there are a power of two. Keys themselves
 * are not kept, only eight more bits of the hash, so once in a while a number of another key comes out: whoever looks
 * something up tests what it gets. That saves the keys, which would be most of an index.
 */
export type Buckets = Rows & {
  /** The high bits of each number's hash. */
  readonly checks: Uint8Array
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
const CHECK_SHIFT = 24
/** Numbers in a bucket, on average no more than this and at least half. */
const BUCKET = 4

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991), after a first number that keeps kinds of keys apart. */
export function hashText(text: string, kind = 0): number {
  return endHash(addToHash(startHash(kind), text))
}

/** The same in steps, for texts that come in parts: a hash before anything was added. */
export function startHash(kind: number): number {
  return Math.imul(OFFSET ^ kind, PRIME)
}

/** With the units of a text added, from one place up to another. */
export function addToHash(hash: number, text: string, start = 0, end = text.length): number {
  let bits = hash
  for (let i = start; i < end; i++) bits = Math.imul(bits ^ text.charCodeAt(i), PRIME)
  return bits
}

/** With the characters of a text added from its last to its first. */
export function addBackward(hash: number, text: string): number {
  let bits = hash
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i)
    const isPair = isLow(code) && i > 0 && isHigh(text.charCodeAt(i - 1))
    if (isPair) bits = Math.imul(bits ^ text.charCodeAt(--i), PRIME)
    bits = Math.imul(bits ^ code, PRIME)
  }
  return bits
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

/**
 * The hash of `text` from `start` to `end` without the letters at `skip` and `skipToo`, and with letters that are then
 * repeated counted once: what that text would hash to, without making it. A place outside skips nothing.
 */
export function hashWithout(
  text: string,
  start: number,
  end: number,
  skip: number,
  skipToo: number,
  kind: number,
): number {
  let hash = Math.imul(OFFSET ^ kind, PRIME)
  let before = -1
  for (let i = start; i < end; i++) {
    if (i === skip || i === skipToo) continue
    const code = text.charCodeAt(i)
    if (code === before) continue
    hash = Math.imul(hash ^ code, PRIME)
    before = code
  }
  return endHash(hash)
}

/**
 * The hash of all that was added, as `lookUp` takes it: high bits reach the low ones, which choose the bucket (MurmurHash3's
 * last step, Appleby).
 */
export function endHash(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  return bits >>> 0
}

/** Collects numbers under hashes until they can be put into buckets. */
export class BucketBuilder {
  private hashes = new Uint32Array(1_024)
  private ids = new Uint32Array(1_024)
  private count = 0

  /** Adds a number under a hash. */
  add(hash: number, id: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = grow(this.hashes)
      this.ids = grow(this.ids)
    }
    this.hashes[this.count] = hash
    this.ids[this.count] = id
    this.count++
  }

  /** Sorts all numbers into buckets of about four, in the order in which they were added. */
  finish(): Buckets {
    const size = 2 ** Math.max(1, Math.ceil(Math.log2((this.count + 1) / BUCKET)))
    const buckets = this.hashes.subarray(0, this.count).map((hash) => hash & (size - 1))
    const checks = this.hashes.map((hash) => hash >>> CHECK_SHIFT)
    return {
      ...group(buckets, this.ids, size),
      checks: Uint8Array.from(group(buckets, checks, size).ids),
    }
  }
}

function grow(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 2)
  larger.set(full)
  return larger
}

/** Groups `ids[i]` by `keys[i]`, keys being below `size`; a counting sort, so order within a group is kept. */
export function group(keys: Uint32Array, ids: Uint32Array, size: number): Rows {
  const starts = new Uint32Array(size + 1)
  for (const key of keys) starts[key + 1]!++
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice()
  const sorted = new Uint32Array(keys.length)
  keys.forEach((key, i) => {
    sorted[next[key]!++] = ids[i]!
  })
  return { starts, ids: sorted }
}

/** Calls `visit` with each number that was added under `hash`, and now and then with one that was not. */
export function lookUp(buckets: Buckets, hash: number, visit: (id: number) => void): void {
  const { starts, ids, checks } = buckets
  const row = hash & (starts.length - 2)
  const check = hash >>> CHECK_SHIFT
  const end = starts[row + 1]!
  for (let i = starts[row]!; i < end; i++) if (checks[i] === check) visit(ids[i]!)
}
