import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Drives headless Chromium over its debugging pipe: JSON messages that end with a zero byte, no library. */

/** Where Debian installs it. */
export const chromiumPath = '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
]

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

/** One page in one browser. */
export interface Page {
  /** Sends a command of the DevTools protocol to the page. */
  send(method: string, params?: object): Promise<Record<string, unknown>>
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>
  /** Events of this name so far. */
  events(name: string): readonly Record<string, unknown>[]
  close(): void
}

/** Opens a page at a size and waits until it is loaded. */
export async function openPage(url: string, width: number, height: number): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const browser = spawn(
    chromiumPath,
    [...flags, `--user-data-dir=${profile}`, `--window-size=${width},${height}`],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    },
  )
  const { send, events } = connect(browser)
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const toPage = (method: string, params: object = {}) => send(method, params, String(sessionId))
  for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await toPage(`${domain}.enable`)
  await toPage('Page.navigate', { url })
  while (events('Page.loadEventFired').length === 0) await new Promise((done) => setTimeout(done, 20))
  return {
    send: toPage,
    events,
    async evaluate(expression) {
      const { result, exceptionDetails } = await toPage('Runtime.evaluate', {
        expression,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value?: unknown }).value
    },
    close() {
      browser.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
      browser.kill()
    },
  }
}

function connect(browser: ChildProcess) {
  const input = browser.stdio[3] as Writable
  const output = browser.stdio[4] as Readable
  const waiting = new Map<number, (message: Message) => void>()
  const seen: Message[] = []
  let rest = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const message = JSON.parse(text) as Message
      if (message.id === undefined) seen.push(message)
      else waiting.get(message.id)?.(message)
    }
  })
  let last = 0
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      )
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  const events = (name: string) =>
    seen.filter(({ method }) => method === name).map(({ params }) => params ?? {})
  return { send, events }
}
