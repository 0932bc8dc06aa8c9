import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

// Answers are read in the case, by who has declared that they have no conflict of interest: no email to staff has them.
export const applicantReplied = defineNotification({
  name: 'applicant-replied',
  audience: 'staff',
  on: ['case.answer'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `The applicant has answered: ${facts.theCase.organisation}`,
      lines: [
        paragraph('The applicant has answered our question. The answer is in the case.'),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `The clock is running again: please continue with the review. The next action is due${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur a répondu : ${facts.theCase.organisation}`,
      lines: [
        paragraph('Le demandeur a répondu à notre question. Sa réponse figure dans le dossier.'),
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
        paragraph('El solicitante ha respondido a nuestra pregunta. La respuesta está en el caso.'),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `El plazo vuelve a correr: retome la revisión. La próxima acción debe realizarse${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `O requerente respondeu: ${facts.theCase.organisation}`,
      lines: [
        paragraph('O requerente respondeu à nossa pergunta. A resposta está no caso.'),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `O prazo volta a correr: retome a análise. A próxima ação deve ser realizada${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `أجاب مقدّم الطلب: ${facts.theCase.organisation}`,
      lines: [
        paragraph('أجاب مقدّم الطلب عن سؤالنا. الإجابة موجودة في الملف.'),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `عادت المهلة إلى السريان: يُرجى مواصلة الدراسة. يُنتظر الإجراء التالي${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
  },
})
