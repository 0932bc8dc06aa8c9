// `npm run replay-delivery -- <id>`: sends an email again that was refused, cancelled or left uncertain.
import { z } from 'zod'
import { replayDelivery } from '../notifications/replay.ts'
import { onDatabase, runCommand } from './command.ts'

const USAGE = 'npm run replay-delivery -- <the id of a delivery>'

await runCommand(async given => {
  const [id, ...more] = given
  if (more.length > 0 || !z.uuid().safeParse(id).success)
    throw new Error(`Give one delivery's id. Usage: ${USAGE}`)
  await onDatabase((db, _pool, { linkDays }) => replayDelivery(db, String(id), linkDays))
  return 'It goes out again with the next look of a worker, within seconds where one runs.'
})
