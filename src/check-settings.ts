// Settings that look right and are not: each ends the start with one line that names the variable and the remedy.
import { z } from 'zod'
import { serviceStandard, type ServiceStandard } from './cases/service-standard.ts'
import { BadSetting, type Config } from './kernel/config.ts'
import { redisTrouble } from './kernel/redis.ts'
import { databaseTrouble, directoryTrouble } from './kernel/start-trouble.ts'
import type { Access } from './staff/access.ts'
import { ROLES } from './staff/roles.ts'

const VARIABLES: Readonly<Record<string, string>> = { timeZone: 'TIME_ZONE', holidays: 'HOLIDAYS' }

/** The service standard of the settings. Throws `BadSetting`. */
export function checkSettings({ timeZone, holidays, serviceStandard: given }: Config): ServiceStandard {
  const doubled = Object.keys(VARIABLES).find(name => name in given)
  if (doubled !== undefined) {
    throw new BadSetting(
      `SERVICE_STANDARD is not usable: ${doubled} has a variable of its own. Set ${VARIABLES[doubled]}.`,
    )
  }
  const parsed = serviceStandard.safeParse({ ...given, timeZone, holidays })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const variable = VARIABLES[String(issue?.path[0])] ?? 'SERVICE_STANDARD'
  const place = issue?.path.join('.')
  throw new BadSetting(
    `${variable} is not usable: ${place ? `${place}: ` : ''}${issue?.message}.`.replace(/\.\.$/, '.'),
  )
}

/** How people get in, of the settings. Throws `BadSetting`. */
export function accessOf({ publicUrl, session, oidc }: Config): Access {
  const { secondFactorRoles, ...limits } = session
  const roles = z.array(z.enum(ROLES)).safeParse(secondFactorRoles)
  if (roles.success) return { publicUrl, ...limits, oidc, secondFactorRoles: roles.data }
  throw new BadSetting(
    `SECOND_FACTOR_ROLES is not usable: give some of ${ROLES.join(', ')}, with commas between them.`,
  )
}

/** Tries the directory and the servers that the settings name. Throws `BadSetting` for the first that cannot be used. */
export async function checkPlaces(config: Config): Promise<void> {
  const { databaseUrl, queueDatabaseUrl, redisUrl, smtpUrl, s3, dataDirectory } = config
  if (!databaseUrl || !smtpUrl || !s3) complain(await directoryTrouble(dataDirectory))
  if (databaseUrl) complain(await databaseTrouble('DATABASE_URL', databaseUrl))
  if (queueDatabaseUrl && !redisUrl) complain(await databaseTrouble('QUEUE_DATABASE_URL', queueDatabaseUrl))
  const trouble = redisUrl ? await redisTrouble(redisUrl) : undefined
  // A Redis that is away may come back, and holds up nothing until then.
  if (trouble?.kind === 'unfit') complain(trouble.line)
}

function complain(line: string | undefined): void {
  if (line !== undefined) throw new BadSetting(line)
}
