import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../src/model/vocabulary.js'
import type { Script } from '../../src/text/name.js'
import { romanizeRun, scriptOf } from '../../src/text/romanize/index.js'
import { cpuTime } from '../cpu-time.js'

/** Reads each word of a text in the script of its first letter. */
function read(text: string, kind?: Kind) {
  return text
    .split(' ')
    .flatMap((word) => romanizeRun(word, scriptOf(word.codePointAt(0) ?? 0) ?? 'other', kind))
}

/** All spellings of the one token that a word gives. */
function spellings(word: string): readonly string[] {
  const [token, ...others] = read(word)
  expect(others).toEqual([])
  return [token?.text ?? '', ...(token?.variants ?? [])]
}

function texts(text: string, kind?: Kind): string[] {
  return read(text, kind).map((token) => token.text)
}

const scripts: Readonly<Record<Exclude<Script, 'latin' | 'other'>, string>> = {
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџқғңөүұһ',
  greek: 'αβγδεζηθικλμνξοπρστυφχψως',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىپچژگکیءآئؤٹڈڑںے',
  hebrew: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  hangul: '김이박최정강조은행무역회사한국전자가힣읽값',
  han: '王李张陈国有限公司銀行貿易田中鈴木東龘𠮷々',
  kana: 'あいうえおかきゃゅょっんアイウエオーッンジティヴ',
  devanagari: 'कखगघचजटडतदनपबमयरलवशसहािीुूेैोौ्ंः',
  thai: 'กขคงจชดตนบปพมยรลวสหอะาิีึืุูเแโใไ่้์ั',
  armenian: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  georgian: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
  ethiopic: 'ሀለሐመሠረሰሸቀበተቸኀነኘአከወዐዘዠየደጀገጠጨጰጸፀፈፐብትን',
}

describe('The script of a letter', () => {
  it('is found for letters of every script that is told apart', () => {
    for (const [script, letters] of Object.entries(scripts)) {
      for (const letter of letters) {
        expect([script, null], letter).toContain(scriptOf(letter.codePointAt(0)!))
      }
    }
    expect(scriptOf('a'.codePointAt(0)!)).toBe('latin')
    expect(scriptOf('é'.codePointAt(0)!)).toBe('latin')
    expect(scriptOf('ー'.codePointAt(0)!)).toBe('kana')
    expect(scriptOf('𠮷'.codePointAt(0)!)).toBe('han')
  })

  it('is null for digits, marks and punctuation, and other for scripts without a table', () => {
    for (const sign of ['0', '٣', '-', '。', '\u0301', '\u064e', ' ', '・', '😀']) {
      expect(scriptOf(sign.codePointAt(0)!), sign).toBeNull()
    }
    expect(scriptOf('ক'.codePointAt(0)!)).toBe('other')
    expect(scriptOf('ம'.codePointAt(0)!)).toBe('other')
  })

  it('is answered for every code point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x10ffff }), (code) => {
        const isLetter = /\p{L}/u.test(String.fromCodePoint(code))
        expect(scriptOf(code) !== null).toBe(isLetter)
      }),
      { numRuns: 3000 },
    )
  })
})

describe.each<[script: string, rows: readonly (readonly [native: string, ...latin: string[]])[]]>([
  [
    'Cyrillic',
    [
      ['путин', 'putin', 'poutin'],
      ['горбачев', 'gorbachev', 'gorbatchev'],
      ['хрущев', 'khrushchev', 'khrouchtchev'],
      ['дмитрий', 'dmitriy', 'dmitry', 'dmitri', 'dmitrii'],
      ['евгений', 'yevgeniy', 'evgeny'],
      ['юлия', 'yuliya', 'yulia', 'iuliia', 'julija'],
      ['щербаков', 'shcherbakov', 'scherbakov', 'shcherbakoff'],
      ['хуавэй', 'khuavey', 'huawei'],
      ['михаил', 'mikhail', 'mihail'],
      ['жуков', 'zhukov', 'jukov', 'zukov'],
      ['зеленський', 'zelenskyi', 'zelensky'],
      ['григорій', 'hryhorii', 'grigoriy'],
      ['лукашенка', 'lukashenka'],
      ['ђоковић', 'djokovic', 'djokovich'],
      ['българия', 'balgariya'],
      ['қасым', 'qasym', 'kasym'],
      ['шмидт', 'shmidt', 'schmidt'],
    ],
  ],
  [
    'Greek',
    [
      ['γιωργος', 'giorgos', 'yioryos'],
      ['παπαδοπουλος', 'papadopoulos', 'papadopulos'],
      ['χριστος', 'christos', 'khristos'],
      ['ευαγγελος', 'evangelos'],
      ['ευφημια', 'effimia', 'euphemia'],
      ['μπουταρης', 'boutaris'],
      ['αλεξανδρος', 'alexandros', 'aleksandros'],
    ],
  ],
  [
    'Arabic',
    [
      ['محمد', 'muhammad', 'mohammed', 'mohamed', 'mehmet'],
      ['حسين', 'hussein', 'husayn', 'hossein'],
      ['خالد', 'khalid', 'khaled'],
      ['منصور', 'mansur', 'mansour'],
      ['كريم', 'karim'],
      ['سلمان', 'salman'],
      ['مكتوم', 'maktum', 'maktoum'],
      ['ابراهيم', 'ibrahim', 'ebrahim'],
      ['نصرالله', 'nasrallah', 'nasrullah'],
      ['بغدادي', 'baghdadi'],
    ],
  ],
  [
    'Persian and Urdu',
    [
      ['رضا', 'reza', 'rida'],
      ['روحانی', 'rouhani', 'ruhani'],
      ['احمدینژاد', 'ahmadinejad'],
      ['قاسم', 'qasim', 'ghasem'],
      ['پرویز', 'parviz', 'pervez'],
    ],
  ],
  [
    'Hebrew',
    [
      ['בנימין', 'binyamin', 'benjamin'],
      ['נתניהו', 'netanyahu'],
      ['כהן', 'cohen', 'kohen'],
      ['שרון', 'sharon'],
      ['גולדשטיין', 'goldstein'],
      ['רבין', 'rabin'],
    ],
  ],
  [
    'Hangul',
    [
      ['김', 'kim', 'gim'],
      ['박', 'pak', 'park'],
      ['이', 'lee', 'ri', 'yi', 'rhee'],
      ['평양', 'pyongyang'],
      ['조선', 'choson', 'korea'],
    ],
  ],
  [
    'kana',
    [
      ['さくら', 'sakura'],
      ['とうきょう', 'tokyo', 'toukyou'],
      ['しんばし', 'shimbashi', 'shinbashi', 'sinbasi'],
      ['ジョンソン', 'jonson'],
      ['スミス', 'sumisu', 'smis'],
      ['トヨタ', 'toyota'],
      ['ハッピー', 'happi'],
    ],
  ],
  [
    'Devanagari',
    [
      ['नरेन्द्र', 'narendra'],
      ['मोदी', 'modi', 'modee'],
      ['कमला', 'kamla', 'kamala'],
      ['राजीव', 'rajiv', 'rajeev'],
      ['सिंह', 'singh'],
      ['वर्मा', 'varma', 'warma'],
    ],
  ],
  [
    'Thai',
    [
      ['กรุงเทพ', 'krungthep'],
      ['สมชาย', 'somchai'],
      ['พร', 'phon', 'por'],
      ['วชิราลงกรณ์', 'wachiralongkon', 'vajiralongkon'],
      ['ทักษิณ', 'thaksin'],
      ['เพชร', 'phet'],
    ],
  ],
  [
    'Armenian',
    [
      ['փաշինյան', 'pashinyan', 'pashinian'],
      ['հակոբ', 'hakob', 'hagop'],
      ['երևան', 'yerevan'],
      ['պետրոսյան', 'petrosyan', 'bedrosian'],
      ['ոսկան', 'voskan'],
    ],
  ],
  [
    'Georgian',
    [
      ['სააკაშვილი', 'saakashvili'],
      ['თბილისი', 'tbilisi'],
      ['ხინკალი', 'khinkali', 'hinkali'],
      ['ივანიშვილი', 'ivanishvili'],
    ],
  ],
  [
    'Ethiopic',
    [
      ['አብይ', 'abiy'],
      ['አህመድ', 'ahmed'],
      ['ኃይለ', 'hayle'],
      ['መለስ', 'meles'],
      ['አክሱም', 'aksum'],
    ],
  ],
])('%s words', (_script, rows) => {
  it.each(rows)('%s is also known as %s', (native, ...latin) => {
    expect(spellings(native)).toEqual(expect.arrayContaining(latin))
  })
})

describe('Korean', () => {
  it('cuts three syllables that begin with a surname into surname and given name', () => {
    expect(texts('김정은')).toEqual(['kim', 'jongun'])
    expect(read('김정은')[1]?.variants).toEqual(expect.arrayContaining(['jungun', 'jeongeun', 'chongun']))
    expect(texts('남궁민수', 'person')).toEqual(['namgung', 'minsu'])
  })

  it('reads a given name alone as one word', () => {
    expect(texts('정은', 'person')).toEqual(['jongun'])
  })

  it('cuts names of organizations into their words, the longest first, with their concepts', () => {
    expect(read('조선무역은행').map(({ text, concept, role }) => [text, concept, role])).toEqual([
      ['choson', null, undefined],
      ['muyok', 'trading', 'generic'],
      ['unhaeng', 'bank', 'generic'],
    ])
    expect(read('조선광업개발무역회사').map((token) => token.concept)).toEqual([
      null,
      'mining',
      'development',
      'trading',
      'company',
    ])
    expect(read('총회사')[0]).toMatchObject({ concept: 'corporation', role: 'legal-form' })
  })

  it('reads digits and Latin letters inside a name as themselves', () => {
    expect(texts('제1무역회사')).toEqual(['je', '1', 'muyok', 'hoesa'])
    expect(texts('lg전자')).toEqual(['lg', 'jonja'])
  })
})

describe('Chinese', () => {
  it('cuts short runs that begin with a surname into surname and given name', () => {
    expect(texts('习近平')).toEqual(['xi', 'jinping'])
    expect(texts('李小龙')).toEqual(['li', 'xiaolong'])
    expect(texts('歐陽修', 'person')).toEqual(['ouyang', 'xiu'])
  })

  it('reads surnames the way they are read as surnames', () => {
    expect(texts('曾国藩')[0]).toBe('zeng')
    expect(texts('单田芳')[0]).toBe('shan')
    expect(texts('解学恭')[0]).toBe('xie')
    expect(texts('仇小明', 'person')[0]).toBe('qiu')
  })

  it.each([
    ['陈', 'chan', 'tan'],
    ['陳', 'chan', 'tan'],
    ['王', 'wong'],
    ['黃', 'wong', 'ng'],
    ['张', 'chang', 'cheung'],
    ['李', 'lee'],
    ['曹', 'tsao'],
    ['朴', 'park', 'pak'],
  ])('knows surname %s in the spellings of the diaspora and Wade–Giles: %s', (surname, ...latin) => {
    expect(read(surname, 'person')[0]?.variants).toEqual(expect.arrayContaining(latin))
  })

  it('spells given names in Wade–Giles too', () => {
    expect(read('毛泽东')[1]).toMatchObject({ text: 'zedong', variants: ['tsetung'] })
    expect(read('周恩来')[1]).toMatchObject({ text: 'enlai' })
  })

  it('cuts names of companies, in simplified and traditional characters alike', () => {
    for (const name of ['华为技术有限公司', '華為技術有限公司']) {
      expect(read(name, 'organization').map(({ text, concept }) => [text, concept])).toEqual([
        ['huawei', null],
        ['jishu', 'technology'],
        ['youxiangongsi', 'llc'],
      ])
    }
    expect(read('丹东国际贸易公司').map((token) => token.concept)).toEqual([
      null,
      'international',
      'trading',
      'company',
    ])
    expect(read('北京大学').map((token) => token.variants[0])).toEqual(['peking', 'daigaku'])
  })

  it('finds the way back of foreign names', () => {
    expect(spellings('斯大林')).toContain('sdalin')
    expect(spellings('马克西姆')).toContain('maksim')
  })

  it('adds the Japanese reading of frequent Japanese surnames and words', () => {
    expect(read('田中太郎')[0]?.variants).toContain('tanaka')
    expect(read('高橋')[0]?.variants).toContain('takahashi')
    expect(read('三菱電機株式会社').map((token) => token.variants)).toEqual([
      expect.arrayContaining(['mitsubishi']),
      expect.arrayContaining(['denki', 'electric']),
      expect.arrayContaining(['kabushikigaisha', 'kk']),
    ])
  })

  it('keeps kana and characters of one Japanese name apart', () => {
    expect(texts('トヨタ自動車')).toEqual(['toyota', 'zidongche'])
  })
})

describe('Arabic', () => {
  it('takes the article off as a particle, with its assimilated forms', () => {
    const [article, name] = read('الرشيد')
    expect(article).toMatchObject({ text: 'al', role: 'particle', concept: 'al', native: 'ال' })
    expect(article?.variants).toEqual(expect.arrayContaining(['el', 'ar']))
    expect(name?.text).toBe('rashid')
  })

  it('leaves words alone that only begin like the article', () => {
    expect(texts('الهام')).toEqual(['ilham'])
    expect(texts('الله')).toEqual(['allah'])
  })

  it('reads bin and ibn as one particle', () => {
    for (const word of ['بن', 'ابن'])
      expect(read(word)[0]).toMatchObject({ role: 'particle', concept: 'bin' })
  })

  it('takes Abd al- apart from the name it goes with', () => {
    expect(texts('عبدالرحمن')).toEqual(['abdul', 'rahman'])
    expect(read('عبدالرحمن')[0]?.variants).toEqual(expect.arrayContaining(['abd', 'abdel']))
  })

  it('gives words of business their concept, with or without article', () => {
    expect(read('شركة')[0]).toMatchObject({ concept: 'company', role: 'legal-form' })
    expect(read('التجارة')[1]).toMatchObject({ concept: 'trading', role: 'generic' })
    expect(read('للتجارة')[0]).toMatchObject({ concept: 'trading', role: 'generic' })
    expect(read('بازرگانی')[0]).toMatchObject({ concept: 'trading', role: 'generic' })
  })

  it('reads Arabic, Persian and Urdu letters of the same word alike', () => {
    const forms = ['علي', 'علی', 'على'].map((word) => spellings(word))
    expect(new Set(forms.map((form) => form.join(' '))).size).toBe(1)
  })
})

describe('Thai', () => {
  it('takes titles and legal forms off the name they are attached to', () => {
    expect(read('นายสมชาย').map(({ text, role }) => [text, role])).toEqual([
      ['nai', 'title'],
      ['somchai', undefined],
    ])
    expect(read('บริษัทสมชายจำกัด').map((token) => token.concept)).toEqual(['company', null, 'llc'])
  })
})

describe('Any word', () => {
  const kinds = [undefined, 'person', 'organization', 'vessel', 'aircraft'] as const
  const anyScript = fc.constantFrom(...(Object.keys(scripts) as (keyof typeof scripts)[]))
  const wordOf = (script: keyof typeof scripts) =>
    fc.string({ unit: fc.constantFrom(...Array.from(scripts[script])), minLength: 1, maxLength: 80 })

  it('of a script with a table becomes Latin letters and digits, with at most seven distinct variants', () => {
    fc.assert(
      fc.property(
        anyScript.chain((script) => fc.tuple(fc.constant(script), wordOf(script), fc.constantFrom(...kinds))),
        ([script, word, kind]) => {
          const tokens = romanizeRun(word, script, kind)
          expect(tokens.length).toBeGreaterThan(0)
          for (const { text, variants, native } of tokens) {
            for (const spelling of [text, ...variants]) expect(spelling).toMatch(/^[a-z0-9]+$/)
            expect(variants.length).toBeLessThanOrEqual(7)
            expect(new Set([text, ...variants]).size).toBe(variants.length + 1)
            expect(native).not.toBe('')
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is read in any script without an exception, the same way every time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom<Script>(...(Object.keys(scripts) as Script[]), 'latin', 'other'),
        fc.constantFrom(...kinds),
        (word, script, kind) => {
          const tokens = romanizeRun(word, script, kind)
          expect(romanizeRun(word, script, kind)).toEqual(tokens)
          expect(tokens.length === 0).toBe(word === '')
          for (const token of tokens) expect(token.text).not.toBe('')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('that is very long is read in bounded time', () => {
    for (const [script, letters] of Object.entries(scripts) as [Script, string][]) {
      const started = cpuTime()
      const tokens = romanizeRun(letters.repeat(2000), script)
      expect(tokens.length, script).toBeLessThanOrEqual(64)
      expect(cpuTime() - started, script).toBeLessThan(100)
    }
  })

  it('of a script without a table, or in Latin letters, is kept', () => {
    expect(romanizeRun('ঢাকা', 'other')).toEqual([{ text: 'ঢাকা', variants: [], native: 'ঢাকা', concept: null }])
    expect(romanizeRun('smith', 'latin')).toEqual([
      { text: 'smith', variants: [], native: 'smith', concept: null },
    ])
  })

  it('that no table can read keeps its code points, so that it is neither lost nor equal to another', () => {
    const [one] = romanizeRun('𠮷', 'han')
    const [other] = romanizeRun('龘', 'han')
    expect(one?.text).toBe('u20bb7')
    expect(other?.text).not.toBe(one?.text)
  })
})
