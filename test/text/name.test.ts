import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../src/model/vocabulary.js'
import { MAX_NAME_LENGTH, MAX_TOKENS, readName } from '../../src/text/name.js'
import { cpuTime } from '../cpu-time.js'

function texts(name: string, kind?: Kind): string {
  return readName(name, kind)
    .tokens.map((token) => token.text)
    .join(' ')
}

/** The name as `text:role=concept`, with `word` left out. */
function roles(name: string, kind?: Kind): string {
  return readName(name, kind)
    .tokens.map(({ text, role, concept }) => {
      const shown = role === 'word' ? text : `${text}:${role}`
      return concept === null ? shown : `${shown}=${concept}`
    })
    .join(' ')
}

const kinds: readonly (Kind | undefined)[] = [undefined, 'person', 'organization', 'vessel', 'aircraft']

describe('readName, for any string', () => {
  it('never throws, is bounded, and gives comparable tokens', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()),
        (raw) => {
          for (const kind of kinds) {
            const name = readName(raw, kind)
            expect(name.raw).toBe(raw)
            expect(name.tokens.length).toBeLessThanOrEqual(MAX_TOKENS)
            for (const token of name.tokens) {
              expect(token.text).not.toBe('')
              expect(token.text).not.toMatch(/\s|\p{Lu}/u)
              expect(token.variants.length).toBeLessThanOrEqual(7)
              expect(token.variants).not.toContain(token.text)
              if (token.script === 'latin') expect(token.native).toBe(token.text)
            }
          }
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('reads the same name the same way each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        expect(readName(raw)).toEqual(readName(raw))
      }),
    )
  })

  it('says when it did not read all', () => {
    expect(readName('Glocom').truncated).toBe(false)
    expect(readName('a'.repeat(MAX_NAME_LENGTH + 1)).truncated).toBe(true)
    expect(readName('ab '.repeat(MAX_TOKENS + 1)).truncated).toBe(true)
    expect(readName('\u200b'.repeat(7000)).truncated).toBe(true)
  })

  it('gives no tokens for no text or only punctuation', () => {
    for (const raw of ['', '  ', '!!! -- ???', '\u200b\u202e']) expect(readName(raw).tokens).toEqual([])
  })

  it.each([
    '1a',
    '$a',
    'a.',
    'a ',
    'a/',
    'c/o ',
    'ref 1',
    'aB',
    '有限公司',
    '\u200b',
    "'1",
    'ref 1111111111 ',
  ])('reads 100 kB of %j in bounded time', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    const start = cpuTime()
    for (const kind of kinds) readName(text, kind)
    expect(cpuTime() - start).toBeLessThan(500)
  })
})

describe('legal forms', () => {
  it.each([
    ['Glocom Ltd', 'llc'],
    ['Glocom L.L.C.', 'llc'],
    ['Glocom L L C', 'llc'],
    ['Glocom Limited Liability Company', 'llc'],
    ['Glocom Co., Ltd.', 'llc'],
    ['Glocom (Pvt.) Limited', 'llc'],
    ['Glocom Pte. Ltd.', 'llc'],
    ['Glocom Sdn. Bhd.', 'llc'],
    ['Glocom GmbH & Co. KG', 'llc'],
    ['Glocom Gesellschaft mit beschränkter Haftung', 'llc'],
    ['Glocom S.A.R.L.', 'llc'],
    ['Glocom S.r.l.', 'llc'],
    ['Glocom Sp. z o.o.', 'llc'],
    ['Glocom d.o.o.', 'llc'],
    ['OOO Glocom', 'llc'],
    ['ООО "Глоком"', 'llc'],
    ['Общество с ограниченной ответственностью «Глоком»', 'llc'],
    ['格洛科姆有限公司', 'llc'],
    ['Glocom PLC', 'plc'],
    ['Glocom AG', 'plc'],
    ['Glocom S.p.A.', 'plc'],
    ['Glocom S.A. de C.V.', 'plc'],
    ['Glocom S. de R.L. de C.V.', 'llc'],
    ['Glocom Société Anonyme', 'plc'],
    ['Glocom Joint Stock Company', 'plc'],
    ['Glocom A/S', 'plc'],
    ['Glocom Bhd', 'plc'],
    ['ПАО Глоком', 'plc'],
    ['格洛科姆股份有限公司', 'plc'],
    ['株式会社グロコム', 'plc'],
    ['주식회사 글로콤', 'plc'],
    ['ЗАО Глоком', 'jsc'],
    ['Glocom Inc.', 'corporation'],
    ['Glocom Corp', 'corporation'],
    ['Glocom Co', 'company'],
    ['شركة غلوكوم', 'company'],
    ['Glocom LLP', 'partnership'],
    ['Glocom Stiftung', 'foundation'],
    ['Glocom e.V.', 'association'],
    ['Glocom Genossenschaft', 'cooperative'],
    ['ФГУП Глоком', 'state-enterprise'],
    ['Glocom Branch', 'branch'],
  ])('%s has the form %s', (name, concept) => {
    const forms = readName(name, 'organization').tokens.filter((token) => token.role === 'legal-form')
    expect(forms.map((token) => token.concept)).toEqual([concept])
  })

  it('are words in the name of a person', () => {
    expect(roles('Iyad Ag Ghali', 'person')).toBe('iyad ag ghali')
    expect(roles('Ao Man Long', 'person')).toBe('ao man long')
  })

  it('that are also names count only at the ends', () => {
    expect(roles('Iyad Ag Ghali')).toBe('iyad ag ghali')
    expect(roles('Glocom AG')).toBe('glocom ag:legal-form=plc')
    expect(roles('AG')).toBe('ag')
  })

  it('stay what they are when the name has nothing else', () => {
    expect(roles('Trading Co Ltd')).toBe('trading:generic=trading coltd:legal-form=llc')
  })
})

describe('words of business', () => {
  it.each([
    ['Glocom Trading', 'glocom trading:generic=trading'],
    [
      "Glocom Int'l Mfg Svcs Grp",
      'glocom intl:generic=international mfg:generic=manufacturing svcs:generic=services grp:generic=group',
    ],
    [
      'Glocom Tech & Eng Corp',
      'glocom tech:generic=technology and:particle=and eng:generic=engineering corp:legal-form=corporation',
    ],
    ['Glocom Import-Export', 'glocom importexport:generic=import-export'],
    ['Торговый дом Глоком', 'torgovyydom:generic=trading glokom'],
    ['Comercial Glocom', 'comercial:generic=trading glocom'],
  ])('%s', (name, expected) => {
    expect(roles(name)).toBe(expected)
  })

  it('give a shortened word the concept of the full one', () => {
    const concepts = (name: string) => readName(name, 'organization').tokens.map((token) => token.concept)
    for (const short of ['tech', 'techn', 'technol']) {
      expect(concepts(`Glocom ${short}`)).toEqual(concepts('Glocom Technology'))
    }
  })

  it('are ordinary words in the name of a person', () => {
    expect(roles('Kapil Dev', 'person')).toBe('kapil dev')
    expect(roles('General Bank', 'person')).toBe('general:title bank')
  })

  it('of payments count as such for every kind', () => {
    expect(roles('Kim Chol salary', 'person')).toBe('kim chol salary:generic=payment')
  })
})

describe('titles', () => {
  it.each([
    ['Dr. Ali Hassan', 'dr:title ali hassan'],
    ['Lt. Gen. Kim Chol', 'lt:title gen:title kim chol'],
    ['Mullah Abdul Ghani', 'mullah:title abdul=abdul ghani'],
    ['HASSAN, Sheikh Ali', 'hassan sheikh:title ali'],
    ['John Smith Jr.', 'john smith jr:title'],
    ['AL-HAJJ, Yahya', 'al:particle=al hajj yahya'],
    ['Yahya al-Hajj', 'yahya al:particle=al hajj'],
    ['Khalid al-Hajj Muhammad', 'khalid al:particle=al hajj:title muhammad'],
    ['Господин Иванов', 'gospodin:title ivanov'],
  ])('%s', (name, expected) => {
    expect(roles(name, 'person')).toBe(expected)
  })

  it('are no titles where they are words of business', () => {
    expect(roles('General Electric')).toBe('general:generic=general electric:generic=electric')
  })

  it('of ships stand in front', () => {
    expect(roles('M/V Ocean Star 5', 'vessel')).toBe('mv:title ocean star 5:number=5')
  })
})

describe('particles', () => {
  it.each([
    ['Al-Assad', 'al:particle=al assad'],
    ['AlRajhi', 'al:particle=al rajhi'],
    ['Usama bin Ladin', 'usama bin:particle=bin ladin'],
    ['Zia ul Haq', 'zia ul:particle=al haq'],
    ['an-Nour ash-Shabab', 'an:particle=al nour ash:particle=al shabab'],
    ['Ludwig van Beethoven', 'ludwig van:particle beethoven'],
    ['BEETHOVEN, Ludwig van', 'beethoven ludwig van:particle'],
  ])('%s', (name, expected) => {
    expect(roles(name, 'person')).toBe(expected)
  })

  it('are names where a particle cannot stand', () => {
    expect(roles('Ben Smith', 'person')).toBe('ben smith')
    expect(roles('Wang Bin', 'person')).toBe('wang bin')
    expect(roles('Le Duc Anh', 'person')).toBe('le duc anh')
  })

  it('make the spellings of "servant of" one', () => {
    expect(roles('Abd al-Rahman', 'person')).toBe('abd=abdul al:particle=al rahman')
    for (const name of ['Abdul Rahman', 'Abdulrahman', 'Abderrahman', 'Abdurrahman']) {
      expect(readName(name, 'person').tokens.map((token) => token.concept ?? token.text)).toEqual([
        'abdul',
        'rahman',
      ])
    }
    expect(roles('Abdullah', 'person')).toBe('abdullah')
  })
})

describe('numbers and initials', () => {
  it.each<[string, Kind | undefined, string]>([
    ['Ocean Star 007', 'vessel', 'ocean star 007:number=7'],
    ['Ocean Star III', 'vessel', 'ocean star iii:number=3'],
    ['Glocom Fund V', 'organization', 'glocom fund:generic=fund v:number=5'],
    ['21st Factory', 'organization', '21st:number=21 factory:generic=manufacturing'],
    ['Second Academy', 'organization', 'second:number=2 academy:generic=university'],
    ['Первый завод', 'organization', 'pervyy:number=1 zavod:generic=manufacturing'],
    ['Factory №5', 'organization', 'factory:generic=manufacturing no:particle 5:number=5'],
    ['M23', undefined, 'm23'],
    ['Wang Xi', 'person', 'wang xi'],
    ['John Smith III', 'person', 'john smith iii:number=3'],
    ['Malcolm X', 'person', 'malcolm x:initial'],
    ['O. Hammami', 'person', 'o:initial hammami'],
    ['J. F. K.', undefined, 'j:initial f:initial k:initial'],
    ['A.Q. Khan', 'person', 'a:initial q:initial khan'],
    ['A.Q. Khan', undefined, 'a:initial q:initial khan'],
    ['U.S.A. Steel', 'organization', 'usa steel:generic=steel'],
  ])('%s of kind %s', (name, kind, expected) => {
    expect(roles(name, kind)).toBe(expected)
  })
})

describe('disguise', () => {
  it.each<[string, string, Kind | undefined, string]>([
    ['digits for letters', 'H4nn1bal Qadh4fi', undefined, 'hannibal qadhafi'],
    ['digits in short words beside others', 'Moh53n 4l-Madan1', undefined, 'mohsen al madani'],
    ['digits at the end of a word of a person', 'Yusuf Madan1', 'person', 'yusuf madani'],
    ['signs for letters', '$teel Gl@com', undefined, 'steel glacom'],
    ['letters spaced out', 'G L O C O M', undefined, 'glocom'],
    ['letters spaced out, words by wider gaps', 'G L O  C O M', undefined, 'glo com'],
    ['letters spaced out, words by capitals', 'P a v e l K i m', undefined, 'pavel kim'],
    ['letters spaced out beside a word', 'G-L-O-C-O-M Corp', undefined, 'glocom corp'],
    ['syllables spaced out', '김 정 은', 'person', 'kim jong un'],
    ['words run together', 'KonstantinViktorovichKILIMNIK', 'person', 'konstantin viktorovich kilimnik'],
    ['lookalike letters', 'Вernаrd', undefined, 'bernard'],
  ])('%s', (_, name, kind, expected) => {
    expect(texts(name, kind)).toBe(expected)
  })

  it.each([
    ['numbers', 'Ocean Star 5', 'ocean star 5'],
    ['short codes', '7x 3m M23', '7x 3m m23'],
    ['words with a number at the end', 'Ship5', 'ship5'],
    ['three initials', 'J F K Smith', 'j f k smith'],
    ['mail addresses', 'john@acme.com', 'john acme com'],
  ])('is not seen in %s', (_, name, expected) => {
    expect(texts(name)).toBe(expected)
  })

  it('leaves family names with inner capitals whole', () => {
    expect(texts('MacArthur McCoy DeVito', 'person')).toBe('macarthur mccoy devito')
  })

  it('keeps a lost letter as ?', () => {
    expect(texts('Koval?nko')).toBe('koval?nko')
  })

  it('adds the Latin reading of a word that is all lookalikes', () => {
    expect(readName('СОСО').tokens[0]?.variants).toContain('coco')
  })
})

describe('text around a name', () => {
  it.each([
    'Attn: Glocom Corp',
    'c/o Glocom Corp',
    'Attention: c/o Glocom Corp',
    'Beneficiary: Glocom Corp',
    'for the account of Glocom Corp',
    'in favour of Glocom Corp',
    'payment to Glocom Corp',
    'so-called Glocom Corp',
    'a.k.a. Glocom Corp',
    'The Glocom Corp',
    'ref 88/21 Glocom Corp',
    'Glocom Corp invoice no. 20931',
  ])('%s', (name) => {
    expect(texts(name)).toBe('glocom corp')
  })

  it('is kept when nothing else is there', () => {
    expect(texts('Beneficiary:')).toBe('beneficiary')
    expect(texts('attn')).toBe('attn')
  })

  it('is not taken from inside names', () => {
    expect(texts('Consignee Software')).toBe('consignee software')
    expect(texts('Attnam Reference 5 Glocom')).toBe('attnam reference 5 glocom')
  })
})

describe('the comma', () => {
  it.each<[string, Kind | undefined, boolean]>([
    ['KIM, Jong Un', 'person', true],
    ['KIM, Jong Un', undefined, true],
    ['Kim Jong Un', 'person', false],
    ['SMITH, John, Jr.', 'person', true],
    ['John Smith, Jr.', undefined, false],
    ['Acme, Inc.', undefined, false],
    ['Acme Trading, Beijing', undefined, false],
    ['Acme, Beijing', 'organization', false],
    ['Smith, John', 'vessel', false],
    [', John', 'person', false],
  ])('of %s of kind %s means LAST, First: %s', (name, kind, comma) => {
    expect(readName(name, kind).comma).toBe(comma)
  })
})

describe('scripts', () => {
  it('gives German and Scandinavian letters their second spelling', () => {
    const tokens = readName('Müller Sørensen Åberg').tokens
    expect(tokens.map((token) => token.text)).toEqual(['muller', 'sorensen', 'aberg'])
    expect(tokens.map((token) => token.variants)).toEqual([['mueller'], ['soerensen'], ['aaberg']])
  })

  it('romanizes each word and keeps the native one', () => {
    const tokens = readName('Путин Vladimir', 'person').tokens
    expect(tokens.map(({ text, native, script }) => [text, native, script])).toEqual([
      ['putin', 'путин', 'cyrillic'],
      ['vladimir', 'vladimir', 'latin'],
    ])
  })

  it('cuts Chinese from Latin and from its legal form', () => {
    expect(texts('华为tech有限公司').split(' ').slice(0, 2)).toEqual(['huawei', 'tech'])
  })

  it('keeps a word of two alphabets in one', () => {
    expect(texts('Яndex')).toBe('yandex')
  })

  it('finds the function of words in their own script', () => {
    const found = readName('Государственный научный центр Глоком').tokens.map((token) => token.role)
    expect(found).toEqual(['generic', 'generic', 'generic', 'word'])
  })
})

describe('a sign that stands for a sentence', () => {
  it('counts as that sentence, so that a short text takes no longer than it looks', () => {
    const name = readName('ﷺ'.repeat(6_000))
    expect(name.truncated).toBe(true)
    const start = performance.now()
    for (let i = 0; i < 5; i++) readName('ﷺ'.repeat(6_000))
    const many = performance.now() - start
    const begun = performance.now()
    for (let i = 0; i < 5; i++) readName('ﷺ'.repeat(333))
    expect(many).toBeLessThan(3 * (performance.now() - begun) + 20)
  })

  it('is read whole where the text is short', () => {
    expect(readName('ﷺ').truncated).toBe(false)
    expect(readName(`${'\u200b'.repeat(3_000)}Tolvar`).truncated).toBe(false)
  })
})
