import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

// Who uses a directory, so that the last one out can turn off what they share. One file to a user, named after its process;
// renaming it says "leaving". Whoever leaves renames first and looks for others second, whoever joins writes first and
// looks for leavers second: at least one of the two sees the other, so nobody is handed a server that is being stopped.
const LEAVING = '.leaving'

export interface Membership {
  /** True while nobody else uses the directory. */
  alone(): Promise<boolean>
  /** Takes this user off the register; before that runs `lastOneOut` if nobody else uses the directory. */
  leave(lastOneOut: () => Promise<void>): Promise<void>
}

/** Enters one more user, which lives as long as this process; waits for those that are just leaving. */
export async function joinRegister(directory: string): Promise<Membership> {
  const name = `${process.pid}-${randomUUID()}`
  const mine = join(directory, name)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(mine, (await startOf(process.pid)) ?? '')
  while ((await living(directory)).some(name => name.endsWith(LEAVING))) await pause(20)

  const alone = async () =>
    !(await living(directory)).some(other => other !== name && !other.endsWith(LEAVING))
  return {
    alone,
    async leave(lastOneOut) {
      await rename(mine, mine + LEAVING)
      try {
        if (await alone()) await lastOneOut()
      } finally {
        await rm(mine + LEAVING, { force: true })
      }
    },
  }
}

/** The entries whose processes live; those of the dead are removed. */
async function living(directory: string): Promise<string[]> {
  const entries = await Promise.all(
    (await readdir(directory)).map(async name => {
      // An entry that has just gone counts as dead, one that has not been written to the end as alive.
      const written = await readFile(join(directory, name), 'utf8').catch(() => undefined)
      const start = await startOf(Number.parseInt(name, 10))
      if (written !== undefined && start !== undefined && (written === '' || written === start)) return name
      await rm(join(directory, name), { force: true })
      return undefined
    }),
  )
  return entries.filter(name => name !== undefined)
}

/** When a process began, in ticks since boot, for pids are used again; empty where the system does not say; undefined if it is dead. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // The name, in brackets, may hold anything: fields are counted from the last bracket. Source: man 5 proc_pid_stat.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields?.[0] === 'Z' ? undefined : fields?.[19]
  }
  try {
    process.kill(pid, 0)
    return ''
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '' : undefined
  }
}
