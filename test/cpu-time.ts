/** Milliseconds this process has worked. The clock on the wall depends on what else the machine does, and no limit may. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
