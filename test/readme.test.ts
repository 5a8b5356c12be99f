import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCommand, usage } from '../src/cli/run.js'
import * as core from '../src/core.js'
import * as consignee from '../src/index.js'
import * as sync from '../src/sync.js'

/**
 * The README's examples run here and must print what the README shows.
 * To renew the printed outputs after a change of wording: UPDATE_README=1 npx vitest run --config test/vitest.config.ts test/readme.test.ts
 */
const path = new URL('../README.md', import.meta.url)
const update = process.env.UPDATE_README === '1'

function readme(): string {
  return readFileSync(path, 'utf8')
}

/** Code blocks of the README: language and text. */
function blocks(text: string): { language: string; code: string }[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}

/** What a block shows is what was printed; under UPDATE_README the block is rewritten instead. */
function check(language: string, shown: string, real: string): void {
  const block = (content: string) => `\`\`\`${language}\n${content}\`\`\``
  if (update)
    writeFileSync(
      path,
      readme().replace(block(shown), () => block(real)),
    )
  else expect(shown).toBe(real)
}

/** Files that the examples read: invented entries in the publishers' formats. What an example writes, a later one reads. */
const files = new Map<string, Uint8Array>()
const un = readFileSync(new URL('fixtures/un-sc/consolidated.xml', import.meta.url), 'utf8')
const csl = readFileSync(new URL('fixtures/us-csl/minimal-quoting.csv', import.meta.url))
const write = (name: string, data: Uint8Array | string) =>
  void files.set(name, typeof data === 'string' ? new TextEncoder().encode(data) : data)
const read = (name: string): Uint8Array => {
  const bytes = files.get(name.replace(/^.*\/(?=lists\.csgn$)/, ''))
  if (!bytes) throw new Error(`the README reads ${name}, which no example wrote`)
  return bytes
}
write('lists/consolidated.csv', csl)
write('lists/consolidated.xml', un)
write('monday/consolidated.xml', un)
write(
  'friday/consolidated.xml',
  un
    .replaceAll('TARIQ', 'TARIK')
    .replace('2026-03-04T', '2026-03-06T')
    .replaceAll('Tarek Velmor', 'Tarek Velmar'),
)

const modules: Readonly<Record<string, object>> = {
  consignee,
  'consignee/core': core,
  'consignee/sync': sync,
  'node:fs': { readFileSync: read, writeFileSync: write },
}

type Run = (...globals: readonly unknown[]) => Promise<void>
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (...source: string[]) => Run

/** Runs an example and returns what it printed. */
async function runExample(code: string): Promise<string> {
  const lines: string[] = []
  const body = code.replace(
    /^import (\{[^}]+\}) from '([^']+)'$/gm,
    (_, names: string, module: string) => `const ${names} = modules['${module}']`,
  )
  expect(body).not.toMatch(/^import /m)
  await new AsyncFunction('modules', 'console', 'fetch', body)(
    modules,
    { log: (...values: unknown[]) => lines.push(values.join(' ')) },
    async (name: string) => new Response(read(name) as Uint8Array<ArrayBuffer>),
  )
  return lines.map((line) => `${line}\n`).join('')
}

describe('the README', () => {
  it('shows code that runs and prints what it says', async () => {
    const all = blocks(readme())
    const examples = all.flatMap(({ language, code }, i) => {
      const next = all[i + 1]
      return language === 'js' ? [{ code, shown: next?.language === 'text' ? next.code : null }] : []
    })
    expect(examples.filter(({ shown }) => shown !== null).length).toBeGreaterThan(3)
    for (const { code, shown } of examples) {
      const printed = await runExample(code)
      if (shown === null) expect(printed).toBe('')
      else check('text', shown, printed)
    }
  })

  it('shows commands with their real output', () => {
    const sessions = blocks(readme()).filter(({ language }) => language === 'console')
    expect(sessions.length).toBeGreaterThan(0)
    for (const { code } of sessions) {
      const [command = '', ...shown] = code.split('\n')
      const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)]
        .map(([, quoted, bare]) => quoted ?? bare ?? '')
        .slice(3)
      let output = ''
      runCommand(argv, {
        out: (text) => {
          output += text
        },
        err: (text) => {
          output += text
        },
        color: false,
        progress: false,
        today: '2026-11-23',
      })
      check('console', `${command}\n${shown.join('\n')}`, `${command}\n${output}`)
    }
  })

  it('names every list that is read, and those that a sync downloads', () => {
    const rows = [...readme().matchAll(/^\| `([a-z-]+)` +\|.*\| +(yes|no) +\|$/gm)]
    expect(rows.map(([, id]) => id)).toEqual([...consignee.parsableLists])
    for (const [, id = '', downloads] of rows)
      expect(`${id} ${(consignee.findList(id)?.files.length ?? 0) > 0 ? 'yes' : 'no'}`).toBe(
        `${id} ${downloads}`,
      )
  })

  it('names all commands, and no flag that does not exist', () => {
    const flags = [...readme().matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([flag]) => flag)
    expect([...new Set(flags)].filter((flag) => !usage.includes(flag))).toEqual([])
    const commands = [...usage.matchAll(/^ {2}consignee ([a-z]+)/gm)].map(([, command]) => command)
    expect(
      commands.filter(
        (command) => !readme().includes(`\`${command} `) && !readme().includes(`\`${command}\``),
      ),
    ).toEqual([])
  })

  it('counts the facts as they are', () => {
    const { measures } = consignee.createScreener().basis.facts
    expect(readme()).toContain(`${measures} dated measures`)
  })
})
