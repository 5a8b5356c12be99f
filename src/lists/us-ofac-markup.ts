import type { ListFile, Snapshot } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { unreadable } from './source.js'
import { parseOfacAdvanced } from './us-ofac-advanced.js'
import { parseOfacEnhanced } from './us-ofac-enhanced.js'
import { parseOfacXml } from './us-ofac-xml.js'

/** OFAC's three XML forms are told by the name of their root, whatever the file is called. */

/** Far enough into a file for its root; an XML declaration and a comment may come before. */
const SEARCHED = 4_096

const forms: ReadonlyMap<string, (list: ListId, file: ListFile) => Snapshot> = new Map([
  ['sdnList', parseOfacXml],
  ['Sanctions', parseOfacAdvanced],
  ['sanctionsData', parseOfacEnhanced],
])

/** Whether a file begins like XML; also true of a web page. */
export function isMarkup(file: ListFile): boolean {
  return startOf(file).startsWith('<')
}

/**
 * Reads a file of one of the XML forms.
 * @throws ConsigneeError `unreadable-list` for another root, a file of the other list, and whatever `readXml` refuses.
 */
export function parseOfacMarkup(list: ListId, file: ListFile): Snapshot {
  const root = /<(?:[\w-]{1,80}:)?([A-Za-z][\w-]{0,80})[\s/>]/.exec(startOf(file))?.[1] ?? ''
  const parse = forms.get(root)
  if (!parse) {
    throw unreadable(
      file.name,
      `expected OFAC's XML with the root ${[...forms.keys()].join(', ')}, got ${root === '' ? 'no element' : root}`,
    )
  }
  if (parse === parseOfacXml) refuseOther(list, file)
  return parse(list, file)
}

/** The standard form does not say which list it holds; its name does. */
function refuseOther(list: ListId, file: ListFile): void {
  const name = file.name.slice(Math.max(file.name.lastIndexOf('/'), file.name.lastIndexOf('\\')) + 1)
  const other = list === 'us-ofac-sdn' ? /^cons/i : /^sdn/i
  if (other.test(name))
    throw unreadable(
      file.name,
      `expected a file of ${list}, got one of the other list; give it its own list id`,
    )
}

/** The file's first characters, without byte order mark; a character cut at the end does no harm here. */
function startOf(file: ListFile): string {
  return new TextDecoder().decode(file.bytes.subarray(0, SEARCHED)).trimStart()
}
