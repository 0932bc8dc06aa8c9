import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { acceptedLanguage } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import { referenceParams } from '../cases/routes.ts'
import { signedIn } from '../staff/guard.ts'
import { receiveFiles, takeFiles } from '../web/receive-files.ts'
import { FileRefused } from './file-refused.ts'
import { handOut } from './hand-out.ts'
import { keepUpload, type DocumentDeps } from './keep-document.ts'
import { FILE_TYPES, LARGEST_FILE, SCAN_STATES } from './kinds.ts'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { UPLOAD_HOURS } from './uploads.ts'

const HOUR_MS = 3_600_000
const upload = z.object({
  token: z.string().describe(`Name it among the form’s “documents” within ${UPLOAD_HOURS} hours`),
  name: z.string(),
  type: z.string(),
  size: z.number().describe('In bytes; pictures are cleaned of where and by whom they were taken'),
  scan: z.enum(SCAN_STATES).describe('What the virus scanner said; “unscanned” where there is none'),
  expiresAt: z.iso.datetime(),
})
const MULTIPART = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'One PDF, DOCX, ODT, JPEG or PNG of at most 10 MB, under a name with its ending',
    },
  },
}

interface UploadDeps extends DocumentDeps {
  /** Of `submissions/gate/gate.ts`: throws where a network asks, or brings, too much. */
  gate: { admitNetwork: (ip: string) => void; admitFile: (ip: string) => void }
}

/** Files by the API: brought before a form is sent, and read by the staff who work on the case. */
export const documentRoutes =
  (deps: UploadDeps): FastifyPluginAsyncZod =>
  async app => {
    await takeFiles(app)

    app.post(
      '/api/v1/uploads',
      {
        config: { policy: 'public', takesFiles: true, bodySchema: MULTIPART },
        // Before the body is read. A file counts as a form does.
        onRequest: async request => deps.gate.admitNetwork(request.ip),
        schema: {
          operationId: 'uploadFile',
          summary: 'Bring a file, to be named in a form',
          tags: ['forms'],
          consumes: ['multipart/form-data'],
          response: { 201: upload },
        },
      },
      async (request, reply) => {
        const kept: Awaited<ReturnType<typeof keepUpload>>[] = []
        try {
          await receiveFiles(request, { files: 1, fileSize: LARGEST_FILE }, async file => {
            if (file.field !== 'file') return
            deps.gate.admitFile(request.ip)
            kept.push(await keepUpload(deps, file))
          })
          const [one] = kept
          if (!one) throw new FileRefused('file-missing')
          const expiresAt = new Date(one.createdAt.getTime() + UPLOAD_HOURS * HOUR_MS).toISOString()
          const { token, name, kind, size, scan } = one
          return await reply.code(201).send({ token, name, type: FILE_TYPES[kind], size, scan, expiresAt })
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error
          const language = acceptedLanguage(request.headers['accept-language'])
          const message = REFUSAL_WORDS[language][error.code]
          throw new Problem('invalid-fields', 'See “errors” for each field and its remedy.', {
            errors: [{ pointer: '/file', code: error.code, message }],
          })
        }
      },
    )

    app.get(
      '/api/v1/cases/:reference/documents/:id',
      {
        config: { policy: { permission: 'case.read' } },
        schema: {
          operationId: 'readDocument',
          summary: 'A file that came with the case, as an attachment under a name of ours',
          tags: ['cases'],
          params: documentParams,
          produces: Object.values(FILE_TYPES),
        },
      },
      async (request, reply) => {
        const { headers, bytes } = await handOut(deps, signedIn(request), request.params)
        return reply.headers(headers).send(bytes)
      },
    )
  }

const documentParams = referenceParams.extend({ id: z.uuid() })

/** The same file for whoever works at the desk. */
export const documentPages =
  (deps: DocumentDeps): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/desk/cases/:reference/documents/:id',
      {
        config: { policy: { permission: 'case.read' } },
        schema: { hide: true, params: documentParams },
      },
      async (request, reply) => {
        const { headers, bytes } = await handOut(deps, signedIn(request), request.params)
        return reply.headers(headers).send(bytes)
      },
    )
  }
