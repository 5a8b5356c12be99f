import table from '../../data/names/given-names.json' with { type: 'json' }

/**
 * Given names that stand for one another: forms of one name in different languages (Joseph, Yusuf, José) and
 * familiar forms (Misha for Mikhail). A group says that two spellings can belong to one person, not that they must;
 * groups are not joined, so Bob is Robert and Robert is Roberto, but Bob is not Roberto.
 *
 * The table keeps one spelling where romanizations differ only in habit (Yousef, Yussef; Katja, Katya): names are
 * looked up by a form that irons these habits out.
 */

/** Longest word that can be a given name. */
const MAX_LENGTH = 32

function readTable(groups: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byForm = new Map<string, number[]>()
  groups.forEach((group, number) => {
    for (const form of new Set(group.split(' ').map(plainForm))) {
      const known = byForm.get(form)
      if (known) known.push(number)
      else byForm.set(form, [number])
    }
  })
  return byForm
}

/** Romanization habits ironed out: i for y and j, v for w, k for hard c and q, u for ou, single for double. */
function plainForm(name: string): string {
  let form = ''
  let last = ''
  let i = 0
  while (i < name.length) {
    const letter = name.charAt(i)
    const next = name.charAt(i + 1)
    const pair = pairForms.get(letter + next)
    const plain = pair ?? (letter === 'c' && isSoftener(next) ? 'c' : (letterForms.get(letter) ?? letter))
    // Mute at the end: Sarah, Abdullah.
    const mute = letter === 'h' && next === '' && isOpenVowel(last)
    if (plain !== last && !mute) form += plain
    last = plain
    i += pair === undefined ? 1 : 2
  }
  return form
}

const pairForms: ReadonlyMap<string, string> = new Map([
  ['ph', 'f'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
])

const letterForms: ReadonlyMap<string, string> = new Map([
  ['y', 'i'],
  ['j', 'i'],
  ['w', 'v'],
  ['c', 'k'],
  ['q', 'k'],
  ['x', 'ks'],
])

function isSoftener(letter: string): boolean {
  return letter === 'e' || letter === 'i' || letter === 'y' || letter === 'h'
}

function isOpenVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'
}

const groupsByForm = readTable(table.groups.join('|').split('|'))

const none: readonly number[] = []

/**
 * The groups a given name belongs to.
 *
 * @param name one word in a–z.
 * @returns numbers of groups, ascending, valid within this version of the table; empty for a name it does not know.
 */
export function givenNameGroups(name: string): readonly number[] {
  if (name.length < 2 || name.length > MAX_LENGTH) return none
  return groupsByForm.get(plainForm(name)) ?? none
}

/**
 * Whether two words can be the given name of one person. Symmetric, not transitive.
 *
 * @param a one word in a–z.
 * @param b another.
 * @returns true when a group holds both, or both are the same word.
 */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const groups = givenNameGroups(a)
  if (groups.length === 0) return false
  const others = givenNameGroups(b)
  for (const group of groups) if (others.includes(group)) return true
  return false
}
