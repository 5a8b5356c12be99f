import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { readEuCsv } from './eu-csv.js'
import { type EuEntity, euListing } from './eu-entity.js'
import { readEuXml, readOldEuXml } from './eu-xml.js'
import { makeSnapshot, onlyFile } from './snapshot.js'
import { decodeChunks, IssueLog } from './source.js'

/**
 * The EU's consolidated list of financial sanctions (FSF): XML 1.1, csv 1.1, and the formats before them (csv 1.0,
 * XML with the root WHOLE). The form is told by the content.
 */

/** More than 2,300 entries since 2014. */
const FEWEST = 1_500

/** Reads any of the forms; `published` is the day the file was generated. */
export function parseEu(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const listings: Listing[] = []
  const onEntity = (entity: EuEntity) => listings.push(euListing(list, entity, log))
  const start = firstCharacters(file)
  if (start.startsWith('<')) {
    const read = /<WHOLE[\s>]/.test(start) ? readOldEuXml : readEuXml
    const published = read(file, log, onEntity)
    return makeSnapshot(list, files, { listings, published, fewest: FEWEST, log })
  }
  const { entities, published } = readEuCsv(file, log)
  entities.forEach(onEntity)
  return makeSnapshot(list, files, { listings, published, fewest: FEWEST, log })
}

/** The file's first 2,000 characters without white space before them. */
function firstCharacters(file: ListFile): string {
  const [start = ''] = decodeChunks(file)
  return start.trimStart().slice(0, 2_000)
}
