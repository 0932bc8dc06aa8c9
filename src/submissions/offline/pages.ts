// The form without a connection: downloaded as one file, and its answers brought back as a draft.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { directionOf, type Language } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Form } from '../../forms/define-form.ts'
import { answerOnce } from '../../web/answer-once.ts'
import { receiveFiles, takeFiles } from '../../web/receive-files.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import type { ApplyDeps } from '../apply/apply-deps.ts'
import { beginWith } from '../apply/pages.ts'
import { draftPath } from '../apply/way.ts'
import type { Gate } from '../gate/gate.ts'
import {
  answersFromOfflineFile,
  FormRefused,
  MOST_BYTES,
  pagesTyped,
  type OfflineAnswers,
} from './answers-from-file.ts'
import { blankForm } from './blank-form.ts'
import { OFFLINE_WORDS } from './words.ts'
import type { OfflineWords } from './words/offline-words.ts'

interface OfflineDeps extends ApplyDeps {
  gate: Pick<Gate, 'admitNetwork'>
  /** Where the file can be mailed to. */
  mailTo: string
}
type InLanguage = FastifyRequest<{ Params: { language: Language } }>

const config = { policy: 'public' } as const
const fileNameOf = (form: Form, language: Language) => `${form.name}-${language}.html`

export const offlinePages =
  (deps: OfflineDeps): FastifyPluginAsync =>
  async app => {
    await takeFiles(app)
    const onRequest = async (request: FastifyRequest) => deps.gate.admitNetwork(request.ip)
    for (const form of deps.forms) {
      const url = `${LANGUAGE_PATH}/${form.name}/offline`
      app.get(url, { config }, (request, reply) => showPage(form, request as InLanguage, reply))
      app.get(`${url}/form.html`, { config, onSend: answerOnce }, (request, reply) =>
        sendFile(deps, form, request as InLanguage, reply),
      )
      app.post(url, { config: { ...config, takesFiles: true }, onRequest }, (request, reply) =>
        takeUpload(deps, form, request as InLanguage, reply),
      )
      app.post(`${url}/answers`, { config, onRequest, bodyLimit: MOST_BYTES }, (request, reply) =>
        takeAnswers(deps, form, request as InLanguage, reply),
      )
    }
  }

function showPage(
  form: Form,
  request: InLanguage,
  reply: FastifyReply,
  wrong?: keyof OfflineWords['refused'],
): FastifyReply {
  const { language } = request.params
  const words = OFFLINE_WORDS[language]
  const context = {
    words,
    formTitle: form.title[language],
    formPath: `/${language}/${form.name}`,
    filePath: `/${language}/${form.name}/offline/form.html`,
    fileName: fileNameOf(form, language),
    errors: wrong ? [{ field: 'file', message: words.refused[wrong] }] : [],
  }
  return sendSitePage(reply, request, 'submissions/offline/views/offline.njk', context, wrong ? 422 : 200)
}

async function sendFile(deps: OfflineDeps, form: Form, request: InLanguage, reply: FastifyReply) {
  const { language } = request.params
  const context = blankForm({
    form,
    language,
    direction: directionOf(language),
    reference: await deps.reference.current(),
    publicUrl: deps.access.publicUrl,
    mailTo: deps.mailTo,
  })
  // Never opened here: in it scripts stand in the page, which none of ours may.
  void reply.headers({
    'content-disposition': `attachment; filename="${fileNameOf(form, language)}"`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  })
  return sendSitePage(reply, request, 'submissions/offline/views/file.njk', context)
}

async function takeUpload(deps: OfflineDeps, form: Form, request: InLanguage, reply: FastifyReply) {
  let found: OfflineAnswers | undefined
  try {
    await receiveFiles(request, { files: 1, fileSize: MOST_BYTES }, async ({ bytes }) => {
      found = answersFromOfflineFile(await whole(bytes), deps.forms)
    })
    if (found && found.form.name !== form.name) throw new FormRefused('other-form')
  } catch (error) {
    if (error instanceof FormRefused) return showPage(form, request, reply, error.reason)
    if (error instanceof Problem && error.code === 'body-too-large')
      return showPage(form, request, reply, 'too-large')
    throw error
  }
  if (!found) return showPage(form, request, reply, 'missing')
  return goOn(deps, form, request, reply, found.pages)
}

// Sent by the file itself, as any form: what it has beside answers is left out.
const takeAnswers = (deps: OfflineDeps, form: Form, request: InLanguage, reply: FastifyReply) =>
  goOn(deps, form, request, reply, pagesTyped(form, request.body))

async function goOn(
  deps: OfflineDeps,
  form: Form,
  request: InLanguage,
  reply: FastifyReply,
  pages: OfflineAnswers['pages'],
) {
  const { language } = request.params
  const id = await beginWith(deps, reply, form, language, pages)
  return reply.redirect(draftPath(language, form, id, 'check'), 303)
}

async function whole(bytes: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
