/** Given names that stand for one another; one group per line of the table. */
const table =
  'robert bob rob bobby,william bill will billy,alexander alex sasha aleksandr,michael mike mikhail misha,joseph yusuf yousef iosif jose,john ivan juan jean johann,james jim jimmy,richard dick rick,elizabeth liz beth,katherine kate catherine ekaterina,nicholas nick nikolai,peter pyotr pedro pierre,paul pavel pablo,george georgy jorge yuri,andrew andrei andres andreas,muhammad mohammed mohamed mehmet'

const groups = new Map<string, number[]>()
table.split(',').forEach((line, group) => {
  for (const name of line.split(' ')) groups.set(name, [...(groups.get(name) ?? []), group])
})

/** Numbers of the groups a given name belongs to; empty for most words. */
export function givenNameGroups(text: string): readonly number[] {
  return groups.get(text) ?? []
}

/** Whether two given names stand for one another. */
export function sameGivenName(a: string, b: string): boolean {
  const other = givenNameGroups(b)
  return givenNameGroups(a).some((group) => other.includes(group))
}
