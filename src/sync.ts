/**
 * Keeps the official lists up to date in a directory, for Node. The logic takes network, clock and disk as arguments;
 * `nodeWorld()` is those of this process.
 * @module
 */
export { nodeDisk } from './lists/sync/disk.js'
export type { DownloadOptions } from './lists/sync/download.js'
export type { GuardOptions } from './lists/sync/guard.js'
export { type Manifest, readManifest, type StoredFile, type StoredList } from './lists/sync/manifest.js'
export { nodeWorld } from './lists/sync/node.js'
export type { Sources } from './lists/sync/plan.js'
export type { Progress } from './lists/sync/retrieve.js'
export { openSynced, type Synced } from './lists/sync/store.js'
export {
  type ListReport,
  type SyncOptions,
  type SyncReport,
  syncLists,
} from './lists/sync/sync.js'
export type { Disk, ProcessTable, SyncWorld } from './lists/sync/world.js'
