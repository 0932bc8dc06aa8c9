// What the virus scanner says of a file. Whoever has one never takes silence for an answer.
import { createReadStream } from 'node:fs'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { VirusScanner } from '../kernel/virus-scanner.ts'
import { FileRefused } from './file-refused.ts'
import type { ScanState } from './kinds.ts'

interface Scanned {
  scan: ScanState
  scannedAt: Date | null
}

/**
 * Has a file scanned before it is kept. While the scanner is away the file is `pending`: the workers ask again.
 * Throws `FileRefused` for an infected one: its sender is the one who can do something about it.
 */
export async function scanNow(
  { scanner, clock, log }: { scanner: VirusScanner | undefined; clock: Clock; log: Log },
  path: string,
): Promise<Scanned> {
  if (!scanner) return { scan: 'unscanned', scannedAt: null }
  try {
    if ((await scanner.scan(createReadStream(path))) === 'clean')
      return { scan: 'clean', scannedAt: clock.now() }
  } catch (error) {
    log.warn({ err: error }, 'a file could not be scanned; it waits')
    return { scan: 'pending', scannedAt: null }
  }
  log.warn('an infected file was refused')
  throw new FileRefused('file-infected')
}
