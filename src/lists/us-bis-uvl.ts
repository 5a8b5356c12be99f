import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog, snapshotOf } from './source.js'
import { groupRows, readSheet, type SheetRow, startListing } from './us-sheet.js'

/**
 * The Unverified List, uvl.csv: country, name, address, and often columns without a name; a row for each address. Other
 * names stand in the name, after "a.k.a.". The file carries no date, no citation and no end mark: one that is cut
 * exactly after a row looks whole.
 */

const required = [['country'], ['name'], ['address']]

/**
 * Reads uvl.csv. `published` is null.
 * @throws ConsigneeError `unreadable-list` for more than one file and whatever `readSheet` refuses.
 */
export function parseUvl(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const rows = readSheet(file, ',', required, log)
  const ids = new Map<string, number>()
  const groups = groupRows(rows, ({ values }) => JSON.stringify([values.get('country'), values.get('name')]))
  return snapshotOf(list, files, {
    published: null,
    listings: groups.map((group) => toListing(list, group, ids, log)),
    log,
  })
}

function toListing(
  list: ListId,
  rows: readonly SheetRow[],
  ids: Map<string, number>,
  log: IssueLog,
): Listing {
  const { where, values } = rows[0]!
  const country = values.get('country') ?? ''
  const texts = rows.map((row) => withCountry(row.values.get('address') ?? '', country))
  const addresses = uniqueBy(texts, (text) => text)
    .filter((text) => text !== '')
    .map((text) => ({ text, ...(country === '' ? {} : { country }) }))
  const head = { where, name: values.get('name') ?? '', addresses }
  return startListing({ list, tag: 'UVL', authority: 'BIS' }, head, ids, log)
}

/** Some addresses end with the country, most do not. */
function withCountry(address: string, country: string): string {
  if (address === '' || country === '') return address || country
  return address.toLowerCase().endsWith(country.toLowerCase()) ? address : `${address}, ${country}`
}
