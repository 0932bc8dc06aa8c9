// The pages of every form of the list, in every language.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLoss } from '../../kernel/connection-loss.ts'
import type { Language } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Form } from '../../forms/define-form.ts'
import type { TypedError } from '../../forms/paging/check-typed.ts'
import { keepSecret, keptSecret } from '../../web/site/kept-secret.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import { beginDraft, DRAFT_DAYS, openDraft, typedInto, type Draft } from '../drafts/drafts.ts'
import type { ApplyDeps } from './apply-deps.ts'
import { filesOfDraft } from './draft-files.ts'
import { refusedFiles } from './files/refused.ts'
import { formPage, type Shown } from './form-page.ts'
import { keepPosted, type Answered } from './keep-posted.ts'
import { postedTo, type Posted } from './posted.ts'
import { draftPath, questionsOn } from './way.ts'
import { APPLY_WORDS } from './words.ts'

interface PageParams {
  language: Language
  draft: string
  page: string
}
export type PageRequest = FastifyRequest<{
  Params: PageParams
  Querystring: { from?: string; new?: string; refused?: string | string[] }
}>

/** The name under which a browser keeps the secret of a draft. */
export const draftCookie = (draftId: string): string => `draft-${draftId}`

/** Questions, a page at a time: GET shows what is kept, POST keeps what was typed and goes on. */
export const formPages =
  (deps: ApplyDeps): FastifyPluginAsync =>
  async app => {
    const rateLimit = { max: deps.rateLimitPerMinute, timeWindow: 60_000 }
    for (const form of deps.forms) {
      const url = `${LANGUAGE_PATH}/${form.name}/:draft/:page`
      app.get<{ Params: PageParams }>(url, { config: { policy: 'public' } }, (request, reply) =>
        showPage(deps, form, request as PageRequest, reply),
      )
      app.post<{ Params: PageParams }>(url, { config: { policy: 'public', rateLimit } }, (request, reply) =>
        takePage(deps, form, request as PageRequest, reply),
      )
    }
  }

async function showPage(deps: ApplyDeps, form: Form, request: PageRequest, reply: FastifyReply) {
  const { language, page: slug } = request.params
  const questions = requirePage(form, slug)
  const draft = await draftOf(deps, form, request)
  if (!draft) return sendLost(reply, request, form)
  if (draft.caseId !== null) return reply.redirect(draftPath(language, form, draft.id, 'sent'), 303)
  const refused = refusedFiles(questions, language, request.query.refused)
  return sendKept(deps, form, draft, request, reply, refused)
}

/** Shows the page as it is kept. */
export function sendKept(
  deps: ApplyDeps,
  form: Form,
  draft: Draft,
  request: PageRequest,
  reply: FastifyReply,
  errors: readonly TypedError[] = [],
) {
  const { page: slug } = request.params
  const shown = {
    form,
    slug,
    typed: typedInto(draft.pages),
    revision: draft.pages[slug]?.revision ?? 0,
    fromCheck: request.query.from === 'check',
    errors,
    ...(request.query.new !== undefined && { notice: 'begunAnew' as const }),
  }
  return send(deps, reply, request, shown, errors.length > 0 && request.method === 'POST' ? 422 : 200)
}

// Whatever happens to a page that was sent, what was typed into it comes back: kept in the draft, in a new one, or on the page.
export async function takePage(deps: ApplyDeps, form: Form, request: PageRequest, reply: FastifyReply) {
  const { slug, posted } = readPosted(form, request)
  try {
    const draft = await draftOf(deps, form, request)
    if (!draft && isByScript(request)) return await sendToScript(reply, { outcome: 'submitted' })
    if (!draft) return await beginAnew(deps, form, request, reply)
    const reference = await deps.reference.current()
    const { language } = request.params
    const answered = await keepPosted(deps, { form, slug, draft, posted, language, reference })
    return await answer(deps, form, request, reply, answered)
  } catch (error) {
    if (!isConnectionLoss(error)) throw error
    if (isByScript(request)) throw error
    const { revision, fromCheck, fields: typed } = posted
    return send(deps, reply, request, { form, slug, typed, revision, fromCheck, notice: 'notSaved' }, 503)
  }
}

async function answer(
  deps: ApplyDeps,
  form: Form,
  request: PageRequest,
  reply: FastifyReply,
  answered: Answered,
) {
  const { language, draft } = request.params
  const { slug, posted } = readPosted(form, request)
  const { fromCheck, wish } = posted
  if (isByScript(request) && answered.outcome !== 'kept') return sendToScript(reply, answered)
  if (answered.outcome === 'submitted') return reply.redirect(draftPath(language, form, draft, 'sent'), 303)
  const shown = { form, slug, typed: answered.typed, fromCheck }
  if (answered.outcome === 'changed-elsewhere') {
    const { fields: theirs, revision } = answered.theirs
    return send(deps, reply, request, { ...shown, theirs, revision, notice: 'changedElsewhere' }, 409)
  }
  const { revision } = answered
  if (answered.outcome === 'wrong')
    return send(deps, reply, request, { ...shown, revision, errors: answered.errors }, 422)
  const to = wish.to === 'language' ? wish.language : language
  const from = fromCheck && answered.go !== 'check' ? '?from=check' : ''
  const item = wish.to === 'add' || wish.to === 'remove' ? '#main' : ''
  const go = `${draftPath(to, form, draft, answered.go)}${from}${item}`
  return isByScript(request) ? reply.send({ revision, go }) : reply.redirect(go, 303)
}

/** A draft that is not open here any more: what was sent goes into a new one. */
async function beginAnew(deps: ApplyDeps, form: Form, request: PageRequest, reply: FastifyReply) {
  const { language } = request.params
  const { slug, posted } = readPosted(form, request)
  const id = await beginWith(deps, reply, form, language, { [slug]: posted.fields })
  return reply.redirect(`${draftPath(language, form, id, slug)}?new`, 303)
}

/** Begins a draft in this browser and returns its id. */
export async function beginWith(
  { db, clock, access }: Pick<ApplyDeps, 'db' | 'clock' | 'access'>,
  reply: FastifyReply,
  form: Form,
  language: Language,
  pages: Parameters<typeof beginDraft>[1]['pages'],
): Promise<string> {
  const { draft, secret } = await beginDraft(db, { form: form.name, language, pages, now: clock.now() })
  keepSecret(reply, access, { name: draftCookie(draft.id), secret, days: DRAFT_DAYS })
  return draft.id
}

/** The draft of the address, if this browser can open it. */
export function draftOf(
  { db, clock, access }: Pick<ApplyDeps, 'db' | 'clock' | 'access'>,
  form: Form,
  request: FastifyRequest<{ Params: { draft: string } }>,
): Promise<Draft | undefined> {
  const id = request.params.draft
  const secret = keptSecret(request, access, draftCookie(id))
  return openDraft(db, { id, form: form.name, secret, now: clock.now() })
}

export function sendLost(reply: FastifyReply, request: FastifyRequest, form: Form): FastifyReply {
  const { language } = request.params as { language: Language }
  const context = { words: APPLY_WORDS[language], form: { name: form.name } }
  return sendSitePage(reply, request, 'submissions/apply/views/lost.njk', context, 404)
}

// Only after the draft was opened, or without asking the database: its files are listed, too.
async function send(
  { db, reference }: ApplyDeps,
  reply: FastifyReply,
  request: PageRequest,
  shown: Omit<Shown, 'language' | 'reference' | 'files'>,
  status = 200,
) {
  const { language, draft } = request.params
  const asksForFiles = questionsOn(shown.form, shown.slug)?.some(({ kind }) => kind === 'files')
  const files =
    asksForFiles && status !== 503 ? (await filesOfDraft(db, shown.form, draft)).listed(language) : []
  const context = formPage({ ...shown, files, language, reference: await reference.current() })
  return sendSitePage(reply, request, 'submissions/apply/views/form.njk', context, status)
}

export const isByScript = ({ headers }: FastifyRequest): boolean => headers['x-autosave'] === '1'

/** What a script is told of a page that it sent; where it is told nothing more than that, a page says what to do. */
export function sendToScript(reply: FastifyReply, kept: { outcome: string; revision?: number }) {
  if (kept.outcome === 'changed-elsewhere') return reply.code(409).send({ changed: true })
  if (kept.revision === undefined) return reply.code(410).send({ gone: true })
  return reply.send({ revision: kept.revision })
}

function readPosted(form: Form, request: PageRequest): { slug: string; posted: Posted } {
  const slug = request.params.page
  return { slug, posted: postedTo(requirePage(form, slug), request.body) }
}

function requirePage(form: Form, slug: string) {
  const questions = questionsOn(form, slug)
  if (!questions) throw new Problem('not-found', 'The form has no such page.')
  return questions
}
