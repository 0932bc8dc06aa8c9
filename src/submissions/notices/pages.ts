import type { FastifyPluginAsync } from 'fastify'
import type { Language } from '../../kernel/languages.ts'
import { answerOnce } from '../../web/answer-once.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { sendSitePage } from '../../web/site/site-page.ts'
import { NOTICES } from './words.ts'
import { NOTICE_PAGES } from './words/notices.ts'

/** The pages at the foot of every page. */
export const noticePages =
  ({ contactEmail }: { contactEmail: string }): FastifyPluginAsync =>
  async app => {
    app.addHook('onSend', async (request, reply, payload) =>
      reply.hasHeader('set-cookie') ? payload : answerOnce(request, reply, payload),
    )
    for (const page of NOTICE_PAGES) {
      app.get<{ Params: { language: Language } }>(
        `${LANGUAGE_PATH}/${page}`,
        { config: { policy: 'public' } },
        (request, reply) => {
          const { title, parts } = NOTICES[request.params.language][page]
          const told = parts.map(({ heading, lines }) => ({
            heading,
            lines: lines.map(line => line.replace('{email}', contactEmail)),
          }))
          return sendSitePage(reply, request, 'submissions/notices/views/notice.njk', { title, parts: told })
        },
      )
    }
  }
