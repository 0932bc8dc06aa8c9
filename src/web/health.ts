// What machines ask before they send people here: does the process live, and can it do its work?
import type { FastifyInstance } from 'fastify'

/** What `/ready` shows; made by `reports/readiness.ts`. */
export type AskReadiness = () => Promise<{ ready: boolean; checks: object }>

export interface MachineAnswer {
  status: number
  type: string
  body: string
  headers?: Readonly<Record<string, string>>
}

const JSON_TYPE = 'application/json; charset=utf-8'
const RETRY_SECONDS = '5'

/** The process turns its event loop. Asks nothing of anybody: a database that is away is no reason to restart us. */
export const healthAnswer: MachineAnswer = { status: 200, type: JSON_TYPE, body: '{"status":"alive"}\n' }

/** 200 when every check is well, else 503 with Retry-After; each check is in the body either way. */
export async function readyAnswer(ask: AskReadiness): Promise<MachineAnswer> {
  const { ready, checks } = await ask()
  const body = `${JSON.stringify({ status: ready ? 'ready' : 'not-ready', checks })}\n`
  if (ready) return { status: 200, type: JSON_TYPE, body }
  return { status: 503, type: JSON_TYPE, body, headers: { 'retry-after': RETRY_SECONDS } }
}

/** `/health` and `/ready` of a web process. */
export const healthRoutes = (ask: AskReadiness) => async (app: FastifyInstance) => {
  const config = { policy: 'public' } as const
  const routes = [
    ['/health', async () => healthAnswer],
    ['/ready', () => readyAnswer(ask)],
  ] as const
  for (const [url, answer] of routes) {
    app.get(url, { config, logLevel: 'warn' }, async (_request, reply) => {
      const { status, type, body, headers } = await answer()
      return reply
        .code(status)
        .headers({ ...headers })
        .type(type)
        .send(body)
    })
  }
}
