/**
 * Counts of real files, made without the parsers: csv by a small state machine, XML by regular expressions, so that a
 * mistake of a parser is not repeated here.
 */

/** How many names and addresses an entry has, each counted once. */
export interface Counted {
  readonly names: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const plain = (xml: string): string =>
  oneLine(xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ''))

/** Cells of a csv text, one character at a time. */
export function cellsOf(text: string, delimiter = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === delimiter || character === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (character === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

/** Rows as entries: `keyOf` names the entry, `namesOf` and `addressesOf` what the row says of it. */
export function group<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  namesOf: (row: T) => readonly string[],
  addressesOf: (row: T) => readonly string[],
): Map<string, Counted> {
  const entries = new Map<string, { names: Set<string>; addresses: Set<string> }>()
  for (const row of rows) {
    const entry = entries.get(keyOf(row)) ?? { names: new Set(), addresses: new Set() }
    entries.set(keyOf(row), entry)
    for (const name of namesOf(row)) if (oneLine(name) !== '') entry.names.add(oneLine(name))
    for (const address of addressesOf(row)) if (oneLine(address) !== '') entry.addresses.add(oneLine(address))
  }
  return entries
}

export const total = (entries: ReadonlyMap<string, Counted>, what: keyof Counted): number =>
  [...entries.values()].reduce((sum, entry) => sum + entry[what].size, 0)
