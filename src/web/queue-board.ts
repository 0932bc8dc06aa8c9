// bull-board: what the queues look like from inside, for administrators. To look at only: the truth and the retries are in
// Postgres, so a job that is retried or removed here would change nothing that lasts.
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { FastifyInstance } from 'fastify'
import { asProblem, problemDocument } from './problem-document.ts'

const PREFIX = '/operations/queues'

// Its page styles itself while it runs; everything it loads is ours, and nothing is fetched from elsewhere.
const BOARD_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
const REMOTE_FONTS = /<link href="https:\/\/fonts\.[^>]*>/g

/** The board at `/operations/queues`, read only. */
export const queueBoard = (queues: () => readonly unknown[]) => async (app: FastifyInstance) => {
  app.decorate('guestPolicy', { permission: 'operations.read', browser: true })
  app.addHook('onSend', async (_request, reply, payload) => {
    void reply.header('content-security-policy', BOARD_POLICY)
    return typeof payload === 'string' ? payload.replace(REMOTE_FONTS, '') : payload
  })
  const board = new FastifyAdapter()
  const shown = () => queues().map(queue => new BullMQAdapter(queue as never, { readOnlyMode: true }))
  const { replaceQueues } = createBullBoard({
    queues: shown(),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Queues', hideRedisDetails: true } },
  })
  // They may have been built anew since.
  app.addHook('onRequest', async () => replaceQueues(shown()))
  board.setBasePath(PREFIX)
  board.setErrorHandler(error => {
    const problem = asProblem(error)
    return { status: problem.status as never, body: problemDocument(problem, 'en') as never }
  })
  await app.register(board.registerPlugin(), { prefix: PREFIX })
}
