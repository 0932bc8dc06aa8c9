// The process: settings, parts, web and workers, and a quiet end. With `web` as its argument only the pages and the API.
import { endOnSignal } from './end-on-signal.ts'
import { loadConfig } from './kernel/config.ts'
import { createLog } from './kernel/log.ts'
import { oneLine } from './kernel/one-line.ts'
import { startService } from './service.ts'
import { welcome } from './welcome.ts'

try {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const service = await startService(config, process.argv[2] === 'web' ? 'web' : 'all', log)
  endOnSignal(service.close, log)
  console.log(welcome(config, service))
} catch (error) {
  // A wrong setting, or a part that does not start, is one line for whoever runs the service.
  console.error(oneLine(error))
  process.exit(1)
}
