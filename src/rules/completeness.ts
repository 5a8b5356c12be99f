import type { Finding } from '../model/decision.js'
import type { Party, Transaction } from '../model/transaction.js'
import type { Kind } from '../model/vocabulary.js'
import { MAX_NAME_LENGTH, readName } from '../text/name.js'

/**
 * What is missing for an answer. Without a name or a destination there is nothing to be clear about; optional fields
 * that were not given are noted, so that a `clear` says what it did not look at.
 */
export function checkCompleteness(transaction: Transaction): Finding[] {
  const findings: Finding[] = []
  if (transaction.parties.length === 0) findings.push(missing('parties', 'parties', 40))
  if (!transaction.destination || Object.values(transaction.destination).every(isBlank)) {
    findings.push(missing('destination', 'destination', 30))
  }
  transaction.parties.forEach((party, i) => {
    findings.push(...checkParty(party, `parties[${i}]`))
  })
  const fields = [
    ...(['transit', 'items'] as const).filter((field) => !transaction[field]?.length),
    ...(transaction.payment ? [] : ['payment']),
  ]
  if (fields.length > 0) findings.push(notGiven('transaction', fields))
  transaction.items?.forEach((item, i) => {
    const details = (['value', 'origin', 'quantity'] as const).filter((field) => item[field] === undefined)
    if (details.length > 0) findings.push(notGiven(`items[${i}]`, details))
  })
  return findings
}

function checkParty(party: Party, where: string): Finding[] {
  const findings: Finding[] = []
  if (isBlank(party.name)) findings.push(missing(`${where}.name`, 'party-name', 30))
  else if (readName(party.name ?? '').tokens.length === 0)
    findings.push(missing(`${where}.name`, 'party-name', 30))
  const names = [party.name ?? '', ...(party.aliases ?? [])]
  if (names.some(isCut)) findings.push(missing(`${where}.name`, 'rest-of-name', 30))
  const fields = (
    ['aliases', 'address', 'country', 'birthDate', 'identifiers', 'email', 'founded'] as const
  ).filter((field) => !isGiven(party[field]) && (onlyOf[field] ?? party.kind) === party.kind)
  if (fields.length > 0) findings.push(notGiven(where, fields))
  return findings
}

/** Fields that only one kind of party has. */
const onlyOf: Readonly<Record<string, Kind>> = {
  birthDate: 'person',
  email: 'organization',
  founded: 'organization',
}

function isCut(name: string): boolean {
  return name.length > MAX_NAME_LENGTH / 4 && readName(name).truncated
}

/** Whether a field says anything: an empty text, list or address does not. */
function isGiven(value: string | object | undefined): boolean {
  if (typeof value !== 'object') return !isBlank(value)
  return Array.isArray(value) ? value.length > 0 : !Object.values(value).every(isBlank)
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

type Missing = Extract<Finding, { code: 'insufficient-data' }>['missing']

function missing(where: string, what: Missing, points: number): Finding {
  return { code: 'insufficient-data', outcome: 'review', points, where, missing: what }
}

function notGiven(where: string, fields: readonly string[]): Finding {
  return { code: 'insufficient-data', outcome: 'clear', points: 0, where, missing: 'details', fields }
}
