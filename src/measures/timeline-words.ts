import type { Jurisdiction } from '../model/vocabulary.js'
import type { TimelineStatus } from './phases.js'

/** Words for people about a status of the timeline, strictest first: its label, a sign, and what it means for a sale. */
export interface StatusWords {
  readonly label: string
  /** One character that tells the status without color. */
  readonly sign: string
  readonly meaning: string
}

/** Strictest first, as a legend shows them. */
export const statusWords: Readonly<Record<TimelineStatus, StatusWords>> = {
  'comprehensive-embargo': {
    label: 'embargo on all trade',
    sign: '■',
    meaning: 'Nothing may be sold without authority.',
  },
  'near-embargo': {
    label: 'near-embargo',
    sign: '◼',
    meaning: 'Nearly everything needs a license; food and medicine mostly do not.',
  },
  'policy-of-denial': {
    label: 'policy of denial',
    sign: '◆',
    meaning: 'Controlled goods need a license, refused as a rule; what the rows do not name could be sold.',
  },
  sectoral: {
    label: 'named goods',
    sign: '▲',
    meaning: 'The goods and sectors that the rows name are barred or licensed; other goods could be sold.',
  },
  'dual-use': {
    label: 'dual-use goods',
    sign: '◈',
    meaning: 'Dual-use goods are barred or licensed; other goods could be sold.',
  },
  'arms-embargo': {
    label: 'arms embargo',
    sign: '✚',
    meaning: 'Arms may not be sold; goods that no other row names could be.',
  },
  'military-end-use': {
    label: 'military end use',
    sign: '✖',
    meaning: 'Nothing named for armed forces without a license; other sales were open.',
  },
  'luxury-goods': {
    label: 'luxury goods',
    sign: '◇',
    meaning: 'Luxury goods are barred or licensed; other goods could be sold.',
  },
  transport: {
    label: 'transport',
    sign: '△',
    meaning: 'Carriage is restricted; the goods themselves are not.',
  },
  financial: {
    label: 'money and parties',
    sign: '◎',
    meaning: 'Named parties and their money are blocked; sales to others were open.',
  },
  'import-ban': {
    label: 'imports from there',
    sign: '▽',
    meaning: 'Imports from there are barred; exports were open.',
  },
  other: { label: 'caution', sign: '●', meaning: 'A status or condition to check; no goods barred by it.' },
  relief: { label: 'eased', sign: '○', meaning: 'Only rows that ease.' },
  none: { label: 'none', sign: '·', meaning: 'No measure recorded.' },
}

const names: ReadonlyMap<Jurisdiction, string> = new Map([
  ['AU', 'Australia'],
  ['CA', 'Canada'],
  ['CH', 'Switzerland'],
  ['CN', 'China'],
  ['EU', 'European Union'],
  ['GB', 'United Kingdom'],
  ['JP', 'Japan'],
  ['KR', 'South Korea'],
  ['LI', 'Liechtenstein'],
  ['NO', 'Norway'],
  ['NZ', 'New Zealand'],
  ['OSCE', 'OSCE'],
  ['PH', 'Philippines'],
  ['RU', 'Russia'],
  ['SG', 'Singapore'],
  ['TW', 'Taiwan'],
  ['UA', 'Ukraine'],
  ['UN', 'United Nations'],
  ['US', 'United States'],
])

/** The name of a jurisdiction; its code where it has no measures here. */
export function jurisdictionName(code: Jurisdiction): string {
  return names.get(code) ?? code
}

/** What a reader has to know about a column; empty where there is nothing. */
export function jurisdictionNote(code: Jurisdiction, firstYear: number): string {
  return code === 'GB' && firstYear <= 2020
    ? 'Until 2020-12-31 the measures of the European Union were law in the United Kingdom, and stand in its column.'
    : ''
}
