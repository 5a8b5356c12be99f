import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../src/cli/run.js'
import * as consignee from '../src/index.js'

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

function check(shown: string, real: string): void {
  if (update)
    writeFileSync(
      path,
      readme().replace(shown, () => real),
    )
  else expect(shown).toBe(real)
}

describe('the README', () => {
  it('shows code that runs and prints what it says', () => {
    const all = blocks(readme())
    const examples = all.flatMap(({ language, code }, i) => {
      const next = all[i + 1]
      return language === 'js' && next?.language === 'text' ? [{ code, shown: next.code }] : []
    })
    expect(examples.length).toBeGreaterThan(0)
    for (const { code, shown } of examples) {
      const lines: string[] = []
      const body = code.replace(/^import (\{[^}]+\}) from 'consignee'$/gm, 'const $1 = consignee')
      new Function('consignee', 'console', body)(consignee, {
        log: (...values: unknown[]) => lines.push(values.join(' ')),
      })
      check(shown, `${lines.join('\n')}\n`)
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
      check(`${command}\n${shown.join('\n')}`, `${command}\n${output}`)
    }
  })
})
