// The service's programs, started as `npm start` starts them.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

const root = join(import.meta.dirname, '..', '..')

/** Runs a script of the repository with this environment and no other; `group`: as the leader of a process group. */
export const spawnNode = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { group = false } = {},
): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, ['--import', './src/quick-imports.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...environment,
    },
    detached: group,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
