import {
  embargoTimeline,
  explainMeasure,
  knownJurisdictions,
  measuresInForce,
  renderTimelineHtml,
  resolvePlace,
  type TimelineCell,
} from '../index.js'
import { type Io, writeWhole } from './io.js'
import { table, wrap } from './render.js'
import { exitCode, type Flags, text, UsageError } from './run.js'

const DEFAULT_JURISDICTIONS = ['US', 'UN', 'EU', 'GB']

/** `consignee embargo COUNTRY`: the measures on a day, or the strictest status year by year. */
export function runEmbargo(flags: Flags, args: readonly string[], io: Io): number {
  const place = args.join(' ')
  const readings = resolvePlace(place)
  const [reading] = readings
  if (!reading) throw new UsageError(`embargo needs a country, got "${place}"`)
  if (readings[1] && readings[1].confidence === reading.confidence) {
    const names = readings.map(({ name, territory }) => `${name} (${territory})`).join(', ')
    throw new UsageError(`"${place}" can mean ${names}: give the code`)
  }
  const jurisdictions = text(flags, 'jurisdictions')?.split(',') ?? DEFAULT_JURISDICTIONS
  // Another code must not look like a law that allows everything.
  const known = knownJurisdictions()
  const odd = jurisdictions.find((code) => !known.includes(code))
  if (odd !== undefined)
    throw new UsageError(`--jurisdictions: expected some of ${known.join(', ')}, got "${odd}"`)
  const from = text(flags, 'from')
  const to = text(flags, 'to')
  const html = text(flags, 'html')
  if (html !== undefined && from === undefined && to === undefined)
    throw new UsageError('--html draws years: give --from YEAR and --to YEAR')
  if (from !== undefined || to !== undefined) {
    const thisYear = io.today.slice(0, 4)
    return printYears(
      reading.territory,
      yearOf(from ?? to ?? thisYear),
      yearOf(to ?? thisYear),
      jurisdictions,
      flags,
      io,
    )
  }
  const on = text(flags, 'on') ?? io.today
  const measures = measuresInForce({ destination: reading.territory, on, jurisdictions })
  if (flags.json === true) io.out(`${JSON.stringify(measures, null, 2)}\n`)
  else {
    io.out(
      `${reading.name} (${reading.territory}) on ${on}: ${measures.length} measures of ${jurisdictions.join(', ')}\n`,
    )
    for (const measure of measures) io.out(`\n${wrap(explainMeasure(measure), '  ')}\n`)
  }
  return exitCode.clear
}

function yearOf(value: string): number {
  const year = Number(value)
  if (!Number.isInteger(year) || year < 1900 || year > 2200)
    throw new UsageError(`expected a year, got "${value}"`)
  return year
}

function printYears(
  destination: string,
  from: number,
  to: number,
  jurisdictions: readonly string[],
  flags: Flags,
  io: Io,
): number {
  const timeline = embargoTimeline(destination, { from, to, jurisdictions })
  const html = text(flags, 'html')
  if (html !== undefined) {
    writeWhole(html, [renderTimelineHtml(timeline)])
    io.err(`consignee: ${html} written\n`)
    return exitCode.clear
  }
  if (flags.json === true) {
    io.out(`${JSON.stringify(timeline, null, 2)}\n`)
    return exitCode.clear
  }
  const rows = timeline.years.map(({ year, jurisdictions: cells }) => [
    String(year),
    ...jurisdictions.map((code) => statusOf(cells.find((cell) => cell.jurisdiction === code))),
  ])
  io.out(`${table([['year', ...jurisdictions], ...rows])}\n`)
  return exitCode.clear
}

/** The strictest kind in a word; what is of no kind shows what it does: `relief`, `caution`. */
function statusOf(cell: TimelineCell | undefined): string {
  if (!cell) return 'none'
  return cell.status === 'other' ? (cell.effect ?? 'caution') : cell.status
}
