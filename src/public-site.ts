// What applicants see, one line for each part of it.
import formBody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import { compressPage } from './web/compress-page.ts'
import { siteRoot } from './web/site/pages.ts'
import { startPages } from './submissions/start/pages.ts'
import { offlinePages } from './submissions/offline/pages.ts'
import { formPages } from './submissions/apply/pages.ts'
import { filePages } from './submissions/apply/files/pages.ts'
import { returnPages } from './submissions/apply/return/pages.ts'
import { checkPages } from './submissions/apply/check/pages.ts'
import { noticePages } from './submissions/notices/pages.ts'
import type { Intake } from './submissions/intake.ts'

/** Their texts are long, and longer still as a form sends them. */
export async function registerSite(app: FastifyInstance, deps: AppDeps, intake: Intake): Promise<void> {
  await app.register(formBody, { bodyLimit: 256 * 1024 })
  app.addHook('onSend', compressPage)
  const contactEmail = deps.operations?.contactEmail ?? ''
  await app.register(siteRoot)
  await app.register(startPages({ ...deps, contactEmail }))
  await app.register(offlinePages({ ...deps, mailTo: deps.replies?.address ?? contactEmail }))
  await app.register(formPages(deps))
  await app.register(filePages(deps))
  await app.register(returnPages(deps))
  await app.register(checkPages({ ...deps, intake, contactEmail }))
  await app.register(noticePages({ contactEmail }))
}
