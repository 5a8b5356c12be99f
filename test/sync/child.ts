import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Disk, nodeDisk, nodeWorld, syncLists } from '../../src/sync.js'

/** A sync in a process of its own, for tests that kill it: `child.ts DIR MIRROR [KILL_AT [after]]`. */
const [dir = '', mirror = '', killAt = '', when = ''] = process.argv.slice(2)

/** Dies in the middle of the write whose path holds this, or when the file has its name and nothing else was done. */
const mortal: Disk = {
  ...nodeDisk,
  write: (path, bytes) => {
    if (killAt !== '' && path.includes(killAt)) {
      const renamed = when === 'after'
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.tmp`, renamed ? bytes : bytes.subarray(0, bytes.length / 2))
      if (renamed) renameSync(`${path}.tmp`, path)
      process.kill(process.pid, 'SIGKILL')
    }
    nodeDisk.write(path, bytes)
  },
}

const report = await syncLists({ ...nodeWorld(), disk: mortal }, { lists: ['un-sc'], dir, mirror })
process.stdout.write(`${report.lists[0]?.status}\n`)
