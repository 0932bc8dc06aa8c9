// One rule as a form: what it is saved as belongs to the draft, not to what is in force.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { LANGUAGES } from '../../../kernel/languages.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { CachedReference } from '../../../roster/cached-reference.ts'
import { countryName } from '../../../roster/names.ts'
import { sendDeskPage } from '../../../staff/desk-page.ts'
import { LANGUAGE_CHOICES } from '../../../staff/language-choices.ts'
import { CRITERIA } from '../../criteria.ts'
import { officeChange, type Deps as OfficeDeps } from '../../office-change.ts'
import { typedIn, WRITE_PAGE } from '../../settings-page.ts'
import { teamList } from '../../teams/teams.ts'
import { changeDraft, ruleDraft } from '../draft.ts'
import { bodyOf, ruleIdOf, RULES_PAGE as LIST, seen } from '../rule-address.ts'
import { chosenIn, questionsOf, ruleFrom, sentIn, type Known } from '../rule-form.ts'
import { ruleIn, withChanged, withRule, type RuleSet } from '../rule-set.ts'
import { rulesInForce } from '../rules.ts'

type Deps = OfficeDeps & { reference: CachedReference }

/** `/desk/settings/rules/new` and `/desk/settings/rules/:id`. */
export const ruleEditorPages =
  ({ db, clock, reference }: Deps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    async function form(request: FastifyRequest, reply: FastifyReply, given: FormGiven, status = 200) {
      const teams = await teamList(db)
      const known = await knownValues()
      return sendDeskPage(
        reply,
        request,
        'routing/rules/views/rule.njk',
        {
          ...given,
          teams: [
            { value: '', name: 'Choose a team' },
            ...teams.map(({ id, name, active }) => ({ value: id, name: active ? name : `${name} (closed)` })),
          ],
          criteria: CRITERIA.map(criterion => {
            const questions = questionsOf(criterion, known, given.chosen)
            return {
              label: criterion.label.en,
              questions,
              used: questions.some(({ chosen }) => chosen.length > 0),
            }
          }),
        },
        status,
      )
    }

    async function knownValues(): Promise<Known> {
      const snapshot = await reference.current()
      return {
        country: snapshot
          .countries()
          .map(({ code }) => ({ value: code, name: countryName(code, 'en') }))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
        jurisdiction: snapshot.jurisdictions().map(({ id, name }) => ({ value: id, name })),
        language: LANGUAGE_CHOICES.filter(({ value }) => LANGUAGES.includes(value)),
      }
    }

    app.get(`${LIST}/new`, WRITE_PAGE, async (request, reply) =>
      form(request, reply, {
        ...NEW,
        seen: (await ruleDraft(db))?.revision ?? 0,
        chosen: () => [],
      }),
    )

    app.get(`${LIST}/:id`, WRITE_PAGE, async (request, reply) => {
      const draft = await ruleDraft(db)
      const rule = ruleIn(draft?.rules ?? (await rulesInForce(db)).rules, ruleIdOf(request))
      return form(request, reply, {
        ...NEW,
        heading: rule.name,
        action: `${LIST}/${rule.id}`,
        seen: draft?.revision ?? 0,
        name: rule.name,
        teamId: rule.teamId,
        enabled: rule.enabled,
        chosen: chosenIn(rule.conditions),
      })
    })

    app.post(LIST, WRITE_PAGE, async (request, reply) => save(request, reply, null))
    app.post(`${LIST}/:id`, WRITE_PAGE, async (request, reply) => save(request, reply, ruleIdOf(request)))

    async function save(request: FastifyRequest, reply: FastifyReply, id: string | null) {
      const body = bodyOf(request)
      const typed = typedIn(body)
      const revision = seen.parse(body['seen'])
      const kept: FormGiven = {
        ...NEW,
        ...(id !== null && { heading: 'Change the rule', action: `${LIST}/${id}` }),
        seen: revision,
        name: typed['name'] ?? '',
        teamId: typed['teamId'] ?? '',
        enabled: body['enabled'] === 'yes',
        chosen: sentIn(body),
      }
      const parsed = ruleFrom(body)
      if ('errors' in parsed) return form(request, reply, { ...kept, errors: parsed.errors }, 422)
      const edit = (rules: RuleSet) =>
        id === null
          ? withRule(rules, { id: randomUUID(), ...parsed.rule })
          : withChanged(rules, id, parsed.rule)
      try {
        await change(request, (tx, by) => changeDraft(tx, revision, edit, by))
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'changed-meanwhile') throw error
        // What was entered is kept, and goes on from what the other person has made of the draft.
        const now = (await ruleDraft(db))?.revision ?? 0
        return form(request, reply, { ...kept, seen: now, problem: CHANGED }, 409)
      }
      return reply.redirect(`${LIST}?done=draft`, 303)
    }
  }

interface FormGiven {
  heading: string
  action: string
  seen: number
  name: string
  teamId: string
  enabled: boolean
  chosen: (field: string) => string[]
  errors: { field: string; message: string }[]
  problem: string
}

const NEW = {
  heading: 'A new rule',
  action: LIST,
  name: '',
  teamId: '',
  enabled: true,
  errors: [],
  problem: '',
}
const CHANGED =
  'Someone else changed the draft while you worked on this rule. What you entered is still here; look at the list, then save it again.'
