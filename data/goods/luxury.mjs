/** Luxury rows of the facts, gathered into lists: one act, one destination, one period. */
import { licensed, mappedLists, notGoods, openStarts, suggestedCodes } from './judgments.mjs'
import { nextDay, reword } from './wording.mjs'

/** Digits only; a code of odd length stands for the ten that begin with it. */
function plainCodes(code) {
  const digits = code.replace(/\D/g, '')
  return digits.length % 2 === 0 ? [digits] : Array.from({ length: 10 }, (_, last) => `${digits}${last}`)
}

/** @returns the lists, in order of id; 58 rows of the US and 326 of others. */
export function luxuryLists(american, others) {
  if (american.length !== 58 || others.length !== 326)
    throw new Error(`expected 58 and 326 luxury rows, got ${american.length} and ${others.length}`)
  const rows = [...american.map(fromAmerican), ...others.map(fromOther)]
  const successors = new Map(
    rows
      .filter((row) => row.key === 'EU KP' && row.until === null)
      .map((row) => [leadingNumber(row.category), row.codes]),
  )
  const lists = new Map()
  for (const row of rows) {
    const key = [row.key, row.citation, row.from, row.until].join('|')
    const list = lists.get(key) ?? newList(row, lists)
    lists.set(key, list)
    list.rows.push(toRow(row, successors, list))
  }
  return [...lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function fromAmerican(row) {
  const destinations = Array.isArray(row.destination) ? row.destination : [row.destination]
  return {
    key: `US ${destinations[0]}`,
    jurisdiction: 'US',
    destinations,
    id: row.id,
    category: row.description ?? row.category,
    codes: (row.hs6 ?? row.hsPrefixesSuggested ?? []).flatMap(plainCodes),
    official: row.hsOfficial ?? true,
    threshold: row.threshold,
    history: row.thresholdHistory,
    historyVerified: row.thresholdHistoryVerified,
    from: row.from,
    until: row.to,
    citation: row.citation,
    source: row.source,
    verified: row.verified,
    note: row.note,
  }
}

function fromOther(row) {
  const key = `${row.jurisdiction} ${row.destination}`
  return {
    key,
    jurisdiction: row.jurisdiction,
    destinations: [row.destination],
    category: row.category,
    codes: row.hsPrefixes,
    official: !mappedLists.includes(key),
    threshold: row.threshold,
    from: row.from ?? openStarts[key],
    openStart: row.from === null,
    until: row.to === null ? null : nextDay(row.to),
    citation: row.citation,
    source: row.source,
    verified: row.verified,
    note: row.note,
  }
}

function newList({ key, jurisdiction, destinations, citation, source, from, openStart, until }, lists) {
  const stem = `${jurisdiction.toLowerCase()}-${destinations[0].toLowerCase()}-luxury-${(from ?? '').slice(0, 4)}`
  const taken = [...lists.values()].filter(
    (list) => list.id === stem || list.id.startsWith(`${stem}-`),
  ).length
  return {
    id: taken === 0 ? stem : `${stem}-${taken + 1}`,
    jurisdiction,
    destinations,
    effect: licensed.includes(key) ? 'license-required' : 'prohibited',
    period: { from, until },
    ...(openStart ? { startKnown: false } : {}),
    citation,
    source,
    rows: [],
  }
}

function toRow(row, successors, list) {
  const category = reword(row.category)
  const { codes, kind } = codesOf(row, successors)
  const conditions = row.threshold ? { threshold: thresholdOf(row.threshold) } : {}
  const history = row.history ? { history: historyOf(row.history), historyVerified: row.historyVerified } : {}
  return {
    id: row.id ?? `${list.id}-${list.rows.length + 1}`,
    category,
    kind,
    ...(codes.length > 0 ? { codes: codes.join(' ') } : {}),
    ...conditions,
    ...history,
    verified: row.verified,
    ...(row.note ? { note: reword(row.note) } : {}),
  }
}

/** `coded` the list's own codes · `mapped` ours · `worded` nothing to compare with · `none` no list of goods. */
function codesOf(row, successors) {
  const isNone = notGoods.some(
    ([jurisdiction, start]) =>
      jurisdiction === row.jurisdiction && (row.id === start || row.category.startsWith(start)),
  )
  if (isNone) return { codes: [], kind: 'none' }
  if (row.codes.length > 0)
    return { codes: row.codes, kind: row.official && row.verified ? 'coded' : 'mapped' }
  const suggested = Object.entries(suggestedCodes).find(([start]) =>
    `${row.key} ${row.category}`.startsWith(start),
  )
  if (suggested) return { codes: suggested[1].split(' '), kind: 'mapped' }
  // The worded categories of 2007 have the numbers of their successors of 2017, which do have codes.
  const number = leadingNumber(row.category)
  const isOld = row.key === 'EU KP' || (row.key === 'GB KP' && row.until !== null)
  const later =
    isOld && number !== null
      ? [...successors].filter(([key]) => Number.parseInt(key, 10) === Number(number))
      : []
  const codes = [...new Set(later.flatMap(([, list]) => list))]
  return codes.length > 0 ? { codes, kind: 'mapped' } : { codes: [], kind: 'worded' }
}

function leadingNumber(category) {
  return /^\d+[a-z]?/.exec(category)?.[0] ?? null
}

/** Outside the US a list catches what costs more than the amount; the EAR catches the amount itself too. */
function thresholdOf({ amount, currency, per, comparison = '>', condition, basis }) {
  const unit = ['unit', 'item', 'piece', 'animal'].includes(per) ? 'item' : per
  return {
    amount,
    currency,
    per: unit,
    comparison,
    ...(condition ? { condition: reword(condition) } : {}),
    ...(basis ? { basis: reword(basis) } : {}),
  }
}

/**
 * Steps of a threshold, half-open. Where the day of a change is not known, the stricter of the two holds throughout:
 * the row for cars went from 50,000 USD to any price on a day that was not found.
 */
function historyOf(steps) {
  const known = steps.filter((step) => step.from !== null)
  return known.map((step) => {
    const open = step.toPrecision !== undefined
    return {
      from: step.from,
      until: step.to === null ? null : nextDay(step.to),
      ...(step.amount !== null && !open ? { threshold: thresholdOf({ comparison: '>=', ...step }) } : {}),
      ...(open
        ? { doubt: `${step.amount} ${step.currency} until a day that was not found, then any price` }
        : {}),
    }
  })
}
