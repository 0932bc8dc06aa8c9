// Forms with files, as browsers send them (multipart/form-data): the files are streamed to whoever takes them.
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { Problem } from '../kernel/problem.ts'

export interface ReceivedFile {
  /** The field of the form. */
  field: string
  name: string
  type: string
  bytes: Readable
}

interface Limits {
  /** How many files, and how many bytes of each are handed on at most: more than that, and `bytes` ends one byte after it. */
  files: number
  fileSize: number
}

/** From here on the routes of this plugin take multipart/form-data, and read it by `receiveFiles`. */
export async function takeFiles(app: FastifyInstance): Promise<void> {
  await app.register(multipart)
}

/**
 * Reads the form to its end: hands each file to `take` as it comes, and returns the other fields as a form without files would.
 * A field of files that was left empty is passed over. Throws `malformed-request` for what is broken or cut off, and
 * `body-too-large`. What `take` throws comes out once everything was read: a browser shows an answer only then.
 */
export async function receiveFiles(
  request: FastifyRequest,
  { files, fileSize }: Limits,
  take: (file: ReceivedFile) => Promise<void>,
): Promise<Record<string, string | string[]>> {
  // Without it Node's patience with files would be anybody's.
  if (!request.routeOptions.config.takesFiles) throw new Error('The route does not say that it takes files.')
  if (!request.isMultipart()) {
    throw new Problem('unsupported-media-type', 'Send the file as multipart/form-data.')
  }
  const limits = { files, fileSize: fileSize + 1, fields: 100, fieldSize: 64 * 1024, parts: files + 100 }
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string>
  let failure: unknown
  for await (const part of partsOf(request, limits)) {
    if (part.type === 'field') {
      if (part.valueTruncated || part.fieldnameTruncated)
        throw new Problem('body-too-large', 'Send at most 64 KiB in a field.')
      const before = fields[part.fieldname]
      const value = String(part.value)
      fields[part.fieldname] = before === undefined ? value : [before, value].flat()
      continue
    }
    const { fieldname: field, filename: name, mimetype: type, file: bytes } = part
    try {
      if (name && failure === undefined) await take({ field, name, type, bytes })
    } catch (error) {
      failure = error
    }
    // Whatever was not read: the next part comes only after it.
    bytes.resume()
  }
  // oxlint-disable-next-line typescript/only-throw-error -- it is what was caught
  if (failure !== undefined) throw failure
  return fields
}

async function* partsOf(request: FastifyRequest, limits: object) {
  try {
    yield* request.parts({ limits })
  } catch (error) {
    const { statusCode } = error as { statusCode?: number }
    if (statusCode === 413) throw new Problem('body-too-large', 'Send fewer files or fields at once.')
    throw new Problem('malformed-request', 'The form is broken or was cut off. Send it again.', {
      cause: error,
    })
  }
}
