import { localeOf, type Language } from '../kernel/languages.ts'
import type { JudgedCondition } from './conditions.ts'
import { criterionNamed } from './criteria.ts'
import type { Assigned, Candidate, RoutingDecision } from './decision.ts'
import { EXPLANATION_WORDS } from './explanation-words.ts'
import type { ExplanationWords } from './explanation/words.ts'

const MOST_PEOPLE = 6
const MOST_VALUES = 4
const SEMICOLON: Partial<Record<Language, string>> = { fr: ' ; ', ar: '؛ ' }

/**
 * Why a case went where it went: one plain sentence in the reader's language, from the stored decision alone.
 * It names the assignee, the rule with what matched, the load, and who was left out and why.
 */
export function explanation(decision: RoutingDecision, language: Language): string {
  const words = EXPLANATION_WORDS[language]
  const clauses =
    decision.outcome === 'assigned'
      ? assignedClauses(decision, words, language)
      : triageClauses(decision, words, language)
  return `${clauses.join(SEMICOLON[language] ?? '; ')}.`
}

function assignedClauses(decision: Assigned, words: ExplanationWords, language: Language): string[] {
  const { assignee, rule, team } = decision
  const inTeam = decision.candidates.filter(({ teamId }) => teamId === team.id)
  const chosen = inTeam.find(({ staffId }) => staffId === assignee.staffId)
  const available = inTeam.filter(({ excluded }) => !excluded).length
  const why = words.chosenBy[decision.chosenBy](chosen?.open ?? 0, chosen?.capacity ?? 0, available)
  const conditions = decision.matched.map(condition => inWords(condition, words, language))
  const matched = conditions.length === 0 ? words.everyCase : list(conditions, 'conjunction', language)
  const passed = passedOver(decision, words)
  return [
    words.assigned(assignee.name, why, words.rule(rule.position, words.quote(rule.name), matched)),
    ...(passed.length > 0
      ? [words.passedOver(list(passed, 'conjunction', language), passed.length > 1)]
      : []),
    ...leftOut(inTeam, words, language),
  ]
}

function triageClauses(decision: RoutingDecision, words: ExplanationWords, language: Language): string[] {
  const passed = passedOver(decision, words)
  if (passed.length === 0) return [words.noRule]
  return [
    words.nobodyThere(list(passed, 'conjunction', language), passed.length > 1),
    ...leftOut(decision.candidates, words, language),
  ]
}

const passedOver = (decision: RoutingDecision, words: ExplanationWords) =>
  decision.rulesTried
    .filter(({ result }) => result !== 'not-matched')
    .map(({ position, name }) => `${position} ${words.quote(name)}`)

function inWords(condition: JudgedCondition, words: ExplanationWords, language: Language): string {
  const { criterion: name, operator, values, found } = condition
  if (operator === 'within-days') return words.withinDays(Number(values[0]))
  const criterion = criterionNamed(name)
  const say = (value: string | number) => criterion?.say(value, language) ?? String(value)
  const subject = criterion?.subject[language] ?? name
  const several = criterion?.several ?? false
  // What the case has is more telling than all that the rule would have taken.
  if (operator === 'is-any-of') {
    const shared = values.filter(value => found.includes(value)).map(say)
    return words.anyOf(subject, shortList(shared, 'conjunction', MOST_VALUES, words, language), several)
  }
  return words.noneOf(
    subject,
    shortList(values.map(say), 'disjunction', MOST_VALUES, words, language),
    several,
  )
}

function leftOut(candidates: readonly Candidate[], words: ExplanationWords, language: Language): string[] {
  const told = new Map<string, string>()
  for (const { staffId, name, excluded } of candidates) {
    if (!excluded || told.has(staffId)) continue
    told.set(staffId, `${name} (${words.reason[excluded.reason](detailInWords(excluded, language))})`)
  }
  if (told.size === 0) return []
  return [words.leftOut(shortList([...told.values()], 'conjunction', MOST_PEOPLE, words, language))]
}

function detailInWords({ reason, detail }: NonNullable<Candidate['excluded']>, language: Language): string {
  if (reason !== 'absent') return detail
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(detail))
}

function shortList(
  items: readonly string[],
  type: 'conjunction' | 'disjunction',
  most: number,
  words: ExplanationWords,
  language: Language,
): string {
  if (items.length <= most) return list(items, type, language)
  return list([...items.slice(0, most - 1), words.others(items.length - most + 1)], type, language)
}

const list = (items: readonly string[], type: 'conjunction' | 'disjunction', language: Language) =>
  new Intl.ListFormat(localeOf(language), { type }).format(items)
