import { readFileSync } from 'node:fs'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'

/**
 * Reads 100 MB of one element in each format, in a process of its own whose memory is bounded, and prints what came of
 * each and how many megabytes all of it took beside the file.
 */

const SIZE = 100_000_000
const buffer = new Uint8Array(SIZE + 1_000_000)

/** A file that repeats `unit` between two texts. */
function huge(before: string, unit: string, after: string): Uint8Array {
  const head = strToU8(before)
  const piece = strToU8(unit)
  buffer.set(head)
  buffer.set(piece, head.length)
  for (let length = piece.length; length < SIZE; length *= 2)
    buffer.copyWithin(head.length + length, head.length, head.length + Math.min(length, SIZE - length))
  const end = head.length + SIZE - (SIZE % piece.length)
  const tail = strToU8(after)
  buffer.set(tail, end)
  return buffer.subarray(0, end + tail.length)
}

const text = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'latin1')

interface Form {
  readonly list: string
  readonly path: string
  /** The text before the place where the file swells. */
  readonly mark: string
}

const markup: readonly Form[] = [
  { list: 'un-sc', path: 'un-sc/consolidated.xml', mark: '<FIRST_NAME>' },
  { list: 'eu-fsf', path: 'eu-fsf/xml-1.1.xml', mark: '<remark>' },
  { list: 'eu-fsf', path: 'eu-fsf/whole.xml', mark: '<LASTNAME>' },
  { list: 'uk-sanctions', path: 'uk-sanctions/list.xml', mark: '<Name6>' },
  { list: 'ch-seco', path: 'ch-seco/whole.xml', mark: '<value>' },
  { list: 'ca-sema', path: 'ca-sema/sema.xml', mark: '<LastName>' },
  { list: 'us-ofac-sdn', path: 'us-ofac/sdn.xml', mark: '<lastName>' },
  { list: 'us-ofac-sdn', path: 'us-ofac/advanced.xml', mark: '<Comment>' },
  { list: 'us-ofac-sdn', path: 'us-ofac/enhanced.xml', mark: '<formattedFullName>' },
]
const markupUnits = ['x', '&amp;', '&#x41;', '<a/>', '<a>', '<!--x', '<![CDATA[x', '<?x ', '<a b="', ' ', 'é']

const rows: readonly Form[] = [
  { list: 'us-csl', path: 'us-csl/all-quoted.csv', mark: '\n"' },
  { list: 'us-csl', path: 'us-csl/all-quoted.tsv', mark: '\n"' },
  { list: 'us-ofac-sdn', path: 'us-ofac/sdn.csv', mark: ',"' },
  { list: 'us-ofac-sdn', path: 'us-ofac/sdn.del', mark: '@"' },
  { list: 'us-ofac-sdn', path: 'us-ofac/sdn.pip', mark: '|"' },
  { list: 'us-ofac-sdn', path: 'us-ofac/sdn.ff', mark: ' ' },
  { list: 'us-bis-dpl', path: 'us-bis/dpl.txt', mark: '\n"' },
  { list: 'us-bis-entity', path: 'us-bis/el.csv', mark: '\n' },
  { list: 'us-bis-uvl', path: 'us-bis/uvl.csv', mark: '\n' },
  { list: 'us-bis-meu', path: 'us-bis/meu.csv', mark: '\n' },
  { list: 'us-state-dtc', path: 'us-state/itar_debarred_party_list_11062019.csv', mark: '\n' },
  { list: 'us-state-isn', path: 'us-state/isn.csv', mark: '\n' },
  { list: 'eu-fsf', path: 'eu-fsf/csv-1.1.csv', mark: '\n' },
  { list: 'uk-sanctions', path: 'uk-sanctions/list.csv', mark: '\n' },
  { list: 'uk-ofsi', path: 'uk-ofsi/layout-2022.csv', mark: '\n' },
  { list: 'opensanctions', path: 'opensanctions/targets-16.csv', mark: '\n' },
]
const rowUnits = ['x', ',', '\t', ';', '"",', '""']

const json: readonly Form[] = [
  { list: 'us-csl', path: 'us-csl/envelope.json', mark: '"name": "' },
  { list: 'jp-meti', path: 'jp-meti/jp.json', mark: '[' },
  { list: 'cn-mofcom', path: 'cn-mofcom/cn.json', mark: '[' },
  { list: 'opensanctions', path: 'opensanctions/entities.ftm.json', mark: '{' },
  { list: 'opensanctions', path: 'opensanctions/senzing.json', mark: '{' },
  { list: 'opensanctions', path: 'opensanctions/targets.nested.json', mark: '{' },
]
const jsonUnits = ['x', '[', '{"a":', '{},', '1,', '"ab",', '\\u0041']

function* swollen(forms: readonly Form[], units: readonly string[]) {
  for (const { list, path, mark } of forms) {
    const whole = text(path)
    const at = whole.indexOf(mark)
    if (at < 0) throw new Error(`${path} has no ${mark}`)
    for (const unit of units) {
      const [before, after] = [whole.slice(0, at + mark.length), whole.slice(at + mark.length)]
      const name = path.slice(path.indexOf('/') + 1)
      yield { title: `${path} ${JSON.stringify(unit)}`, list, name, bytes: huge(before, unit, after) }
    }
  }
}

/** A workbook of one part that is huge and does not pack too well for its size. */
function sheet(parts: Readonly<Record<string, string>>, name: string, before: string, after: string) {
  const bytes = huge(before, 'x', after).slice(0)
  let state = 1
  for (let at = before.length; at < before.length + SIZE; at += 90) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    bytes[at] = 97 + ((state >> 16) % 26)
  }
  const small: Zippable = Object.fromEntries(Object.entries(parts).map(([key, xml]) => [key, strToU8(xml)]))
  return zipSync({ ...small, [name]: bytes }, { level: 1 })
}

const packed = () => [
  {
    title: 'xlsx with one text',
    list: 'au-dfat',
    bytes: sheet(
      {
        'xl/workbook.xml': '<workbook><sheets><sheet r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c></row></sheetData></worksheet>',
      },
      'xl/sharedStrings.xml',
      '<sst><si><t>',
      '</t></si></sst>',
    ),
  },
  {
    title: 'ods with one paragraph',
    list: 'uk-sanctions',
    bytes: sheet(
      {},
      'content.xml',
      '<d xmlns:table="t" xmlns:text="x"><table:table><table:table-row><table:table-cell><text:p>',
      '</text:p></table:table-cell></table:table-row></table:table></d>',
    ),
  },
]

function read(title: string, list: string, name: string, bytes: Uint8Array): void {
  let result = 'read'
  try {
    parseList(list, [{ name, bytes }])
  } catch (error) {
    result = error instanceof ConsigneeError ? error.code : String(error)
  }
  process.stdout.write(`${title}: ${result}\n`)
}

buffer.fill(1)
const before = process.memoryUsage.rss()
for (const [forms, units] of [
  [markup, markupUnits],
  [rows, rowUnits],
  [json, jsonUnits],
] as const)
  for (const { title, list, name, bytes } of swollen(forms, units)) read(title, list, name, bytes)
const peak = process.resourceUsage().maxRSS * 1_024
for (const { title, list, bytes } of packed()) read(title, list, '', bytes)
process.stdout.write(`grown by ${Math.round((peak - before) / 1e6)} MB\n`)
