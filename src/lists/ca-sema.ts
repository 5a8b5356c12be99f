import type { BirthDate, ListedName, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { Kind, ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { semaAliases, semaNames } from './sema-names.js'
import { birthOf, filled, labeled, makeSnapshot, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog } from './source.js'
import { allTextIn, elementsAt, partsOf, readXml, textsOf, type XmlElement } from './xml.js'

/**
 * The Consolidated Canadian Autonomous Sanctions List, sema-lmes.xml.
 *
 * Records have no id: the country, schedule and item of the regulations are the key. One field holds the date of birth
 * of a person or the year in which a ship was built; ships are told by their IMO number.
 */

const layout = { root: 'data-set', records: ['record'] }

/** More than 4,700 in 2025; no fewer since the regulations on Russia of 2014. */
const FEWEST = 1_000

const placed: ReadonlySet<string> = new Set([
  ...['Country', 'LastName', 'GivenName', 'EntityOrShip', 'TitleOrShip', 'ShipIMONumber', 'Aliases'],
  ...['DateOfBirthOrShipBuildDate', 'Schedule', 'Item', 'DateOfListing'],
])

/** Reads sema-lmes.xml; `published` is the newest date of listing. */
export function parseSema(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const listings: Listing[] = []
  readXml(file, layout, (record) => listings.push(toListing(list, record, log)))
  const days = listings.flatMap(({ listedOn }) => listedOn ?? []).sort()
  return makeSnapshot(list, files, { listings, published: days.at(-1) ?? null, fewest: FEWEST, log })
}

/** Schedules of the Russia regulations that forbid new debt and securities alone (SOR/2014-58, section 3.1). */
const debtSchedules: ReadonlySet<string> = new Set(['2', '3'])

function toListing(list: ListId, record: XmlElement, log: IssueLog): Listing {
  const [country = '', schedule, item] = ['Country', 'Schedule', 'Item'].map((name) =>
    allTextIn(record, name),
  )
  const regime = country.split(' / ')[0]!
  const id = [regime, schedule, item].filter((part) => part).join('; ')
  const imo = allTextIn(record, 'ShipIMONumber')
  const kind = kindOf(record, imo)
  const born = allTextIn(record, 'DateOfBirthOrShipBuildDate')
  const title = allTextIn(record, 'TitleOrShip')
  const written = allTextIn(record, 'DateOfListing')
  const listedOn = calendarDate(written)
  if (listedOn === null)
    log.add('bad-date', id, `expected DateOfListing as yyyy-mm-dd, got "${written.slice(0, 40)}"`)
  if (!item) log.add('no-id', id, 'expected an Item, got nothing')
  const remarks = [
    ...labeled(kind === 'vessel' ? 'Vessel type' : 'Title', title),
    ...(kind === 'person' ? [] : labeled('Built', born)),
    ...(listedOn === null ? labeled('Listed on', written) : []),
    ...unknownElements(record, id, log),
  ]
  return {
    id,
    list,
    authority: 'Global Affairs Canada',
    kind,
    names: namesOf(record, id, log),
    addresses: [],
    birthDates: kind === 'person' ? birthsOf(born, id, log) : [],
    birthPlaces: [],
    countries: [],
    identifiers: imo === '' ? [] : [{ type: 'IMO', value: imo }],
    programs: country === '' ? [] : [country],
    ...(regime === 'Russia' && debtSchedules.has(schedule ?? '') ? { effect: 'caution' as const } : {}),
    listedOn,
    ...filled({ remarks: remarks.join('\n') }),
    citation: [regime, schedule && `Schedule ${schedule}`, item && `item ${item}`]
      .filter((part) => part)
      .join(', '),
  }
}

function kindOf(record: XmlElement, imo: string): Kind {
  if (allTextIn(record, 'EntityOrShip') === '') return 'person'
  return imo === '' ? 'organization' : 'vessel'
}

/** "Given Last", the entity's names, and the aliases; the form of a name follows the publisher's sentence. */
function namesOf(record: XmlElement, id: string, log: IssueLog): readonly ListedName[] {
  const person = ['GivenName', 'LastName']
    .map((name) => allTextIn(record, name))
    .filter((part) => part !== '')
  const primary = [person.join(' '), ...semaNames(allTextIn(record, 'EntityOrShip'))].filter(
    (name) => name !== '',
  )
  if (primary.length === 0) log.add('no-name', id, 'expected a name, got nothing')
  const aliases = elementsAt(record, 'Aliases').flatMap(({ raw }) =>
    semaAliases(raw, person.length > 0, id, log),
  )
  const names = [
    ...primary.map(
      (name, index): ListedName => ({
        name,
        type: index === 0 ? 'primary' : 'variation',
        strength: 'strong',
      }),
    ),
    ...aliases.map((name): ListedName => ({ name, type: 'alias', strength: 'unstated' })),
  ]
  return uniqueBy(names, ({ name }) => name)
}

function birthsOf(text: string, id: string, log: IssueLog): readonly BirthDate[] {
  return text === '' ? [] : [birthOf(text.replace(/^born in the early /, ''), text, id, log)]
}

function unknownElements(record: XmlElement, id: string, log: IssueLog): string[] {
  return partsOf(record).flatMap((part) => {
    const { name } = part
    if (placed.has(name)) return []
    log.add('unknown-element', id, `expected a known element, got ${name.slice(0, 80)}`)
    return labeled(name.slice(0, 80), textsOf(part).join(' '))
  })
}
