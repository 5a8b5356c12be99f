import type { ListFile } from '../model/listing.js'
import { readXmlRecords, type XmlElement } from './xml-records.js'

/** The XML of the Security Council's list, read record by record. */

/** An element inside a record; an attribute that carries data stands among the children as `@name`. */
export type UnElement = XmlElement

export { childrenOf, textsOf, valueIn } from './xml-records.js'

const layout = {
  root: 'CONSOLIDATED_LIST',
  containers: ['INDIVIDUALS', 'ENTITIES'],
  records: ['INDIVIDUAL', 'ENTITY'],
}

/**
 * Streams a file and hands over each INDIVIDUAL and ENTITY.
 * @returns the root's dateGenerated.
 * @throws ConsigneeError `unreadable-list` for anything but a whole, well-formed CONSOLIDATED_LIST.
 */
export function readRecords(file: ListFile, onRecord: (record: UnElement) => void): string | null {
  const root = readXmlRecords(file, layout, onRecord)
  return root.children.find(({ name }) => name === '@dateGenerated')?.text ?? null
}
