import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import nunjucks from 'nunjucks'
import { Problem } from '../../kernel/problem.ts'
import { answerOnce } from '../answer-once.ts'
import type { OpenApiDocument } from '../openapi-document.ts'
import { openApiDocument } from '../openapi.ts'
import { frontPage, operationPage } from './contents.ts'

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(join(import.meta.dirname, 'views')), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
})
const css = readFileSync(join(import.meta.dirname, 'reference.css'), 'utf8')
const route = { config: { policy: 'public' } } as const

// Stricter than elsewhere: these pages have no script at all.
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * What the API can do, for programs at `/api/openapi.json` and for people at `/api/docs` with a page for each operation:
 * `/api/docs/{operationId}`. The pages need no script.
 */
export const referencePages: FastifyPluginAsync = async app => {
  // Made when it is first asked for: by then every route is registered.
  let made: { document: OpenApiDocument; text: string } | undefined
  const reference = () => (made ??= withText(openApiDocument(app)))

  app.addHook('onSend', answerOnce)

  app.get('/api/openapi.json', route, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(reference().text),
  )

  app.get('/api/docs', route, (_request, reply) => page(reply, 'front.njk', frontPage(reference().document)))

  app.get('/api/docs/reference.css', route, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(css),
  )

  app.get<{ Params: { operation: string } }>('/api/docs/:operation', route, (request, reply) => {
    const contents = operationPage(reference().document, request.params.operation)
    if (!contents) throw new Problem('not-found', 'There is no such operation. /api/docs lists them.')
    return page(reply, 'operation.njk', contents)
  })
}

const withText = (document: OpenApiDocument) => ({ document, text: JSON.stringify(document) })

const page = (reply: FastifyReply, view: string, contents: object) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', PAGE_POLICY)
    .send(views.render(view, contents))
