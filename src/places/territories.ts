import table from '../../data/places/territories.json' with { type: 'json' }
import type { PlaceReading, Territory } from '../model/place.js'
import { fold } from '../text/fold.js'

/** Every territory of the table, in code order: states, parts of states, former states. */
export const territories: readonly Territory[] = table.territories

/** One territory that a name can mean, and what kind of name it is. */
export interface NamedPlace {
  readonly territory: Territory
  readonly how: Exclude<PlaceReading['how'], 'code' | 'misspelled'>
}

/** A name that means several territories. */
export interface AmbiguousName {
  /** The name, folded. */
  readonly key: string
  /** Territory codes, at least two. */
  readonly readings: readonly string[]
  /** The reading that the bare name usually has; none where only more information can tell. */
  readonly principal?: string
  /** Why; `city` marks the name of a city. */
  readonly note?: string
}

interface Gazetteer {
  /** By every code in capitals: alpha-2, alpha-3, part of a state, former state. */
  readonly byCode: ReadonlyMap<string, Territory>
  /** By folded name, and by the same without spaces. */
  readonly byName: ReadonlyMap<string, readonly NamedPlace[]>
  readonly ambiguous: ReadonlyMap<string, AmbiguousName>
}

let built: Gazetteer | undefined

/** The lookup tables, built at the first question: folding ten thousand names is not free. */
function gazetteer(): Gazetteer {
  built ??= build()
  return built
}

function build(): Gazetteer {
  const byName = new Map<string, NamedPlace[]>()
  const add = (name: string, place: NamedPlace) => {
    const key = fold(name)
    const places = byName.get(key)
    if (key === '') return
    if (!places) byName.set(key, [place])
    else if (!places.some((known) => known.territory === place.territory)) places.push(place)
  }
  for (const territory of territories) {
    const former = territory.successors !== undefined
    add(territory.name, { territory, how: former ? 'historic' : 'name' })
    for (const alias of territory.aliases) add(alias, { territory, how: former ? 'historic' : 'alias' })
    for (const clue of territory.clues ?? []) add(clue, { territory, how: 'city' })
  }
  for (const [key, places] of [...byName]) {
    const joined = key.replaceAll(' ', '')
    if (!byName.has(joined)) byName.set(joined, places)
  }
  return {
    // Former states first, so that a code in use today wins.
    byCode: new Map(
      [...territories]
        .sort((a, b) => Number(b.successors !== undefined) - Number(a.successors !== undefined))
        .flatMap((territory) => codesOf(territory).map((code) => [code, territory] as const)),
    ),
    byName,
    ambiguous: new Map(table.ambiguous.map((row) => [fold(row.key), row])),
  }
}

function codesOf({ code, alpha3 }: Territory): string[] {
  return alpha3 === undefined ? [code] : [code, alpha3]
}

/** Two letters, a hyphen, eight letters. */
const MAX_CODE_LENGTH = 11

/**
 * The territory with this code, in any case: ISO 3166 alpha-2 or alpha-3, the code of a part of a state (`UA-43`),
 * or of a former state (`SUHH`). Undefined when there is none.
 */
export function findTerritory(code: string): Territory | undefined {
  return code.length > MAX_CODE_LENGTH ? undefined : gazetteer().byCode.get(code.toUpperCase())
}

/** What a folded name can mean; empty when unknown. Spaces may be missing, a leading "the" is ignored. */
export function findByName(key: string): readonly NamedPlace[] {
  const { byName } = gazetteer()
  const found = byName.get(key) ?? byName.get(key.replaceAll(' ', ''))
  if (found) return found
  return key.startsWith('the ') ? (byName.get(key.slice(4)) ?? []) : []
}

/** The row for a folded name that must not be resolved to one territory without more information. */
export function findAmbiguous(key: string): AmbiguousName | undefined {
  return gazetteer().ambiguous.get(key)
}

/** All folded names that can be looked up, in a fixed order. */
export function placeNames(): readonly string[] {
  return [...gazetteer().byName.keys()]
}

/** The state a territory belongs to: its parent, or itself. */
export function stateOf(code: string): string {
  return findTerritory(code)?.parent ?? code
}

/**
 * States under whose name a territory is also written in addresses, besides the state it belongs to: the power that
 * occupies or claims it, and sovereign states of areas that have an ISO code of their own.
 */
const alsoWrittenUnder: ReadonlyMap<string, string> = new Map([
  ['UA-43', 'RU'],
  ['UA-40', 'RU'],
  ['UA-14', 'RU'],
  ['UA-09', 'RU'],
  ['UA-65', 'RU'],
  ['UA-23', 'RU'],
  ['GE-AB', 'RU'],
  ['GE-SO', 'RU'],
  ['CY-TRNC', 'TR'],
  ['AZ-NK', 'AM'],
  ['HK', 'CN'],
  ['MO', 'CN'],
  ['TW', 'CN'],
  ['XK', 'RS'],
  ['EH', 'MA'],
  ['PS', 'IL'],
  ['PR', 'US'],
  ['GU', 'US'],
  ['VI', 'US'],
  ['AS', 'US'],
  ['MP', 'US'],
  ['GG', 'GB'],
  ['JE', 'GB'],
  ['IM', 'GB'],
  ['GI', 'GB'],
  ['CW', 'NL'],
  ['AW', 'NL'],
  ['SX', 'NL'],
  ['BQ', 'NL'],
  ['GL', 'DK'],
  ['FO', 'DK'],
  ['AX', 'FI'],
  ['RE', 'FR'],
  ['GP', 'FR'],
  ['MQ', 'FR'],
  ['GF', 'FR'],
])

/** Whether addresses in `territory` may name `state` as their country. */
export function isWrittenUnder(territory: string, state: string): boolean {
  if (territory === state) return true
  return stateOf(territory) === state || alsoWrittenUnder.get(territory) === state
}
