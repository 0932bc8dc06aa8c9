// Every state of a case: whose move it is, what the applicant sees, and which of our reply times runs meanwhile.
import type { Text } from '../kernel/languages.ts'

export const STATES = [
  'received',
  'in-review',
  'awaiting-applicant',
  'recommended',
  'accepted',
  'deferred',
  'in-progress',
  'active',
  'delivered',
  'ended',
  'declined',
  'redirected',
  'lapsed',
  'withdrawn',
  'duplicate',
  'spam',
] as const
export type State = (typeof STATES)[number]

/** What an applicant is shown: fewer words than we work with. */
export const PUBLIC_STATUSES = [
  'received',
  'in-review',
  'needs-answer',
  'accepted',
  'deferred',
  'under-way',
  'delivered',
  'observer',
  'observer-ended',
  'closed',
] as const
export type PublicStatus = (typeof PUBLIC_STATUSES)[number]

/** Which date is due: the first look, the decision, the end of a hold, the day it was deferred to, our next step, or the end of an observer’s term. */
export type DueRule = 'first-look' | 'decision' | 'hold' | 'deferred-to' | 'next-step' | 'term' | 'none'

interface StateFacts {
  publicStatus: PublicStatus
  move: 'coordinator' | 'reviewer' | 'applicant' | 'lead' | 'support-unit' | 'nobody'
  due: DueRule
}

export const STATE: Readonly<Record<State, StateFacts>> = {
  received: { publicStatus: 'received', move: 'coordinator', due: 'first-look' },
  'in-review': { publicStatus: 'in-review', move: 'reviewer', due: 'decision' },
  'awaiting-applicant': { publicStatus: 'needs-answer', move: 'applicant', due: 'hold' },
  recommended: { publicStatus: 'in-review', move: 'lead', due: 'decision' },
  accepted: { publicStatus: 'accepted', move: 'support-unit', due: 'next-step' },
  deferred: { publicStatus: 'deferred', move: 'support-unit', due: 'deferred-to' },
  'in-progress': { publicStatus: 'under-way', move: 'support-unit', due: 'next-step' },
  active: { publicStatus: 'observer', move: 'support-unit', due: 'term' },
  delivered: { publicStatus: 'delivered', move: 'nobody', due: 'none' },
  ended: { publicStatus: 'observer-ended', move: 'nobody', due: 'none' },
  declined: { publicStatus: 'closed', move: 'nobody', due: 'none' },
  redirected: { publicStatus: 'closed', move: 'nobody', due: 'none' },
  lapsed: { publicStatus: 'closed', move: 'nobody', due: 'none' },
  withdrawn: { publicStatus: 'closed', move: 'nobody', due: 'none' },
  duplicate: { publicStatus: 'closed', move: 'nobody', due: 'none' },
  spam: { publicStatus: 'closed', move: 'nobody', due: 'none' },
}

export const OPEN_STATES = STATES.filter(state => STATE[state].move !== 'nobody')
export const CLOSED_STATES = STATES.filter(state => STATE[state].move === 'nobody')

export const publicStatusLabel: Readonly<Record<PublicStatus, Text>> = {
  received: { en: 'Received', fr: 'Reçue', es: 'Recibida', pt: 'Recebido', ar: 'تم الاستلام' },
  'in-review': {
    en: 'In review',
    fr: 'En cours d’examen',
    es: 'En revisión',
    pt: 'Em análise',
    ar: 'قيد الدراسة',
  },
  'needs-answer': {
    en: 'We need something from you',
    fr: 'Nous avons besoin d’une réponse de votre part',
    es: 'Necesitamos algo de usted',
    pt: 'Precisamos de uma resposta sua',
    ar: 'نحتاج إلى شيء منكم',
  },
  accepted: { en: 'Accepted', fr: 'Acceptée', es: 'Aceptada', pt: 'Aprovado', ar: 'مقبول' },
  deferred: { en: 'Deferred', fr: 'Reportée', es: 'Aplazada', pt: 'Adiado', ar: 'مؤجل' },
  'under-way': {
    en: 'Support under way',
    fr: 'Appui en cours',
    es: 'Apoyo en curso',
    pt: 'Apoio em curso',
    ar: 'الدعم جارٍ',
  },
  delivered: {
    en: 'Support delivered',
    fr: 'Appui fourni',
    es: 'Apoyo prestado',
    pt: 'Apoio prestado',
    ar: 'تم تقديم الدعم',
  },
  observer: { en: 'Observer', fr: 'Observateur', es: 'Observador', pt: 'Observador', ar: 'مراقب' },
  'observer-ended': {
    en: 'Observer status ended',
    fr: 'Statut d’observateur terminé',
    es: 'Condición de observador finalizada',
    pt: 'Condição de observador encerrada',
    ar: 'انتهت صفة المراقب',
  },
  closed: { en: 'Closed', fr: 'Clôturée', es: 'Cerrada', pt: 'Encerrado', ar: 'مغلق' },
}
