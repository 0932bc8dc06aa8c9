import type { Language } from '../../kernel/languages.ts'
import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted, type Block } from '../message.ts'
import type { Say } from '../say.ts'
import { caseLines } from './case-lines.ts'

export const assigned = defineNotification({
  name: 'assigned',
  audience: 'staff',
  on: ['case.assigned'],
  // Who has been relieved of it since hears nothing; the next one gets their own email.
  when: ({ event, assignee }) => assignee !== null && event.details['assigneeId'] === assignee.id,
  to: 'assignee',
  text: {
    en: (facts, say) => ({
      subject: `Assigned to you: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`This ${say.request} is yours to review.`),
        caseLines('en', facts, say),
        ...why('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Start the review, ask the applicant, or recuse yourself if you have a conflict of interest. The next action is due${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Dossier à votre charge : ${facts.theCase.organisation}`,
      lines: [
        paragraph(`L’examen de cette ${say.request} vous revient.`),
        caseLines('fr', facts, say),
        ...why('fr', facts, say),
        heading('La suite'),
        paragraph(
          `Commencez l’examen, interrogez le demandeur, ou récusez-vous en cas de conflit d’intérêts. La prochaine action est attendue${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Caso a su cargo: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`La revisión de esta ${say.request} queda a su cargo.`),
        caseLines('es', facts, say),
        ...why('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `Inicie la revisión, pregunte al solicitante o absténgase si tiene un conflicto de intereses. La próxima acción debe realizarse${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Caso a seu cargo: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`A análise deste ${say.request} fica a seu cargo.`),
        caseLines('pt', facts, say),
        ...why('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `Inicie a análise, faça perguntas ao requerente ou declare-se impedido se tiver um conflito de interesses. A próxima ação deve ser realizada${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `ملف أُسند إليكم: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`أُسندت إليكم دراسة ${say.request} هذا.`),
        caseLines('ar', facts, say),
        ...why('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `يُرجى بدء الدراسة أو سؤال مقدّم الطلب أو التنحي إذا كان لديكم تضارب مصالح. يُنتظر الإجراء التالي${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
  },
})

const WHY: Readonly<Record<Language, { title: string; byPerson(name: string): string; said: string }>> = {
  en: { title: 'Why you', byPerson: name => `${name} gave you this case.`, said: 'In their words:' },
  fr: {
    title: 'Pourquoi vous',
    byPerson: name => `${name} vous a confié ce dossier.`,
    said: 'Motif indiqué :',
  },
  es: { title: 'Por qué usted', byPerson: name => `${name} le asignó este caso.`, said: 'Motivo indicado:' },
  pt: {
    title: 'Motivo da atribuição',
    byPerson: name => `${name} atribuiu-lhe este caso.`,
    said: 'Motivo indicado:',
  },
  ar: { title: 'لماذا أنتم', byPerson: name => `أسند إليكم ${name} هذا الملف.`, said: 'السبب المذكور:' },
}

/** Who assigned the case and what they said; or the rule's explanation, while it is still about this person. */
function why(language: Language, { event, routing }: Facts, say: Say): Block[] {
  const words = WHY[language]
  if (event.by) {
    return [
      heading(words.title),
      paragraph(words.byPerson(event.by.name)),
      ...quoted(words.said, event.words['why']),
    ]
  }
  if (routing?.outcome !== 'assigned' || routing.assignee.staffId !== event.details['assigneeId']) return []
  return [heading(words.title), paragraph(say.explanation(routing))]
}
