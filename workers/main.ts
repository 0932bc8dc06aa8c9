// A process that only works and serves no pages: `npm run start:worker`.
import { endOnSignal } from '../src/end-on-signal.ts'
import { loadConfig } from '../src/kernel/config.ts'
import { createLog } from '../src/kernel/log.ts'
import { oneLine } from '../src/kernel/one-line.ts'
import { startService } from '../src/service.ts'

try {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const service = await startService(config, 'worker', log)
  endOnSignal(service.close, log)
  log.info('working')
} catch (error) {
  console.error(oneLine(error))
  process.exit(1)
}
