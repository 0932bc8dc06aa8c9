// The answer to our question, with files. Whatever comes of it, nothing that was typed or sent is lost.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerByApplicant } from '../../cases/applicant/said.ts'
import { LARGEST_FILE } from '../../documents/kinds.ts'
import { MOST_FILES } from '../../forms/file-question.ts'
import { Problem } from '../../kernel/problem.ts'
import { LANGUAGE_PATH } from '../../web/site/language-path.ts'
import { receiveFiles, takeFiles } from '../../web/receive-files.ts'
import { readFields } from '../acts/read-fields.ts'
import { claimUploads } from '../claim-uploads.ts'
import { baseOf, entrance, followParams, sendCase, type FollowDeps } from '../entrance.ts'
import type { FollowedCase } from '../followed-case.ts'
import { awaitsAnswer, isClosed, offersFor } from '../offers.ts'
import { FOLLOW_WORDS, type FollowWords } from '../words/follow-words.ts'
import { keepFiles } from './keep-files.ts'

const FIELD = { name: 'answer', kind: 'long', label: 'message', missing: 'answer', max: 8000 } as const

export const answerPages =
  (deps: FollowDeps): FastifyPluginAsyncZod =>
  async app => {
    const { db, clock, standard, gate, wake } = deps
    const { enter, enterToAct } = entrance(deps)
    await takeFiles(app)

    app.post(
      `${LANGUAGE_PATH}/follow/:secret/answer`,
      {
        config: { policy: 'public', takesFiles: true },
        schema: { hide: true, params: followParams },
      },
      async (request, reply) => {
        const { language } = request.params
        const words = FOLLOW_WORDS[language]
        const followed = await enterToAct(request, reply)
        if (!followed) return reply
        const base = baseOf(request.params)
        // What comes too late for an answer can be sent as a message.
        const takes = offersFor(followed.theCase, followed.history).includes('message')
        const admit = () => gate.admitFile(request.ip)
        const { take, refused, kept } = keepFiles(deps, { language, takes, admit })
        const body = await receiveFiles(request, { files: MOST_FILES, fileSize: LARGEST_FILE }, take)
        const { given, errors, values } = readFields([FIELD], body, words)
        const uploads = await kept(body)
        const { answer = '' } = given
        if (isSaid(followed, answer)) return reply.redirect(`${base}?done=answered`, 303)
        const wrong = [...errors, ...refused]
        if (wrong.length > 0 && awaitsAnswer(followed.theCase)) {
          const again = { errors: wrong, answer: values['answer'] ?? '', uploads }
          return sendCase(reply, request, deps, followed, again, 422)
        }
        const { id: caseId } = followed.theCase
        const at = clock.now()
        try {
          await db.transaction(async tx => {
            const tokens = uploads.map(({ token }) => token)
            const documents = await claimUploads(tx, caseId, tokens, at)
            await answerByApplicant(tx, { caseId, at, way: 'page', documents, answer, standard })
          })
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 409) throw error
          const now = (await enter(request, reply)) ?? followed
          // Pressed twice, and both were under way.
          if (isSaid(now, answer)) return reply.redirect(`${base}?done=answered`, 303)
          const late = {
            notice: whyTooLate(now, words),
            answer: values['answer'] ?? '',
            uploads,
            tooLate: true,
          }
          return sendCase(reply, request, deps, now, late, 409)
        }
        wake()
        return reply.redirect(`${base}?done=answered`, 303)
      },
    )
  }

/** Whether it is the answer that we have: a form that was sent twice has been answered once. */
function isSaid({ theCase, history }: FollowedCase, answer: string): boolean {
  const last = history.findLast(({ key }) => key === 'answered')
  return answer !== '' && !awaitsAnswer(theCase) && last?.words[0]?.text === answer
}

function whyTooLate({ theCase, history }: FollowedCase, { tooLate, notNow }: FollowWords): string {
  if (isClosed(theCase)) return tooLate.closed
  const asked = history.findLastIndex(({ key }) => key === 'asked')
  const since = history.slice(asked + 1).map(({ key }) => key)
  if (since.includes('takenBack')) return tooLate.takenBack
  return since.includes('answered') || since.includes('answeredForYou') ? tooLate.answered : notNow
}
