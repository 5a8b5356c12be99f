import { basename, dirname, extname } from 'node:path'
import { parsableLists } from '../index.js'

/** A name under which a publisher offers a list, and how its content begins where others use the same name. */
type Known = readonly [name: RegExp, list: string, start?: RegExp]

/** The first that fits holds. */
const byName: readonly Known[] = [
  [/^(consolidated|screening-?list|csl).*\.(csv|tsv|json)$/i, 'us-csl'],
  [/^(sdn|add|alt|sdn_comments)\.(csv|del|pip|ff)$/i, 'us-ofac-sdn'],
  [/^sdn(_advanced|_enhanced)?(\..*)?\.xml$/i, 'us-ofac-sdn'],
  [/^cons_(prim|add|alt|comments)\.(csv|del|pip|ff)$/i, 'us-ofac-cons'],
  [/^cons_(advanced|enhanced)\.xml$/i, 'us-ofac-cons'],
  [/^consolidated.*\.xml$/i, 'us-ofac-cons', /<(?:[\w-]+:)?sdnList[\s>]/],
  [/^dpl.*\.(txt|csv)$/i, 'us-bis-dpl'],
  [/^el\.csv$/i, 'us-bis-entity'],
  [/^uvl\.csv$/i, 'us-bis-uvl'],
  [/^meu\.csv$/i, 'us-bis-meu'],
  [/^itar_debarred.*\.csv$/i, 'us-state-dtc'],
  [/^isn(_\w+)?\.csv$/i, 'us-state-isn'],
  [/^(consolidated|un|un_consolidated|consolidatedlegacybyprn).*\.xml$/i, 'un-sc'],
  [/^(xml|csv)FullSanctionsList.*\.(xml|csv)$/i, 'eu-fsf'],
  // The UK Sanctions List is not offered as xlsx, OFSI's list is.
  [/^UK[-_ ]Sanctions[-_ ]List.*\.xlsx$/i, 'uk-ofsi'],
  [/^UK[-_ ]Sanctions[-_ ]List.*\.(xml|csv|ods)$/i, 'uk-sanctions'],
  [/^(sanctions)?ConList.*\.(csv|xlsx)$/i, 'uk-ofsi'],
  [/^seco.*\.xml$/i, 'ch-seco'],
  [/^sema-lmes.*\.xml$/i, 'ca-sema'],
  [/^regulation8_consolidated.*\.(xlsx|csv)$/i, 'au-dfat'],
  [/^(targets\.simple\.csv|targets\.nested\.json|entities\.ftm\.json|senzing\.json)$/i, 'opensanctions'],
]

/** What lists are written in. */
const formats: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.json', '.xml', '.xlsx', '.ods'])

/** Files that stand beside a list and are none: indexes of data sets, changes, descriptions. */
const beside = /^(index|statistics|delta|.*\.delta)\.json$|^(read|.*_readme)\.?.*\.txt$|.*spec\.txt$/i

/** Far enough into a file for the root of its XML. */
const SEARCHED = 4_096

/**
 * The list of a file: that of its folder where the folder is named by a list id, as a mirror is laid out; else by its
 * own name, and where two publishers use the same one by its content; else that of a folder further up (`un_sc/2026-02`).
 * Undefined where nothing tells.
 * @param path of the file; the last two folders of it count.
 */
export function listOfFile(path: string, bytes: () => Uint8Array): string | undefined {
  const [folder, name] = [dirname(path), basename(path)]
  if (name.startsWith('.')) return undefined
  const own = listOfFolder(folder)
  if (own !== undefined && basename(folder) === own) return own
  const start = () => new TextDecoder().decode(bytes().subarray(0, SEARCHED))
  const named = byName.find(([pattern, , mark]) => pattern.test(name) && (!mark || mark.test(start())))?.[1]
  if (named !== undefined) return named
  const isData = formats.has(extname(name).toLowerCase()) && !beside.test(name)
  return isData ? (own ?? listOfFolder(dirname(folder))) : undefined
}

/** The list that a folder is named by, with hyphens or underscores; only lists that can be read. */
function listOfFolder(folder: string): string | undefined {
  const id = basename(folder).toLowerCase().replaceAll('_', '-')
  return parsableLists.includes(id) ? id : undefined
}
