// Where applicants' files lie, and who looks for viruses in them.
import type { Config } from '../kernel/config.ts'
import { fileStoreOf } from '../kernel/file-store-of.ts'
import { oneLine } from '../kernel/one-line.ts'
import { within } from '../kernel/shared-answer.ts'
import { clamdScanner } from '../kernel/virus-scanner.ts'
import { ok, problem, warning, type Finding } from './finding.ts'

const FILES_MS = 20_000

/** Puts a small file where applicants' files lie, reads it and removes it. */
export async function examineFiles(config: Config): Promise<Finding> {
  try {
    await within(FILES_MS, fileStoreOf(config).check())
    return ok('files', config.s3 ? 'The store takes, gives and forgets.' : 'Lie below DATA_DIR: back it up.')
  } catch (error) {
    const remedy = config.s3
      ? 'Correct S3_URL and its key, or see that this machine reaches the store.'
      : 'Make DATA_DIR writable.'
    return problem('files', oneLine(error), remedy)
  }
}

/** Whether the virus scanner answers. While it is away, files are held back. */
export async function examineScanner({ clamdUrl, databaseUrl, smtpUrl }: Config): Promise<Finding> {
  if (clamdUrl === undefined) {
    const seen = 'Nobody looks for viruses in files, and staff are told so.'
    return databaseUrl || smtpUrl
      ? warning('virus scanner', seen, 'Set CLAMD_URL.')
      : ok('virus scanner', seen)
  }
  try {
    return ok('virus scanner', `${await clamdScanner(clamdUrl).version()}.`)
  } catch (error) {
    return problem(
      'virus scanner',
      oneLine(error),
      'Start it, or correct CLAMD_URL: until then files are held back.',
    )
  }
}
