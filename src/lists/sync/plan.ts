import { ConsigneeError } from '../../errors.js'
import type { ListFile } from '../../model/listing.js'
import type { ListId } from '../../model/vocabulary.js'
import { parsableLists } from '../parse.js'
import { findList } from '../registry.js'
import { PLAIN_NAME } from './manifest.js'

/** What to fetch, and from where, before anything is fetched. */

/** One file to download. */
export interface PlannedFile {
  readonly name: string
  readonly url: string
  /** Hosts, with port, to which a redirect may lead. */
  readonly hosts: ReadonlySet<string>
  /** Whether plain http is allowed: for a mirror on this machine only. */
  readonly plainHttp: boolean
}

/** One list and how it is to be had. */
export type PlannedList =
  | { readonly list: ListId; readonly origin: 'publisher' | 'mirror'; readonly files: readonly PlannedFile[] }
  | { readonly list: ListId; readonly origin: 'folder'; readonly given: readonly ListFile[] }

/** Where lists come from: the publishers, where nothing is said. */
export interface Sources {
  /** Files that are at hand, by list: nothing is downloaded. */
  readonly given?: ReadonlyMap<ListId, readonly ListFile[]> | undefined
  /** Base address of a mirror that offers each file as `<mirror>/<list>/<file name>`. */
  readonly mirror?: string | undefined
}

/**
 * Plans a sync of these lists.
 * @throws ConsigneeError `invalid-input` for a list that cannot be parsed, or has neither file nor address; and for a
 *   mirror that is not https (http is allowed for this machine).
 */
export function planSync(lists: readonly ListId[], { given, mirror }: Sources): readonly PlannedList[] {
  const base = mirror === undefined ? undefined : readMirror(mirror)
  return [...new Set(lists)].map((list) => {
    if (!parsableLists.includes(list))
      throw unknown(list, `a list that can be read: ${parsableLists.join(', ')}`)
    if (given) {
      const files = given.get(list)
      if (!files) throw unknown(list, 'its files in the folder, and there are none')
      const odd = files.find(({ name }) => !PLAIN_NAME.test(name))
      if (odd)
        throw unknown(list, `file names of letters, digits, dots and hyphens, got "${odd.name}": rename it`)
      return { list, origin: 'folder', given: files }
    }
    const { files, hosts } = findList(list) ?? { files: [], hosts: [] }
    if (files.length === 0)
      throw unknown(list, 'a lasting address of its publisher, and there is none: download it and use --from')
    return base
      ? { list, origin: 'mirror', files: files.map(({ name }) => mirrored(base, list, name)) }
      : {
          list,
          origin: 'publisher',
          files: files.map(({ name, url }) => ({
            name,
            url,
            hosts: new Set([new URL(url).host, ...hosts]),
            plainHttp: false,
          })),
        }
  })
}

function unknown(list: ListId, expected: string): ConsigneeError {
  return new ConsigneeError('invalid-input', `sync: ${list}: expected ${expected}`, { path: list, expected })
}

function mirrored(base: URL, list: ListId, name: string): PlannedFile {
  const url = new URL(`${list}/${name}`, base)
  return { name, url: url.href, hosts: new Set([base.host]), plainHttp: base.protocol === 'http:' }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function readMirror(mirror: string): URL {
  const base = URL.canParse(mirror) ? new URL(mirror.endsWith('/') ? mirror : `${mirror}/`) : null
  const isSafe = base?.protocol === 'https:' || (base?.protocol === 'http:' && LOOPBACK.test(base.hostname))
  if (base && isSafe && base.username === '' && base.password === '') return base
  throw new ConsigneeError(
    'invalid-input',
    `sync: mirror: expected an https address, or http on this machine, and no user name, got "${mirror.slice(0, 200)}"`,
    { path: 'mirror', received: mirror.slice(0, 80) },
  )
}
