import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { usDate } from './dates.js'
import { uniqueId } from './ids.js'
import { IssueLog, snapshotOf, unreadable } from './source.js'
import {
  type AddressParts,
  type Detail,
  joinName,
  type Party,
  toAddress,
  toListing,
  toName,
} from './us-ofac-party.js'
import { withProgramEffect } from './us-ofac-programs.js'
import { elementsAt, readXml, textIn, type XmlElement } from './xml.js'

/**
 * OFAC's standard XML: sdn.xml and consolidated.xml (schema xml.xsd, whose element really is spelled
 * `publshInformation`). The file states how many entries it holds, so one that lost some is known.
 */

/** What the head of the file says. */
interface Head {
  readonly published: CalendarDate | null
  readonly count: string
}

/** Reads sdn.xml or consolidated.xml; `published` is its Publish_Date. */
export function parseOfacXml(list: ListId, file: ListFile): Snapshot {
  const log = new IssueLog()
  const listings: Listing[] = []
  const ids = new Map<string, number>()
  let head: Head = { published: null, count: '' }
  readXml(file, { root: 'sdnList' }, (record) => {
    if (record.name === 'publshInformation') head = readHead(record, log)
    else if (record.name === 'sdnEntry') listings.push(readEntry(list, record, ids, log))
    else throw unreadable(file.name, `expected sdnEntry, got ${record.name.slice(0, 80)}`)
  })
  if (listings.length === 0)
    throw unreadable(file.name, 'expected entries, got none; download the file again')
  if (head.count !== String(listings.length)) {
    const message = `expected as many entries as Record_Count says, "${head.count}", got ${listings.length}; the file may be a part`
    log.add('record-count', 'publshInformation', message)
  }
  return snapshotOf(list, [file], {
    published: head.published,
    listings,
    log,
  })
}

function readHead(record: XmlElement, log: IssueLog): Head {
  const written = textIn(record, 'Publish_Date')
  const published = usDate(written)
  if (published === null)
    log.add(
      'no-date',
      'publshInformation',
      `expected Publish_Date as mm/dd/yyyy, got "${written.slice(0, 40)}"`,
    )
  return { published, count: textIn(record, 'Record_Count') }
}

function readEntry(list: ListId, entry: XmlElement, ids: Map<string, number>, log: IssueLog): Listing {
  const uid = textIn(entry, 'uid')
  const where = `sdnEntry ${uid}`
  if (!/^\d{1,10}$/.test(uid)) throw unreadable(where, 'expected the number of an entry in uid')
  const id = uniqueId(ids, uid)
  if (id !== uid) log.add('duplicate-id', where, `uid ${uid} is there already; kept as ${id}`)
  return withProgramEffect(toListing(list, { ...readParty(entry, where, log), uid: id }, where, log))
}

function readParty(entry: XmlElement, where: string, log: IssueLog): Party {
  const aliases = elementsAt(entry, 'akaList', 'aka').flatMap((aka) =>
    toName(
      nameIn(aka),
      textIn(aka, 'type') || 'a.k.a.',
      textIn(aka, 'category') === 'weak' ? 'weak' : 'strong',
      where,
      log,
    ),
  )
  return {
    uid: textIn(entry, 'uid'),
    // Before 2022 some entries of the non-SDN lists had nspType instead.
    type: textIn(entry, 'sdnType') || textIn(entry, 'nspType'),
    names: [...toName(nameIn(entry), '', 'strong', where, log), ...aliases],
    addresses: elementsAt(entry, 'addressList', 'address').flatMap((address) => toAddress(partsOf(address))),
    programs: elementsAt(entry, 'programList', 'program').map(({ text }) => text),
    details: detailsOf(entry),
    relationships: [],
    remarks: textIn(entry, 'remarks'),
  }
}

function nameIn(element: XmlElement): string {
  return joinName(textIn(element, 'lastName'), textIn(element, 'firstName'))
}

function partsOf(address: XmlElement): AddressParts {
  return {
    lines: ['address1', 'address2', 'address3'].map((line) => textIn(address, line)),
    city: textIn(address, 'city'),
    region: textIn(address, 'stateOrProvince'),
    postalCode: textIn(address, 'postalCode'),
    area: textIn(address, 'region'),
    country: textIn(address, 'country'),
  }
}

/** Lists of statements: the list, its items, the element with the value, our word. */
const statements = [
  ['nationalityList', 'nationality', 'country', 'nationality'],
  ['citizenshipList', 'citizenship', 'country', 'citizen'],
  ['dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth', 'DOB'],
  ['placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth', 'POB'],
] as const

/** What vesselInfo says, in the words of the legacy files' columns. */
const vesselColumns = [
  ['callSign', 'Vessel call sign'],
  ['vesselFlag', 'Vessel flag'],
  ['vesselType', 'Vessel type'],
  ['tonnage', 'Tonnage'],
  ['grossRegisteredTonnage', 'Gross registered tonnage'],
  ['vesselOwner', 'Vessel owner'],
] as const

function detailsOf(entry: XmlElement): readonly Detail[] {
  const [vessel] = elementsAt(entry, 'vesselInfo')
  return [
    ...state('Title', textIn(entry, 'title')),
    ...vesselColumns.flatMap(([name, label]) => state(label, textIn(vessel, name))),
    ...statements.flatMap(([group, item, value, label]) =>
      elementsAt(entry, group, item).flatMap((one) => state(label, textIn(one, value))),
    ),
    ...elementsAt(entry, 'idList', 'id').map(toDetail),
  ]
}

function state(label: string, value: string): readonly Detail[] {
  return value === '' ? [] : [{ label, value, notes: [], document: false }]
}

function toDetail(id: XmlElement): Detail {
  const country = textIn(id, 'idCountry')
  const notes = [
    ['issued', textIn(id, 'issueDate')],
    ['expires', textIn(id, 'expirationDate')],
  ].flatMap(([word, date]) => (date === '' ? [] : [`${word} ${date}`]))
  return {
    label: textIn(id, 'idType') || 'Id',
    value: textIn(id, 'idNumber'),
    ...(country === '' ? {} : { country }),
    notes,
    document: false,
  }
}
