// `npm run doctor`: tries everything that the service needs, and says what to mend. Status 1 where there is a problem.
import { systemClock } from '../kernel/clock.ts'
import { loadConfig } from '../kernel/config.ts'
import { oneLine } from '../kernel/one-line.ts'
import { checkSettings } from '../check-settings.ts'
import { NotStartedYet, onDatabase } from './command.ts'
import { examineDatabase } from './examine-database.ts'
import { examineFiles, examineScanner } from './examine-files.ts'
import { examineInbound } from './examine-inbound.ts'
import { examineMail, examineQueues, examineSingleSignOn } from './examine-partners.ts'
import { examineSettings } from './examine-settings.ts'
import { findingLine, ok, problem, warning, type Finding } from './finding.ts'

const findings = await examineAll()
process.stdout.write(`${findings.map(findingLine).join('\n')}\n`)
process.exitCode = findings.some(({ level }) => level === 'problem') ? 1 : 0

async function examineAll(): Promise<Finding[]> {
  try {
    const config = loadConfig()
    checkSettings(config)
    return [
      ok('settings', 'All can be used.'),
      ...(await examineSettings(config)),
      ...(await database()),
      await examineQueues(config),
      await examineMail(config),
      ...(await examineInbound(config)),
      await examineFiles(config),
      await examineScanner(config),
      await examineSingleSignOn(config),
    ]
  } catch (error) {
    return [problem('settings', oneLine(error), '')]
  }
}

async function database(): Promise<Finding[]> {
  try {
    return await onDatabase((_db, pool) => examineDatabase(pool, () => systemClock.now().getTime()))
  } catch (error) {
    if (error instanceof NotStartedYet) return [warning('database', error.message, '')]
    return [problem('database', oneLine(error), '')]
  }
}
