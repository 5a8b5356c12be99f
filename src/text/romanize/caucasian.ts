import { reader } from './letters.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Armenian and Georgian. The usual spellings are BGN/PCGN 1981 for Armenian and the national system of 2002 for
 * Georgian, both without apostrophes. Western Armenian hears the stops the other way round (Hagop for Hakob).
 */

const armenianBase =
  'ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ' +
  'ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f ու u եւ ev և ev'

const eastern = reader(armenianBase)
const ian = reader(armenianBase, 'յա ia խ h ղ g ը e թ th ու ou')
const western = reader(
  armenianBase,
  'բ p պ b գ k կ g դ t տ d ծ dz ձ ts ճ j ջ ch թ th փ ph ք k յա ia ու ou խ kh ը e',
)
const westernPlain = reader(armenianBase, 'բ p պ b գ k կ g դ t տ d ծ dz ճ j ջ ch թ t յա ya խ kh')
const frenchArmenian = reader(armenianBase, 'ու ou շ ch ժ j ջ dj չ tch ճ tch խ kh յա ia')
const foreignArmenian = reader(armenianBase, 'հ h խ h ժ j ղ l ծ c ց c կ c յ i ու w ը e')

/** Reads one lower-case Armenian word. */
export function romanizeArmenian(word: string): readonly RomanToken[] {
  const spoken = word.replace(/^ո(?!ւ)/, 'vո').replace(/^յ(?=[աո])/, 'հ')
  const initialYe = /^ե(?!ւ)/.test(word)
  const usual = eastern(spoken)
  return [
    makeRomanToken(word, [
      initialYe ? `y${usual}` : usual,
      eastern(word),
      ian(spoken),
      westernPlain(spoken),
      western(spoken),
      frenchArmenian(spoken),
      foreignArmenian(word),
    ]),
  ]
}

const georgianBase =
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ' +
  'ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ჲ y ჳ vi ჱ ey ჴ q ჵ o ჶ f'

const national = reader(georgianBase)
const looseGeorgian = reader(georgianBase, 'ღ g ყ k ხ h ფ f ჟ j ძ z')
const aspirated = reader(georgianBase, 'თ th ფ ph ქ kh ყ k ჯ dj ღ gh')
const russianStyle = reader(georgianBase, 'ჯ dzh ყ k ღ g ჰ g')
const germanGeorgian = reader(georgianBase, 'ვ w შ sch ჩ tsch ჭ tsch ც z წ z ხ ch ჟ sch ჯ dsch ზ s ყ k')
const frenchGeorgian = reader(georgianBase, 'უ ou შ ch ჩ tch ჭ tch ჯ dj ჟ j ყ k')
const foreignGeorgian = reader(georgianBase, 'ფ f ხ h ყ q უა wa უი wi უე we ც c კ c ქ k')

/** Reads one Georgian word in the ordinary (Mkhedruli) letters. */
export function romanizeGeorgian(word: string): readonly RomanToken[] {
  const systems = [
    national,
    looseGeorgian,
    foreignGeorgian,
    russianStyle,
    aspirated,
    frenchGeorgian,
    germanGeorgian,
  ]
  return [
    makeRomanToken(
      word,
      systems.map((system) => system(word)),
    ),
  ]
}
