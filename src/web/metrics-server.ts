// A small server of its own for machines: what the public address must not show, and a worker's only address.
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { healthAnswer, readyAnswer, type AskReadiness, type MachineAnswer } from './health.ts'

interface MetricsServerSettings {
  host: string
  port: number
  metrics: () => Promise<string>
  readiness: AskReadiness
}

/** Listens and answers `/metrics`, `/health` and `/ready`. Throws the system's error when it cannot listen. */
export async function startMetricsServer(
  settings: MetricsServerSettings,
): Promise<{ address: string; close: () => Promise<void> }> {
  const pages: Readonly<Record<string, () => Promise<MachineAnswer>>> = {
    '/metrics': async () => ({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      body: await settings.metrics(),
    }),
    '/health': async () => healthAnswer,
    '/ready': () => readyAnswer(settings.readiness),
  }
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5000, keepAliveTimeout: 5000 },
    (request, reply) => {
      const page = pages[request.url?.split('?')[0] ?? '']
      const answering = page && ['GET', 'HEAD'].includes(request.method ?? '') ? page() : notHere()
      answering.then(
        ({ status, type, body, headers }) =>
          reply
            .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers })
            .end(body),
        () => reply.writeHead(500).end(),
      )
    },
  )
  server.maxConnections = 100
  server.listen(settings.port, settings.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { address: `http://${shownHost(settings.host)}:${port}`, close: () => close(server) }
}

const notHere = async (): Promise<MachineAnswer> => ({
  status: 404,
  type: 'text/plain; charset=utf-8',
  body: 'Here are /metrics, /health and /ready.\n',
})

const shownHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

function close(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  return closed
}
