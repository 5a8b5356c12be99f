import type { PlannedFile } from './plan.js'
import type { SyncWorld } from './world.js'

/** Asking for a file, and following its publisher's redirects and nobody else's. */

const MAX_HOPS = 5

/** An answer that will not get better by asking again. */
export class Refusal extends Error {}

/**
 * Asks for a file. Each redirect must lead over https to a host of the same publisher, without a user name in the address.
 * @throws Refusal for a redirect elsewhere, or more than five.
 */
export async function follow(
  world: SyncWorld,
  file: PlannedFile,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  let url = file.url
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    const response = await world.fetch(url, { headers, signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return response
    await response.body?.cancel()
    url = checkHop(location, url, file)
  }
  throw new Refusal(`expected at most ${MAX_HOPS} redirects, got more`)
}

function checkHop(location: string, from: string, { hosts, plainHttp }: PlannedFile): string {
  const target = URL.canParse(location, from) ? new URL(location, from) : null
  if (!target) throw new Refusal(`expected a redirect to an address, got "${location.slice(0, 80)}"`)
  const isSafe = target.protocol === 'https:' || (plainHttp && target.protocol === 'http:')
  if (isSafe && hosts.has(target.host) && target.username === '' && target.password === '') return target.href
  throw new Refusal(
    `expected a redirect within ${[...hosts].join(', ')} over https, got ${target.protocol}//${target.host}`,
  )
}
