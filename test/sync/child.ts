import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Disk, nodeDisk, nodeWorld, syncLists } from '../../src/sync.js'

/** A sync in a process of its own, for tests that kill it: `child.ts DIR MIRROR [KILL_AT]`. */
const [dir = '', mirror = '', killAt = ''] = process.argv.slice(2)

/** Dies in the middle of the write whose path ends so. */
const mortal: Disk = {
  ...nodeDisk,
  write: (path, bytes) => {
    if (killAt !== '' && path.includes(killAt)) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.tmp`, bytes.subarray(0, bytes.length / 2))
      process.kill(process.pid, 'SIGKILL')
    }
    nodeDisk.write(path, bytes)
  },
}

const report = await syncLists({ ...nodeWorld(), disk: mortal }, { lists: ['un-sc'], dir, mirror })
process.stdout.write(`${report.lists[0]?.status}\n`)
