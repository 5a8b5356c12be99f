import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { parseISO } from 'date-fns/parseISO'
import type { Snapshot } from '../model/listing.js'
import type { CalendarDate } from '../model/vocabulary.js'

/**
 * A list dated after today would never age. Such a day is a mistake of the file, or of a clock that was wrong when the
 * list was fetched: it is taken away, so that the list counts as one of unknown age, and an issue says so. One day more
 * is allowed for publishers in other time zones.
 * @returns the snapshot itself where its days are not in the future.
 */
export function undateFuture(snapshot: Snapshot, today: CalendarDate): Snapshot {
  const last = format(addDays(parseISO(today), 1), 'yyyy-MM-dd')
  const { published, checked, ...rest } = snapshot
  const future = [published, checked].filter((day) => day != null && day > last)
  if (future.length === 0) return snapshot
  const issue = {
    code: 'future-date',
    where: snapshot.list,
    message: `expected a date up to ${last}, got ${future.join(' and ')}; the list counts as undated`,
  }
  return {
    ...rest,
    published: published !== null && published > last ? null : published,
    ...(checked === undefined || checked > last ? {} : { checked }),
    issues: [...snapshot.issues, issue],
  }
}
