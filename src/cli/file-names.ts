import { findList } from '../index.js'

/** Which list a file belongs to, told by the name under which its publisher offers it. The first that fits holds. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/^(consolidated|screening-?list|csl).*\.(csv|tsv|json)$/i, 'us-csl'],
  [/^(sdn|add|alt|sdn_comments)\.csv$/i, 'us-ofac-sdn'],
  [/^sdn(_advanced|_enhanced)?\.xml$/i, 'us-ofac-sdn'],
  [/^cons_(prim|add|alt|comments)\.csv$/i, 'us-ofac-cons'],
  [/^cons_(advanced|enhanced)\.xml$/i, 'us-ofac-cons'],
  [/^dpl.*\.(txt|csv)$/i, 'us-bis-dpl'],
  [/^el\.csv$/i, 'us-bis-entity'],
  [/^uvl\.csv$/i, 'us-bis-uvl'],
  [/^meu\.csv$/i, 'us-bis-meu'],
  [/^itar_debarred.*\.csv$/i, 'us-state-dtc'],
  [/^isn\.csv$/i, 'us-state-isn'],
  [/^(consolidated|un|un_consolidated|consolidatedlegacybyprn).*\.xml$/i, 'un-sc'],
  [/^(xml|csv)FullSanctionsList.*\.(xml|csv)$/i, 'eu-fsf'],
  [/^UK[-_ ]Sanctions[-_ ]List.*\.(xml|csv)$/i, 'uk-sanctions'],
  [/^(sanctions)?ConList.*\.csv$/i, 'uk-ofsi'],
  [/^seco.*\.xml$/i, 'ch-seco'],
  [/^sema-lmes.*\.xml$/i, 'ca-sema'],
  [/^regulation8_consolidated.*\.xlsx$/i, 'au-dfat'],
  [/^(targets\.simple\.csv|targets\.nested\.json|entities\.ftm\.json)$/i, 'opensanctions'],
]

/**
 * The list of a file: that of its folder where the folder is named by a list id, as a mirror is laid out; else by its
 * own name; undefined where nothing tells.
 */
export function listOfFile(folder: string, name: string): string | undefined {
  if (name.startsWith('.')) return undefined
  return findList(folder)?.id ?? byName.find(([pattern]) => pattern.test(name))?.[1]
}
