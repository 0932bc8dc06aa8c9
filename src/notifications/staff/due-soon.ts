import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const dueSoon = defineNotification({
  name: 'due-soon',
  audience: 'staff',
  on: ['case.due-soon'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `Due soon: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`The next action on this ${say.request} is due${say.by(facts.event.dueAt)}.`),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          'Take the next step, or tell the applicant before that day that it will take longer, and why.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Échéance proche : ${facts.theCase.organisation}`,
      lines: [
        paragraph(`La prochaine action sur cette ${say.request} est attendue${say.by(facts.event.dueAt)}.`),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          'Passez à l’étape suivante, ou prévenez le demandeur avant cette date que le délai sera plus long, en indiquant pourquoi.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Vence pronto: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`La próxima acción sobre esta ${say.request} debe realizarse${say.by(facts.event.dueAt)}.`),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          'Dé el siguiente paso o avise al solicitante antes de ese día de que tardará más, y por qué.',
        ),
      ],
    }),
  },
})
