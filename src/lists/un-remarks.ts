import type { IssueLog } from './source.js'
import { allTextIn, elementsAt, partsOf, textsOf, type XmlElement } from './xml.js'

/**
 * What is left of a record once its fields are taken: nothing in it may be lost, so it all goes into the remarks,
 * one line each. What the schema does not know is an issue as well.
 */

/** Elements with text of their own: the label in the remarks, or null where the text has a field. */
const texts: ReadonlyMap<string, string | null> = new Map([
  ['DATAID', null],
  ['FIRST_NAME', null],
  ['SECOND_NAME', null],
  ['THIRD_NAME', null],
  ['FOURTH_NAME', null],
  ['NAME_ORIGINAL_SCRIPT', null],
  ['UN_LIST_TYPE', null],
  ['REFERENCE_NUMBER', null],
  ['LISTED_ON', null],
  ['COMMENTS1', null],
  ['GENDER', 'Gender'],
  ['SUBMITTED_BY', 'Submitted by'],
  ['SUBMITTED_ON', 'Submitted on'],
  ['NATIONALITY2', 'Nationality'],
  ['DELISTED_ON', 'Delisted on'],
  ['VERSIONNUM', 'Version'],
  ['SORT_KEY', 'Sort key'],
  ['SORT_KEY_LAST_MOD', 'Sort key changed'],
])

const value = { parts: ['VALUE'] }
const alias = {
  label: null,
  parts: ['QUALITY', 'ALIAS_NAME', 'DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH', 'NOTE'],
}
const address = {
  label: null,
  parts: ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE'],
}

/** Elements made of others: the label, as above, and what they may hold. */
const structures: ReadonlyMap<string, { readonly label: string | null; readonly parts: readonly string[] }> =
  new Map([
    ['TITLE', { label: 'Title', ...value }],
    ['DESIGNATION', { label: 'Designation', ...value }],
    ['LIST_TYPE', { label: 'List type', ...value }],
    ['LAST_DAY_UPDATED', { label: 'Updated', ...value }],
    ['NATIONALITY', { label: null, ...value }],
    ['INDIVIDUAL_ALIAS', alias],
    ['ENTITY_ALIAS', alias],
    ['INDIVIDUAL_ADDRESS', address],
    ['ENTITY_ADDRESS', address],
    ['INDIVIDUAL_PLACE_OF_BIRTH', address],
    [
      'INDIVIDUAL_DATE_OF_BIRTH',
      { label: null, parts: ['TYPE_OF_DATE', 'NOTE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR'] },
    ],
    [
      'INDIVIDUAL_DOCUMENT',
      {
        label: null,
        parts: [
          ...['TYPE_OF_DOCUMENT', 'TYPE_OF_DOCUMENT2', 'NUMBER', 'ISSUING_COUNTRY', 'DATE_OF_ISSUE'],
          ...['CITY_OF_ISSUE', 'COUNTRY_OF_ISSUE', 'NOTE'],
        ],
      },
    ],
  ])

/** Lines of the remarks, without the comments. */
export function remarksOf(record: XmlElement, where: string, log: IssueLog): readonly string[] {
  const lines = [...labeled(record), ...aliasLines(record), ...documentLines(record)]
  const odd = [...strayText(record, where, log), ...unknownElements(record, where, log)]
  return [...lines, ...odd, ...repeatedElements(record, where, log)]
}

function labeled(record: XmlElement): string[] {
  return record.children.flatMap((child) => {
    const label = texts.get(child.name) ?? structures.get(child.name)?.label
    const text = textsOf(child).join('; ')
    return label && text ? [`${label}: ${text}`] : []
  })
}

/** What is said of an alias beside its name: papers under it, "previously listed as". */
function aliasLines(record: XmlElement): string[] {
  return [...elementsAt(record, 'INDIVIDUAL_ALIAS'), ...elementsAt(record, 'ENTITY_ALIAS')].flatMap(
    (element) => {
      const more = ['DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH', 'NOTE']
        .map((part) => allTextIn(element, part))
        .filter((text) => text !== '')
      return more.length === 0 ? [] : [`Alias ${allTextIn(element, 'ALIAS_NAME')}: ${more.join('; ')}`]
    },
  )
}

/** Documents are kept whole: their dates, places and notes have no field. */
function documentLines(record: XmlElement): string[] {
  return elementsAt(record, 'INDIVIDUAL_DOCUMENT').flatMap((element) => {
    const text = textsOf(element).join('; ')
    return text === '' ? [] : [`Document: ${text}`]
  })
}

/** Text beside elements, where the schema has none. */
function strayText(record: XmlElement, where: string, log: IssueLog): string[] {
  const holders = [record, ...record.children.filter((child) => structures.has(child.name))]
  return holders.flatMap((holder) => {
    const { text } = holder
    if (text === '') return []
    log.add('stray-text', where, `expected only elements in ${holder.name}, got "${text.slice(0, 40)}"`)
    return [`${holder.name}: ${text}`]
  })
}

function unknownElements(record: XmlElement, where: string, log: IssueLog): string[] {
  const unknown = partsOf(record).flatMap((child) => {
    const structure = structures.get(child.name)
    if (structure)
      return partsOf(child)
        .filter((part) => !structure.parts.includes(part.name))
        .map((part) => ({ path: `${child.name}/${part.name}`, element: part }))
    if (!texts.has(child.name)) return [{ path: child.name, element: child }]
    return partsOf(child).map((part) => ({ path: `${child.name}/${part.name}`, element: part }))
  })
  for (const path of new Set(unknown.map((one) => one.path)))
    log.add('unknown-element', where, `expected a known element, got ${path.slice(0, 80)}`)
  return unknown.flatMap(({ path, element }) => {
    const text = textsOf(element).join('; ')
    return text === '' ? [] : [`${path.slice(0, 80)}: ${text}`]
  })
}

/** Fields are read from the first element of a name; another one is kept here. */
function repeatedElements(record: XmlElement, where: string, log: IssueLog): string[] {
  const lines: string[] = []
  for (const holder of [record, ...record.children]) {
    const seen = new Set<string>()
    for (const child of holder.children) {
      const single = holder === record ? texts.has(child.name) : child.name !== 'VALUE'
      if (single && seen.has(child.name)) {
        log.add(
          'repeated-element',
          where,
          `expected one ${child.name.slice(0, 80)} in ${holder.name}, got more`,
        )
        lines.push(`${child.name}: ${textsOf(child).join('; ')}`)
      }
      seen.add(child.name)
    }
  }
  return lines
}
