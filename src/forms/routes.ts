import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LANGUAGES } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import type { Form } from './define-form.ts'
import { formDescription } from './json-schema.ts'

const policy = { policy: 'public' } as const
const text = z.record(z.enum(LANGUAGES), z.string())
const summary = z.object({
  name: z.string(),
  version: z.number(),
  title: text,
  submitTo: z.string(),
  description: z.string(),
})

/** The forms as data, for whoever builds a client. */
export const formRoutes =
  (forms: readonly Form[]): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/api/v1/forms',
      {
        config: policy,
        schema: {
          operationId: 'listForms',
          summary: 'The forms, and where each is sent',
          tags: ['forms'],
          response: { 200: z.object({ items: z.array(summary) }) },
        },
      },
      async () => ({
        items: forms.map(form => ({
          name: form.name,
          version: form.version,
          title: form.title,
          submitTo: `/api/v1/${form.path}`,
          description: `/api/v1/forms/${form.name}`,
        })),
      }),
    )

    app.get(
      '/api/v1/forms/:form',
      {
        config: policy,
        schema: {
          operationId: 'readForm',
          summary: 'One form as JSON Schema 2020-12, with labels, hints and choices in every language',
          tags: ['forms'],
          params: z.object({ form: z.string().max(60) }),
          querystring: z.object({
            language: z.enum(LANGUAGES).default('en').describe('Of titles and descriptions'),
          }),
          response: { 200: z.record(z.string(), z.unknown()) },
        },
      },
      async ({ params, query }, reply) => {
        const form = forms.find(({ name }) => name === params.form)
        if (!form)
          throw new Problem(
            'not-found',
            `There is no such form. There are: ${forms.map(f => f.name).join(', ')}.`,
          )
        void reply.header('cache-control', 'public, max-age=300')
        return formDescription(form, query.language)
      },
    )
  }
