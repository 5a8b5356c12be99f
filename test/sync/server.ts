import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { nodeWorld, type SyncWorld } from '../../src/sync.js'

/** A publisher on this machine whose behavior each test sets, and a world whose waits take no time. */

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server that lives as long as the test file. */
export function serve() {
  const state = {
    answer: ((_, response) => response.writeHead(404).end()) as Answer,
    requests: [] as IncomingMessage[],
  }
  const server = createServer((request, response) => {
    state.requests.push(request)
    state.answer(request, response)
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  beforeEach(() => {
    state.requests.length = 0
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    get mirror() {
      return `http://127.0.0.1:${port}/lists`
    },
    requests: state.requests,
    answerWith(answer: Answer) {
      state.answer = answer
    },
  }
}

export const NOW = Date.parse('2026-11-23T12:00:00Z')

/** This machine, at a fixed time, with waits that are written down and not waited for. */
export function testWorld(changes: Partial<SyncWorld> = {}): { world: SyncWorld; waits: number[] } {
  const waits: number[] = []
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds)
  }
  return { world: { ...nodeWorld(), now: () => NOW, random: () => 0.5, sleep, ...changes }, waits }
}

/** Answers as a careful file server does: validators, conditional requests, ranges. */
export function fileAnswer(
  bytes: Uint8Array,
  { etag = '"one"', cutAt }: { etag?: string; cutAt?: number } = {},
): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const isRest = from > 0 && request.headers['if-range'] === etag
    const body = isRest ? bytes.subarray(from) : bytes
    response.writeHead(isRest ? 206 : 200, {
      etag,
      'content-type': 'application/xml',
      'content-length': body.length,
      'last-modified': 'Fri, 20 Nov 2026 10:00:00 GMT',
      ...(isRest ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
    })
    if (cutAt === undefined || isRest) response.end(body)
    else response.write(body.subarray(0, cutAt), () => response.destroy())
  }
}
