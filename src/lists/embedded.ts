import auDfat from '../../data/parties/au-dfat.json' with { type: 'json' }
import euFsf from '../../data/parties/eu-fsf.json' with { type: 'json' }
import jpMeti from '../../data/parties/jp-meti.json' with { type: 'json' }
import publicReports from '../../data/parties/public-reports.json' with { type: 'json' }
import ukSanctions from '../../data/parties/uk-sanctions.json' with { type: 'json' }
import unSc from '../../data/parties/un-sc.json' with { type: 'json' }
import usBisDpl from '../../data/parties/us-bis-dpl.json' with { type: 'json' }
import usBisEntity from '../../data/parties/us-bis-entity.json' with { type: 'json' }
import usOfacSdn from '../../data/parties/us-ofac-sdn.json' with { type: 'json' }
import usStateIsn from '../../data/parties/us-state-isn.json' with { type: 'json' }
import type { Listing, Snapshot } from '../model/listing.js'

/**
 * The sample of parties that ships with the package, as one snapshot per list, marked `embedded`. It lets the first
 * command work offline and never satisfies a required list. Validity against the schema is proven by a test.
 */

/** What data/parties/import.mjs writes. */
interface PartyFile {
  readonly list: string
  /** The day as of which the entries were seen on the list. */
  readonly asOf: string
  /** Digest and size of the listings as JSON without spaces. */
  readonly sha256: string
  readonly bytes: number
  readonly listings: readonly unknown[]
}

const files: readonly PartyFile[] = [
  auDfat,
  euFsf,
  jpMeti,
  publicReports,
  ukSanctions,
  unSc,
  usBisDpl,
  usBisEntity,
  usOfacSdn,
  usStateIsn,
]

/**
 * Embedded snapshots, one per list, in the order of their ids. `published` is the day as of which the sample was
 * taken; `sha256` and `bytes` are those of its listings as JSON, since no publisher's file is behind it.
 */
export const embeddedSnapshots: readonly Snapshot[] = files.map(
  ({ list, asOf, sha256, bytes, listings }) => ({
    list,
    published: asOf,
    sha256,
    bytes,
    embedded: true,
    listings: listings as readonly Listing[],
    issues: [],
  }),
)
