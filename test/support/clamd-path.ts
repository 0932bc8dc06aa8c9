import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The ClamAV daemon of this machine, which Debian keeps out of most people's PATH. */
export const clamdPath: string | undefined = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  .map(folder => join(folder, 'clamd'))
  .find(path => existsSync(path))
