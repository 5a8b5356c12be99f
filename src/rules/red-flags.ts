import { isMilitary, parseEccn, parseHs } from '../goods/codes.js'
import type { RedFlag } from '../goods/facts.js'
import type { GoodsTables } from '../goods/tables.js'
import type { Finding } from '../model/decision.js'
import type { Address, Party, Transaction } from '../model/transaction.js'
import type { Role } from '../model/vocabulary.js'
import { resolveAddress, resolvePlace } from '../places/resolve.js'
import { fold } from '../text/fold.js'
import { readName } from '../text/name.js'
import { priorityOf } from './item-priority.js'
import { writeAddress } from './listed-address.js'

/**
 * Red flags: circumstances that oblige to ask (15 CFR Part 732 Supp. No. 3, and the alerts on diversion). Those that the
 * data of an order can show are looked for here; those that a person saw are taken over by their id; the rest are offered
 * as questions (`questions.ts`).
 */
export function findRedFlags(transaction: Transaction, tables: GoodsTables): Finding[] {
  const raise = (id: string, where: string, seen: readonly string[]): Finding[] => {
    const flag = tables.flags.get(id)
    return flag ? [toFinding(flag, where, seen)] : []
  }
  return [
    ...transaction.parties.flatMap((party, i) => [
      ...checkForwarder(party, i, transaction, raise),
      ...checkAddress(party, i, raise),
      ...checkMail(party, i, raise),
    ]),
    ...checkPayment(transaction, raise),
    ...checkPriorityCustomers(transaction, tables, raise),
    ...checkReported(transaction, tables, raise),
  ]
}

type Raise = (id: string, where: string, seen: readonly string[]) => Finding[]

function toFinding(
  { id, text, citation, source, verified }: RedFlag,
  where: string,
  seen: readonly string[],
): Finding {
  const flag = { id, text, citation, source, verified }
  return { code: 'red-flag', outcome: 'review', points: verified ? 30 : 25, where, flag, seen }
}

const buyers: ReadonlySet<Role> = new Set([
  'purchaser',
  'intermediate-consignee',
  'ultimate-consignee',
  'end-user',
])
const finalRoles: ReadonlySet<Role> = new Set(['ultimate-consignee', 'end-user'])

/** Longest name or address looked at, in UTF-16 units. */
const LONGEST = 300
const forwarding =
  /\b(freight|forward(ing|ers?)|logistics?|cargo|shipping|courier|customs brokers?|spedition|transitaire|ekspeditor)\b|логист|экспедит|货运|物流/u

function checkForwarder(party: Party, i: number, { parties }: Transaction, raise: Raise): Finding[] {
  if (!finalRoles.has(party.role)) return []
  const where = `parties[${i}]`
  const name = plain(party.name ?? '')
  if (forwarding.test(name)) return raise('bis-RF09', where, [party.name ?? ''])
  const forwarder = parties.find(
    (other) =>
      other.role === 'freight-forwarder' &&
      ((name !== '' && plain(other.name ?? '') === name) || sharesAddress(other, party)),
  )
  return forwarder ? raise('bis-RF09', where, [forwarder.name ?? addressText(forwarder)]) : []
}

function sharesAddress(a: Party, b: Party): boolean {
  // A country or city alone is no address.
  if (!hasStreet(a.address) || !hasStreet(b.address)) return false
  return plain(addressText(a)) === plain(addressText(b))
}

function hasStreet(address: Address | undefined): boolean {
  return address?.street !== undefined || address?.text !== undefined
}

function addressText({ address }: Party): string {
  return address ? writeAddress(address).slice(0, LONGEST) : ''
}

const residential =
  /\b(apartment|apt|residential|virtual office|co-?working|p\.? ?o\.? ?box|mail ?box|mail drop|c\/o)\b|квартира/u

function checkAddress(party: Party, i: number, raise: Raise): Finding[] {
  const text = addressText(party)
  if (!buyers.has(party.role) || !residential.test(text.toLowerCase()) || !isOrganization(party)) return []
  return raise('div-no-web', `parties[${i}].address`, [text])
}

const freeMail: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com'],
  ...['icloud.com', 'aol.com', 'gmx.com', 'gmx.de', 'web.de', 'mail.com', 'proton.me', 'protonmail.com'],
  ...['mail.ru', 'bk.ru', 'list.ru', 'inbox.ru', 'yandex.ru', 'ya.ru', 'rambler.ru'],
  ...['qq.com', '163.com', '126.com', 'sina.com', 'foxmail.com', 'naver.com', 'tutanota.com', 'zoho.com'],
])

function checkMail(party: Party, i: number, raise: Raise): Finding[] {
  const domain = /@([^@\s]{1,253})$/.exec((party.email ?? '').trim().slice(-LONGEST))?.[1]?.toLowerCase()
  if (domain === undefined || !freeMail.has(domain) || !isOrganization(party)) return []
  return raise('div-free-mail', `parties[${i}].email`, [party.email ?? ''])
}

/** Said to be one, or named like one. */
function isOrganization({ kind, name }: Party): boolean {
  if (kind !== undefined) return kind === 'organization'
  return readName((name ?? '').slice(0, LONGEST)).tokens.some((token) => token.role === 'legal-form')
}

/**
 * Payment from a country that is neither a purchaser's nor the destination's, or by a payer who is no party. Each purchaser is
 * looked at by itself: another party in the country of the payment explains nothing, since anyone can be named as one.
 */
function checkPayment(transaction: Transaction, raise: Raise): Finding[] {
  const { payment, parties } = transaction
  const findings: Finding[] = []
  const bank = parties.findIndex((party) => party.role === 'bank' && (party.address || party.country))
  const paid = payment?.country ? territoriesOf(undefined, payment.country) : partyTerritories(parties[bank])
  const elsewhere = paid.length === 0 ? undefined : findPurchaserElsewhere(transaction, paid)
  if (elsewhere) {
    const where = payment?.country ? 'payment.country' : `parties[${bank}]`
    findings.push(...raise('div-payment-third-party', where, [paid.join(', '), elsewhere.join(', ')]))
  }
  if (payment?.payer && !isParty(payment.payer, parties))
    findings.push(...raise('div-payment-third-party', 'payment.payer', [payment.payer]))
  return findings
}

function isParty(payer: string, parties: readonly Party[]): boolean {
  const same = plain(payer)
  return parties.some(({ name, aliases = [] }) => [name ?? '', ...aliases].some((own) => plain(own) === same))
}

/** A name or address in the form in which two are compared here. */
function plain(text: string): string {
  return fold(text.slice(0, LONGEST))
}

/** The places of the first purchaser who could not have paid from there, with the destination's. */
function findPurchaserElsewhere(
  { destination, parties }: Transaction,
  paid: readonly string[],
): readonly string[] | undefined {
  const goal = territoriesOf(destination, undefined)
  return parties
    .filter(({ role }) => role === 'purchaser')
    .map((party) => [...new Set([...goal, ...partyTerritories(party)])].sort())
    .find((places) => places.length > 0 && !paid.some((code) => places.includes(code)))
}

function partyTerritories(party: Party | undefined): string[] {
  return party ? territoriesOf(party.address, party.country) : []
}

function territoriesOf(address: Address | undefined, country: string | undefined): string[] {
  const readings = [
    ...(address ? resolveAddress(address).readings : []),
    ...(country === undefined ? [] : resolvePlace(country)),
  ]
  return [...new Set(readings.map((reading) => reading.territory.slice(0, 2)))]
}

/** From when on young companies and sudden orders are told to be looked at. */
const WAR = '2022-02-24'
/** How many times the usual quantity counts as a spike: our own measure, the alerts give none. */
const SPIKE = 3

function checkPriorityCustomers(transaction: Transaction, tables: GoodsTables, raise: Raise): Finding[] {
  const items = transaction.items ?? []
  const findings = items.flatMap((item, i) => {
    const { quantity, usualQuantity } = item
    if (quantity === undefined || usualQuantity === undefined || quantity <= usualQuantity * SPIKE) return []
    const seen = [String(quantity), String(usualQuantity)]
    if (priorityOf(tables, parseHs(item.hs ?? '')))
      return raise('div-pre-export-spike', `items[${i}].quantity`, seen)
    const eccn = parseEccn(item.eccn ?? '')
    return eccn && isMilitary(eccn) ? raise('bis-RF13', `items[${i}].quantity`, seen) : []
  })
  if (!items.some((item) => priorityOf(tables, parseHs(item.hs ?? '')))) return findings
  const young = transaction.parties.flatMap(({ role, founded }, i) =>
    founded !== undefined && founded > WAR && buyers.has(role)
      ? raise('div-new-after-2022', `parties[${i}].founded`, [founded])
      : [],
  )
  return [...findings, ...young]
}

/** Flags that a person saw; an id that is not known is not passed over. */
function checkReported(transaction: Transaction, tables: GoodsTables, raise: Raise): Finding[] {
  return (transaction.redFlags ?? []).flatMap((id, i): Finding[] => {
    const where = `redFlags[${i}]`
    if (tables.flags.has(id)) return raise(id, where, [])
    const text = id.slice(0, 80)
    return [{ code: 'insufficient-data', outcome: 'review', points: 25, where, missing: 'red-flag', text }]
  })
}
