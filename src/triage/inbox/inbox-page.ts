// The context of the inbox's page.
import type { Db } from '../../kernel/database.ts'
import type { Clock } from '../../kernel/clock.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import type { Form } from '../../forms/define-form.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'
import { countryName } from '../../roster/names.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { BULK_ACTIONS } from '../bulk/bulk-actions.ts'
import { findCases, type CasePage, type Search } from '../find-cases.ts'
import { MOST_COUNTED, type CountInbox } from '../inbox-counts.ts'
import { INBOX_VIEWS, viewerOf, viewNamed } from '../inbox-views.ts'
import { newsAddress } from '../news/arrivals.ts'
import { savedViewsOf } from '../saved-views/saved-views.ts'
import { stateLabel, stateTone } from '../state-words.ts'
import { FILTER_NAMES, filterFields, filterPanel, type FilterField } from './filter-fields.ts'
import { inboxAddress, queryOf, type InboxQuery } from './inbox-query.ts'

export interface InboxDeps {
  db: Db
  clock: Clock
  forms: readonly Form[]
  reference: CachedReference
}

interface Wish extends InboxQuery {
  /** The saved view that this is, as far as the address says. */
  saved: string | undefined
  /** Whether all cases of the page are chosen. */
  allChosen: boolean
  /** Which filters are shown to choose from: one by its name, else all; none where it is not given. */
  choosing: string | undefined
}

const COUNT = new Intl.NumberFormat('en')
const SORT_LABELS = { due: 'Most urgent', newest: 'Latest', oldest: 'Earliest' } as const

export async function inboxPage(
  { db, clock, forms, reference }: InboxDeps,
  countInbox: CountInbox,
  me: SignedIn,
  wish: Wish,
) {
  const { filters, pairs, saved } = wish
  const now = clock.now()
  const [visible, viewer] = await Promise.all([visibleTo(db, me), viewerOf(db, me.staffId, now)])
  const narrowing = pairs.filter(([name]) => FILTER_NAMES.includes(name))
  const needsFields = wish.choosing !== undefined || narrowing.length > 0
  const [found, counts, names, savedViews, fields, news] = await Promise.all([
    findCases({ db, visible, viewer }, filters),
    countInbox(visible, viewer, may(me.roles, 'case.read-all')),
    staffNames(db),
    savedViewsOf(db, me.staffId),
    needsFields ? filterFields(db, await reference.current()) : [],
    newsAddress(db, visible, now),
  ])
  const view = viewNamed(filters.view)
  return {
    view: { name: view.name, label: view.label },
    views: INBOX_VIEWS.map(({ name, label }) => ({
      name,
      label,
      href: `/desk/cases?view=${name}`,
      ...countOf(counts.get(name) ?? 0),
      isAlarming: name === 'late' && (counts.get(name) ?? 0) > 0,
    })),
    savedViews: savedViews.map(each => ({
      ...each,
      href: `/desk/cases?${each.query}&saved=${each.id}`,
      isCurrent: each.id === saved,
    })),
    search: found.search,
    clearSearch: inboxAddress(pairs, { search: null, view: null }),
    chips: narrowing.map(pair => ({
      label: labelOf(fields, pair),
      href: inboxAddress(pairs.filter(other => other !== pair)),
    })),
    clearFilters: inboxAddress(pairs.filter(pair => !narrowing.includes(pair))),
    panel: wish.choosing === undefined ? null : filterPanel(fields, pairs, wish.choosing),
    filterAddress: `${inboxAddress(pairs)}${pairs.length > 0 ? '&' : '?'}filters=open`,
    query: queryOf(pairs),
    canBeSaved: narrowing.length > 0 || filters.search !== undefined || filters.sort !== 'due',
    sorts: Object.entries(SORT_LABELS).map(([name, label]) => ({
      label,
      href: inboxAddress(pairs, { sort: name === 'due' ? null : name }),
      isCurrent: filters.sort === name,
    })),
    next: found.next === null ? null : inboxAddress(pairs, { after: found.next }),
    firstPage: filters.after === undefined ? null : inboxAddress(pairs),
    here: inboxAddress(pairs, { after: filters.after ?? null }),
    chooseAll: `${inboxAddress(pairs, { after: filters.after ?? null })}${pairs.length > 0 ? '&' : '?'}choose=all`,
    allChosen: wish.allChosen,
    actions: BULK_ACTIONS.filter(({ permission }) => may(me.roles, permission)).map(({ name, label }) => ({
      name,
      label,
    })),
    empty: emptyWords(found.search, narrowing.length > 0, view.empty),
    news,
    rows: found.items.map(item => ({
      ...item,
      form: kindLabel(forms, item.form),
      place: item.country === null ? '' : countryName(item.country, 'en'),
      state: stateLabel(item.state),
      tone: stateTone(item.state),
      late: item.dueAt !== null && item.dueAt < now,
      assignee: nameOf(item, names),
    })),
  }
}

function countOf(count: number): { count: string; exact: boolean } {
  return count > MOST_COUNTED
    ? { count: `${COUNT.format(MOST_COUNTED)}+`, exact: false }
    : { count: COUNT.format(count), exact: true }
}

function labelOf(fields: readonly FilterField[], [name, value]: readonly [string, string]): string {
  const field = fields.find(each => each.name === name)
  return `${field?.label ?? name}: ${field?.options.find(option => option.value === value)?.label ?? value}`
}

function nameOf({ assigneeId }: CasePage['items'][number], names: ReadonlyMap<string, string>): string {
  if (assigneeId === null) return 'Nobody yet'
  return names.get(assigneeId) ?? 'Someone who has left'
}

function emptyWords(search: Search | null, isNarrowed: boolean, ofView: string) {
  if (search) return { title: `Nothing matches “${search.typed}”.`, remedy: SEARCH_REMEDY }
  if (isNarrowed) return { title: 'No case fits these filters.', remedy: 'Take one of them off.' }
  return { title: 'Nothing here.', remedy: ofView }
}
const SEARCH_REMEDY =
  'Try fewer words, or the reference. People and answers are searched in the cases that you have opened; the others are found by reference, organisation and place. Those in which you have a conflict of interest are not found.'

const KIND = { observer: 'Observer application', support: 'Support request' } as const

function kindLabel(forms: readonly Form[], name: string): string {
  const form = forms.find(candidate => candidate.name === name)
  return form ? KIND[form.kind] : name
}
