import type { ListFile, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import { type AdvancedParty, type References, readAdvancedParty } from './us-ofac-advanced-party.js'
import { dateIn, type Place, readDocument, readPlace } from './us-ofac-advanced-places.js'
import { type ListedParty, listingsOf, type Membership } from './us-ofac-lists.js'
import type { Detail } from './us-ofac-party.js'
import type { Relation } from './us-ofac-relations.js'
import { childOf, elementsAt, readXml, textIn, type XmlElement } from './xml.js'

/**
 * OFAC's advanced XML: sdn_advanced.xml and cons_advanced.xml (schema advanced_xml.xsd, a United Nations model).
 *
 * It is a small database. Words stand once, in ReferenceValueSets, and are named by number; places and documents come
 * before the parties that use them, relationships and sanctions after. So the file is read once: each party is made
 * when it closes, from what came before it, and what comes after is joined on the number of its profile at the end.
 */

const layout = {
  root: 'Sanctions',
  containers: [
    'ReferenceValueSets',
    'Locations',
    'IDRegDocuments',
    'DistinctParties',
    'ProfileRelationships',
    'SanctionsEntries',
    'SanctionsEntryLinks',
  ],
}

/** What has been read of a file. */
interface Database extends References {
  readonly words: Map<string, string>
  readonly places: Map<string, Place>
  readonly documents: Map<string, Detail[]>
  readonly parties: AdvancedParty[]
  /** By the number of the profile they start from. */
  readonly relations: Map<string, Relation[]>
  readonly entries: Map<string, Entry[]>
  published: ReturnType<typeof dateIn>
}

/** What a SanctionsEntry says: the list a profile is on, why, and what is imposed. */
interface Entry extends Membership {
  readonly authorities: readonly string[]
  readonly measures: readonly string[]
  readonly programs: readonly string[]
  readonly comments: readonly string[]
}

/** Reads an advanced XML file; `published` is its DateOfIssue. */
export function parseOfacAdvanced(list: ListId, file: ListFile): Snapshot {
  const log = new IssueLog()
  const base: Database = {
    words: new Map(),
    places: new Map(),
    documents: new Map(),
    parties: [],
    relations: new Map(),
    entries: new Map(),
    published: null,
  }
  readXml(file, layout, (record) => {
    if (record.attributes.DeltaAction !== undefined)
      throw unreadable(file.name, 'expected a whole list, got one of changes (DeltaAction)')
    readRecord(record, base, log)
  })
  if (base.published === null) log.add('no-date', 'DateOfIssue', 'expected the day of issue, got none')
  reportOrphans(base, log)
  const listings = listingsOf(list, join(base), file, log)
  return snapshotOf(list, [file], {
    published: base.published,
    listings,
    log,
  })
}

function readRecord(record: XmlElement, base: Database, log: IssueLog): void {
  const { attributes } = record
  switch (record.name) {
    case 'DateOfIssue':
      base.published = dateIn(record)
      return
    case 'Location':
      base.places.set(attributes.ID ?? '', readPlace(record, base.words))
      return
    case 'IDRegDocument':
      push(base.documents, attributes.IdentityID ?? '', readDocument(record, base.words, base.places))
      return
    case 'DistinctParty':
      base.parties.push(readAdvancedParty(record, base, log))
      return
    case 'ProfileRelationship':
      push(base.relations, attributes['From-ProfileID'] ?? '', readRelation(record, base.words))
      return
    case 'SanctionsEntry':
      push(base.entries, attributes.ProfileID ?? '', readEntry(record, base.words, log))
      return
    default:
      for (const value of record.children) readWord(value, base.words)
  }
}

/**
 * A reference value as `Element.ID`. A country's code is an attribute, and its name the text; of a party's sub-type
 * the type is wanted where the word itself is "Unknown".
 */
function readWord(value: XmlElement, words: Map<string, string>): void {
  const { ID = '', PartyTypeID, Description } = value.attributes
  const type = PartyTypeID === undefined ? '' : `PartyType.${PartyTypeID}`
  words.set(`${value.name}.${ID}`, Description ?? value.text)
  if (type !== '' && value.text === 'Unknown') words.set(`${value.name}.${ID}`, type)
}

function readRelation(record: XmlElement, words: ReadonlyMap<string, string>): Relation {
  const { RelationTypeID = '', Former } = record.attributes
  return {
    word: words.get(`RelationType.${RelationTypeID}`) ?? 'related to',
    uid: record.attributes['To-ProfileID'] ?? '',
    name: '',
    former: Former === 'true',
  }
}

function readEntry(record: XmlElement, words: ReadonlyMap<string, string>, log: IssueLog): Entry {
  const { ListID = '', ProfileID = '' } = record.attributes
  const events = elementsAt(record, 'EntryEvent')
  const days = events.flatMap((event) => dateIn(childOf(event, 'Date')) ?? []).sort()
  if (days.length === 0) log.add('no-date', `party ${ProfileID}`, 'expected the day of its entry, got none')
  const measures = elementsAt(record, 'SanctionsMeasure').map((measure) => ({
    type: words.get(`SanctionsType.${measure.attributes.SanctionsTypeID ?? ''}`) ?? '',
    comment: textIn(measure, 'Comment'),
  }))
  const comments = events.map((event) => textIn(event, 'Comment')).filter((comment) => comment !== '')
  return {
    comments,
    name: words.get(`List.${ListID}`) ?? `list ${ListID}`,
    since: days[0] ?? null,
    authorities: events.map(
      ({ attributes }) => words.get(`LegalBasis.${attributes.LegalBasisID ?? ''}`) ?? '',
    ),
    // The program is a measure of the type "Program", its tag the comment.
    programs: measures.flatMap(({ type, comment }) =>
      type === 'Program' && comment !== '' ? [comment] : [],
    ),
    measures: measures.flatMap(({ type, comment }) =>
      type === 'Program' || type === '' ? [] : [comment === '' ? type : `${type} (${comment})`],
    ),
  }
}

/** What names a party that is not there. */
function reportOrphans(base: Database, log: IssueLog): void {
  const profiles = new Set(base.parties.flatMap((party) => party.profiles))
  const identities = new Set(base.parties.flatMap((party) => party.identities))
  const joined = [
    ['IDRegDocument', base.documents, identities],
    ['ProfileRelationship', base.relations, profiles],
    ['SanctionsEntry', base.entries, profiles],
  ] as const
  for (const [name, byKey, known] of joined)
    for (const key of byKey.keys())
      if (!known.has(key))
        log.add('orphan-row', `${name} ${key}`, 'expected a party of this number, got none')
}

/** Parties with what came after them in the file. */
function join(base: Database): readonly ListedParty[] {
  const uids = new Map(base.parties.flatMap(({ uid, profiles }) => profiles.map((profile) => [profile, uid])))
  return base.parties.map(({ profiles, identities, ...party }) => {
    const entries = profiles.flatMap((profile) => base.entries.get(profile) ?? [])
    const relations = profiles.flatMap((profile) => base.relations.get(profile) ?? [])
    return {
      ...party,
      relations: relations.map((relation) => ({
        ...relation,
        uid: uids.get(relation.uid) ?? relation.uid,
      })),
      remarks: [party.remarks, ...entries.flatMap(({ comments }) => comments)]
        .filter((text) => text !== '')
        .join('\n'),
      programs: entries.flatMap(({ programs }) => programs),
      memberships: entries,
      authorities: entries.flatMap(({ authorities }) => authorities),
      measures: entries.flatMap(({ measures }) => measures),
    }
  })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const own = map.get(key)
  if (own) own.push(value)
  else map.set(key, [value])
}
