/** Words and days that several importers of goods need. */

/** British to US spelling, and the researcher's shorthand in plain words; acts and citations keep their own. */
const words = [
  ['own knowledge of list', 'not confirmed by a source'],
  ['own knowledge', 'not confirmed by a source'],
  ['jewellery', 'jewelry'],
  ['Jewellery', 'Jewelry'],
  ['licence', 'license'],
  ['Licence', 'License'],
  ['motorised', 'motorized'],
  ['authorised', 'authorized'],
  ['authorise', 'authorize'],
  ['programme', 'program'],
  ['traveller', 'traveler'],
  ['our own mapping', 'a mapping of words to codes'],
  ['my own mapping', 'a mapping of words to codes'],
  ['suggested prefixes are ours', 'the codes are a mapping of its words'],
  ['I checked no later instrument', 'a later instrument was not looked for'],
]

/** A text of the facts in the project's spelling. */
export function reword(text) {
  return words.reduce((out, [from, to]) => out.replaceAll(from, to), text)
}

/** The day after, for facts whose `to` is the last day in force. */
export function nextDay(day) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
