import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import { type CalendarDate, isCalendarDate, type ListId } from '../model/vocabulary.js'
import { isPlausible, newestDay, parseBirthDate, usDate } from './dates.js'
import { filled, onlyFile } from './snapshot.js'
import { IssueLog, snapshotOf } from './source.js'
import { readSheet, type SheetRow, startListing } from './us-sheet.js'

/**
 * The statutorily debarred parties of the Department of State (ITAR, 22 CFR 127.7): a row for each party and notice.
 * The header was reworded between 2018 and 2019. Other names stand in the name, `Doe, Jo (a.k.a. Jo Roe; J. Roe)`;
 * birth dates are a month, `November, 1975`. The file's name ends with its date, `…_11062019.csv`. It has no end mark:
 * one that is cut exactly after a row looks whole.
 */

const nameColumns = ['party name', 'debarred party full name and alias']
const noticeColumns = ['federal register notice', 'notice']
const required = [nameColumns, ['date of birth'], noticeColumns, ['notice date']]

/**
 * Reads the csv file. `published` is the day in its name, else the newest notice that another one supports.
 * @throws ConsigneeError `unreadable-list` for more than one file and whatever `readSheet` refuses.
 */
export function parseDtc(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const ids = new Map<string, number>()
  const listings = readSheet(file, ',', required, log).map((row) => toListing(list, row, ids, log))
  return snapshotOf(list, files, {
    published:
      dayInName(file.name) ??
      newestDay(
        listings.map(({ listedOn }) => listedOn),
        'notice date',
        log,
      ),
    listings,
    log,
  })
}

/** `itar_debarred_party_list_11062019.csv` → 2019-11-06. */
function dayInName(name: string): CalendarDate | null {
  const digits = /_(\d{2})(\d{2})(\d{4})\.csv$/i.exec(name)
  const day = digits ? `${digits[3]}-${digits[1]}-${digits[2]}` : ''
  return isCalendarDate(day) && isPlausible(day) ? day : null
}

function toListing(list: ListId, row: SheetRow, ids: Map<string, number>, log: IssueLog): Listing {
  const { where, values } = row
  const first = (columns: readonly string[]) =>
    columns.map((column) => values.get(column)).find((value) => value !== undefined)
  const name = first(nameColumns) ?? ''
  const notice = first(noticeColumns)
  const corrected = values.get('corrected notice')
  const noticeDate = values.get('notice date') ?? ''
  const listedOn = usDate(noticeDate)
  if (listedOn === null)
    log.add('bad-date', where, `expected a notice date as m/d/yyyy, got "${noticeDate.slice(0, 40)}"`)
  const born = values.get('date of birth')
  const birthDates = born === undefined ? [] : [parseBirthDate(born)]
  if (birthDates[0]?.earliest === null)
    log.add('bad-birth-date', where, `expected a birth date, got "${born}"`)
  const citation = [notice, corrected === undefined ? undefined : `${corrected} (corrected notice)`]
    .filter((text) => text !== undefined)
    .join('; ')
  const remarks = [
    ...(listedOn === null && noticeDate !== '' ? [`Notice date: ${noticeDate}`] : []),
    ...(values.has('corrected notice date')
      ? [`Corrected notice date: ${values.get('corrected notice date')}`]
      : []),
  ]
  const source = { list, tag: 'DTC', authority: 'US Department of State' }
  return {
    ...startListing(source, { where, name, addresses: [], notice }, ids, log),
    kind: born === undefined ? null : 'person',
    birthDates,
    listedOn,
    ...filled({ remarks: remarks.join('\n'), citation }),
  }
}
