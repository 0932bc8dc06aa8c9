// The whole web side, one line for each part of it.
import cookie from '@fastify/cookie'
import formBody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { registerAdministration } from './administration.ts'
import { leaveCases } from './cases/leave-cases.ts'
import { caseRoutes } from './cases/routes.ts'
import { documentPages, documentRoutes } from './documents/routes.ts'
import type { Form } from './forms/define-form.ts'
import { followPages } from './follow/pages.ts'
import { formRoutes } from './forms/routes.ts'
import { mailPages } from './inbound/desk/pages.ts'
import { inboundRoutes } from './inbound/routes.ts'
import type { Clock } from './kernel/clock.ts'
import type { Db, Tx } from './kernel/database.ts'
import type { FileStore } from './kernel/file-store.ts'
import type { Log } from './kernel/log.ts'
import type { Chance } from './kernel/reference.ts'
import type { Queues } from './kernel/queues.ts'
import { networkOf } from './kernel/subnet.ts'
import type { VirusScanner } from './kernel/virus-scanner.ts'
import { invitationPages } from './meetings/invitations/pages.ts'
import { meetingPages } from './meetings/pages.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { lettersToApplicant } from './notifications/letters.ts'
import type { Replies } from './notifications/reply-address.ts'
import type { CachedReference } from './roster/cached-reference.ts'
import type { LiveSettings } from './live-settings.ts'
import { auditPages } from './reports/audit/pages.ts'
import { exportPages } from './reports/export/pages.ts'
import { reportPages } from './reports/pages.ts'
import { rosterRoutes } from './roster/routes.ts'
import { routingRoutes } from './routing/routes.ts'
import type { Access } from './staff/access.ts'
import { confirmPages } from './staff/account/confirm/pages.ts'
import { accountPages } from './staff/account/pages.ts'
import { ownPasskeyPages } from './staff/account/passkeys/pages.ts'
import { passwordPages } from './staff/account/password/pages.ts'
import { ownSecondFactorPages } from './staff/account/second-factor/pages.ts'
import { tokenPages } from './staff/account/tokens/pages.ts'
import { guardRoutes } from './staff/guard.ts'
import { passkeyPages } from './staff/passkeys/pages.ts'
import { peoplePages } from './staff/people/pages.ts'
import { staffRoutes } from './staff/routes.ts'
import { secondFactorPages } from './staff/second-factor/pages.ts'
import { singleSignOnPages } from './staff/single-sign-on/pages.ts'
import { signInPages } from './staff/sign-in/pages.ts'
import type { Gate } from './submissions/gate/gate.ts'
import { createIntake } from './submissions/intake.ts'
import { submissionRoutes } from './submissions/routes.ts'
import { casePages } from './triage/case/pages.ts'
import { relationRoutes } from './triage/duplicates/routes.ts'
import { bulkPages } from './triage/bulk/pages.ts'
import { bulkRoutes } from './triage/bulk/routes.ts'
import { inboxPages } from './triage/inbox/pages.ts'
import { newsPages } from './triage/news/pages.ts'
import { triageRoutes } from './triage/routes.ts'
import { searchRoutes } from './triage/search/routes.ts'
import { savedViewPages } from './triage/saved-views/pages.ts'
import { savedViewRoutes } from './triage/saved-views/routes.ts'
import { assetRoutes } from './web/assets.ts'
import { healthRoutes, type AskReadiness } from './web/health.ts'
import { mailboxPages } from './web/mailbox/pages.ts'
import { describeRoutes } from './web/openapi.ts'
import { referencePages } from './web/reference/pages.ts'
import { queueBoard } from './web/queue-board.ts'
import { securityTxtRoute } from './web/security-txt.ts'
import { registerSite } from './public-site.ts'
import { createServer } from './web/server.ts'
import { allowEmbedding } from './web/site/embed/pages.ts'
import { LANGUAGE_PATH } from './web/site/language-path.ts'

export interface AppDeps extends LiveSettings {
  /** How long a link is good by which an applicant follows their case. */
  linkDays: number
  db: Db
  clock: Clock
  chance: Chance
  log: Log
  queues: Queues
  forms: readonly Form[]
  reference: CachedReference
  wake: () => void
  /** Where the files lie that applicants send, and what looks for viruses in them. */
  files: FileStore
  scanner: VirusScanner | undefined
  /** How people get in. */
  access: Access
  trustProxy: string[] | undefined
  gate: Gate
  /** Pages that an applicant may send from one address; submissions are the gate's matter. */
  rateLimitPerMinute: number
  /** Sites that may show the forms in a frame. */
  embedOrigins?: readonly string[]
  /** How answers to our emails come in; none where nobody reads them. */
  replies?: Replies | undefined
  inboundSecret?: string | undefined
  /** Where the mails of the embedded mail server are; none when mail goes to a real one. */
  mailbox: string | undefined
  /** What machines and administrators look at; none where only the routes are of interest. */
  operations?: { readiness: AskReadiness; publicUrl: string; contactEmail: string }
}

const VERSION = '0.1.0'

/** Puts the web side together; nothing listens yet. Throws when a route has no policy. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = createServer(deps)
  await app.register(cookie)
  const intake = createIntake(deps)
  guardRoutes(app, deps)
  allowEmbedding(app, {
    origins: deps.embedOrigins ?? [],
    // The start page, to which the forms lead back, and the forms.
    isFramable: route =>
      route === LANGUAGE_PATH ||
      deps.forms.some(({ name }) => `${route}/`.startsWith(`${LANGUAGE_PATH}/${name}/`)),
  })
  await describeRoutes(app, VERSION)
  const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
  await app.register(rateLimit, { global: false, skipOnError: true, keyGenerator })
  await app.register(assetRoutes)
  await app.register(formRoutes(deps.forms))
  await app.register(submissionRoutes({ ...deps, intake }))
  await app.register(documentRoutes(deps))
  await app.register(inboundRoutes(deps))
  await app.register(rosterRoutes(deps))
  await app.register(triageRoutes(deps))
  await app.register(relationRoutes(deps))
  await app.register(searchRoutes(deps))
  await app.register(savedViewRoutes(deps))
  await app.register(bulkRoutes(deps))
  await app.register(caseRoutes(deps))
  await app.register(meetingRoutes(deps))
  await app.register(routingRoutes(deps))
  await app.register(staffRoutes(deps))
  await app.register(desk => registerPages(desk, deps))
  await app.register(site => registerSite(site, deps, intake))
  await app.register(referencePages)
  if (deps.operations) await registerOperations(app, deps, deps.operations)
  if (deps.mailbox !== undefined) await app.register(mailboxPages, { directory: deps.mailbox })
  // What was accepted is written before the process goes.
  app.addHook('onClose', () => intake.idle())
  await app.ready()
  return app
}

// Only here are forms taken in: the API takes JSON.
async function registerPages(app: FastifyInstance, deps: AppDeps): Promise<void> {
  await app.register(formBody, { bodyLimit: 64 * 1024 })
  await app.register(signInPages(deps))
  await app.register(secondFactorPages(deps))
  await app.register(passkeyPages(deps))
  const { oidc } = deps.access
  if (oidc) await app.register(singleSignOnPages({ ...deps, oidc }))
  await app.register(accountPages(deps))
  await app.register(confirmPages(deps))
  await app.register(passwordPages(deps))
  await app.register(ownSecondFactorPages(deps))
  await app.register(ownPasskeyPages(deps))
  await app.register(tokenPages(deps))
  await app.register(peoplePages({ ...deps, leaveCases }))
  await app.register(reportPages(deps))
  await app.register(exportPages(deps))
  const contactEmail = deps.operations?.contactEmail ?? ''
  const { publicUrl } = deps.access
  const letters = (tx: Tx, caseId: string) =>
    lettersToApplicant(tx, caseId, { ...deps, publicUrl, contactEmail, now: deps.clock.now() })
  await app.register(casePages({ ...deps, letters }))
  await app.register(documentPages(deps))
  await app.register(followPages(deps))
  await app.register(mailPages(deps))
  await app.register(meetingPages(deps))
  await app.register(invitationPages(deps))
  await registerAdministration(app, deps)
  await app.register(auditPages(deps))
  await app.register(inboxPages(deps))
  await app.register(newsPages(deps))
  await app.register(savedViewPages(deps))
  await app.register(bulkPages(deps))
}

async function registerOperations(
  app: FastifyInstance,
  { queues, clock }: AppDeps,
  { readiness, publicUrl, contactEmail }: NonNullable<AppDeps['operations']>,
): Promise<void> {
  await app.register(healthRoutes(readiness))
  await app.register(queueBoard(() => queues.all()))
  await app.register(securityTxtRoute({ publicUrl, contactEmail, clock }))
}
