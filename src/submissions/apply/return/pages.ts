// Save and return: when the answers are kept until, the way back by email, and what its link opens.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { StandardAt } from '../../../cases/standards.ts'
import { dayOf, isoDate } from '../../../cases/working-days.ts'
import type { Language } from '../../../kernel/languages.ts'
import { isEmail } from '../../../forms/contact-questions.ts'
import type { Form } from '../../../forms/define-form.ts'
import { shownDate } from '../../../forms/document-texts.ts'
import { checkTyped } from '../../../forms/paging/check-typed.ts'
import { secondsToWait } from '../../../staff/sign-in/throttle.ts'
import { typedText } from '../../../forms/paging/typed.ts'
import { keepSecret } from '../../../web/site/kept-secret.ts'
import { LANGUAGE_PATH } from '../../../web/site/language-path.ts'
import { sendSitePage } from '../../../web/site/site-page.ts'
import { DRAFT_DAYS, openDraft, typedInto, type Draft } from '../../drafts/drafts.ts'
import { askForWayBack, draftBehind, openByLink } from '../../drafts/way-back.ts'
import type { Gate } from '../../gate/gate.ts'
import type { ApplyDeps } from '../apply-deps.ts'
import { draftCookie, draftOf, sendLost } from '../pages.ts'
import { askedPages, draftPath } from '../way.ts'
import { RETURN_WORDS } from './words.ts'

interface ReturnDeps extends ApplyDeps {
  gate: Pick<Gate, 'admitNetwork'>
  standard: StandardAt
  wake: () => void
}
type ReturnRequest = FastifyRequest<{
  Params: { language: Language; draft: string }
  Querystring: { sent?: string }
}>
type LinkRequest = FastifyRequest<{ Params: { language: Language; secret: string } }>

export const returnPages =
  (deps: ReturnDeps): FastifyPluginAsync =>
  async app => {
    const config = { policy: 'public' } as const
    const onRequest = async (request: FastifyRequest) => deps.gate.admitNetwork(request.ip)
    for (const form of deps.forms) {
      const url = `${LANGUAGE_PATH}/${form.name}/:draft/return`
      app.get(url, { config }, (request, reply) => showSaved(deps, form, request as ReturnRequest, reply))
      app.post(url, { config, onRequest }, (request, reply) =>
        takeEmail(deps, form, request as ReturnRequest, reply),
      )
    }
    const link = `${LANGUAGE_PATH}/return/:secret`
    app.get(link, { config }, (request, reply) => showLink(deps, request as LinkRequest, reply))
    app.post(link, { config, onRequest }, (request, reply) => openLink(deps, request as LinkRequest, reply))
  }

async function showSaved(deps: ReturnDeps, form: Form, request: ReturnRequest, reply: FastifyReply) {
  const draft = await draftOf(deps, form, request)
  if (!draft) return sendLost(reply, request, form)
  const email = draft.email ?? typedText(typedInto(draft.pages), 'contact.email')
  return sendSaved(deps, form, request, reply, draft, { email, sent: request.query.sent !== undefined })
}

async function takeEmail(deps: ReturnDeps, form: Form, request: ReturnRequest, reply: FastifyReply) {
  const { language } = request.params
  const draft = await draftOf(deps, form, request)
  if (!draft) return sendLost(reply, request, form)
  if (draft.caseId !== null) return reply.redirect(draftPath(language, form, draft.id, 'sent'), 303)
  const given = ((request.body ?? {}) as Record<string, unknown>)['email']
  const email = typeof given === 'string' ? given.trim() : ''
  const wrong = (message: string, status: number) =>
    sendSaved(deps, form, request, reply, draft, { email, errors: [{ field: 'email', message }] }, status)
  if (email.length > 254 || !isEmail(email)) return wrong(RETURN_WORDS[language].emailWrong, 422)
  // Drafts cost nothing: whoever begins many of them sends no more to one address than whoever has one.
  const seconds = await secondsToWait(deps.db, 'follow-mail', email.toLowerCase())
  if (seconds > 0) {
    reply.header('retry-after', seconds)
    return wrong(RETURN_WORDS[language].tooSoon, 429)
  }
  const now = deps.clock.now()
  const asked = await deps.db.transaction(tx => askForWayBack(tx, { draftId: draft.id, email, now }))
  if (!asked) return wrong(RETURN_WORDS[language].tooMany, 429)
  deps.wake()
  return reply.redirect(`${draftPath(language, form, draft.id, 'return')}?sent`, 303)
}

interface Saved {
  email: string
  sent?: boolean
  errors?: { field: string; message: string }[]
}

async function sendSaved(
  deps: ReturnDeps,
  form: Form,
  request: ReturnRequest,
  reply: FastifyReply,
  draft: Draft,
  { email, sent = false, errors = [] }: Saved,
  status = 200,
) {
  const { language } = request.params
  const words = RETURN_WORDS[language]
  const context = {
    words,
    email,
    sent,
    errors,
    kept: words.kept(shownDate(language, isoDate(dayOf(draft.expiresAt, deps.standard(deps.clock.now()))))),
    goOn: draftPath(language, form, draft.id, await placeToGoOn(deps, form, draft, language)),
  }
  return sendSitePage(reply, request, 'submissions/apply/views/return.njk', context, status)
}

async function showLink(deps: ReturnDeps, request: LinkRequest, reply: FastifyReply) {
  const { language, secret } = request.params
  const words = RETURN_WORDS[language]
  const found = await draftBehind(deps.db, secret, deps.clock.now())
  const form = deps.forms.find(({ name }) => name === found?.form)
  if (!form) return sendEnded(reply, request)
  const context = { words, text: words.linkText(form.title[language]) }
  return sendSitePage(reply, request, 'submissions/apply/views/return-link.njk', context)
}

async function openLink(deps: ReturnDeps, request: LinkRequest, reply: FastifyReply) {
  const { language, secret } = request.params
  const now = deps.clock.now()
  const opened = await openByLink(deps.db, secret, now)
  const form = deps.forms.find(({ name }) => name === opened?.form)
  if (!opened || !form) return sendEnded(reply, request)
  keepSecret(reply, deps.access, { name: draftCookie(opened.id), secret: opened.secret, days: DRAFT_DAYS })
  const draft = await openDraft(deps.db, { id: opened.id, form: form.name, secret: opened.secret, now })
  // What came as a file was filled in as a whole, and all that is wrong in it is shown as a whole.
  const asked = draft && (draft.caseId !== null || opened.purpose !== 'offline-form')
  const place = asked ? await placeToGoOn(deps, form, draft, language) : 'check'
  return reply.redirect(draftPath(language, form, opened.id, place), 303)
}

/** The first page that is not answered yet; where all are, the check. */
async function placeToGoOn(deps: ReturnDeps, form: Form, draft: Draft, language: Language): Promise<string> {
  if (draft.caseId !== null) return 'sent'
  const members = await deps.reference.current()
  const isJurisdiction = (id: string) => members.isJurisdiction(id)
  const typed = typedInto(draft.pages)
  const { errors = [] } = checkTyped(form, typed, { language, now: deps.clock.now(), isJurisdiction })
  const unseen = askedPages(form, typed).find(({ slug }) => !draft.pages[slug])?.slug
  return errors.find(({ page }) => page)?.page?.slug ?? unseen ?? 'check'
}

function sendEnded(reply: FastifyReply, request: LinkRequest) {
  const context = { words: RETURN_WORDS[request.params.language] }
  return sendSitePage(reply, request, 'submissions/apply/views/return-ended.njk', context, 404)
}
