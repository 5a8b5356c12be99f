/** The files that import.mjs makes: their heads, the one way to add a listing, and how they are written. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Per list: the authority as in the registry, the day as of which its entries were seen, and where they were seen. */
const heads = {
  'au-dfat': ['DFAT', '2025-06-01', 'DFAT consolidated list, June 2025'],
  'eu-fsf': ['EU Council', '2026-08-22', 'Regulation (EU) 2017/1509, Annexes XV and XVI'],
  'jp-meti': ['METI', '2025-09-29', 'METI Foreign End User List'],
  'public-reports': ['public reports', '2026-11-23', 'the reports named in each entry'],
  'uk-sanctions': ['UK FCDO', '2025-04-10', 'OFSI consolidated list'],
  'un-sc': ['UN Security Council', '2026-02-27', 'UN Consolidated List: entities under S/RES/1718 (2006)'],
  'us-bis-dpl': ['BIS', '2026-07-31', 'BIS orders against ZTE; Consolidated Screening List'],
  'us-bis-entity': ['BIS', '2026-07-23', 'Federal Register rules named in each entry; Entity List'],
  'us-ofac-sdn': ['OFAC', '2026-07-31', 'SDN List: North Korea and NPWMD; addresses of December 2025'],
  'us-state-isn': ['US Department of State (ISN)', '2026-07-31', 'Consolidated Screening List'],
}
const files = new Map(Object.keys(heads).map((list) => [list, []]))

/**
 * Adds a listing; fields that are not given are empty, `kind` is organization.
 * @throws for a second listing with the same id, and for one without citation.
 */
export function add(list, id, { verified, ...given }) {
  if (!given.citation) throw new Error(`${list} ${id} has no citation`)
  if (files.get(list).some((listing) => listing.id === id)) throw new Error(`${list} ${id} is there already`)
  files.get(list).push({
    id,
    list,
    source: given.source,
    authority: heads[list][0],
    kind: given.kind === undefined ? 'organization' : given.kind,
    names: given.names,
    addresses: given.addresses ?? [],
    birthDates: given.birthDates ?? [],
    birthPlaces: [],
    countries: given.countries ?? [],
    identifiers: given.identifiers ?? [],
    programs: given.programs ?? [],
    requirement: given.requirement,
    listedOn: given.listedOn ?? null,
    expiresOn: given.expiresOn,
    remarks: given.remarks,
    citation: given.citation,
    url: given.url,
    verified: verified === true,
  })
}

/**
 * Writes one file per list, one listing a line, in the order of their ids. `sha256` and `bytes` are those of the
 * listings as JSON without spaces.
 * @param omitted per list, what was left out and why.
 */
export function writeFiles(folder, omitted) {
  for (const [list, listings] of files) {
    listings.sort((a, b) => (a.id < b.id ? -1 : 1))
    const canonical = Buffer.from(JSON.stringify(listings))
    const sha256 = createHash('sha256').update(canonical).digest('hex')
    const [, asOf, source] = heads[list]
    const head = { list, source, asOf, sha256, bytes: canonical.length, omitted: omitted[list] }
    const lines = listings.map((listing) => `  ${JSON.stringify(listing)}`).join(',\n')
    const text = `${JSON.stringify(head).slice(0, -1)},"listings":[\n${lines}\n]}\n`
    writeFileSync(join(folder, `${list}.json`), text)
  }
}
