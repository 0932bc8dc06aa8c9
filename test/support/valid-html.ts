// Whether pages are valid HTML: a single one, or all with which an app answers during a file of tests.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { HtmlValidate } from 'html-validate/node'

const validator = new HtmlValidate({ extends: ['html-validate:standard'] })

export async function flaws(place: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${place}:${line} ${ruleId}: ${message}`),
  )
}

/** From now on keeps a page of every kind and state that is asked of the app by `inject`. */
export function watchPages(app: FastifyInstance) {
  const seen = new Map<string, { place: string; html: string }>()
  const ask = app.inject.bind(app) as (
    options: InjectOptions,
  ) => Promise<Awaited<ReturnType<typeof app.inject>>>
  const watched = async (options: InjectOptions) => {
    const answer = await ask(options)
    const { body, headers } = answer
    const isPage = String(headers['content-type']).startsWith('text/html') && body !== ''
    // One of each shape: other words, ids and secrets make no other one.
    const shape = [...body.matchAll(/<\/?[\w-]+| (?:class|id)="[^"]*"/g)].map(([part]) => part).join('')
    if (isPage)
      seen.set(shape, { place: `${options.method ?? 'GET'} ${JSON.stringify(options.url)}`, html: body })
    return answer
  }
  app.inject = watched as typeof app.inject
  return {
    seen,
    flaws: async () =>
      (await Promise.all([...seen.values()].map(({ place, html }) => flaws(place, html)))).flat(),
  }
}
