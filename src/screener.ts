import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { decide, inOrder } from './decide.js'
import { ConsigneeError } from './errors.js'
import type { GoodsFacts } from './goods/facts.js'
import { type GoodsTables, tablesOf } from './goods/tables.js'
import { registry } from './lists/registry.js'
import { WEIGHTS_VERSION } from './match/weights.js'
import { check } from './model/check.js'
import type { Basis, Decision, Finding, PartyReference } from './model/decision.js'
import type { Snapshot } from './model/listing.js'
import type { Match } from './model/match.js'
import type { Measure } from './model/measure.js'
import type { GroupTable } from './model/membership.js'
import { defaultPolicy, type Policy, policySchema } from './model/policy.js'
import { type Party, type Transaction, transactionSchema } from './model/transaction.js'
import type { CalendarDate, Jurisdiction, Kind } from './model/vocabulary.js'
import { checkCompleteness } from './rules/completeness.js'
import { findDestinationMeasures } from './rules/destination.js'
import { checkItems } from './rules/items.js'
import { checkLaws, lawsOf } from './rules/jurisdictions.js'
import { findListedAddress } from './rules/listed-address.js'
import { findListedIdentifier } from './rules/listed-identifier.js'
import { findListedParty, toMatch } from './rules/listed-party.js'
import { checkFacts, checkLists } from './rules/lists.js'
import { findListings, indexParties, type PartyIndex } from './rules/party-index.js'
import { openQuestions } from './rules/questions.js'
import { findRedFlags } from './rules/red-flags.js'
import { groupSameParties } from './rules/same-party.js'
import { VERSION } from './version.js'

/** What a screener is made of. The core takes all of it as arguments; `consignee` binds the embedded data. */
export interface ScreenerData {
  /** Parsed lists; a snapshot marked `embedded` gives way to an official one of the same list. */
  readonly lists: readonly Snapshot[]
  readonly measures: readonly Measure[]
  /** Groups of territories, such as the country groups of the EAR; none when left out. */
  readonly groups?: GroupTable | undefined
  /** Facts about goods. Without them items cannot be judged, and a transaction with items is never clear. */
  readonly goods?: GoodsFacts | undefined
  /** The day up to which the measures were kept. */
  readonly factsAsOf: CalendarDate
  /** Overrides of the default policy. */
  readonly policy?: Partial<Policy> | undefined
}

/** How `search` narrows its answer. */
export interface SearchOptions {
  /** Kind of party, where known: changes how the name is read, never which listings are looked at. */
  readonly kind?: Kind
  /** Most matches returned, 1 to 1,000. Default 10. */
  readonly limit?: number
  /** Lowest score returned, 0.5 to 1. Default the policy's. */
  readonly minScore?: number
}

/** Screens transactions against one fixed set of lists, measures and policy. */
export interface Screener {
  /** What every decision of this screener rests on. */
  readonly basis: Basis
  /**
   * Screens a transaction.
   * @throws ConsigneeError `invalid-input` naming the path of the first field that is not as documented.
   */
  screen(transaction: Transaction): Decision
  /** Listings whose names match, best first. */
  search(name: string, options?: SearchOptions): readonly Match[]
}

const noGroups: GroupTable = { groups: [], memberships: [] }

/** Makes a screener from lists, measures and policy. */
export function makeScreener(data: ScreenerData): Screener {
  const policy = check(policySchema, { ...defaultPolicy, ...data.policy }, 'policy')
  const lists = inForceOf(data.lists)
  const index = indexParties(lists)
  const basis = makeBasis(lists, data, policy)
  return {
    basis,
    screen: (transaction) =>
      screen(check(transactionSchema, transaction, 'transaction'), lists, index, data, basis),
    search: (name, options = {}) => search(index, policy, name, options),
  }
}

/** An official snapshot that holds anything replaces the embedded sample of the same list; the order of lists is fixed. */
function inForceOf(lists: readonly Snapshot[]): Snapshot[] {
  const official = new Set(
    lists.filter((list) => list.embedded !== true && list.listings.length > 0).map((list) => list.list),
  )
  return lists
    .filter((list) => list.embedded !== true || !official.has(list.list))
    .sort(
      (a, b) =>
        rankOf(a.list) - rankOf(b.list) || compareText(a.list, b.list) || compareText(a.sha256, b.sha256),
    )
}

/** Lists stand in the order of the registry, a caller's own lists after them. */
function rankOf(list: string): number {
  const rank = registry.findIndex((entry) => entry.id === list)
  return rank < 0 ? registry.length : rank
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function makeBasis(lists: readonly Snapshot[], data: ScreenerData, policy: Policy): Basis {
  return {
    engine: VERSION,
    weights: WEIGHTS_VERSION,
    facts: {
      asOf: data.factsAsOf,
      measures: data.measures.length,
      sha256: digest(data.measures),
      goods: data.goods ? digest(data.goods) : null,
    },
    lists: lists.map((list) => ({
      list: list.list,
      published: list.published,
      checked: list.checked,
      sha256: list.sha256,
      listings: list.listings.length,
      issues: list.issues.length,
      embedded: list.embedded ?? false,
    })),
    policy,
  }
}

const digests = new WeakMap<object, string>()

/** SHA-256 of the JSON of facts, which must not change afterwards: reckoned once. */
function digest(facts: object): string {
  const known = digests.get(facts) ?? bytesToHex(sha256(utf8ToBytes(JSON.stringify(facts))))
  digests.set(facts, known)
  return known
}

function screen(
  transaction: Transaction,
  lists: readonly Snapshot[],
  index: PartyIndex,
  data: ScreenerData,
  basis: Basis,
): Decision {
  const { policy } = basis
  const tables = data.goods ? tablesOf(data.goods) : null
  const members = tables?.facts.euMembers.rows ?? []
  const laws = lawsOf(transaction, policy, members)
  const { jurisdictions } = laws
  const found = [
    ...partiesOf(transaction).flatMap((party, i) => screenParty(index, party, i, transaction.date, policy)),
    ...findDestinationMeasures(transaction, jurisdictions, data.measures, data.groups ?? noGroups),
    ...screenGoods(transaction, new Set(jurisdictions), tables, data.measures, policy),
    ...laws.findings,
    ...checkLaws(transaction, policy, laws, data.measures, members),
    ...checkCompleteness(transaction),
    ...checkLists(lists, policy, jurisdictions, transaction.date),
    ...checkFacts(data.factsAsOf, policy, transaction.date),
  ]
  const findings = inOrder(tables ? [...found, ...openQuestions(transaction, found, tables)] : found)
  return { transactionId: transaction.id, date: transaction.date, ...decide(findings), findings, basis }
}

/** All who take part; who pays and is none of the parties comes after them. */
function partiesOf({ parties, payment }: Transaction): readonly Party[] {
  const payer = payment?.payer
  if (payer === undefined) return parties
  // What a party of the same name says of itself may contradict a match; of the payer nothing but the name is known.
  const isScreened = parties.some(
    ({ name, kind, birthDate }) => name === payer && kind === undefined && birthDate === undefined,
  )
  if (isScreened) return parties
  return [...parties, { role: 'other', name: payer }]
}

/** Items and circumstances; without facts about goods, items are a question left open. */
function screenGoods(
  transaction: Transaction,
  laws: ReadonlySet<Jurisdiction>,
  tables: GoodsTables | null,
  measures: readonly Measure[],
  policy: Policy,
): Finding[] {
  if (!tables) {
    if (!transaction.items?.length && !transaction.redFlags?.length) return []
    const where = 'items'
    return [{ code: 'insufficient-data', outcome: 'review', points: 25, where, missing: 'goods-facts' }]
  }
  return [
    ...checkItems({ tables, transaction, laws, policy, measures }),
    ...findRedFlags(transaction, tables),
  ]
}

function screenParty(
  index: PartyIndex,
  party: Party,
  i: number,
  on: CalendarDate,
  policy: Policy,
): Finding[] {
  const reference: PartyReference = { index: i, role: party.role, id: party.id, name: party.name }
  return [
    ...findListedParty(index, party, reference, on, policy.minScore),
    ...findListedIdentifier(index, party, reference, on),
    ...findListedAddress(index, party, reference, on),
  ]
}

function search(index: PartyIndex, policy: Policy, name: string, options: SearchOptions): readonly Match[] {
  const { kind, limit = 10, minScore = policy.minScore } = options
  if (!(minScore >= 0.5 && minScore <= 1)) throw outOfRange('minScore', '0.5 to 1', minScore)
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1_000))
    throw outOfRange('limit', '1 to 1000', limit)
  const hits = findListings(index, name, kind, minScore)
  const same = groupSameParties(hits.map(({ source }) => source))
  return hits.slice(0, limit).map((hit) => toMatch(hit, same.get(hit.source)))
}

function outOfRange(path: string, expected: string, received: number): ConsigneeError {
  return new ConsigneeError('invalid-input', `search: ${path}: expected ${expected}, got ${received}`, {
    path,
    expected,
    received: String(received),
  })
}
