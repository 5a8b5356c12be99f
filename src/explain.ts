import { explainGoods } from './explain/goods.js'
import { effectWords, orList, stop } from './explain/words.js'
import { findList } from './lists/registry.js'
import type {
  Decision,
  Finding,
  InsufficientDataFinding,
  ListedPartyFinding,
  ListOutOfDateFinding,
  PartyReference,
  Standing,
} from './model/decision.js'
import type { Evidence, ListingSummary, Match, SameParty } from './model/match.js'
import type { Measure } from './model/measure.js'
import type { Group, Membership } from './model/membership.js'

/**
 * Sentences for people. One exhaustive switch on the code of a finding; nothing here decides anything, so the words may
 * improve without a decision changing.
 */

/**
 * The decision in short sentences that can be pasted into a file: the outcome first, then one entry per finding in the
 * decision's order, then what it rests on.
 */
export function explain(decision: Decision): readonly string[] {
  const { outcome, risk, date, findings, basis } = decision
  const reasons = findings.filter((finding) => finding.outcome !== 'clear').length
  const opening = {
    clear: 'Clear: nothing was found that restricts this transaction.',
    review: 'Review: a person must decide before this transaction goes on.',
    stop: 'Stop: do not proceed without authority.',
  }[outcome]
  const lists = basis.lists
    .map((list) => {
      const checked = list.checked === undefined ? '' : ` (checked ${list.checked})`
      return `${list.list} ${list.embedded ? 'embedded sample' : (list.published ?? 'undated')}${checked}`
    })
    .join(', ')
  return [
    `${opening} Risk ${risk} of 100 on ${date}, ${reasons} ${reasons === 1 ? 'reason' : 'reasons'}.`,
    ...findings.map(explainFinding),
    `Basis: consignee ${basis.engine}, ${basis.facts.measures} measures as of ${basis.facts.asOf}, lists: ${lists || 'none'}.`,
  ]
}

/** One finding as one or two sentences. */
export function explainFinding(finding: Finding): string {
  switch (finding.code) {
    case 'listed-party':
      return `${explainMatch(finding.party, finding.match)} ${explainListing(finding.match.listing, finding.standing)}${explainSame(finding.match)}`
    case 'reported-party':
      return `${explainMatch(finding.party, finding.match)} It is on no list, but public reports name it: ${
        finding.match.listing.remarks ?? finding.match.listing.citation ?? 'see the source'
      }`
    case 'listed-identifier':
      return `${nameOf(finding.party)} carries ${finding.identifier.type} ${finding.identifier.value}, which the list gives as ${finding.identifier.listed} for "${finding.listing.name}". ${explainListing(finding.listing, finding.standing)}`
    case 'listed-address':
      return `${nameOf(finding.party)} uses "${finding.address.query}", which is ${percent(finding.address.score)} the listed address "${finding.address.listed}"${
        finding.listing.name === finding.address.listed ? '' : ` of "${finding.listing.name}"`
      }. ${explainListing(finding.listing, finding.standing)}`
    case 'destination-measure':
      return `${subjectOf(finding.where)} ${finding.place.name} (${finding.place.territory}): ${explainMeasure(finding.measure)}`
    case 'destination-groups':
      return `Note: ${finding.place.name} (${finding.place.territory}) is in ${finding.memberships
        .map(({ group, membership }) => explainMembership(group, membership))
        .join('; ')}.`
    case 'ambiguous-place':
      return `${subjectOf(finding.where)} "${finding.text}" can mean ${orList(
        finding.readings.map((reading) => `${reading.name} (${reading.territory})`),
      )}: ask which.`
    case 'unknown-place':
      return `${subjectOf(finding.where)} "${finding.text}" could not be read as a place: give a country name or ISO code.`
    case 'conflicting-place':
      return `${subjectOf(finding.where)} "${finding.text}" says ${finding.readings[0].name} (${finding.readings[0].territory}), but its ${finding.field} points to ${finding.readings[1].name} (${finding.readings[1].territory}): ask which.`
    case 'list-missing':
      return `The list ${finding.list}${titleOf(finding.list)} is required and was not loaded, so a match on it cannot be excluded. Download it${
        finding.url ? ` from ${finding.url}` : ''
      } and pass it as lists (command line: --lists DIR), or opt out with policy requiredLists: [].`
    case 'list-out-of-date':
      return explainAge(finding)
    case 'list-newer':
      return `Note: the list ${finding.list} was published on ${finding.published}, after the transaction's date; it may hold entries that did not exist then.`
    case 'facts-out-of-date':
      return `The facts about embargoes were kept up to ${finding.asOf}, ${finding.ageDays} days before the transaction; at most ${finding.maxAgeDays} are allowed. Update the package.`
    case 'insufficient-data':
      return explainMissing(finding)
    default:
      return explainGoods(finding)
  }
}

function explainAge({ list, published, checked, ageDays, maxAgeDays }: ListOutOfDateFinding): string {
  const title = `The list ${list}${titleOf(list)}`
  if (ageDays === null)
    return `${title} gives no publication date, so its age is unknown. Set the snapshot's published date after checking it.`
  const days = `${ageDays} days before the transaction; at most ${maxAgeDays} are allowed. Load a newer copy.`
  return checked !== undefined && (published === null || published < checked)
    ? `${title} was last found current at its publisher on ${checked}, ${days}`
    : `${title} was published on ${published}, ${days}`
}

function explainMissing({ where, missing, fields, text, outcome }: InsufficientDataFinding): string {
  switch (missing) {
    case 'parties':
      return 'The transaction names no party: give at least the purchaser and the ultimate consignee.'
    case 'party-name':
      return `${subjectOf(where)} No name that can be compared was given: ask for the full legal name.`
    case 'destination':
      return 'No destination was given: ask where the goods finally go.'
    case 'rest-of-name':
      return `${subjectOf(where)} The name is longer than can be compared; the rest was not screened. Shorten it to the name itself.`
    case 'rest-of-place':
      return `${subjectOf(where)} The place is written in more words than are read; the middle was not screened. Shorten it to the address itself.`
    case 'law':
      return where === 'date'
        ? `The facts about embargoes begin in 1950, so the law of ${text} is not known. Check the date.`
        : text === 'none'
          ? 'No jurisdiction was named, so no law was looked at: name at least that of the exporter, as US.'
          : `The facts hold no law of "${text}": name a jurisdiction as US, UN, EU or GB, or look it up there.`
    case 'classification':
      return outcome === 'clear'
        ? `Note: ${subjectOf(where)} Not given: ${wordsOf(fields)}.`
        : `${subjectOf(where)} Not given: ${wordsOf(fields)}. A law of the destination decides by it: classify the item.`
    case 'eccn':
      return `${subjectOf(where)} "${text}" is no ECCN of the Commerce Control List: give one as 5A991 or 5A991.b, or EAR99.`
    case 'hs':
      return `${subjectOf(where)} "${text}" is no Harmonized System code: give 4, 6, 8 or 10 digits.`
    case 'eccn-paragraph':
      return `Note: ${subjectOf(where)} The entry controls its paragraph .z (advanced computing) for this destination: give the paragraph, as 5A992.c.`
    case 'country-chart':
      return `${subjectOf(where)} The Country Chart of ${text} shows no license for this item, or no row; that of the day is not in the facts: look it up.`
    case 'us-reach':
      return `${subjectOf(where)} US law would restrict this item, if it reaches it. Not given: ${wordsOf(fields)}.`
    case 'goods-facts':
      return 'Items were given, but the screener has no facts about goods: pass them as goods.'
    case 'red-flag':
      return `${subjectOf(where)} "${text}" is no red flag that is known: give its id, as bis-RF05.`
    case 'details':
      return `Note: not given and so not screened (${where}): ${(fields ?? []).join(', ')}.`
  }
}

const sameWords: Readonly<Record<SameParty['by'], string>> = {
  identifier: 'same',
  'name-and-birth-date': 'same name and birth date',
  'cross-reference': 'reference',
}

function explainSame({ sameParty = [] }: Match): string {
  const others = sameParty.map(
    ({ list, name, by, detail }) => `${list} as "${name}" (${sameWords[by]} ${detail})`,
  )
  return others.length === 0 ? '' : ` The same party is also on ${others.join(', ')}.`
}

/** An entry of a party that was explained already, in the words of its own list only. */
export function explainAlso(finding: ListedPartyFinding): string {
  return explainListing(finding.match.listing, finding.standing)
}

const fieldWords: Readonly<Record<string, string>> = {
  hs: 'the HS code (hs)',
  eccn: 'the ECCN (eccn)',
  origin: 'the country of origin (origin)',
  usContent: 'the share of controlled US content (usContent)',
  usDirectProduct: 'whether it is the direct product of controlled US technology (usDirectProduct)',
}

function wordsOf(fields: readonly string[] = []): string {
  return fields.map((field) => fieldWords[field] ?? field).join(', ')
}

function explainMatch(party: PartyReference, match: Match): string {
  const weak = match.name.strength === 'weak' ? 'weak ' : ''
  const type =
    match.name.type === 'primary' ? 'name' : match.name.type === 'former' ? 'former name' : match.name.type
  const of = match.name.type === 'primary' ? '' : ` of "${match.listing.name}"`
  const support = match.corroboration.map(
    (item) => `${item.feature.replace('-', ' ')} ${item.verdict} (${item.query} / ${item.listed})`,
  )
  return `${nameOf(party)} matches the ${weak}${type} "${match.name.name}"${of}: ${match.band}, score ${match.score.toFixed(2)} (${explainEvidence(match.evidence)})${
    support.length > 0 ? `; ${support.join('; ')}` : ''
  }.`
}

/** How the tokens agree, in a phrase. */
export function explainEvidence(evidence: Evidence): string {
  const pairs = evidence.pairs.map((pair) =>
    pair.agreement === 'equal'
      ? `${pair.query} equal`
      : `${pair.query} ~ ${pair.listed} ${pair.agreement} ${pair.similarity.toFixed(2)}`,
  )
  const only = (side: string, tokens: readonly { token: string }[]) =>
    tokens.length > 0 ? [`only in the ${side}: ${tokens.map(({ token }) => token).join(' ')}`] : []
  return [...pairs, ...only('query', evidence.queryOnly), ...only('list', evidence.listedOnly)].join(', ')
}

function explainListing(listing: ListingSummary, standing: Standing): string {
  const entry = findList(listing.list)
  const parts = [
    `${listing.authority}: ${entry?.title ?? listing.list}${listing.source ? ` (${listing.source})` : ''}`,
    listing.programs.length > 0 ? `program ${listing.programs.join(', ')}` : null,
    listing.listedOn ? `listed ${listing.listedOn}` : null,
    listing.citation ?? entry?.citation ?? null,
    listing.snapshot.embedded
      ? `read from the embedded sample of ${listing.snapshot.published}`
      : `list published ${listing.snapshot.published ?? 'without a date'}`,
    listing.url ?? entry?.url ?? null,
  ].filter((part) => part !== null)
  const meaning = {
    current: `${effectWords[listing.effect]}${listing.requirement ? ` (${listing.requirement})` : ''}`,
    expired: `this listing ended on ${listing.expiresOn ?? 'an earlier day'} and is a note only`,
    later: `the list dates this entry after the transaction`,
  }[standing]
  const doubt = listing.verified ? '' : ' This entry was not confirmed from an official source.'
  return `${parts.join('; ')}: ${meaning}.${doubt}`
}

/** A measure as one sentence with its law, period and source. */
export function explainMeasure(measure: Measure): string {
  const until = measure.period.until === null ? '' : `, until before ${measure.period.until}`
  const partial =
    measure.scope.partial === true ? ' It holds only in a part of this territory: check the exact place.' : ''
  const policy =
    measure.licensePolicy && measure.licensePolicy !== '—'
      ? ` License policy: ${stop(measure.licensePolicy)}`
      : ''
  const except = measure.exceptions.length > 0 ? ` Exceptions: ${stop(measure.exceptions.join('; '))}` : ''
  const doubt = measure.verified
    ? ''
    : ` This row is not fully verified. ${stop(measure.note ?? '')}`.trimEnd()
  const source = measure.sources[0] ? ` Read at ${measure.sources[0]}.` : ''
  const kind = measure.relief ? 'relief' : measure.kind
  const effect = measure.relief ? 'it eases and lifts no other measure' : effectWords[measure.effect]
  return `${measure.jurisdiction} ${kind} (${measure.regime}), ${effect}, ${since(measure)}${until}: ${stop(measure.summary)} ${stop(measure.citation)}${policy}${except}${partial}${doubt}${source}`
}

/** A group, since when a territory is in it, what follows, and the act. */
function explainMembership(group: Group, membership: Membership): string {
  const doubt = membership.verified ? '' : `; not fully verified. ${membership.note ?? ''}`.trimEnd()
  return `${group.name} ${since(membership)} (${group.meaning}; ${membership.citation}${doubt})`
}

/** The first day of a row as far as it is known. */
function since({ period, precision }: Pick<Measure, 'period' | 'precision'>): string {
  if (period.from === null || precision.from === 'unknown') return 'first day not known'
  const shown = { day: 10, month: 7, year: 4 }[precision.from]
  return `since ${period.from.slice(0, shown)}`
}

function nameOf(party: PartyReference): string {
  const role = party.role.replaceAll('-', ' ')
  return party.name ? `The ${role} "${party.name}"` : `The ${role} (party ${party.index + 1}, no name given)`
}

function subjectOf(where: string): string {
  const party = /^parties\[(\d+)\]/.exec(where)
  if (party) return `Party ${Number(party[1]) + 1}, ${where.split('.')[1] ?? 'party'}:`
  const item = /^items\[(\d+)\]/.exec(where)
  if (item) return `Item ${Number(item[1]) + 1}:`
  if (where.startsWith('redFlags')) return 'Red flags:'
  const transit = /^transit\[(\d+)\]/.exec(where)
  return transit ? `Transit ${Number(transit[1]) + 1}:` : 'Destination:'
}

function titleOf(list: string): string {
  const entry = findList(list)
  return entry ? ` (${entry.title})` : ''
}

function percent(score: number): string {
  return score >= 0.995 ? 'the same as' : `${Math.round(score * 100)} % like`
}
