import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, Kind, ListId } from '../model/vocabulary.js'
import { calendarDate } from './dates.js'
import { identityOf, type SecoPlaces, secoNames, toPlace } from './seco-identity.js'
import { filled, labeled, makeSnapshot, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog, unreadable } from './source.js'
import { statedNumbers } from './un-numbers.js'
import { allTextIn, elementsAt, readXml, textsOf, type XmlElement } from './xml.js'

/**
 * SECO's sanctions list, xml (swiss-sanctions-list).
 *
 * Programs and places stand beside the targets and are pointed to by number, so the file is read twice: they first,
 * then the targets. A target keeps every change ever made to it, with the identities of that time inside; only the
 * identity outside of `modification` is in force. A target whose newest change is `de-listed` is no longer listed.
 * An amendment holds only what changed on one day: alone it is never the list.
 */

/** More than 5,000 targets since 2022. */
const FEWEST = 1_500

const layout = { root: 'swiss-sanctions-list', records: ['sanctions-program', 'target', 'place'] }

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['individual', 'person'],
  ['entity', 'organization'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
])

/** A set of measures of a program. */
interface SanctionsSet {
  readonly program: string
  readonly law: string
  readonly measures: string
}

/** Reads the whole list; `published` is its date. */
export function parseSeco(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const sets = new Map<string, SanctionsSet>()
  const places: SecoPlaces = new Map()
  const root = readXml(file, layout, (record) => {
    if (record.name === 'sanctions-program') for (const [id, set] of setsOf(record)) sets.set(id, set)
    if (record.name === 'place') places.set(record.attributes.ssid ?? '', toPlace(record))
  })
  const type = root.attributes['list-type'] ?? ''
  if (type !== 'whole-list')
    throw unreadable(
      file.name,
      `expected the whole list, got list-type "${type.slice(0, 40)}"; an amendment is not the list, download the whole one`,
    )
  const listings: Listing[] = []
  let delisted = 0
  readXml(file, layout, (record) => {
    if (record.name !== 'target') return
    if (isDelisted(record)) delisted++
    else listings.push(toListing(list, record, sets, places, log))
  })
  if (delisted > 0)
    log.add('de-listed', file.name, `${delisted} targets are no longer listed, and were left out`)
  const published = calendarDate(root.attributes.date ?? '')
  return makeSnapshot(list, files, { listings, published, fewest: FEWEST, log })
}

/** Sets by number, in English where there is English. */
function setsOf(program: XmlElement): [string, SanctionsSet][] {
  const inEnglish = (name: string) => {
    const all = elementsAt(program, name)
    const english = all.find((element) => (element.attributes.lang ?? '') === 'eng') ?? all[0]
    return english?.text ?? ''
  }
  const sets = new Map<string, SanctionsSet>()
  for (const set of elementsAt(program, 'sanctions-set')) {
    const id = set.attributes.ssid ?? ''
    if (sets.has(id) && (set.attributes.lang ?? '') !== 'eng') continue
    sets.set(id, {
      program: inEnglish('program-key'),
      law: inEnglish('program-name'),
      measures: set.text,
    })
  }
  return [...sets]
}

/** The day of a modification, of whichever kind is given. */
function dayOf(modification: XmlElement): CalendarDate | null {
  const days = ['effective-date', 'publication-date', 'enactment-date']
  return (
    days.map((name) => calendarDate(modification.attributes[name] ?? '')).find((day) => day !== null) ?? null
  )
}

/** Whether the newest change took the target off. The file has the newest first; of one day, a listing prevails. */
function isDelisted(target: XmlElement): boolean {
  const changes = elementsAt(target, 'modification').map((element) => ({
    type: element.attributes['modification-type'] ?? '',
    day: dayOf(element),
  }))
  const [first] = changes
  if (changes.some(({ day }) => day === null)) return first?.type === 'de-listed'
  const newest = changes
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1)
  const last = changes.filter(({ day }) => day === newest)
  return last.length > 0 && last.every(({ type }) => type === 'de-listed')
}

function toListing(
  list: ListId,
  target: XmlElement,
  sets: ReadonlyMap<string, SanctionsSet>,
  places: SecoPlaces,
  log: IssueLog,
): Listing {
  const id = target.attributes.ssid ?? ''
  const where = `target ${id}`
  if (id === '') log.add('no-id', where, 'expected an ssid, got nothing')
  const subject = target.children.find(
    ({ name }) => name === 'individual' || name === 'entity' || name === 'object',
  )
  const kind = subject
    ? kinds.get(subject.name === 'object' ? (subject.attributes['object-type'] ?? '') : subject.name)
    : undefined
  if (kind === undefined)
    log.add(
      'unknown-type',
      where,
      `expected an individual, entity, vessel or aircraft, got ${subject?.name ?? 'nothing'}`,
    )
  const identities = subject ? elementsAt(subject, 'identity') : []
  const identity = identityOf(identities, places, where, log)
  const own = elementsAt(target, 'sanctions-set-id').flatMap((element) => setOf(element, sets, where, log))
  const said = (subject?.children ?? [])
    .filter(({ name }) => name !== 'identity' && name !== 'relation')
    .map((element) => ({ name: element.name, text: sayOf(element) }))
  const numbers = said.flatMap(({ text }) => statedNumbers(text))
  const sex = subject ? (subject.attributes.sex ?? '') : ''
  const remarks = [
    ...said.flatMap(({ name, text }) => labeled(labelOf(name), text)),
    ...uniqueBy(
      own.map(({ measures }) => measures),
      (text) => text,
    ).flatMap((text) => labeled('Measures', text)),
    ...elementsAt(target, 'foreign-identifier').flatMap((element) =>
      labeled('Foreign identifier', element.text),
    ),
    ...identity.remarks,
  ]
  return {
    id,
    list,
    authority: 'SECO',
    kind: kind ?? null,
    names: secoNames(identities, where, log),
    addresses: identity.addresses,
    birthDates: identity.birthDates,
    birthPlaces: identity.birthPlaces,
    countries: identity.countries,
    identifiers: uniqueBy([...identity.identifiers, ...numbers], ({ value }) => value),
    ...(sex === 'female' || sex === 'male' ? { gender: sex } : {}),
    ...filled({ relationships: subject ? elementsAt(subject, 'relation').map(toRelation) : [] }),
    programs: uniqueBy(
      own.map(({ program }) => program),
      (program) => program,
    ),
    listedOn: listedOn(target),
    ...filled({
      remarks: remarks.join('\n'),
      citation: uniqueBy(
        own.map(({ law }) => law),
        (law) => law,
      ).join('; '),
    }),
  }
}

function setOf(
  element: XmlElement,
  sets: ReadonlyMap<string, SanctionsSet>,
  where: string,
  log: IssueLog,
): SanctionsSet[] {
  const id = element.text
  const set = sets.get(id)
  if (!set) log.add('unknown-program', where, `expected the sanctions set ${id.slice(0, 40)}, got none`)
  return set ? [set] : []
}

function listedOn(target: XmlElement): CalendarDate | null {
  const listed = elementsAt(target, 'modification').filter(
    (one) => (one.attributes['modification-type'] ?? '') === 'listed',
  )
  return listed.flatMap((one) => dayOf(one) ?? []).sort()[0] ?? null
}

/** All text of an element, attributes by name: `generic-attribute`. */
function sayOf(element: XmlElement): string {
  const { ssid: _, ...attributes } = element.attributes
  return [...Object.values(attributes), element.text, ...element.children.flatMap(textsOf)]
    .filter((text) => text !== '')
    .join(': ')
}

function labelOf(name: string): string {
  const words = name.replaceAll('-', ' ').slice(0, 80)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function toRelation(element: XmlElement) {
  const target = element.attributes['target-id'] ?? ''
  const text = [element.attributes['relation-type'] ?? '', allTextIn(element, 'remark')]
    .filter((part) => part)
    .join(': ')
  return { type: 'other' as const, ...filled({ listingId: target }), text: text || 'related' }
}
