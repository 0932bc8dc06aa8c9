import type { Language } from '../../kernel/languages.ts'
import type { Facts } from '../facts.ts'
import { list, type Block } from '../message.ts'
import type { Say } from '../say.ts'

const LABELS: Readonly<
  Record<
    Language,
    Record<'reference' | 'kind' | 'applicant' | 'country' | 'received' | 'assignee' | 'due', string>
  >
> = {
  en: {
    reference: 'Reference',
    kind: 'Kind',
    applicant: 'Applicant',
    country: 'Country',
    received: 'Received',
    assignee: 'Assigned to',
    due: 'Next action due',
  },
  fr: {
    reference: 'Référence',
    kind: 'Nature',
    applicant: 'Demandeur',
    country: 'Pays',
    received: 'Reçue le',
    assignee: 'Confié à',
    due: 'Prochaine action attendue au plus tard le',
  },
  es: {
    reference: 'Referencia',
    kind: 'Tipo',
    applicant: 'Solicitante',
    country: 'País',
    received: 'Recibida el',
    assignee: 'Asignado a',
    due: 'Próxima acción, a más tardar el',
  },
  pt: {
    reference: 'Referência',
    kind: 'Tipo',
    applicant: 'Requerente',
    country: 'País',
    received: 'Recebido em',
    assignee: 'Atribuído a',
    due: 'Próxima ação, até',
  },
  ar: {
    reference: 'الرقم المرجعي',
    kind: 'النوع',
    applicant: 'مقدّم الطلب',
    country: 'البلد',
    received: 'تاريخ الاستلام',
    assignee: 'أُسند إلى',
    due: 'موعد الإجراء التالي',
  },
}

/** The case in a few lines, enough to know it by. What is not known is left out. */
export function caseLines(language: Language, { theCase, assignee }: Facts, say: Say): Block {
  const labels = LABELS[language]
  const lines: [string, string | null | undefined][] = [
    [labels.reference, theCase.reference],
    [labels.kind, say.request],
    [labels.applicant, theCase.organisation],
    [labels.country, theCase.country && say.country(theCase.country)],
    [labels.received, say.day(theCase.receivedAt)],
    [labels.assignee, assignee?.name],
    [labels.due, theCase.dueAt && say.day(theCase.dueAt)],
  ]
  return list(...lines.flatMap(([label, value]) => (value ? [{ label, value }] : [])))
}
