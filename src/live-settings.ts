// What administrators change while the service runs, as every process of it knows it.
import { readStandards } from './cases/publish-standard.ts'
import { standardIn, type StandardAt, type Standards } from './cases/standards.ts'
import type { Db } from './kernel/database.ts'
import { keepFresh, type KeptFresh } from './kernel/keep-fresh.ts'
import type { Log } from './kernel/log.ts'
import { readWordings } from './notifications/catalogue/wordings.ts'
import type { Wordings } from './notifications/wording/reword.ts'

export interface LiveSettings {
  standards: KeptFresh<Standards>
  /** Asks `standards`. */
  standard: StandardAt
  wordings: KeptFresh<Wordings>
}

export async function openLiveSettings(
  db: Db,
  log: Pick<Log, 'debug'>,
): Promise<LiveSettings & { end: () => Promise<void> }> {
  const onStale = (error: unknown) => log.debug({ err: error }, 'settings are kept from before')
  const standards = await keepFresh(() => readStandards(db), { onStale })
  const wordings = await keepFresh(() => readWordings(db), { onStale })
  return {
    standards,
    standard: moment => standardIn(standards.current(), moment),
    wordings,
    end: async () => {
      await Promise.all([standards.close(), wordings.close()])
    },
  }
}
