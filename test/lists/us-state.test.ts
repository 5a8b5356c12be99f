import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { type ListFile, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

const fixtures = new URL('../fixtures/us-state/', import.meta.url)
const file = (name: string, as = name): ListFile => ({
  name: as,
  bytes: new Uint8Array(readFileSync(new URL(name, fixtures))),
})
const text = (name: string, written: string): ListFile => ({ name, bytes: new TextEncoder().encode(written) })
const codes = (snapshot: Snapshot) => snapshot.issues.map(({ code }) => code)
const names = (snapshot: Snapshot) =>
  snapshot.listings.map((listing) => listing.names.map(({ name }) => name))

describe('the parties debarred under the ITAR', () => {
  const snapshot = parseList('us-state-dtc', [file('itar_debarred_party_list_11062019.csv')])

  it('are one listing for each row, with the other names that stand in the name', () => {
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(names(snapshot)).toEqual([
      ['Otter & C Trade, Inc.'],
      ['Varnomir, Tolbek', 'Tolly Varnomir', 'T. Otter'],
      ['Quill, Ada'],
      ['Quill, Ada'],
    ])
    expect(new Set(snapshot.listings.map(({ id }) => id)).size).toBe(4)
  })

  it('have a birth date in months; who has one is a person', () => {
    expect(snapshot.listings[1]).toMatchObject({
      kind: 'person',
      birthDates: [{ text: 'March,, 1965', earliest: '1965-03-01', latest: '1965-03-31' }],
    })
    expect(snapshot.listings[0]).toMatchObject({ kind: null, birthDates: [] })
  })

  it('are cited by the notice and its correction, without the spaces of Windows-1252', () => {
    expect(snapshot.listings[0]).toMatchObject({ citation: '67 FR 00001', listedOn: '2002-03-05' })
    expect(snapshot.listings[2]).toMatchObject({
      citation: '84 FR 00003; 57 FR 00004 (corrected notice)',
      remarks: 'Corrected notice date: 8/18/1992',
    })
  })

  it('are reported where a date cannot be read, and keep its text', () => {
    expect(codes(snapshot)).toEqual(['bad-date', 'bad-birth-date'])
    expect(snapshot.listings[3]).toMatchObject({
      listedOn: null,
      remarks: 'Notice date: Nov 2019',
      birthDates: [{ text: 'unknown', earliest: null, latest: null }],
    })
  })

  it('are dated by the name of the file, else by the newest notice', () => {
    expect(snapshot.published).toBe('2019-11-06')
    const unnamed = parseList('us-state-dtc', file('itar_debarred_party_list_11062019.csv').bytes)
    expect(unnamed.published).toBe('2019-11-06')
    const odd = parseList('us-state-dtc', [file('itar_debarred_2018_layout.csv', 'list_13452019.csv')])
    expect(odd.published).toBeNull()
    expect(codes(odd)).toEqual(['doubtful-date', 'doubtful-date'])
  })

  it('are read in the layout of 2018', () => {
    const old = parseList('us-state-dtc', [file('itar_debarred_2018_layout.csv')])
    expect(names(old)).toEqual([['Otter, Antonio'], ['Far Otter Company, Inc.', 'FOTCO, Inc.']])
    expect(old.listings[1]).toMatchObject({ citation: '78 FR 00002', listedOn: '2013-02-05' })
  })
})

describe('the nonproliferation sanctions', () => {
  it('of 31 columns are one listing for each party and program', () => {
    const snapshot = parseList('us-state-isn', [file('isn.csv')])
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(snapshot.issues).toEqual([])
    expect(snapshot.published).toBe('2016-06-28')
    expect(snapshot.listings.map(({ programs }) => programs)).toEqual([
      ['INKSNA'],
      ['E.O. 13382'],
      ['Export-Import Bank Act'],
    ])
    expect(snapshot.listings[0]).toMatchObject({
      authority: 'US Department of State',
      addresses: [{ text: 'RU', country: 'RU' }],
      citation: 'Vol. 81, No. 128, 07/05/2016',
      url: 'http://www.state.example/isn',
    })
    expect(snapshot.listings[1]?.remarks).toBe('Remarks/notes: Procurement ban ended 02/03')
  })

  it('write other names after aka, divided by commas, with legal forms after commas too', () => {
    const snapshot = parseList('us-state-isn', [file('isn.csv')])
    expect(names(snapshot)[0]).toEqual(['Otter Repair Plant (ORP) (Kaliningrad)'])
    expect(names(snapshot)[1]).toEqual(['Khata’ib Otter', 'Otter Trading Corp.', 'Otter Co., Ltd.'])
  })

  it('of seven columns (2013) have an end where a day is given, else the words in the remarks', () => {
    const snapshot = parseList('us-state-isn', [file('isn-2013.csv')])
    expect(names(snapshot)).toEqual([
      ['7th of Otter'],
      [
        'Dalian Otter Industries (China)',
        'OTMT (Dalian) Minerals Co.',
        'OTMT Economic Organization',
        'Otter Industry Company Ltd.',
      ],
      ['Certain activities of the Otters'],
    ])
    expect(snapshot.listings[0]).toMatchObject({ listedOn: '2008-07-08', expiresOn: '2010-09-26' })
    expect(snapshot.listings[1]).not.toHaveProperty('expiresOn')
    expect(snapshot.listings[1]?.remarks).toContain('09/19/05; Permanently waived on 03/18/07')
    expect(snapshot.listings[2]).toMatchObject({ listedOn: null, remarks: 'Effective date: N/A' })
    expect(codes(snapshot)).toEqual(['bad-date', 'bad-date', 'doubtful-date', 'doubtful-date'])
  })

  it('with line ends of either kind are the same', () => {
    const crlf = new TextDecoder('latin1').decode(file('isn-2013.csv').bytes).replaceAll('\n', '\r\n')
    expect(parseList('us-state-isn', [text('isn.csv', crlf)]).listings).toEqual(
      parseList('us-state-isn', [file('isn-2013.csv')]).listings,
    )
  })
})

describe('a file of State that must not be used', () => {
  const dtc = new TextDecoder('latin1').decode(file('itar_debarred_party_list_11062019.csv').bytes)
  const isn = new TextDecoder('latin1').decode(file('isn.csv').bytes)
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['us-state-dtc', 'is the other list', isn, 'expected the columns party name or debarred party'],
    ['us-state-isn', 'is the other list', dtc, 'expected the columns name'],
    ['us-state-dtc', 'ends inside quotes', dtc.slice(0, dtc.lastIndexOf('"')), 'expected a closing quote'],
    ['us-state-isn', 'ends inside a row', isn.slice(0, isn.lastIndexOf('7/1/2015')), 'the file is cut'],
    ['us-state-dtc', 'is a web page', '<!doctype html><p>', 'HTML page'],
    ['us-state-isn', 'is UTF-16', [...isn].join('\0'), 'got the byte 0'],
  ]
  it.each(cases)('%s: it %s', (list, _, written, message) => {
    const files = [text('x.csv', written)]
    expect(() => parseList(list, files)).toThrow(ConsigneeError)
    expect(() => parseList(list, files)).toThrow(message)
  })
})
