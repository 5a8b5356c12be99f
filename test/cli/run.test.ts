import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './run.js'

describe('consignee screen', () => {
  it('answers the first command with the firm behind the front and the law', () => {
    const { code, out } = run('screen', '--name', 'Glokom Corp', '--country', 'CN')
    expect([10, 20]).toContain(code)
    expect(out).toContain('Glocom')
    expect(out.replace(/\s+/g, ' ')).toContain('Pan Systems Pyongyang')
    expect(out).toContain('2017/1509')
  })

  it('keeps human output within 80 columns, except for what cannot be broken', () => {
    const { out } = run('screen', '--name', 'Glokom Corp', '--country', 'CN', '--city', 'Dandong')
    const long = out.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '))
    expect(long).toEqual([])
  })

  it('prints the decision itself with --json', () => {
    const { code, out } = run('screen', '--name', 'Blue Heron Bakery', '--country', 'DE', '--json')
    expect(code).toBe(10)
    const decision = JSON.parse(out)
    expect(decision.outcome).toBe('review')
    expect(decision.findings.map((finding: { code: string }) => finding.code)).toContain('list-missing')
  })

  it('reads a transaction from a file and stops on an embargo', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const path = join(folder, 'order.json')
    writeFileSync(path, JSON.stringify({ date: '2026-11-23', parties: [], destination: { country: 'Cuba' } }))
    expect(run('screen', path).code).toBe(20)
  })

  it('screens one item and the country of payment', () => {
    const { code, out } = run(
      ...[
        'screen',
        '--name',
        'Blue Heron',
        '--country',
        'DE',
        '--destination',
        'RU',
        '--payment-country',
        'AE',
      ],
      ...['--item', 'radio', '--eccn', '5A991', '--hs', '8517.62', '--quantity', '2', '--origin', 'US'],
      ...['--value', '60', '--currency', 'EUR', '--json'],
    )
    expect(code).toBe(10)
    const { findings } = JSON.parse(out) as { findings: { code: string; item?: object; where?: string }[] }
    const ban = findings.find((finding) => finding.code === 'item-measure')
    expect(ban?.item).toEqual({ index: 0, description: 'radio', eccn: '5A991', hs: '8517.62' })
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'luxury-goods', value: { amount: 60, currency: 'EUR' } }),
    )
    expect(findings).toContainEqual(expect.objectContaining({ code: 'red-flag', where: 'payment.country' }))
    expect(findings.filter(({ where }) => where === 'items[0]')).toEqual([])
  })

  it('takes no flag beside a file that it would not screen', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const path = join(folder, 'order.json')
    writeFileSync(path, JSON.stringify({ date: '2026-11-23', parties: [] }))
    const { code, err } = run('screen', path, '--eccn', '5A991')
    expect(code).toBe(2)
    expect(err).toContain('put eccn there')
    expect(run('screen', path, path).code).toBe(2)
  })

  it.each([
    [['screen'], 'screen needs'],
    [['screen', '--name', 'x', '--value', '1,000', '--currency', 'EUR'], 'items[0].value.amount'],
    [['screen', '--name', 'x', '--value', '10'], 'items[0].value.currency'],
    [['screen', '--name', 'x', '--quantity', 'ten'], 'items[0].quantity'],
    [['screen', '--name', 'x', '--role', 'buyer'], 'parties[0].role'],
    [['screen', '--nam', 'x'], '--nam'],
    [['scren'], 'unknown command'],
    [['embargo', 'Korea'], 'can mean'],
    [['embargo', 'KP', '--from', 'x'], 'expected a year'],
  ])('%j is wrong usage, exit code 2', (argv, words) => {
    const { code, err } = run(...argv)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  it('fails with exit code 1 on a missing file, naming it', () => {
    const { code, err } = run('screen', 'no-such-order.json')
    expect(code).toBe(1)
    expect(err).toContain('no-such-order.json')
  })
})

describe('consignee embargo', () => {
  it('prints the years as a table', () => {
    const { code, out } = run('embargo', 'KP', '--from', '2005', '--to', '2017')
    expect(code).toBe(0)
    expect(out).toMatch(/^2008 +near-embargo/m)
    expect(out).toMatch(/^2016 +comprehensive-embargo/m)
  })

  it('prints the measures of a day with their law', () => {
    const { out } = run('embargo', 'N. Korea', '--on', '2008-06-01')
    expect(out.replace(/\s+/g, ' ')).toContain('746.4')
  })
})

describe('consignee lists', () => {
  it('shows what was read, writes a bundle, and screens against it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const fixture = readFileSync(new URL('../fixtures/un-sc/consolidated.xml', import.meta.url))
    writeFileSync(join(folder, 'consolidated.xml'), fixture)
    const bundle = join(folder, 'lists.bundle')
    const { code, out } = run('lists', folder, '-o', bundle)
    expect(code).toBe(0)
    expect(out).toMatch(/un-sc +2026-03-04 +2 +7 +3 /)
    const found = run('search', 'Tarek Velmor', '--lists', bundle)
    expect(found.code).toBe(10)
    expect(found.out).toContain('Tarek Velmor')
  })

  it('never passes over a broken list', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    writeFileSync(join(folder, 'consolidated.xml'), '<CONSOLIDATED_LIST><INDIVIDUALS>')
    const { code, err } = run('screen', '--name', 'x', '--lists', folder)
    expect(code).toBe(1)
    expect(err).toContain('consolidated.xml')
  })
})

describe('consignee batch', () => {
  it('writes one row for each row, and reports bad rows with their line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const orders = join(folder, 'orders.csv')
    const output = join(folder, 'decisions.csv')
    writeFileSync(
      orders,
      'id,date,name,city,country,destination\n' +
        '1,2026-11-23,Glokom Corp,Dandong,CN,CN\n' +
        '2,2026-13-99,"Heron, Blue",Bremen,DE,DE\n' +
        '=3,2026-11-23,Blue Heron Bakery,Habana,Kuba,Kuba\n',
    )
    const { code, err } = run('batch', orders, '-o', output)
    const rows = readFileSync(output, 'utf8').trim().split('\n')
    expect(code).toBe(1)
    expect(err).toContain('line 3')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toMatch(/^2,1,(review|stop),\d+,.*Glocom/)
    expect(rows[2]).toMatch(/^3,2,error/)
    expect(rows[3]).toMatch(/^4,'=3,stop/)
    expect(readdirSync(folder).sort()).toEqual(['decisions.csv', 'orders.csv'])
  })

  it('screens the item of a row', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const orders = join(folder, 'orders.csv')
    const output = join(folder, 'decisions.csv')
    writeFileSync(
      orders,
      'date,name,country,destination,hs,eccn,value,currency\n' +
        '2026-11-23,Blue Heron Bakery,DE,DE,851762,EAR99,60,EUR\n' +
        '2026-11-23,Blue Heron Bakery,DE,DE,851762,EAR99,sixty,EUR\n',
    )
    const { code, err } = run('batch', orders, '-o', output)
    expect(code).toBe(1)
    expect(err).toContain('line 3: transaction: items[0].value.amount: expected number, got "sixty"')
    expect(err).toContain('2 rows: 0 clear, 1 review, 0 stop, 1 errors')
  })

  it('refuses a header with a column it would not screen', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const orders = join(folder, 'orders.csv')
    writeFileSync(orders, 'id,nmae\n1,x\n')
    const { code, err } = run('batch', orders, '-o', join(folder, 'out.csv'))
    expect(code).toBe(2)
    expect(err).toContain('nmae')
    expect(readdirSync(folder)).toEqual(['orders.csv'])
  })

  it('refuses a column that comes twice, of which one would not be screened', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const orders = join(folder, 'orders.csv')
    writeFileSync(orders, 'name,name\nGlocom,Blue Heron\n')
    const { code, err } = run('batch', orders, '-o', join(folder, 'out.csv'))
    expect(code).toBe(2)
    expect(err).toContain('"name" twice')
  })

  it('fails a row with more cells than the header: a comma in a name would hide the rest of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
    const orders = join(folder, 'orders.csv')
    const output = join(folder, 'decisions.csv')
    writeFileSync(orders, 'destination,name\nDE,Blue Heron, Glocom\nDE,"Blue Heron, Glocom"\nDE,Blue Heron\n')
    const { code, err } = run('batch', orders, '-o', output)
    const rows = readFileSync(output, 'utf8').trim().split('\n')
    expect(code).toBe(1)
    expect(err).toContain('line 2: expected as many cells')
    expect(rows[1]).toMatch(/^2,,error/)
    expect(rows[2]).toMatch(/^3,,review/)
  })
})
