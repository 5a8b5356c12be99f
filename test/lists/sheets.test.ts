import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { IssueLog } from '../../src/lists/source.js'
import { readTable } from '../../src/lists/table.js'
import { asUtf8 } from '../../src/lists/windows-1252.js'
import { readZip, unpack } from '../../src/lists/zip.js'
import { odsOf, utf8, xlsxOf } from './world-fixtures.js'

const read = (bytes: Uint8Array, log = new IssueLog()) => readTable({ name: 'list', bytes }, ['A'], log)
const cells = (bytes: Uint8Array) => {
  const { columns, rows } = read(bytes)
  return rows.map((row) => columns.map((column) => row.raw(column)))
}

/** A workbook by hand, for what a writer would not write. */
const workbook = (sheet: string, more: Record<string, string> = {}, level: 0 | 9 = 9) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level },
  )
const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>'

describe('xlsx', () => {
  it('reads texts, numbers, booleans and days as another library wrote them', async () => {
    const bytes = await xlsxOf([
      ['A', 'B'],
      ['x', 12.5],
      [true, '2024-02-29'],
      ['ä 日本', null],
      [null, 'last'],
    ])
    expect(cells(bytes)).toEqual([
      ['x', '12.5'],
      ['TRUE', '2024-02-29'],
      ['ä 日本', ''],
      ['', 'last'],
    ])
  })

  it('reads rich texts without hints of pronunciation, and escaped characters', () => {
    const shared =
      '<sst><si><r><t>Nor</t></r><r><t xml:space="preserve">vex </t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si><si><t>a_x000D_b</t></si></sst>'
    const sheet = `${header}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>`
    expect(cells(workbook(sheet, { 'xl/sharedStrings.xml': shared }))).toEqual([['Norvex ', 'a\rb']])
  })

  it('reads days before March 1900, of 1904 workbooks, and formats that only look like days', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;day&quot; 0.0"/><numFmt numFmtId="171" formatCode="dd\\-mmm\\-yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>'
    const sheet = `${header}<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>61</v></c></row><row r="3"><c r="A3" s="2"><v>7</v></c><c r="B3" s="3"><v>45351.75</v></c></row>`
    expect(cells(workbook(sheet, { 'xl/styles.xml': styles }))).toEqual([
      ['1900-01-01', '1900-03-01'],
      ['7', '2024-02-29'],
    ])
    const from1904 =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>'
    expect(cells(workbook(sheet, { 'xl/styles.xml': styles, 'xl/workbook.xml': from1904 }))[0]).toEqual([
      '1904-01-02',
      '1904-03-02',
    ])
  })

  it('reads the first sheet and says that there are more', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'One', rows: [['A'], ['x']] },
        { name: 'Two', rows: [['A'], ['y']] },
      ],
    })
    const log = new IssueLog()
    expect(read(bytes, log).rows).toHaveLength(1)
    expect(log.issues.map(({ code }) => code)).toEqual(['more-sheets'])
  })

  it('refuses a text that is not in the table of texts', () => {
    expect(() => cells(workbook(`${header}<row r="2"><c r="A2" t="s"><v>7</v></c></row>`))).toThrow(
      /shared text 7/,
    )
  })

  it('refuses a cell or row beyond any sheet', () => {
    expect(() => cells(workbook(`${header}<row r="2"><c r="ZZZZ2"><v>7</v></c></row>`))).toThrow(
      /beyond all bounds/,
    )
    expect(() => cells(workbook(`${header}<row r="99999999"><c r="A9"><v>7</v></c></row>`))).toThrow(/rows/)
  })
})

describe('ods', () => {
  it('reads texts, numbers and days as another library wrote them', async () => {
    const bytes = await odsOf([
      ['A', 'B'],
      ['x  y', 12.5],
      ['ä 日本', '2024-02-29'],
      [null, 'last'],
    ])
    expect(cells(bytes)).toEqual([
      ['x  y', '12.5'],
      ['ä 日本', '2024-02-29'],
      ['', 'last'],
    ])
  })

  const content = (rows: string) =>
    zipSync({
      'content.xml': strToU8(
        `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    })
  const cell = (text: string, more = '') =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`

  it('repeats rows and cells, and leaves out the empty ones up to the end of the sheet', () => {
    const bytes = content(
      `<table:table-row>${cell('A')}${cell('B')}<table:table-cell table:number-columns-repeated="16382"/></table:table-row>` +
        `<table:table-row table:number-rows-repeated="2">${cell('x', 'table:number-columns-repeated="2"')}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    expect(cells(bytes)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ])
  })

  it('keeps lines of a cell, and leaves out comments on it', () => {
    const bytes = content(
      `<table:table-row>${cell('A')}</table:table-row><table:table-row><table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>one<text:s text:c="2"/>two</text:p><text:p>three</text:p></table:table-cell></table:table-row>`,
    )
    expect(cells(bytes)).toEqual([['one  two\nthree']])
  })

  it('refuses repeats without end', () => {
    const rows = (repeat: string) =>
      `<table:table-row>${cell('A')}</table:table-row><table:table-row ${repeat}>${cell('x', 'table:number-columns-repeated="900000000"')}</table:table-row>`
    expect(() => cells(content(rows('')))).toThrow(/beyond all bounds/)
    const many = `<table:table-row>${cell('A')}</table:table-row><table:table-row table:number-rows-repeated="900000000">${cell('x')}</table:table-row>`
    expect(() => cells(content(many))).toThrow(/list/)
  })
})

describe('hostile archives', () => {
  const bomb = (size: number) => zipSync({ 'xl/workbook.xml': new Uint8Array(size) }, { level: 9 })
  /** Changes the size that the directory states for the first part. */
  const declare = (bytes: Uint8Array, size: number) => {
    const copy = bytes.slice()
    const view = new DataView(copy.buffer)
    for (let at = copy.length - 46; at >= 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, size, true)
        return copy
      }
    throw new Error('no directory')
  }

  it('are refused by what they say they unpack to', () => {
    expect(() => cells(bomb(60_000_000))).toThrow(/unpacks to 60000000/)
    expect(() => cells(declare(bomb(1_000), 4_000_000_000))).toThrow(/unpacks to 4000000000/)
  })

  it('are stopped at the size that they state', () => {
    const bytes = declare(bomb(60_000_000), 1_000)
    const file = { name: 'bomb', bytes }
    const part = readZip(file).get('xl/workbook.xml')!
    let unpacked = 0
    expect(() => {
      for (const piece of unpack(file, part)) unpacked += piece.length
    }).toThrow(/expected 1000 bytes .* got more/)
    expect(unpacked).toBeLessThanOrEqual(1_000)
  })

  it('are refused for a wrong checksum, for encryption and for an unknown packing', () => {
    const bytes = workbook(header, {}, 0)
    const at = new TextDecoder('latin1').decode(bytes).indexOf('<t>B</t>')
    const changed = bytes.slice()
    changed[at + 3] = 0x43
    expect(() => cells(changed)).toThrow(/checksum/)
    const flagged = bytes.slice()
    const directory = bytes.length - 22 - new DataView(bytes.buffer).getUint32(bytes.length - 10, true)
    flagged[directory + 8] = 1
    expect(() => cells(flagged)).toThrow(/encrypted/)
    const packed = bytes.slice()
    packed[directory + 10] = 12
    expect(() => cells(packed)).toThrow(/method 12/)
  })

  it('with entities, document types or deep nesting in a part are refused', () => {
    const part = (sheet: string) => () => cells(workbook('', { 'xl/worksheets/sheet1.xml': sheet }))
    expect(part('<!DOCTYPE w [<!ENTITY a "b">]><worksheet/>')).toThrow(/document type/)
    expect(part('<worksheet>&bomb;</worksheet>')).toThrow(/well-formed/)
    expect(part('<a>'.repeat(70_000))).toThrow(/nested/)
    expect(part('<worksheet><sheetData>')).toThrow(/well-formed/)
  })

  it('of another kind are refused', () => {
    expect(() => cells(zipSync({ 'readme.txt': utf8('hello') }))).toThrow(/OpenDocument/)
    expect(() => cells(utf8('PK\u0003\u0004 and nothing else'))).toThrow(/directory of a zip/)
  })
})

describe('tables', () => {
  it('are found by their header, within the first ten rows', () => {
    expect(cells(utf8('title,\n a ,B\n1,2\n'))).toEqual([['1', '2']])
    expect(() => read(utf8('B,C\n1,2\n'))).toThrow(/header with "A", got "B, C"/)
  })

  it('are refused for a row of another length, and report a missing last line end', () => {
    expect(() => read(utf8('A,B\n1\n'))).toThrow(/expected 2 columns, got 1/)
    const log = new IssueLog()
    read(utf8('A,B\n1,2'), log)
    expect(log.issues.map(({ code }) => code)).toEqual(['no-final-newline'])
  })

  it('in the code page of Windows become UTF-8', () => {
    const bytes = Uint8Array.of(0x41, 0x80, 0x91, 0x96, 0xe9, 0x0a)
    expect(new TextDecoder().decode(asUtf8({ name: '', bytes }).bytes)).toBe('A€‘–é\n')
    expect(asUtf8({ name: '', bytes: utf8('é\n') }).bytes).toEqual(utf8('é\n'))
  })
})
