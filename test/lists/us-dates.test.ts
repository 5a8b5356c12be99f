import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, parseBirthDate } from '../../src/lists/dates.js'

const span = (text: string) => {
  const { earliest, latest } = parseBirthDate(text)
  return `${earliest} ${latest}`
}

describe('a birth date is read as the days it can mean', () => {
  it.each([
    ['1963', '1963-01-01 1963-12-31'],
    ['1963-04', '1963-04-01 1963-04-30'],
    ['1963-04-29', '1963-04-29 1963-04-29'],
    ['29 Apr 1963', '1963-04-29 1963-04-29'],
    ['09 Feb 1977', '1977-02-09 1977-02-09'],
    ['November 5, 1975', '1975-11-05 1975-11-05'],
    ['Apr 1963', '1963-04-01 1963-04-30'],
    ['Feb 1964', '1964-02-01 1964-02-29'],
    ['Nov. 1973', '1973-11-01 1973-11-30'],
    ['Sept 1973', '1973-09-01 1973-09-30'],
    ['November, 1975', '1975-11-01 1975-11-30'],
    ['1960s', '1960-01-01 1969-12-31'],
    ['1963 to 1965', '1963-01-01 1965-12-31'],
    ['1963-1965', '1963-01-01 1965-12-31'],
    ['between 1963 and 1965', '1963-01-01 1965-12-31'],
    ['1963 or 1964', '1963-01-01 1964-12-31'],
    ['1 Jan 1970 to 31 Dec 1971', '1970-01-01 1971-12-31'],
    ['Mar 1970 to Apr 1970', '1970-03-01 1970-04-30'],
    [' 1963. ', '1963-01-01 1963-12-31'],
  ])('%s → %s', (text, expected) => {
    expect(span(text)).toBe(expected)
  })

  it.each([
    ['circa 1963', '1961-01-01 1965-12-31'],
    ['c. 1963', '1961-01-01 1965-12-31'],
    ['approximately 1970', '1968-01-01 1972-12-31'],
    ['circa 29 Feb 1964', '1962-02-28 1966-02-28'],
    ['circa 1963-1965', '1961-01-01 1967-12-31'],
  ])('%s is widened by two years on either side → %s', (text, expected) => {
    expect(span(text)).toBe(expected)
  })

  it.each([
    '',
    'unknown',
    'spring of 1969',
    '31 Feb 1970',
    '1970-13',
    '1965 to 1963',
    '1963 to 1964 to 1965',
    '0097',
    '29/04/1963',
    '5 May 6 1970',
    '1'.repeat(500),
  ])('%j is kept as published, without days', (text) => {
    expect(parseBirthDate(text)).toEqual({ text, earliest: null, latest: null })
  })

  it('never crashes, keeps the text, and gives both ends or none, in order', () => {
    const words = fc.constantFrom(
      'circa',
      'to',
      'and',
      '1963',
      '31',
      'Feb',
      'Apr.',
      '-',
      '1970s',
      'between',
      ',',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const birth = parseBirthDate(text)
        expect(birth.text).toBe(text)
        expect(birth.earliest === null).toBe(birth.latest === null)
        if (birth.earliest && birth.latest) expect(birth.earliest <= birth.latest).toBe(true)
      }),
    )
  })
})

describe('a calendar date', () => {
  it('is the day a text begins with; time and zone do not move it', () => {
    expect(calendarDate('2026-09-25')).toBe('2026-09-25')
    expect(calendarDate('2026-09-25T04:15:00+00:00')).toBe('2026-09-25')
    expect(calendarDate('2014-05-12-04:00')).toBe('2014-05-12')
    expect(calendarDate(' 2014-05-12 ')).toBe('2014-05-12')
  })

  it('is null for days that do not exist and for other forms', () => {
    for (const text of ['', 'soon', '2023-02-29', '2023-13-01', '12/05/2014', '2014-05-1', '2014-05-123']) {
      expect(calendarDate(text)).toBeNull()
    }
  })
})
