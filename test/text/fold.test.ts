import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, NORMALIZER_VERSION } from '../../src/text/fold.js'
import { cpuTime } from '../cpu-time.js'

/** Characters on which the steps of folding meet each other. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...'aEßİøёйИΑνΓВбօՍ\'’.&+?-(;"5٥אשك\u0640क\u093fกⅣ½①ｶﾞㄱǅŉᴬ´ςΣﬀ\n',
      ...['\u0301', '\u0306', '\u0308', '\u0345', '\u1100', '\u1160', '\u1161', '\u200d', '\u3164', '\ufffd'],
      ...['\ud800', '\udc00', '&amp;', '&#x41;', '&eacute;', '𝐀', '\u00a0', ' '],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
const anything = fc.oneof(
  awkward,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  codeUnits(),
)

function codeUnits(): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units))
}

describe('fold, for any string', () => {
  it('reads what is plain as it reads what is not: with something invisible in it, too', () => {
    const sign = fc.constantFrom(...'aZ9 .,:;()/-éÉßøŁłİıÄŞşÅœŒžŸĲŉŀ')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), fc.nat(14), (signs, at) => {
        const marked = [...signs.slice(0, at), '\u200b', ...signs.slice(at)]
        expect(fold(marked.join(''))).toBe(fold(signs.join('')))
      }),
      { numRuns: 3000 },
    )
  })

  it('gives the same when folded again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = fold(text)
        expect(fold(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves no capitals, no marks of Latin letters, no punctuation and no doubled or outer spaces', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const folded = fold(text)
        expect(folded).not.toMatch(/\p{Lu}|\p{Lt}|[a-z][\u0300-\u036f]| {2}|^ | $/u)
        expect(folded).toMatch(/^[\p{L}\p{N}\p{M}? ]*$/u)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    'a',
    'é',
    'a.',
    "a'",
    "'",
    '&',
    '&amp;',
    '?',
    '\u0301',
    'к\u0301',
    'אa"',
    'aА',
    '\u200b',
    '\ud800',
    ' ',
  ])('reads 100 kB of %j in well under a second', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    const start = cpuTime()
    fold(text)
    expect(cpuTime() - start).toBeLessThan(200)
  })
})

describe('fold undoes', () => {
  it.each([
    ['case', 'Acme TRADING', 'acme trading'],
    ['German ß in both cases', 'Weiß STRAẞE', 'weiss strasse'],
    ['Turkish dotted and dotless i', 'İstanbul Işık', 'istanbul isik'],
    ['long s', 'Gottlieb Daimlerſ', 'gottlieb daimlers'],
    ['Greek final sigma', 'Γιώργος', 'γιωργοσ'],
    ['full width letters', 'Ｇｌｏｃｏｍ', 'glocom'],
    ['mathematical letters', '𝐆𝐥𝐨𝐜𝐨𝐦 𝔸𝔹', 'glocom ab'],
    ['ligatures', 'ﬁnance Œuvre', 'finance oeuvre'],
    ['half-width kana', 'ﾄﾖﾀ', 'トヨタ'],
    ['marks on Latin letters', 'Hírofûmi HÂŠHÍMOTO', 'hirofumi hashimoto'],
    ['marks written apart', 'Jose\u0301', 'jose'],
    ['letters that do not decompose', 'Łódź Øre Đoković Þór Ħal', 'lodz ore dokovic thor hal'],
    ['small capitals', 'ɢʟᴏᴄᴏᴍ', 'glocom'],
    ['stress marks and ё in Cyrillic', 'Бо́рис Пётр', 'борис петр'],
    ['Arabic vowel signs, hamza seats and tatweel', 'مُحَمَّد إبـراهيم', 'محمد ابراهيم'],
    ['Hebrew points and gershayim', 'שָׁלוֹם צה"ל', 'שלום צהל'],
    ['digits of other scripts', '٥ ۶ ७ ８', '5 6 7 8'],
    ['zero-width characters and soft hyphens', 'Glo\u200bcom\u00ad\ufeffs', 'glocoms'],
    ['bidi marks', '\u202eGlocom\u202c\u200f', 'glocom'],
    ['no-break and narrow spaces', 'Glocom\u00a0Corp\u202fLtd', 'glocom corp ltd'],
    ['control characters', 'Glo\u0000com\tCorp\r\nLtd', 'glocom corp ltd'],
    ['lone surrogates', 'Glo\ud800com', 'glocom'],
    ['HTML references', 'Smith &amp; Wesson &#39;99 &#x41;bc caf&eacute;', 'smith and wesson 99 abc cafe'],
    ['HTML references escaped again', 'A &amp;amp; B', 'a and b'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('fold keeps', () => {
  it.each([
    ['Cyrillic й ї ў apart from и і у', 'Київ йод ЎЗ', 'київ йод ўз'],
    ['Indic vowel signs', 'हिन्दी', 'हिन्दी'],
    ['Thai vowels and tones', 'กรุงเทพ', 'กรุงเทพ'],
    ['kana voicing', 'ガギグ', 'ガギグ'],
    ['Hangul syllables', '김정은', '김정은'],
    ['letters of Georgian', 'თბილისი', 'თბილისი'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded.normalize('NFC'))
  })
})

describe('fold reads punctuation', () => {
  it.each([
    ['apostrophes inside words are nothing', "O'Brien d’Arc Saʿid Xi`an", 'obrien darc said xian'],
    ['apostrophes around words are spaces', "'Ali' ‘Omar’", 'ali omar'],
    ['hyphens and slashes separate', 'Al-Assad/Rifaat', 'al assad rifaat'],
    ['periods inside acronyms are nothing', 'S.A.R.L. d.o.o. U.S.A О.О.О.', 'sarl doo usa ооо'],
    ['periods after spaced initials separate', 'J. F. K. Smith', 'j f k smith'],
    ['a period before a longer word separates', 'J.Smith St.Petersburg', 'j smith st petersburg'],
    ['ampersand, plus and the word are alike', 'A&B + C and D', 'a and b and c and d'],
    ['ampersands at the ends are nothing', '& Sons +', 'sons'],
    ['a lost letter stays as ?', 'Koval?nko Andr\ufffd', 'koval?nko andr?'],
    ['a question mark alone is nothing', '? Glocom ??? ?x', 'glocom x'],
    ['only punctuation is nothing', ' -- (!) … ', ''],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('lookalike letters', () => {
  it.each([
    ['Cyrillic capitals in a Latin word', 'Вernаrd РАRRА', 'bernard parra'],
    ['Greek capitals in a Latin word', 'Κonstantin ΚILΙΜNΙK ΡΑVΑ', 'konstantin kilimnik pava'],
    ['Armenian letters in a Latin word', 'Glօcօm', 'glocom'],
    ['Latin letters in a Cyrillic word', 'Poccия Mocквa', 'россия москва'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('go by the rest of the text when a word says nothing itself', () => {
    expect(fold('Nicholas СОСHЕ')).toBe('nicholas coche')
    expect(fold('Фёдор СОХHА')).toBe('федор сохна')
  })

  it('are left alone in a word of one script', () => {
    expect(fold('ТОМ Tom ΤΟΜ')).toBe('том tom τομ')
  })

  it('are left alone in two words glued together', () => {
    expect(fold('GazpromНефть')).toBe('gazpromнефть')
  })
})

it('the normalizer has a version', () => {
  expect(NORMALIZER_VERSION).toBe('1')
})
