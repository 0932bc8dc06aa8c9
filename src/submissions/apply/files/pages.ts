// The page on which files are added to a form: the files go into the store as they come, all else goes the way of every page.
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Language } from '../../../kernel/languages.ts'
import { cleanName } from '../../../documents/file-name.ts'
import { refusalOf, type FileRefused } from '../../../documents/file-refused.ts'
import { keepDocument, type DocumentDeps } from '../../../documents/keep-document.ts'
import { LARGEST_FILE } from '../../../documents/kinds.ts'
import { REFUSAL_WORDS } from '../../../documents/refusal-words.ts'
import { removeDocument } from '../../../documents/remove.ts'
import type { Form } from '../../../forms/define-form.ts'
import { MOST_FILES } from '../../../forms/file-question.ts'
import type { TypedError } from '../../../forms/paging/check-typed.ts'
import { pagedForm } from '../../../forms/paging/split-pages.ts'
import { receiveFiles, takeFiles } from '../../../web/receive-files.ts'
import { LANGUAGE_PATH } from '../../../web/site/language-path.ts'
import type { Gate } from '../../gate/gate.ts'
import type { ApplyDeps } from '../apply-deps.ts'
import { beginWith, draftOf, sendKept, takePage, type PageRequest } from '../pages.ts'
import { postedTo } from '../posted.ts'
import { draftPath } from '../way.ts'
import { refusedQuery } from './refused.ts'

type FileDeps = ApplyDeps & DocumentDeps & { gate: Pick<Gate, 'admitNetwork' | 'admitFile'> }

export const filePages =
  (deps: FileDeps): FastifyPluginAsync =>
  async app => {
    await takeFiles(app)
    for (const form of deps.forms) {
      const asking = pagedForm(form).pages.filter(page => page.questions.some(({ kind }) => kind === 'files'))
      for (const { slug } of asking) {
        app.post(
          `${LANGUAGE_PATH}/${form.name}/:draft/${slug}`,
          {
            config: { policy: 'public', takesFiles: true },
            // Before the body is read. A file counts as a form does.
            onRequest: async request => deps.gate.admitNetwork(request.ip),
          },
          (request, reply) => takeFilesOf(deps, form, slug, request as PageRequest, reply),
        )
      }
    }
  }

async function takeFilesOf(
  deps: FileDeps,
  form: Form,
  slug: string,
  request: PageRequest,
  reply: FastifyReply,
) {
  const { language } = request.params
  const question = pagedForm(form)
    .pages.find(page => page.slug === slug)
    ?.questions.find(({ kind }) => kind === 'files')
  const open = await draftOf(deps, form, request)
  const draftId = open?.id ?? (await beginWith(deps, reply, form, language, {}))
  const refused: { name: string; why: FileRefused }[] = []
  if (request.isMultipart()) {
    request.body = await receiveFiles(request, { files: MOST_FILES, fileSize: LARGEST_FILE }, async file => {
      if (open?.caseId || file.field !== question?.name) return
      try {
        deps.gate.admitFile(request.ip)
        await keepDocument(deps, draftId, file)
      } catch (error) {
        const why = refusalOf(error)
        if (!why) throw error
        refused.push({ name: file.name, why })
      }
    })
  }
  if (!open) {
    const reasons = refusedQuery(refused.map(({ why }) => why.code))
    return reply.redirect(`${draftPath(language, form, draftId, slug)}?new${reasons}`, 303)
  }
  request.params.page = slug
  const { wish } = postedTo([], request.body)
  if (wish.to === 'remove-file') await removeDocument(deps.db, draftId, wish.id, deps.clock.now())
  if (refused.length === 0) return takePage(deps, form, request, reply)
  const errors = refused.map(({ name, why }) => refusal(question?.name ?? '', name, why, language))
  return sendKept(deps, form, open, request, reply, errors)
}

const refusal = (field: string, name: string, { code }: FileRefused, language: Language): TypedError => ({
  field,
  message: `${cleanName(name)}: ${REFUSAL_WORDS[language][code]}`,
})
