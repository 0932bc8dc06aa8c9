import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

// The message is read in the case, by who has declared that they have no conflict of interest: no email to staff has it.
export const applicantWrote = defineNotification({
  name: 'applicant-wrote',
  audience: 'staff',
  on: ['message.received'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `The applicant has written: ${facts.theCase.organisation}`,
      lines: [
        paragraph('The applicant has written to us without being asked. The message is in the case.'),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph('Nothing about the case has changed. Please read the message, and answer it in the case.'),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur a écrit : ${facts.theCase.organisation}`,
      lines: [
        paragraph('Le demandeur nous a écrit de sa propre initiative. Son message figure dans le dossier.'),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          'L’état du dossier n’a pas changé. Merci de lire le message et d’y répondre dans le dossier.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `El solicitante ha escrito: ${facts.theCase.organisation}`,
      lines: [
        paragraph('El solicitante nos ha escrito por iniciativa propia. El mensaje está en el caso.'),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph('Nada ha cambiado en el caso. Lea el mensaje y respóndalo en el caso.'),
      ],
    }),
    pt: (facts, say) => ({
      subject: `O requerente escreveu: ${facts.theCase.organisation}`,
      lines: [
        paragraph('O requerente escreveu-nos por iniciativa própria. A mensagem está no caso.'),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Nada mudou no caso. Leia a mensagem e responda a ela no caso.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `كتب إلينا مقدّم الطلب: ${facts.theCase.organisation}`,
      lines: [
        paragraph('كتب إلينا مقدّم الطلب من تلقاء نفسه. الرسالة موجودة في الملف.'),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph('لم يتغير شيء في الملف. يُرجى قراءة الرسالة والرد عليها في الملف.'),
      ],
    }),
  },
})
