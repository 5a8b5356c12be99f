import { plainWords } from '../lists/plain-words.js'
import type { Listing } from '../model/listing.js'
import type { SameParty } from '../model/match.js'
import type { CalendarDate } from '../model/vocabulary.js'
import { identifierKey } from './identifier-key.js'
import { effectOf, type ListingSource } from './listings.js'

/**
 * Which of these listings are the same party? A party sanctioned by four authorities is four entries and one question for
 * a reviewer.
 *
 * Two entries are the same party when they carry the same identifier of the same type, the same name and the same exact
 * birth date, or a reference of one to the other by the publisher's number. They are never joined where their kinds
 * differ, where no birth date of one can be one of the other, or where one list in one file has both, or OFAC numbers them
 * apart: their publisher holds them for two (the shops of one owner share his tax number). These conditions hold for all
 * entries of a group, not only for the two that met. Wrongly apart costs a reviewer a look; wrongly joined could cost a
 * determination.
 */
export function groupSameParties(
  sources: readonly ListingSource[],
): ReadonlyMap<ListingSource, readonly SameParty[]> {
  const groups = new Map<ListingSource, Group>()
  const owners = new Map<string, ListingSource[]>()
  for (const source of sources.length > 1 ? sources : []) {
    groups.set(source, [{ source, link: null }])
    for (const link of linksOf(source.listing)) {
      const known = owners.get(link.key) ?? []
      owners.set(link.key, [...known, source])
      for (const other of known) join(groups, groups.get(other)!, groups.get(source)!, link)
    }
  }
  const joined = [...groups].filter(([, group]) => group.length > 1)
  return new Map(joined.map(([source, group]) => [source, othersOf(source, group)]))
}

interface Link {
  readonly key: string
  readonly by: SameParty['by']
  readonly detail: string
}

/** The entries of one party, each with what joined it to the others. */
type Group = readonly { readonly source: ListingSource; readonly link: Link | null }[]

function join(groups: Map<ListingSource, Group>, first: Group, second: Group, link: Link): void {
  if (first === second) return
  if (first.some((a) => second.some((b) => areTwo(a.source, b.source)))) return
  const [head, ...rest] = second
  const all = [...first, { source: head!.source, link }, ...rest]
  for (const { source } of all) groups.set(source, all)
}

function areTwo(a: ListingSource, b: ListingSource): boolean {
  const isOneList = a.listing.list === b.listing.list && a.listing.source === b.listing.source
  if (a.snapshot === b.snapshot && isOneList) return true
  if (a.listing.kind !== null && b.listing.kind !== null && a.listing.kind !== b.listing.kind) return true
  const [uid, otherUid] = [ofacUid(a.listing), ofacUid(b.listing)]
  if (a.listing.list === b.listing.list && uid !== undefined && otherUid !== undefined && uid !== otherUid)
    return true
  return bornApart(a.listing, b.listing)
}

/** Whether both have birth dates, and no day can be meant by one of each. */
function bornApart(a: Listing, b: Listing): boolean {
  const [own, other] = [a, b].map(({ birthDates }) =>
    birthDates.flatMap(({ earliest, latest }) => (earliest && latest ? [{ earliest, latest }] : [])),
  ) as [Span[], Span[]]
  const meet = own.some((x) => other.some((y) => x.earliest <= y.latest && y.earliest <= x.latest))
  return own.length > 0 && other.length > 0 && !meet
}

interface Span {
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
}

function othersOf(source: ListingSource, group: Group): SameParty[] {
  const own = group.find((member) => member.source === source)?.link
  return group.flatMap(({ source: other, link }) => {
    const reason = link ?? own
    if (other === source || !reason) return []
    const { list, id, source: tag, authority, names, citation } = other.listing
    const name = names[0]?.name ?? id
    const { by, detail } = reason
    return [{ list, id, source: tag, authority, name, effect: effectOf(other.listing), citation, by, detail }]
  })
}

/** Many share these without being one party. */
const SHARED_TYPES = /phone|fax|mail|web|url|call ?sign|swift|bic|address/i

function linksOf(listing: Listing): Link[] {
  if (listing.list === 'public-reports') return []
  const identifiers = listing.identifiers.flatMap(({ type, value }): Link[] => {
    const key = SHARED_TYPES.test(type) ? null : identifierKey(value)
    // Publishers word types differently; each word of a type is a way to meet.
    const words = plainWords(type)
      .split(' ')
      .filter((word) => word.length > 2 && !VAGUE.has(word))
    return key === null
      ? []
      : words.map((word) => ({ key: `${word} ${key}`, by: 'identifier', detail: `${type} ${value}` }))
  })
  const days = birthDays(listing)
  const named = listing.names.filter(({ strength }) => strength !== 'weak')
  const births = named.flatMap(({ name }) =>
    days.map(
      (day): Link => ({
        key: `${plainWords(name)} ${day}`,
        by: 'name-and-birth-date',
        detail: `${name}, ${day}`,
      }),
    ),
  )
  const references = referencesOf(listing).map(
    (reference): Link => ({ key: `# ${reference}`, by: 'cross-reference', detail: reference }),
  )
  return [...identifiers, ...births, ...references]
}

/** Words of types that say nothing about who issued a number. */
const VAGUE: ReadonlySet<string> = new Set(['number', 'the', 'code', 'identification', 'identity', 'other'])

/** Birth dates that are one day. */
function birthDays({ birthDates }: Listing): string[] {
  return birthDates.flatMap(({ earliest, latest }) =>
    earliest !== null && earliest === latest ? [earliest] : [],
  )
}

/** Permanent references of the Security Council (`QDi.430`, `KPe.001`), and of the UK Sanctions List (`DPR0018`). */
const UN_REFERENCE = /\b[A-Z]{2}[ie]\.\d{3}\b/g
const UK_REFERENCE = /^[A-Z]{3}\d{4}$/
/** How other lists write that they mean the same entry; a bare reference in the remarks may be a relative's. */
const STATED =
  /\b(?:UN|UK Sanctions List) ?Ref(?:erence)?(?: ?(?:No|Number))?[.)]{0,2}:? ?\(?([A-Z]{2}[ie]\.\d{3}|[A-Z]{3}\d{4})\b/g

/** OFAC's number; an entry of the Consolidated Screening List keeps it behind the tag of its list. */
function ofacUid({ list, id }: Pick<Listing, 'list' | 'id'>): string | undefined {
  return list.startsWith('us-ofac-') ? /^(?:[A-Z][A-Z-]*-|561-|13599-)?(\d{1,10})$/.exec(id)?.[1] : undefined
}

function referencesOf({ list, id, citation = '', remarks = '', identifiers }: Listing): string[] {
  const uid = ofacUid({ list, id })
  const written = [id, citation, ...identifiers.map(({ value }) => value)].flatMap(
    (text) => text.slice(0, 500).match(UN_REFERENCE) ?? [],
  )
  const stated = [...remarks.slice(0, 20_000).matchAll(STATED)].map(([, reference = '']) => reference)
  const own = UK_REFERENCE.test(id) && list.startsWith('uk-') ? [id] : []
  return [...(uid === undefined ? [] : [`${list} ${uid}`]), ...written, ...stated, ...own]
}
