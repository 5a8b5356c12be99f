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

interface PartyFile {
  readonly list: string
  readonly asOf: string
  readonly sha256: string
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

/** Embedded snapshots, one per list. `bytes` is 0: there is no publisher's file behind them. */
export const embeddedSnapshots: readonly Snapshot[] = files.map(({ list, asOf, sha256, listings }) => ({
  list,
  published: asOf,
  sha256,
  bytes: 0,
  embedded: true,
  listings: listings as readonly Listing[],
  issues: [],
}))
