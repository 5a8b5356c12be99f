import { follow, Refusal } from './follow.js'
import { Partial } from './partial.js'
import type { PlannedFile } from './plan.js'
import { announcedLength, checkContent, checkDigests, checkType, isPacked } from './verify.js'
import type { SyncWorld } from './world.js'

/**
 * Downloads one file, or learns that it did not change.
 *
 * What may pass by itself (a broken connection, a busy server, a short body) is tried again after a wait that doubles each
 * time and is drawn at random up to that length, so that many clients of one server do not come back together. What will
 * not (a page in place of a list, a file that is not there, a redirect elsewhere, too many bytes) fails at once. Bodies
 * are counted after unpacking, so a small packed body cannot fill the disk.
 */

/** Limits of a download. */
export interface DownloadOptions {
  /** Largest file in bytes, unpacked. Default 256 MiB. */
  readonly maxBytes?: number | undefined
  /** How often a file is asked for before giving up. Default 5. */
  readonly attempts?: number | undefined
  /** Milliseconds in which an answer must begin, and between two pieces of it. Default 30,000. */
  readonly idleTimeout?: number | undefined
  /** Milliseconds for one attempt. Default 600,000. */
  readonly timeout?: number | undefined
  /** Told of bytes as they come; `total` is null where the server does not say. */
  readonly onBytes?: ((received: number, total: number | null) => void) | undefined
}

/** What is known of the copy that is kept, for asking whether there is a newer one. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A file that came whole. */
export interface Downloaded extends Validators {
  readonly bytes: Uint8Array
}

const MAX_BYTES = 256 << 20
const ATTEMPTS = 5
const IDLE_TIMEOUT = 30_000
const TIMEOUT = 600_000
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

/** Something that may pass by itself; `wait` is what the server asks for, in milliseconds. */
class Setback extends Error {
  constructor(
    message: string,
    readonly wait: number = 0,
  ) {
    super(message)
  }
}

/**
 * Downloads a file to memory, through a partial file at `path`.
 * @param known validators of the kept copy; null asks for the file whatever it is.
 * @returns the file; null where the server says that it did not change.
 * @throws Refusal with the reason.
 */
export async function download(
  world: SyncWorld,
  file: PlannedFile,
  path: string,
  known: Validators | null,
  options: DownloadOptions = {},
): Promise<Downloaded | null> {
  const partial = new Partial(world.disk, path, file.url)
  const attempts = options.attempts ?? ATTEMPTS
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptDownload(world, file, partial, known, options)
    } catch (error) {
      if (!(error instanceof Setback)) throw error
      if (attempt >= attempts) throw new Refusal(`${error.message}, ${attempts} times`)
      const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1))
      await world.sleep(Math.max(Math.min(error.wait, LONGEST_WAIT), Math.ceil(world.random() * longest)))
    }
  }
}

async function attemptDownload(
  world: SyncWorld,
  file: PlannedFile,
  partial: Partial,
  known: Validators | null,
  options: DownloadOptions,
): Promise<Downloaded | null> {
  const timer = new Timer(options.idleTimeout ?? IDLE_TIMEOUT, options.timeout ?? TIMEOUT)
  try {
    const headers = requestHeaders(partial, known)
    const response = await orSetback(() => follow(world, file, headers, timer.signal))
    if (response.status === 304) {
      if ('if-none-match' in headers || 'if-modified-since' in headers) return null
      throw new Refusal('expected the file, got "not modified" without having asked')
    }
    const isRest = judgeStatus(response, partial, world)
    const { etag, lastModified } = validatorsOf(response)
    if (!isRest) partial.begin(isPacked(response.headers) ? null : (etag ?? lastModified))
    await receive(response, partial, timer, options)
    const bytes = partial.read()
    const wrong = checkContent(bytes, response.headers)
    const damaged = checkDigests(bytes, response)
    partial.remove()
    if (wrong !== null) throw new Refusal(wrong)
    if (damaged !== null) throw new Setback(damaged)
    return { bytes, etag, lastModified }
  } finally {
    timer.stop()
  }
}

function requestHeaders(partial: Partial, known: Validators | null): Record<string, string> {
  const { resume } = partial
  // Packed bodies have no announced length and cannot be resumed.
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'consignee' }
  if (resume) return { ...headers, range: `bytes=${resume.from}-`, 'if-range': resume.validator }
  if (known?.etag) headers['if-none-match'] = known.etag
  if (known?.lastModified) headers['if-modified-since'] = known.lastModified
  return headers
}

/** Longest validator that is kept; a server that sends a longer one is asked for the whole file each time. */
const MAX_VALIDATOR = 1_000

function validatorsOf({ headers }: Response): Validators {
  const short = (name: string) => {
    const value = headers.get(name)
    return value !== null && value.length <= MAX_VALIDATOR ? value : null
  }
  return { etag: short('etag'), lastModified: short('last-modified') }
}

/** Whether the answer is the rest of what is here. @throws Setback, Refusal for an answer that is not the file. */
function judgeStatus(response: Response, partial: Partial, world: SyncWorld): boolean {
  const { status, headers } = response
  if (status === 200 || status === 206) {
    const wrong = checkType(headers.get('content-type'))
    if (wrong !== null) throw new Refusal(wrong)
  }
  if (status === 200) return false
  if (status === 206 && isRestOf(response, partial)) return true
  if (status === 206 || status === 416) {
    partial.remove()
    throw new Setback(`expected the rest of the file, got status ${status} of another part`)
  }
  const message = `expected the file, got status ${status}`
  if (status >= 500 || status === 429 || status === 408)
    throw new Setback(message, readWait(headers.get('retry-after'), world.now()))
  throw new Refusal(message)
}

/**
 * Whether a part goes on where this file stopped, reaches its end (`bytes 1000-4999/5000`), and is of the same file: some
 * servers pass over If-Range and send the rest of a newer one.
 */
function isRestOf(response: Response, { resume }: Partial): boolean {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(
    response.headers.get('content-range') ?? '',
  )
  if (!range || Number(range[1]) !== resume?.from) return false
  if (range[3] !== '*' && Number(range[2]) + 1 !== Number(range[3])) return false
  const { etag, lastModified } = validatorsOf(response)
  const validator = etag ?? lastModified
  return validator === null || validator === resume.validator
}

/** Retry-After: seconds, or a date. */
function readWait(text: string | null, now: number): number {
  if (text === null) return 0
  const wait = /^\d{1,6}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : 0
}

/** Receives a body piece by piece. @throws Setback where it ends early, Refusal where it is too long. */
async function receive(
  response: Response,
  partial: Partial,
  timer: Timer,
  { maxBytes = MAX_BYTES, onBytes }: DownloadOptions,
): Promise<void> {
  const start = partial.resume?.from ?? 0
  const announced = announcedLength(response.headers)
  const total = announced === null ? null : start + announced
  const tooLong = () => {
    partial.remove()
    return new Refusal(`expected at most ${maxBytes} bytes, got more`)
  }
  if (total !== null && total > maxBytes) throw tooLong()
  const reader = response.body?.getReader()
  let received = start
  try {
    for (;;) {
      const piece = await orSetback(async () => reader?.read())
      if (!piece || piece.done) break
      timer.restart()
      received += piece.value.length
      if (received > maxBytes) throw tooLong()
      partial.add(piece.value)
      onBytes?.(received, total)
    }
    if (total !== null && received !== total) throw new Setback(`expected ${total} bytes, got ${received}`)
  } catch (error) {
    reader?.cancel().catch(() => {})
    if (error instanceof Setback) partial.settle()
    throw error
  }
}

/** What the network does wrong may pass by itself; our own refusals and a full disk do not. */
async function orSetback<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refusal) throw error
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    throw new Setback(error instanceof Error ? `${error.message}${cause}` : String(error))
  }
}

/** Ends an attempt that hangs or trickles. */
class Timer {
  private readonly controller = new AbortController()
  private readonly whole: ReturnType<typeof setTimeout>
  private idle: ReturnType<typeof setTimeout>

  constructor(
    private readonly idleTimeout: number,
    timeout: number,
  ) {
    this.whole = setTimeout(() => this.end(`no end of the answer within ${timeout} ms`), timeout)
    this.idle = this.start()
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  restart(): void {
    clearTimeout(this.idle)
    this.idle = this.start()
  }

  stop(): void {
    clearTimeout(this.whole)
    clearTimeout(this.idle)
  }

  private start(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.end(`nothing came within ${this.idleTimeout} ms`), this.idleTimeout)
  }

  private end(reason: string): void {
    this.controller.abort(new Error(reason))
  }
}
