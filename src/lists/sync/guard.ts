import type { Snapshot } from '../../model/listing.js'
import type { StoredList } from './manifest.js'

/** Is a new copy of a list to be trusted? Lists have been published cut in half, empty, and as the copy of last year. */

/** How far a list may change from one sync to the next. */
export interface GuardOptions {
  /** Greatest share of entries that may vanish at once. Default 0.2. */
  readonly maxShrink?: number | undefined
}

const MAX_SHRINK = 0.2
/** Share of the entries that may bring a new issue each before the format is thought to have changed. */
const MAX_NEW_ISSUES = 0.01

/** Issues that a file cut at the end of a row would have; once a person accepted one for a list, it is known. */
const signsOfCut: ReadonlySet<string> = new Set([
  'no-end-mark',
  'no-final-newline',
  'few-records',
  'missing-file',
  'missing-record',
  'record-count',
])

/** Which signs of being cut a copy shows. */
export function signsOf({ issues }: Snapshot): readonly string[] {
  return [...new Set(issues.map(({ code }) => code).filter((code) => signsOfCut.has(code)))].sort()
}

/** Why the new copy must not replace the old one; null where it may. */
export function guardSnapshot(
  old: StoredList | undefined,
  now: Snapshot,
  { maxShrink = MAX_SHRINK }: GuardOptions = {},
): string | null {
  if (now.listings.length === 0) return 'it has no entries'
  const sign = signsOf(now).find((code) => !old?.signs.includes(code))
  if (!old) return sign === undefined ? null : explainSign(now, sign)
  const { published, listings, issues } = old
  if (published !== null && now.published !== null && now.published < published)
    return `it is of ${now.published}, older than the kept copy of ${published}`
  if (now.listings.length < listings * (1 - maxShrink))
    return `it has ${now.listings.length} entries, ${Math.round(100 * (1 - now.listings.length / listings))} % fewer than the ${listings} before; at most ${Math.round(100 * maxShrink)} % may vanish at once`
  if (sign !== undefined) return explainSign(now, sign)
  const allowed = issues + Math.floor(listings * MAX_NEW_ISSUES)
  if (now.issues.length > allowed)
    return `${now.issues.length} things in it could not be read, ${issues} before; the format may have changed`
  return null
}

function explainSign({ issues }: Snapshot, sign: string): string {
  const issue = issues.find(({ code }) => code === sign)
  return `it may be cut off (${issue?.where}: ${issue?.message})`
}
