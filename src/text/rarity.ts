import table from '../../data/names/rarity.json' with { type: 'json' }

/**
 * How much a word says about who is meant. "Trading" fits thousands of companies, "Mohammed" millions of people, and
 * "Glocom" one firm. The measure stands for the information in a word, -log of its frequency among the names of the
 * world, on a scale of classes: class c of the table weighs 0.16 + 0.09 c, from 0.25 (trading) over 0.43 (Ali, Kim)
 * and 0.52 (Smith) to 0.79; a word the table does not know weighs 1.
 *
 * The table is frozen and comes from census figures, name lists and general knowledge, not from the lists screened
 * against, so that loading one list never moves a score on another.
 */

const FLOOR = 0.16
const STEP = 0.09

/** Weight of a word that is not in the table. */
const UNKNOWN = 1

const weightByWord = readTable(table.classes)

/** Each class is a run of sorted words; a word is the count of letters it shares with the one before, and the rest. */
function readTable(classes: readonly string[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  classes.forEach((packed, i) => {
    // Whole hundredths, so that the same weight is the same number wherever it is worked out.
    const weight = Math.round((FLOOR + STEP * (i + 1)) * 100) / 100
    let word = ''
    for (const [, shared, rest] of packed.matchAll(/(\d)([a-z]*)/g)) {
      word = word.slice(0, Number(shared)) + rest
      weights.set(word, weight)
    }
  })
  return weights
}

/**
 * Weight of a word.
 *
 * @param text one word in its comparable form (folded, romanized, a–z).
 * @returns 0.25 for the most frequent words to 1 for words the table does not know.
 */
export function rarity(text: string): number {
  return weightByWord.get(text) ?? UNKNOWN
}
