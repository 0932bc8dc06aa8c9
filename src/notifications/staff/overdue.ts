import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const overdue = defineNotification({
  name: 'overdue',
  audience: 'staff',
  on: ['case.overdue'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `Overdue: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `The next action on this ${say.request} was due${say.by(facts.event.dueAt)} and has not been taken.`,
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph('Please take the next step today. If it is not taken, the leads will be told.'),
      ],
    }),
    fr: (facts, say) => ({
      subject: `En retard : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `La prochaine action sur cette ${say.request} était attendue${say.by(facts.event.dueAt)} et n’a pas eu lieu.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          'Merci de passer à l’étape suivante dès aujourd’hui. À défaut, les responsables de l’Unité d’appui en seront avertis.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Vencido: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `La próxima acción sobre esta ${say.request} debía realizarse${say.by(facts.event.dueAt)} y no se ha realizado.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          'Dé hoy el siguiente paso. De lo contrario, se avisará a quienes dirigen la Unidad de Apoyo.',
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Em atraso: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `A próxima ação sobre este ${say.request} devia ser realizada${say.by(facts.event.dueAt)} e não foi.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Dê hoje o próximo passo. Caso contrário, quem dirige a Unidade de Apoio será avisado.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `متأخر: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `كان الإجراء التالي بشأن ${say.request} هذا منتظرًا${say.by(facts.event.dueAt)} ولم يُتخذ بعد.`,
        ),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph('يُرجى اتخاذ الخطوة التالية اليوم. وإلا فسيُبلَّغ المسؤولون في وحدة الدعم.'),
      ],
    }),
  },
})
