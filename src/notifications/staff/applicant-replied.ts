import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const applicantReplied = defineNotification({
  name: 'applicant-replied',
  audience: 'staff',
  on: ['case.answer'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `The applicant has answered: ${facts.theCase.organisation}`,
      lines: [
        ...quoted('The question:', facts.question),
        ...quoted('The answer:', facts.event.words['answer']),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `The clock runs again: please go on with the review. The next action is due${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur a répondu : ${facts.theCase.organisation}`,
      lines: [
        ...quoted('La question :', facts.question),
        ...quoted('La réponse :', facts.event.words['answer']),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          `Le délai court de nouveau : merci de reprendre l’examen. La prochaine action est attendue${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `El solicitante ha respondido: ${facts.theCase.organisation}`,
      lines: [
        ...quoted('La pregunta:', facts.question),
        ...quoted('La respuesta:', facts.event.words['answer']),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `El plazo vuelve a correr: retome la revisión. La próxima acción debe realizarse${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
  },
})
