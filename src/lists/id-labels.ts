import type { Identifier } from '../model/transaction.js'

/**
 * OFAC's words for the numbers and statements it publishes of a party. The Consolidated Screening List carries them
 * in its `ids` column, OFAC's own csv in the remarks; the words are the same.
 *
 * Not everything in `ids` identifies: gender, an aircraft's model or a legal note would match strangers. Those are
 * statements, and belong in the remarks.
 */

/** Words for numbers that identify, as OFAC spells them. */
const identifying: readonly string[] = [
  'Afghan Money Service Provider License Number',
  'Aircraft Construction Number (also called L/N or S/N or F/N)',
  "Aircraft Manufacturer's Serial Number (MSN)",
  'Aircraft Mode S Transponder Code',
  'Aircraft Serial Identification',
  'Aircraft Tail Number',
  'BIK (RU)',
  'Birth Certificate Number',
  'Bosnian Personal ID No.',
  'Branch Unit Number',
  'British National Overseas Passport',
  'Business Number',
  'Business Registration Document #',
  'Business Registration Number',
  'C.I.F.',
  'C.R. No.',
  'C.U.I.',
  'C.U.I.P.',
  'C.U.I.T.',
  'C.U.R.P.',
  'CNP (Personal Numerical Code)',
  'Cartilla de Servicio Militar Nacional',
  'Cedula No.',
  'Central Registration System Number',
  'Certificate of Incorporation Number',
  'Chamber of Commerce Number',
  'Chinese Commercial Code',
  "Citizen's Card Number",
  'Commercial Registry Number',
  'Company Number',
  'Credencial electoral',
  'D-U-N-S Number',
  'D.N.I.',
  'Diplomatic Passport',
  "Driver's License No.",
  'Dubai Chamber of Commerce Membership No.',
  'Electoral Registry No.',
  'Email Address',
  'Enterprise Number',
  'Equity Ticker',
  'Fax',
  'File Number',
  'Fiscal Code',
  'Folio Mercantil No.',
  'Government Gazette Number',
  'I.F.E.',
  'ISIN',
  'Identification Number',
  'Immigration No.',
  'Istanbul Chamber of Comm. No.',
  'Italian Fiscal Code',
  'Kenyan ID No.',
  'LE Number',
  'Legal Entity Number',
  'License',
  'MICEX Code',
  'MMSI',
  'MSB Registration Number',
  'Matricula Mercantil No',
  'Moroccan Personal ID No.',
  'N.I.E.',
  'NIT #',
  'National Foreign ID Number',
  'National ID No.',
  'Numero Unico de Identificacao Tributaria (NUIT)',
  'Numero de Identidad',
  'Other Vessel Call Sign',
  'Paraguayan tax identification number',
  'Passport',
  'Personal ID Card',
  'Phone Number',
  'Pilot License Number',
  'Previous Aircraft Tail Number',
  'Public Registration Number',
  'R.F.C.',
  'RFC',
  'RIF #',
  'RSIN',
  'RTN',
  'RUC #',
  'Refugee ID Card',
  'Registered Charity No.',
  'Registration ID',
  'Registration Number',
  'Residency Number',
  'Romanian C.R.',
  'Romanian Permanent Resident',
  'Romanian Tax Registration',
  'SRE Permit No.',
  'SSN',
  'SWIFT/BIC',
  "Seafarer's Identification Document",
  'Serial No.',
  'Stateless Person ID Card',
  'Stateless Person Passport',
  'Tax ID No.',
  'Tazkira National ID Card',
  'Telephone',
  'Telephone No.',
  'Tourism License No.',
  'Trade License No.',
  'Travel Document Number',
  'Turkish Identification Number',
  'UAE Identification',
  'UK Company Number',
  'US FEIN',
  'Unified Social Credit Code (USCC)',
  'United Social Credit Code Certificate (USCCC)',
  'V.A.T. Number',
  'Vessel Registration Identification',
  'VisaNumberID',
  'Website',
]

/** How labels begin whose value says something of a party without identifying it. */
const stating: readonly string[] = [
  'Additional Sanctions Information',
  'Aircraft Manufacture Date',
  'Aircraft Model',
  'Aircraft Operator',
  'CAATSA Section',
  'Effective Date',
  'Executive Order',
  'Former Vessel Flag',
  'Gender',
  'IFCA Determination',
  'Issuer Name',
  'Listing Date',
  'Nationality Country',
  'Nationality of Registration',
  'Organization Established Date',
  'Organization Type',
  'Other Vessel Flag',
  'Other Vessel Type',
  'PEESA Information',
  'Purchase/Sales For Divestment Date',
  'Registration Country',
  'Secondary sanctions risk',
  'Target Type',
  'Transactions Prohibited For Persons Owned or Controlled',
  'UN/LOCODE',
]

/** Statements whose value is a country the party belongs to now. */
const ofCountry: ReadonlySet<string> = new Set([
  'Nationality Country',
  'Nationality of Registration',
  'Other Vessel Flag',
  'Registration Country',
])

const CRYPTO = /^Digital Currency Address - [A-Z0-9]{2,10}$/
const known: ReadonlySet<string> = new Set(identifying)
const longestFirst = [...identifying].sort((a, b) => b.length - a.length)

/** Whether `text` is one of OFAC's labels; tells which end of an `ids` entry holds the label. */
export function isKnownLabel(text: string): boolean {
  return known.has(text) || CRYPTO.test(text) || isStatement(text)
}

/**
 * Whether a label's value identifies the party: one of OFAC's words for a number, a wallet, or a word added since that
 * ends in "Number", "No." or "#".
 */
export function identifies(label: string): boolean {
  const word = label.replace(/:$/, '')
  return (known.has(word) || CRYPTO.test(word) || /(?:Number|No\.|#)$/.test(word)) && !isStatement(label)
}

/** Whether a label's value says something of the party without identifying it. */
export function isStatement(label: string): boolean {
  return stating.some((start) => label.startsWith(start))
}

/** Whether a statement's value is a country the party belongs to now: of registration, of nationality, a flag. */
export function isCountryLabel(label: string): boolean {
  return ofCountry.has(label)
}

/**
 * Splits a remark such as `Tax ID No. 123 (Russia)` into OFAC's label and what follows it; null where it does not
 * begin with a label of something that identifies.
 */
export function splitLabel(remark: string): { readonly label: string; readonly rest: string } | null {
  const crypto = /^(Digital Currency Address - [A-Z0-9]{2,10}) (\S.*)$/.exec(remark)
  if (crypto) return { label: crypto[1]!, rest: crypto[2]! }
  const label = longestFirst.find((one) => remark.startsWith(one) && /^:? /.test(remark.slice(one.length)))
  if (label) return { label, rest: remark.slice(label.length).replace(/^:? +/, '') }
  // A label OFAC has since added: words that end in "Number", "No." or "#", then a value with a digit.
  const added = /^([A-Z][A-Za-z.'/-]*(?: [A-Za-z.'/-]+){0,6}? ?(?:Number|No\.|#)) (.*\d.*)$/.exec(
    remark.slice(0, 300),
  )
  return added ? { label: added[1]!, rest: added[2]! } : null
}

/** A number as an identifier; a ship's IMO number is named `IMO`, whatever the publisher's label. */
export function toIdentifier(label: string, value: string, country?: string): Identifier {
  const imo = /^IMO ?(\d{7})$/.exec(value)
  const type = imo ? 'IMO' : label.replace(/:$/, '')
  return { type, value: imo?.[1] ?? value, ...(country ? { country } : {}) }
}

/** A statement as a line of remarks: `Gender: Male`, `Secondary sanctions risk: …`, `IFCA Determination - …`. */
export function writeStatement(label: string, value: string): string {
  return /[:-]$/.test(label) ? `${label} ${value}` : `${label}: ${value}`
}
