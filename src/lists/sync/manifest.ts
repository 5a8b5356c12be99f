import * as z from 'zod/mini'
import { ConsigneeError } from '../../errors.js'
import { check } from '../../model/check.js'
import { dateSchema, listIdSchema } from '../../model/vocabulary.js'
import type { Disk } from './world.js'

/** What a synced directory holds and where it came from: manifest.json, the one file that makes a sync take effect. */

const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hex' }))
const textSchema = z.string().check(z.maxLength(10_000))
const countSchema = z.int().check(z.nonnegative())
/** A file name that cannot lead out of its folder, on any system. */
export const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/
const nameSchema = z.string().check(z.regex(PLAIN_NAME, { error: 'a plain file name' }))

const fileSchema = z.readonly(
  z.strictObject({
    name: nameSchema,
    /** Where it was downloaded; null for a file from a folder. */
    url: z.nullable(textSchema),
    etag: z.nullable(textSchema),
    lastModified: z.nullable(textSchema),
    sha256: digestSchema,
    bytes: countSchema,
  }),
)
/** One file of a list, as it was retrieved. */
export type StoredFile = z.infer<typeof fileSchema>

const listSchema = z.readonly(
  z.strictObject({
    list: listIdSchema,
    origin: z.enum(['publisher', 'mirror', 'folder']),
    files: z.readonly(z.array(fileSchema).check(z.maxLength(100))),
    /** Digest of the snapshot. */
    sha256: digestSchema,
    /** The list's own date, else the day on which the server says that it was last modified. */
    published: z.nullable(dateSchema),
    /** When the content that is kept came in. */
    retrieved: textSchema,
    /** The last day on which the publisher said that this is its current file; null for a mirror or a folder. */
    checked: z.nullable(dateSchema),
    listings: countSchema,
    names: countSchema,
    issues: countSchema,
    /** Issues of a kind that a file cut off would have, and that were accepted. */
    signs: z.readonly(z.array(textSchema).check(z.maxLength(100))),
    /** Why the last attempt did not replace what is kept; null where it did, or found nothing newer. */
    problem: z.nullable(
      z.strictObject({
        /** `failed` could not be had or read · `refused` was read and not trusted. */
        kind: z.enum(['failed', 'refused']),
        at: textSchema,
        reason: textSchema,
      }),
    ),
  }),
)
/** One list of a synced directory. */
export type StoredList = z.infer<typeof listSchema>

const manifestSchema = z.readonly(
  z.strictObject({
    version: z.literal(1),
    /** Version of the package that compiled the bundle. */
    engine: textSchema,
    /** When the last sync ended. */
    synced: textSchema,
    /** All lists, compiled. */
    bundle: z.strictObject({ file: nameSchema, sha256: digestSchema, bytes: countSchema }),
    lists: z.readonly(z.array(listSchema).check(z.maxLength(1_000))),
  }),
)
/** What a synced directory holds. */
export type Manifest = z.infer<typeof manifestSchema>

/** Where the manifest of a directory is. */
export function manifestPath(dir: string): string {
  return `${dir}/manifest.json`
}

/** The manifest of a directory; null where there is none. @throws ConsigneeError `io` for one that cannot be read. */
export function readManifest(disk: Disk, dir: string): Manifest | null {
  const path = manifestPath(dir)
  const bytes = disk.read(path)
  if (bytes === null) return null
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return check(manifestSchema, json, path, 'io')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConsigneeError(
      'io',
      `${path}: expected the manifest of a sync, got something else (${reason}); sync into a new folder`,
      { path, cause },
    )
  }
}

/** Writes the manifest: from here on its lists are the lists of the directory. One that could not be read again is not written. */
export function writeManifest(disk: Disk, dir: string, manifest: Manifest): void {
  check(manifestSchema, manifest, manifestPath(dir), 'io')
  disk.write(manifestPath(dir), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`))
}
