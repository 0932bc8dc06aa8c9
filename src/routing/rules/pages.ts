// The routing rules on the desk: worked on as a draft, tried on past cases (cases/dry-run), then put in force.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { officeChange, type Deps } from '../office-change.ts'
import { READ_PAGE, WRITE_PAGE, nameOfActor } from '../settings-page.ts'
import { teamList } from '../teams/teams.ts'
import { changeDraft, discardDraft, publishDraft, ruleDraft } from './draft.ts'
import { differences, isSame } from './rule-differences.ts'
import { bodyOf, ruleIdOf, RULES_PAGE as LIST, seen } from './rule-address.ts'
import { conditionInWords } from './rule-form.ts'
import { ruleIn, withChanged, withMoved, withoutRule, type RuleSet } from './rule-set.ts'
import { rulesInForce, ruleVersions } from './rules.ts'

const DELICATE = { ...WRITE_PAGE, config: { ...WRITE_PAGE.config, stepUp: true } } as const
const moves = z.object({ seen, to: z.enum(['up', 'down']) })
const DONE: Readonly<Record<string, string>> = {
  draft: 'The draft is saved. Nothing is in force yet: try it on past cases, then publish it.',
  published: 'The rules are in force. Every case that is routed from now on is routed by them.',
  discarded: 'The draft is thrown away. The rules in force have not changed.',
}

/** `/desk/settings/rules`. */
export const rulePages =
  ({ db, clock }: Deps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    async function list(
      request: FastifyRequest,
      reply: FastifyReply,
      problem = '',
      status = 200,
      confirming = false,
    ) {
      const [draft, inForce, teams, names, versions] = await Promise.all([
        ruleDraft(db),
        rulesInForce(db),
        teamList(db),
        staffNames(db),
        ruleVersions(db, 20),
      ])
      const rules = draft?.rules ?? inForce.rules
      const teamOf = new Map(teams.map(team => [team.id, team]))
      const query = z.object({ done: z.string().catch('') }).safeParse(request.query).data
      const differs = draft ? differences(inForce.rules, draft.rules) : null
      return sendDeskPage(
        reply,
        request,
        'routing/rules/views/rules.njk',
        {
          problem,
          confirming: confirming && draft !== undefined,
          done: DONE[query?.done ?? ''] ?? '',
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          version: inForce.version,
          draft: draft
            ? {
                ...draft,
                by: nameOfActor(draft.changedBy, names),
                stale: draft.basedOn !== inForce.version,
                same: differs !== null && isSame(differs),
              }
            : null,
          seen: draft?.revision ?? 0,
          rules: shown(rules).map((rule, index) => ({
            ...rule,
            team: teamOf.get(rule.teamId)?.name ?? rule.teamId,
            closed: teamOf.get(rule.teamId)?.active === false,
            isNew: differs?.added.includes(rule.id) ?? false,
            isChanged: differs?.changed.includes(rule.id) ?? false,
            isFirst: index === 0,
            isLast: index === rules.length - 1,
          })),
          versions: versions.map(({ version, publishedAt, publishedBy, rules: set }) => ({
            version,
            publishedAt,
            by: nameOfActor(publishedBy, names),
            count: set.length,
          })),
        },
        status,
      )
    }

    // Somebody who changes what they have not seen is shown it as it is.
    async function editing(
      request: FastifyRequest,
      reply: FastifyReply,
      revision: number,
      edit: (rules: RuleSet) => RuleSet,
    ) {
      try {
        await change(request, (tx, by) => changeDraft(tx, revision, edit, by))
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'changed-meanwhile') throw error
        return list(request, reply, error.message, 409)
      }
      return reply.redirect(`${LIST}?done=draft`, 303)
    }

    app.get(LIST, READ_PAGE, async (request, reply) => list(request, reply))

    app.get(`${LIST}/versions/:version`, READ_PAGE, async (request, reply) => {
      const wanted = z.object({ version: z.coerce.number().int().min(1) }).safeParse(request.params).data
      const version = (await ruleVersions(db, 1000)).find(one => one.version === wanted?.version)
      if (!version) throw new Problem('not-found', 'There is no such version of the rules.')
      const names = new Map((await teamList(db)).map(({ id, name }) => [id, name]))
      return sendDeskPage(reply, request, 'routing/rules/views/version.njk', {
        version: { ...version, by: nameOfActor(version.publishedBy, await staffNames(db)) },
        rules: shown(version.rules).map(rule => ({ ...rule, team: names.get(rule.teamId) ?? rule.teamId })),
      })
    })

    app.post(`${LIST}/:id/place`, WRITE_PAGE, async (request, reply) => {
      const wanted = moves.safeParse(bodyOf(request)).data
      if (!wanted) throw new Problem('malformed-request', 'Say whether the rule goes up or down.')
      return editing(request, reply, wanted.seen, rules =>
        withMoved(rules, ruleIdOf(request), wanted.to === 'up' ? -1 : 1),
      )
    })

    app.post(`${LIST}/:id/switch`, WRITE_PAGE, async (request, reply) =>
      editing(request, reply, seen.parse(bodyOf(request)['seen']), rules => {
        const { id, ...details } = ruleIn(rules, ruleIdOf(request))
        return withChanged(rules, id, { ...details, enabled: !details.enabled })
      }),
    )

    app.post(`${LIST}/:id/removal`, WRITE_PAGE, async (request, reply) =>
      editing(request, reply, seen.parse(bodyOf(request)['seen']), rules =>
        withoutRule(rules, ruleIdOf(request)),
      ),
    )

    app.get(`${LIST}/publication`, DELICATE, async (request, reply) => list(request, reply, '', 200, true))

    app.post(`${LIST}/publication`, DELICATE, async (request, reply) => {
      const body = bodyOf(request)
      const saw = { seen: seen.parse(body['seen']), basedOn: seen.parse(body['basedOn']) }
      try {
        await change(request, (tx, by) => publishDraft(tx, saw, by))
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error
        return list(request, reply, error.message, error.status)
      }
      return reply.redirect(`${LIST}?done=published`, 303)
    })

    app.post(`${LIST}/discarding`, WRITE_PAGE, async (request, reply) => {
      await change(request, tx => discardDraft(tx, seen.parse(bodyOf(request)['seen'])))
      return reply.redirect(`${LIST}?done=discarded`, 303)
    })
  }

const shown = (rules: RuleSet) =>
  rules.map(rule => ({ ...rule, conditions: rule.conditions.map(conditionInWords) }))
