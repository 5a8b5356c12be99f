import type {
  ApplicableLawFinding,
  ExportLicenseFinding,
  GoodsFinding,
  GoodsLaw,
  ItemMeasureFinding,
  ItemReference,
  LuxuryGoodsFinding,
  PriorityItemFinding,
  RedFlagFinding,
} from '../model/item-finding.js'
import { effectWords, orList, stop } from './words.js'

/** Sentences about goods and circumstances; the same rules hold as in `explain.ts`. */

/** One finding about goods as one or two sentences. */
export function explainGoods(finding: GoodsFinding): string {
  switch (finding.code) {
    case 'item-measure':
      return explainBan(finding)
    case 'luxury-goods':
      return explainLuxury(finding)
    case 'export-license':
      return explainLicense(finding)
    case 'priority-item':
      return explainPriority(finding)
    case 'red-flag':
      return explainFlag(finding)
    case 'open-questions':
      return `To ask before deciding: ${finding.questions
        .map(({ id, text }) => `${text} (${id})`)
        .join('; ')}? ${citationsOf(finding.questions)}`
    case 'item-hint':
      return `Hint only: ${itemOf(finding.item)} may be ${orList(
        finding.headings.map(({ hs, words }) => `HS ${hs} (${words})`),
      )}; look the code up and give it.`
    case 'applicable-law':
      return explainLaw(finding)
  }
}

function explainBan({ item, place, law, summary, listed, certain }: ItemMeasureFinding): string {
  const doubt = certain
    ? ''
    : ' Whether this very code is meant is not certain: compare it with the text of the law.'
  return `${itemOf(item)} to ${place.name} (${place.territory}), HS ${listed}: ${law.jurisdiction}, ${effectWords[law.effect]}, ${since(law)}: ${stop(summary)} ${lawOf(law)}${doubt}`
}

const assumptions: Readonly<Record<string, string>> = {
  'no-value': 'no value was given, so the item counts as reaching the amount',
  'no-rate': 'no exchange rate was given, so the item counts as reaching the amount',
  'other-unit': 'the amount is for another unit than the value',
  'several-amounts': 'rows with different amounts meet this code',
  code: 'the code is too short or its national digits may differ',
  mapped: 'the law has words, and the code is a mapping of them',
  worded: 'the law has words or a list that was not read, which a person has to compare',
  'amount-history': 'the amount changed on a day that is not known',
  'first-day': 'the first day of the list is not known',
  unverified: 'the row was not verified in a source',
}

function explainLuxury(finding: LuxuryGoodsFinding): string {
  const { item, place, law, row, listed, caught, assumed } = finding
  const head = `${itemOf(item)} to ${place.name} (${place.territory}): ${law.jurisdiction} luxury goods, "${row.category}"${
    listed === null ? '' : `, HS ${listed}`
  }, ${priceOf(finding)}`
  if (!caught) return `Note: ${head}; below the amount, so this list does not catch it. ${lawOf(law)}`
  const doubts = assumed.map((word) => assumptions[word] ?? word)
  const assuming = doubts.length > 0 ? ` Assumed: ${doubts.join('; ')}.` : ''
  return `${head}: ${effectWords[law.effect]}, ${since(law)}. ${lawOf(law)}${assuming}${row.note ? ` ${stop(row.note)}` : ''}`
}

function priceOf({ threshold, value, converted }: LuxuryGoodsFinding): string {
  if (!threshold) return 'at any price'
  const { amount, currency, per, comparison, condition, basis } = threshold
  const from = `${comparison === '>=' ? 'from' : 'above'} ${amount} ${currency} for one ${per}`
  const details = [condition, basis].filter((text) => text !== undefined)
  const own =
    value === null
      ? 'value not given'
      : `value ${value.amount} ${value.currency}${
          converted === null || value.currency === currency ? '' : `, ${converted.toFixed(2)} ${currency}`
        }`
  return `${from}${details.length > 0 ? ` (${details.join('; ')})` : ''}, ${own}`
}

function explainLicense(finding: ExportLicenseFinding): string {
  const { item, place, law, chart, rule } = finding
  const head = `${itemOf(item)} to ${place.name} (${place.territory})`
  if (chart) {
    const controls = chart.controls.map(
      ({ reason, toward, sections, certain }) =>
        `${reason} (${toward}${sections ? `, ${sections}` : ''}${certain ? '' : ', depends on the paragraph: read the entry'})`,
    )
    return `${head}: ECCN ${chart.eccn} needs an export license for ${controls.join(', ')}, by the Country Chart of ${chart.asOf}, unless a license exception of 15 CFR Part 740 holds. ${lawOf(law)}`
  }
  if (!rule) return `${head}: an export license is needed. ${lawOf(law)}`
  const policy = rule.licensePolicy ? ` License policy: ${stop(rule.licensePolicy)}` : ''
  const except = rule.exceptions.length > 0 ? ` Exceptions: ${stop(rule.exceptions.join('; '))}` : ''
  const need = {
    all: `every item subject to the EAR needs a license, ${since(law)}: ${stop(rule.summary)}`,
    listed: `every item with an ECCN needs a license, ${since(law)}: ${stop(rule.summary)}`,
    'end-use': `a license is needed if the end use or the end user is military, ${since(law)}: ask both.`,
    advanced: `a license is needed if it is for a supercomputer or for making advanced semiconductors, ${since(law)}: ask the end use (15 CFR 744.23).`,
  }[rule.items]
  return `${head}: ${need} ${lawOf(law)}${policy}${except}`
}

function explainPriority({
  outcome,
  where,
  item,
  place,
  tier,
  listed,
  certain,
  citation,
  hubs,
}: PriorityItemFinding): string {
  const named = hubs.map(
    ({ authority, toward, since: day, verified }) =>
      `${authority} (${day}, toward ${toward.replaceAll(' ', ', ')}${verified ? '' : ', not verified'})`,
  )
  const hub =
    named.length > 0 ? ` ${place.name} is named as a place of diversion by ${named.join('; ')}.` : ''
  const ask = ' Ask for the end user and a promise not to re-export to Russia or Belarus.'
  return `${outcome === 'clear' ? 'Note: ' : ''}${itemOf(item)}${where === 'destination' ? ' to' : `, ${where}:`} ${place.name} (${place.territory}): HS ${listed} ${certain ? 'is' : 'may be'} of common high priority, tier ${tier}, found in weapons used against Ukraine.${outcome === 'clear' ? '' : ask}${hub} ${stop(citation)}`
}

function explainFlag({ where, flag, seen }: RedFlagFinding): string {
  const shown = seen.length > 0 ? ` Seen: ${seen.map((text) => `"${text}"`).join(' / ')}.` : ''
  const doubt = flag.verified ? '' : ' This flag was not verified in a source.'
  return `Red flag (${where}): ${stop(flag.text)}${shown} ${flag.id}, ${stop(flag.citation ?? flag.source)}${doubt}`
}

function explainLaw({ jurisdiction, where, because, citation }: ApplicableLawFinding): string {
  const item = `item ${Number(/\d+/.exec(where)?.[0] ?? 0) + 1}`
  const reason = {
    exporter: `the exporter acts from there (${where})`,
    'member-state': `its law bound ${where} on that day`,
    origin: `${item} is of US origin, which carries the EAR wherever it goes`,
    usContent: `${item} holds more controlled US content than the de minimis share`,
    usDirectProduct: `${item} is the direct product of controlled US technology`,
  }[because]
  return `Note: the law of ${jurisdiction} applies too: ${reason}.${citation === null ? '' : ` ${stop(citation)}`}`
}

function itemOf({ index, description, eccn, hs }: ItemReference): string {
  const codes = [eccn ? `ECCN ${eccn}` : null, hs ? `HS ${hs}` : null].filter((code) => code !== null)
  const name = description ? ` "${description}"` : ''
  return `Item ${index + 1}${name}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`
}

function since({ period }: GoodsLaw): string {
  const from = period.from === null ? 'first day not known' : `since ${period.from}`
  return period.until === null ? from : `${from}, until before ${period.until}`
}

function lawOf({ citation, verified, source }: GoodsLaw): string {
  return `${stop(citation)}${verified ? '' : ' This row is not fully verified.'} Read at ${stop(source)}`
}

function citationsOf(questions: readonly { readonly citation: string | null }[]): string {
  const citations = [...new Set(questions.flatMap(({ citation }) => citation ?? []))]
  return citations.map(stop).join(' ')
}
