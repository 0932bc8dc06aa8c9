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
        paragraph('Please take the next step today. If it stays undone, the leads are told.'),
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
  },
})
