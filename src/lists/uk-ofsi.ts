import type { ListFile, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { makeSnapshot, onlyFile } from './snapshot.js'
import { IssueLog } from './source.js'
import { readTable } from './table.js'
import { ukListing } from './uk-entry.js'
import type { UkField, UkPiece } from './uk-fields.js'
import { joinRows, preambleDate } from './uk-sanctions.js'
import { asUtf8 } from './windows-1252.js'
import { isZip } from './zip.js'

/**
 * OFSI's Consolidated List (ConList), closed in January 2026: csv and xlsx, with 29 columns until 2022 and 36 since.
 * Older csv is in the code page of Windows. Since 2022 the column Other Information holds fields of its own, each
 * after its label in parentheses: `(UK Sanctions List Ref):GHR0086. (Gender):Male`.
 */

/** 2,100 groups in 2018, 4,686 in 2025. */
const FEWEST = 1_500

const labels: ReadonlyMap<string, UkField> = new Map([
  ['UK Sanctions List Ref', 'id'],
  ['UK Statement of Reasons', 'reasons'],
  ['UN Ref', 'unRef'],
  ['Gender', 'gender'],
  ['Phone number', 'phone'],
  ['Email address', 'email'],
  ['Website', 'website'],
  ['Type of entity', 'entityType'],
  ['Parent company', 'parent'],
  ['Subsidiaries', 'subsidiary'],
  ['Business Reg No', 'businessNumber'],
  ['IMO number', 'imo'],
  ['Flag of ship', 'flag'],
  ['Previous flags', 'formerFlag'],
  ['Type of ship', 'shipType'],
  ['Tonnage of ship', 'tonnage'],
  ['Length of ship', 'length'],
  ['Year built', 'built'],
  ['Current owners', 'owner'],
])

/** Reads csv or xlsx of either layout, told by the content; `published` is the day in the first line. */
export function parseOfsi(list: ListId, files: readonly ListFile[]): Snapshot {
  const given = onlyFile(list, files)
  const file = isZip(given.bytes) ? given : asUtf8(given)
  const log = new IssueLog()
  const table = readTable(file, ['Name 6', 'Group Type', 'Group ID'], log)
  const entries = joinRows(table, 'Group ID', file, log)
  const listings = [...entries].map(([id, pieces]) =>
    ukListing(list, id, 'UK OFSI', pieces.map(openOther), log),
  )
  return makeSnapshot(list, files, { listings, published: preambleDate(table), fewest: FEWEST, log })
}

/** Takes the labeled fields out of Other Information; what is said without a label stays. */
function openOther(piece: UkPiece): UkPiece {
  const other = piece.fields.get('other') ?? ''
  const marks = [...other.matchAll(/\(([A-Za-z ]{3,40})\): ?/g)].filter(([, label = '']) => labels.has(label))
  if (marks.length === 0) return piece
  const fields = new Map(piece.fields)
  const before = other.slice(0, marks[0]!.index).trim()
  fields.delete('other')
  const add = (field: UkField, value: string) => {
    if (value !== '') fields.set(field, fields.has(field) ? `${fields.get(field)}; ${value}` : value)
  }
  add('other', before)
  for (const [index, mark] of marks.entries()) {
    const field = labels.get(mark[1]!)!
    const text = other.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? other.length).trim()
    // What is said after a reference has no label of its own.
    const [, reference, rest] = (field === 'id' && /^([A-Z]{3}\d{4})\.?\s+(\S[\s\S]*)$/.exec(text)) || []
    if (reference !== undefined) add('other', rest!)
    add(field, reference ?? (field === 'reasons' ? text : text.replace(/\.$/, '').trim()))
  }
  return { ...piece, fields }
}
