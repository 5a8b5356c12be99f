import type { Listing, Relationship } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { type FtmEntity, ftmListing, hasEnded, isListed } from './ftm.js'
import { isObject, type Json, own, scalar } from './json.js'
import { filled } from './snapshot.js'
import { type IssueLog, unreadable } from './source.js'

/**
 * Records of FollowTheMoney → listings. Relations are records too; each gives a relationship to both of its ends, if
 * the end is listed. Stakes, posts and the like that ended before the file was made are dropped: added up, they would
 * give owners of more than 100 %.
 */

/** Nested exports hold records in records; real ones go five deep. */
const MAX_DEPTH = 20

type RelationType = Relationship['type']

/** A kind of relation: the two properties it joins, and how each end stands to the other. */
interface Joint {
  readonly from: string
  readonly to: string
  /** What the party in `from` is to the one in `to`, and the other way. */
  readonly forward: RelationType
  readonly backward: RelationType
  /** Kinship does not end with a period. */
  readonly lasts?: boolean
}

const joints: ReadonlyMap<string, Joint> = new Map<string, Joint>([
  ['Ownership', { from: 'owner', to: 'asset', forward: 'owns', backward: 'owned-by' }],
  ['Directorship', { from: 'director', to: 'organization', forward: 'leads', backward: 'led-by' }],
  ['Representation', { from: 'agent', to: 'client', forward: 'acts-for', backward: 'other' }],
  ['Family', { from: 'person', to: 'relative', forward: 'family', backward: 'family', lasts: true }],
  ['Associate', { from: 'person', to: 'associate', forward: 'associate', backward: 'associate' }],
  ['Employment', { from: 'employee', to: 'employer', forward: 'other', backward: 'other' }],
  ['Membership', { from: 'member', to: 'organization', forward: 'other', backward: 'other' }],
  [
    'Succession',
    { from: 'predecessor', to: 'successor', forward: 'other', backward: 'former-identity', lasts: true },
  ],
  ['UnknownLink', { from: 'subject', to: 'object', forward: 'other', backward: 'other' }],
])

/** Records that belong to a holder: papers and wallets. */
const held: ReadonlySet<string> = new Set(['Passport', 'Identification', 'CryptoWallet'])

/** Properties that point to another record; the way back, as `ownershipAsset`, is only in nested exports. */
const references: ReadonlySet<string> = new Set([
  ...[...joints.values()].flatMap(({ from, to }) => [from, to]),
  ...['holder', 'entity', 'addressEntity'],
])

/** Reads a record, and those nested in it. @returns whether there were any nested ones. */
export function addEntity(entities: Map<string, FtmEntity>, value: Json, where: string, depth = 0): boolean {
  if (depth > MAX_DEPTH) throw unreadable(where, `expected records at most ${MAX_DEPTH} deep, got more`)
  const id = scalar(own(value, 'id'))
  const schema = scalar(own(value, 'schema'))
  const given = own(value, 'properties')
  if (id === '' || schema === '' || !isObject(given))
    throw unreadable(where, 'expected a record with id, schema and properties, got another object')
  let hasNested = false
  const properties = new Map<string, readonly string[]>()
  for (const [name, list] of Object.entries(given)) {
    const values = (Array.isArray(list) ? list : [list]).flatMap((item: unknown) => {
      if (!isObject(item)) return scalar(item) || []
      hasNested = true
      addEntity(entities, item, where, depth + 1)
      return references.has(name) ? scalar(own(item, 'id')) : []
    })
    if (values.length > 0) properties.set(name, values)
  }
  const target = own(value, 'target')
  const datasets = own(value, 'datasets')
  const entity = {
    id,
    schema,
    caption: scalar(own(value, 'caption')),
    target: depth === 0 && typeof target === 'boolean' ? target : depth === 0 ? undefined : false,
    datasets: Array.isArray(datasets) ? datasets.map(scalar) : [],
    properties,
  }
  // A nested copy may be shorter than the record itself: it never replaces it, and has no place in the order.
  if (depth === 0) entities.delete(id)
  if (!entities.has(id)) entities.set(id, entity)
  return hasNested
}

/** The listings of a file's records, in the order of the file. */
export function ftmListings(
  list: ListId,
  entities: ReadonlyMap<string, FtmEntity>,
  today: CalendarDate | null,
  log: IssueLog,
): Listing[] {
  const sanctions = new Map<string, FtmEntity[]>()
  const documents = new Map<string, FtmEntity[]>()
  const relations = new Map<string, Relationship[]>()
  let ended = 0
  for (const entity of entities.values()) {
    if (entity.schema === 'Sanction') link(sanctions, entity, 'entity')
    if (held.has(entity.schema)) link(documents, entity, 'holder')
    const joint = joints.get(entity.schema)
    if (joint && !joint.lasts && hasEnded(entity, today)) ended++
    else if (joint) relate(relations, entity, joint, entities)
  }
  if (ended > 0)
    log.add('ended', '', `${ended} stakes, posts or links ended before ${today}, and were left out`)
  const links = { entities, sanctions, documents, relations, today }
  return [...entities.values()].filter(isListed).map((entity) => ftmListing(list, entity, links, log))
}

function link(links: Map<string, FtmEntity[]>, entity: FtmEntity, property: string): void {
  for (const id of entity.properties.get(property) ?? []) {
    const linked = links.get(id) ?? []
    linked.push(entity)
    links.set(id, linked)
  }
}

function relate(
  relations: Map<string, Relationship[]>,
  entity: FtmEntity,
  joint: Joint,
  entities: ReadonlyMap<string, FtmEntity>,
): void {
  const text = wordsOf(entity)
  const add = (id: string, otherId: string, type: RelationType) => {
    const other = entities.get(otherId)
    const isKnown = other !== undefined && isListed(other)
    const name = other?.caption || other?.properties.get('name')?.[0] || ''
    const related = relations.get(id) ?? []
    related.push({
      type,
      text,
      ...filled({ listingId: isKnown ? otherId : '', name: name || (isKnown ? '' : otherId) }),
    })
    relations.set(id, related)
  }
  for (const from of entity.properties.get(joint.from) ?? [])
    for (const to of entity.properties.get(joint.to) ?? []) {
      add(from, to, joint.forward)
      add(to, from, joint.backward)
    }
}

/** `Ownership: subsidiary of, 51 %`. */
function wordsOf({ schema, properties }: FtmEntity): string {
  const said = ['role', 'relationship', 'status'].flatMap((key) => properties.get(key) ?? [])
  const share = (properties.get('percentage') ?? []).map((text) => `${text.replace(/ ?%$/, '')} %`)
  const since = (properties.get('startDate') ?? []).map((text) => `since ${text}`)
  const words = [...said, ...share, ...since].join(', ')
  return words === '' ? schema : `${schema}: ${words}`
}

/** The newest day on which a record was seen. */
export function lastSeen(
  newest: CalendarDate | null,
  value: Json,
  keys: readonly string[],
): CalendarDate | null {
  const days = keys.flatMap((key) => calendarDate(scalar(own(value, key))) ?? [])
  return days.reduce<CalendarDate | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    newest,
  )
}
