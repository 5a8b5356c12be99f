/**
 * A tree of typed arrays and long strings as bytes, and back without copying the arrays: what was compiled once is ready
 * as soon as its bytes are in memory. Layout, little-endian:
 *
 *   4 bytes  length of the directory
 *   n bytes  directory, UTF-8 JSON: for each leaf its path, type and length in bytes, in order
 *   leaves   each beginning at a multiple of 8 bytes from the start; strings as UTF-8
 *
 * Nothing here guards against changed bytes; whoever writes a file adds digests of its own.
 */

/** Typed arrays and strings under names, to any depth. */
export interface Tree {
  readonly [name: string]: Leaf | Tree
}
type Leaf = string | Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

const arrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array }
type LeafType = keyof typeof arrays | 'text'
type Entry = [path: string, type: LeafType, bytes: number]

const ALIGNMENT = 8

/** Writes a tree; equal trees give equal bytes. */
export function pack(tree: Tree): Uint8Array {
  const leaves = leavesOf(tree, '').map(({ path, leaf }) => ({
    path,
    type: typeOf(leaf),
    bytes: bytesOf(leaf),
  }))
  const directory = new TextEncoder().encode(
    JSON.stringify(leaves.map(({ path, type, bytes }): Entry => [path, type, bytes.length])),
  )
  const start = aligned(4 + directory.length)
  const size = leaves.reduce((sum, { bytes }) => sum + aligned(bytes.length), start)
  const packed = new Uint8Array(size)
  new DataView(packed.buffer).setUint32(0, directory.length, true)
  packed.set(directory, 4)
  let at = start
  for (const { bytes } of leaves) {
    packed.set(bytes, at)
    at += aligned(bytes.length)
  }
  return packed
}

/**
 * Reads a tree; its arrays are views of `packed`, which must not be changed afterwards.
 * @throws RangeError or SyntaxError when the bytes are not what `pack` wrote.
 */
export function unpack(packed: Uint8Array): Tree {
  // Views need to begin at multiples of their element's size.
  const whole = packed.byteOffset % ALIGNMENT === 0 ? packed : new Uint8Array(packed)
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const directory: Entry[] = JSON.parse(decoder.decode(whole.subarray(4, 4 + length)))
  const tree = newBranch()
  let at = aligned(4 + length)
  for (const [path, type, bytes] of directory) {
    if (at + bytes > whole.length) throw new RangeError(`pack: expected ${bytes} bytes for ${path}`)
    const leaf = whole.subarray(at, at + bytes)
    place(tree, path.split('.'), type === 'text' ? decoder.decode(leaf) : viewOf(leaf, type))
    at += aligned(bytes)
  }
  return tree
}

interface Branch {
  [name: string]: Leaf | Branch
}

function newBranch(): Branch {
  return Object.create(null)
}

function place(tree: Branch, path: readonly string[], leaf: Leaf): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    tree[name] = leaf
    return
  }
  tree[name] ??= newBranch()
  place(tree[name] as Branch, rest, leaf)
}

function leavesOf(tree: Tree, prefix: string): { readonly path: string; readonly leaf: Leaf }[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' || ArrayBuffer.isView(value)
      ? [{ path: prefix + name, leaf: value }]
      : leavesOf(value, `${prefix}${name}.`),
  )
}

function typeOf(leaf: Leaf): LeafType {
  if (typeof leaf === 'string') return 'text'
  const type = (Object.keys(arrays) as (keyof typeof arrays)[]).find((name) => leaf instanceof arrays[name])
  if (!type) throw new RangeError('pack: expected a typed array of a known type')
  return type
}

function bytesOf(leaf: Leaf): Uint8Array {
  if (typeof leaf === 'string') return new TextEncoder().encode(leaf)
  return new Uint8Array(leaf.buffer, leaf.byteOffset, leaf.byteLength)
}

function viewOf(bytes: Uint8Array, type: keyof typeof arrays): Leaf {
  const Type = arrays[type]
  return new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / Type.BYTES_PER_ELEMENT)
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}
