import * as z from 'zod/mini'
import type { ListedAddress, ListedName, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { readJson } from './json.js'
import { filled, makeSnapshot, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog, unreadable } from './source.js'

/**
 * Japan's End User List and China's three lists, as a third party copies them from the ministries' pages into json
 * (security-export-control-registry): an array of flat records. The ministries publish PDF and announcements only.
 */

const recordSchema = z.object({
  id: z.string(),
  entity_name: z.string(),
  entity_type: z.optional(z.nullable(z.string())),
  aliases: z.array(z.string()),
  addresses: z.array(z.string()),
  country: z.optional(z.nullable(z.string())),
  date_added: z.optional(z.nullable(z.string())),
  last_verified: z.optional(z.nullable(z.string())),
  list_id: z.string(),
  reason: z.optional(z.nullable(z.string())),
  source_list_name: z.optional(z.nullable(z.string())),
  source_url: z.optional(z.nullable(z.string())),
})
type Entry = z.infer<typeof recordSchema>

/** What differs between the two. */
interface Publisher {
  readonly authority: string
  /** How the ids of its lists begin. */
  readonly prefix: string
  readonly fewest: number
}

const publishers: ReadonlyMap<ListId, Publisher> = new Map([
  ['jp-meti', { authority: 'METI', prefix: 'jp-', fewest: 500 }],
  ['cn-mofcom', { authority: 'MOFCOM', prefix: 'cn-', fewest: 100 }],
])

/** What each of China's lists does, where it differs from the registry's word, and the law behind each. */
const laws: ReadonlyMap<string, Pick<Listing, 'effect' | 'citation'>> = new Map([
  ['cn-export-control-watchlist', { citation: 'Export Control Law of the PRC (2020), article 18' }],
  ['cn-unreliable-entity-list', { citation: 'Provisions on the Unreliable Entity List (2020)' }],
  // No general license and a risk assessment for each single one; nothing is forbidden.
  [
    'cn-attention-list',
    {
      effect: 'caution',
      citation: 'Regulations on Export Control of Dual-Use Items (State Council Decree 792), article 26',
    },
  ],
])

/** Reads the json of either; `published` is the newest day on which a record was verified. */
export function parseJpCn(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const { authority, prefix, fewest } = publishers.get(list)!
  const root = readJson(file)
  if (!Array.isArray(root)) throw unreadable(file.name, 'expected an array of records, got other json')
  const log = new IssueLog()
  const days: string[] = []
  const listings = root.map((value: unknown, index) => {
    const where = `${file.name} [${index}]`.trim()
    const parsed = recordSchema.safeParse(value)
    if (!parsed.success || !parsed.data.list_id.startsWith(prefix))
      throw unreadable(where, `expected a record of a list ${prefix}…, got one of another shape or list`)
    const verified = calendarDate(parsed.data.last_verified ?? '')
    if (verified) days.push(verified)
    return toListing(list, authority, parsed.data, log)
  })
  return makeSnapshot(list, files, { listings, published: days.sort().at(-1) ?? null, fewest, log })
}

function toListing(list: ListId, authority: string, entry: Entry, log: IssueLog): Listing {
  const listedOn = calendarDate(entry.date_added ?? '')
  if (entry.date_added && listedOn === null)
    log.add('bad-date', entry.id, `expected date_added as yyyy-mm-dd, got "${entry.date_added.slice(0, 40)}"`)
  return {
    id: entry.id,
    list,
    source: entry.list_id,
    authority,
    kind:
      entry.entity_type === 'organization'
        ? 'organization'
        : entry.entity_type === 'person'
          ? 'person'
          : null,
    names: namesOf(entry, log),
    addresses: entry.addresses.flatMap(toAddress),
    birthDates: [],
    birthPlaces: [],
    countries: [],
    identifiers: [],
    programs: [entry.source_list_name ?? entry.list_id],
    ...laws.get(entry.list_id),
    listedOn,
    ...filled({ remarks: entry.reason ?? '', url: entry.source_url ?? '' }),
  }
}

/** An entry that stands for several parties ("and others, 6 in all") names only one of them; the rest is missing. */
function namesOf(entry: Entry, log: IssueLog): readonly ListedName[] {
  const written = [entry.entity_name, ...entry.aliases]
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (entry.entity_name.trim() === '') log.add('no-name', entry.id, 'expected entity_name, got nothing')
  const names = written.flatMap((text) => {
    const several = /^(.+?)(?:（([^（）]+)）)?等(\d+)家实体$/.exec(text)
    if (!several) return [text]
    log.add(
      'incomplete-entry',
      entry.id,
      `expected one party, got one of ${several[3]}; the others are not named`,
    )
    return [several[1]!, several[2] ?? ''].filter((name) => name !== '')
  })
  return uniqueBy(names, (name) => name).map((name, index) =>
    index === 0
      ? { name, type: 'primary', strength: 'strong' }
      : { name, type: 'alias', strength: 'unstated' },
  )
}

/** `…（邮编：104-0045）` is the postal code. */
function toAddress(text: string): ListedAddress[] {
  const code = /（邮编：([A-Z0-9 -]{3,12})）/.exec(text)?.[1]
  return text.trim() === '' ? [] : [{ text: text.trim(), ...filled({ postalCode: code }) }]
}
