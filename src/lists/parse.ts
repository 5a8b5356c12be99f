import { ConsigneeError } from '../errors.js'
import type { ListFile, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { parseDfat } from './au-dfat.js'
import { parseSema } from './ca-sema.js'
import { parseSeco } from './ch-seco.js'
import { parseEu } from './eu-fsf.js'
import { parseJpCn } from './jp-cn.js'
import { parseOpenSanctions } from './opensanctions.js'
import { parseOfsi } from './uk-ofsi.js'
import { parseUk } from './uk-sanctions.js'
import { parseUn } from './un-sc.js'
import { parseDpl } from './us-bis-dpl.js'
import { parseUvl } from './us-bis-uvl.js'
import { parseCsl } from './us-csl.js'
import { parseIta } from './us-ita.js'
import { parseOfac } from './us-ofac.js'
import { parseDtc } from './us-state-dtc.js'

type Parser = (list: ListId, files: readonly ListFile[]) => Snapshot

const parsers: ReadonlyMap<ListId, Parser> = new Map<ListId, Parser>([
  ['us-csl', parseCsl],
  ['us-ofac-sdn', parseOfac],
  ['us-ofac-cons', parseOfac],
  ['us-bis-dpl', parseDpl],
  ['us-bis-entity', parseIta],
  ['us-bis-uvl', parseUvl],
  ['us-bis-meu', parseIta],
  ['us-state-dtc', parseDtc],
  ['us-state-isn', parseIta],
  ['un-sc', parseUn],
  ['eu-fsf', parseEu],
  ['uk-sanctions', parseUk],
  ['uk-ofsi', parseOfsi],
  ['ch-seco', parseSeco],
  ['ca-sema', parseSema],
  ['au-dfat', parseDfat],
  ['jp-meti', parseJpCn],
  ['cn-mofcom', parseJpCn],
  ['opensanctions', parseOpenSanctions],
])

/** Ids of the lists that `parseList` reads. */
export const parsableLists: readonly ListId[] = [...parsers.keys()]

/**
 * Reads an official list file. Pure: no network, no clock, no file system.
 *
 * The id says which publisher's parser reads it; which of the publisher's forms it is (csv, xml, json, xlsx, ods; older or
 * newer layout) is told by the content. File names count for OFAC alone: its legacy files are told apart by them, and its
 * standard XML does not say otherwise whether it is the SDN list. A caller's own list is read by `parseOwnList`.
 *
 * @param id one of `parsableLists`: `us-csl`, `us-ofac-sdn`, `us-ofac-cons`, `us-bis-dpl`, `us-bis-entity`, `us-bis-uvl`,
 *   `us-bis-meu`, `us-state-dtc`, `us-state-isn`, `un-sc`, `eu-fsf`, `uk-sanctions`, `uk-ofsi`, `ch-seco`, `ca-sema`,
 *   `au-dfat`, `jp-meti`, `cn-mofcom`, `opensanctions`.
 * @param input the bytes of the file; for OFAC's legacy files, those that belong together, with their names.
 * @returns the listings, and an issue for each thing that could not be read. Nothing is dropped in silence.
 * @throws ConsigneeError `unreadable-list` when the file is truncated, wrongly encoded or of another format;
 *   `invalid-input` for an id without a parser.
 */
export function parseList(id: ListId, input: Uint8Array | readonly ListFile[]): Snapshot {
  const parser = parsers.get(id)
  if (!parser) {
    throw new ConsigneeError(
      'invalid-input',
      `parseList: expected one of ${parsableLists.join(', ')}, got "${id}"`,
      {
        path: 'id',
        expected: parsableLists.join(', '),
        received: id,
      },
    )
  }
  return parser(id, input instanceof Uint8Array ? [{ name: '', bytes: input }] : input)
}
