import type { ListFile, Listing } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { uniqueId } from './ids.js'
import { type IssueLog, unreadable } from './source.js'
import { type Party, toListing } from './us-ofac-party.js'
import { withProgramEffect } from './us-ofac-programs.js'
import { type Relation, toRelationship } from './us-ofac-relations.js'

/**
 * Which of OFAC's lists a party is on. The advanced and the enhanced XML name them for each party, and one file may
 * hold both the SDN list and the non-SDN lists; a party can be on several. Only the parties of the list that was asked
 * for become listings, and a file that does not hold that list is refused: it would otherwise pass for a list with few
 * entries.
 */

/** A list a party is on, by OFAC's name, and since when. */
export interface Membership {
  readonly name: string
  readonly since: CalendarDate | null
}

/** A party with what the two larger XML forms know beyond it. */
export interface ListedParty extends Party {
  readonly memberships: readonly Membership[]
  readonly relations: readonly Relation[]
  /** The orders and statutes it is listed under. */
  readonly authorities: readonly string[]
  /** What OFAC imposes: `Block`, `Reject`, `13662 Sectoral Directive 1`. */
  readonly measures: readonly string[]
}

const SDN = 'SDN List'
/** The roof over all lists but the SDN list; being on it says nothing more. */
const CONSOLIDATED = 'Consolidated List'

/** OFAC's names of the lists under the roof, and the tags by which the Consolidated Screening List knows them. */
const tags: ReadonlyMap<string, string> = new Map([
  [SDN, 'SDN'],
  ['Sectoral Sanctions Identifications List', 'SSI'],
  ['FSE List', 'FSE'],
  ['CAPTA List', 'CAP'],
  ['Non-SDN Palestinian Legislative Council List', 'PLC'],
  ['Non-SDN Menu-Based Sanctions List', 'NS-MBS'],
  ['Non-SDN CMIC List', 'CMIC'],
])

/**
 * The listings of one list, out of the parties of a file.
 * @throws ConsigneeError `unreadable-list` where the file holds no party, or is that of the other list.
 */
export function listingsOf(
  list: ListId,
  parties: readonly ListedParty[],
  file: ListFile,
  log: IssueLog,
): readonly Listing[] {
  const isSdn = list === 'us-ofac-sdn'
  const own = parties.filter((party) => ownLists(party, isSdn).length > 0 || party.memberships.length === 0)
  const isOther = isSdn && parties.every(({ memberships }) => memberships.some(isConsolidated))
  if (own.length === 0 || isOther) {
    const [expected, got] = isSdn ? [SDN, CONSOLIDATED] : [CONSOLIDATED, SDN]
    throw unreadable(
      file.name,
      `expected parties of the ${expected}, got ${parties.length === 0 ? 'none' : `a file of the ${got}`}`,
    )
  }
  if (own.length < parties.length) {
    const message = `${parties.length - own.length} parties are only on OFAC's other lists; read the file for those as well`
    log.add('other-list', file.name, message)
  }
  const ids = new Map<string, number>()
  const names = new Map(parties.map(({ uid, names }) => [uid, names[0]?.name ?? '']))
  const listed = new Set(own.map(({ uid }) => uid))
  return own.map((party) => {
    const where = `party ${party.uid}`
    if (party.memberships.length === 0)
      log.add('no-list', where, 'expected the names of the lists it is on, got none; kept')
    const id = uniqueId(ids, party.uid)
    if (id !== party.uid) log.add('duplicate-id', where, `uid ${party.uid} is there already; kept as ${id}`)
    const relationships = party.relations.map((relation) =>
      toRelationship(relation, names.get(relation.uid) ?? '', listed.has(relation.uid)),
    )
    return complete(toListing(list, { ...party, relationships }, where, log), id, party, isSdn)
  })
}

function isConsolidated({ name }: Membership): boolean {
  return name === CONSOLIDATED
}

function ownLists(party: ListedParty, isSdn: boolean): readonly Membership[] {
  return party.memberships.filter(({ name }) => (name === SDN) === isSdn)
}

/** Whether the party is off limits on whatever list it stands: it is blocked, which is what the SDN List says too. */
function isBlocked({ memberships, measures }: ListedParty): boolean {
  return (
    memberships.some(({ name }) => name === SDN) || measures.some((measure) => measure.startsWith('Block'))
  )
}

/** Adds what only these forms carry. */
function complete(listing: Listing, id: string, party: ListedParty, isSdn: boolean): Listing {
  const lists = ownLists(party, isSdn)
  const special = lists.filter((one) => !isConsolidated(one))
  const source = special.map(({ name }) => tags.get(name) ?? name).join(', ')
  const dates = (special.length > 0 ? special : lists).flatMap(({ since }) => since ?? []).sort()
  const notes = [
    ...[...new Set(party.measures)].map((measure) => `Sanctions type: ${measure}`),
    ...lists.map(({ name, since }) => `On the ${name}${since === null ? '' : ` since ${since}`}`),
    ...(listing.remarks === undefined ? [] : [listing.remarks]),
  ]
  const authorities = [...new Set(party.authorities)].filter((name) => name !== '' && name !== 'Unknown')
  return withProgramEffect({
    ...listing,
    id,
    ...(source === '' ? {} : { source }),
    ...(!isSdn && isBlocked(party) ? { effect: 'prohibited' as const } : {}),
    listedOn: dates[0] ?? null,
    ...(notes.length > 0 ? { remarks: notes.join('\n') } : {}),
    ...(authorities.length > 0 ? { citation: authorities.join('; ') } : {}),
  })
}
