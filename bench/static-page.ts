// This machine's limit: Fastify with its defaults, giving the bytes of a page that it has in memory.
import Fastify from 'fastify'
import { obeyParent } from './child.ts'

const { port, html } = JSON.parse(process.argv[2] ?? '{}') as { port: number; html: string }

const app = Fastify()
app.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').send(html))
await app.listen({ port, host: '127.0.0.1' })
obeyParent()
