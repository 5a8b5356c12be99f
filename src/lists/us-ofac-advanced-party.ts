import type { ListedName } from '../model/listing.js'
import { type IssueLog, unreadable } from './source.js'
import { type Place, periodIn } from './us-ofac-advanced-places.js'
import { type Detail, joinName, type Party, toAddress, toName } from './us-ofac-party.js'
import { childOf, elementsAt, textIn, type XmlElement } from './xml.js'

/** A DistinctParty of OFAC's advanced XML: identities with names, and features. */

/** What stands before the parties in the file. */
export interface References {
  /** OFAC's words by element and number, `FeatureType.8` → Birthdate. */
  readonly words: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, Place>
  /** By the number of the identity. */
  readonly documents: ReadonlyMap<string, readonly Detail[]>
}

/** A party, and the numbers by which documents, relationships and sanctions name it. */
export interface AdvancedParty extends Party {
  readonly profiles: readonly string[]
  readonly identities: readonly string[]
}

/** Reads a DistinctParty; its FixedRef is OFAC's uid. */
export function readAdvancedParty(record: XmlElement, base: References, log: IssueLog): AdvancedParty {
  const uid = record.attributes.FixedRef ?? ''
  const where = `party ${uid}`
  if (!/^\d{1,10}$/.test(uid)) throw unreadable(where, 'expected the number of an entry in FixedRef')
  const profiles = elementsAt(record, 'Profile')
  const identities = elementsAt(record, 'Profile', 'Identity')
  const names = identities.flatMap((identity) => namesOf(identity, base, where, log))
  const features = elementsAt(record, 'Profile', 'Feature').flatMap((feature) =>
    readFeature(feature, base, where, log),
  )
  return {
    uid,
    profiles: profiles.map(({ attributes }) => attributes.ID ?? ''),
    identities: identities.map(({ attributes }) => attributes.ID ?? ''),
    type: typeOf(profiles[0], base),
    names: [
      ...names.filter(({ type }) => type === 'primary').slice(0, 1),
      ...names.filter(({ type }) => type !== 'primary'),
      ...names.filter(({ type }) => type === 'primary').slice(1),
    ],
    addresses: features.flatMap(({ label, place }) =>
      label === 'Location' && place ? toAddress(place) : [],
    ),
    programs: [],
    details: [
      ...features
        .filter(({ label, notes }) => label !== 'Location' || notes.length > 0)
        .map(({ place, ...detail }) => detail),
      ...identities.flatMap(({ attributes }) => base.documents.get(attributes.ID ?? '') ?? []),
    ],
    relationships: [],
    remarks: textIn(record, 'Comment'),
  }
}

/** `Vessel` and `Aircraft` are sub-types; of persons and entities only the type is known. */
function typeOf(profile: XmlElement | undefined, { words }: References): string {
  const word = words.get(`PartySubType.${profile?.attributes.PartySubTypeID ?? ''}`) ?? ''
  return words.get(word) ?? word
}

/** Every documented name of an identity; one in another script is a variation of the primary name. */
function namesOf(
  identity: XmlElement,
  { words }: References,
  where: string,
  log: IssueLog,
): readonly ListedName[] {
  const partTypes = new Map(
    elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup').map(({ attributes }) => [
      attributes.ID ?? '',
      words.get(`NamePartType.${attributes.NamePartTypeID ?? ''}`) ?? '',
    ]),
  )
  const isMain = identity.attributes.Primary !== 'false'
  return elementsAt(identity, 'Alias').flatMap((alias) => {
    const { AliasTypeID = '', LowQuality, Primary } = alias.attributes
    const word = words.get(`AliasType.${AliasTypeID}`) ?? ''
    const type = Primary === 'true' && isMain ? 'Name' : word === 'Name' || word === '' ? 'A.K.A.' : word
    return elementsAt(alias, 'DocumentedName').flatMap((documented, index) =>
      toName(
        nameIn(documented, partTypes),
        type === 'Name' && index > 0 ? 'N.K.A.' : type,
        LowQuality === 'true' ? 'weak' : 'strong',
        where,
        log,
      ),
    )
  })
}

function nameIn(documented: XmlElement, partTypes: ReadonlyMap<string, string>): string {
  const parts = elementsAt(documented, 'DocumentedNamePart', 'NamePartValue').map(({ attributes, text }) => ({
    isLast: partTypes.get(attributes.NamePartGroupID ?? '') === 'Last Name',
    text,
  }))
  const join = (last: boolean) =>
    parts
      .filter(({ isLast, text }) => isLast === last && text !== '')
      .map(({ text }) => text)
      .join(' ')
  return joinName(join(true), join(false))
}

/** A feature as a statement; a place is kept in its parts too. */
interface Feature extends Detail {
  readonly place?: Place
}

/** One feature may have several versions; each says something. */
function readFeature(
  feature: XmlElement,
  { words, places }: References,
  where: string,
  log: IssueLog,
): readonly Feature[] {
  const label = words.get(`FeatureType.${feature.attributes.FeatureTypeID ?? ''}`) ?? 'Feature'
  return elementsAt(feature, 'FeatureVersion').flatMap((version) => {
    const comment = textIn(version, 'Comment')
    const located = elementsAt(version, 'VersionLocation').flatMap(({ attributes }) => {
      const place = places.get(attributes.LocationID ?? '')
      if (!place) log.add('missing-place', where, `expected Location ${attributes.LocationID}, got none`)
      return place ?? []
    })
    const said = elementsAt(version, 'VersionDetail').map(
      ({ attributes, text }) =>
        text || (words.get(`DetailReference.${attributes.DetailReferenceID ?? ''}`) ?? ''),
    )
    const period = periodIn(childOf(version, 'DatePeriod'))
    const values = [...said, period, ...located.map(({ text }) => text)].filter((text) => text !== '')
    const [place] = located
    if (label === 'Location' && !place) return []
    return [
      {
        label,
        value: values.join(', '),
        notes: comment === '' ? [] : [comment],
        document: false,
        ...(place ? { place } : {}),
      },
    ]
  })
}
