import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const applicantWithdrew = defineNotification({
  name: 'applicant-withdrew',
  audience: 'staff',
  on: ['case.withdraw'],
  when: ({ event }) => event.actor.kind === 'applicant',
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `The applicant has withdrawn: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`The applicant has withdrawn this ${say.request}. The case is closed.`),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph('There is nothing left to do. If they gave a reason, it is in the case.'),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur s’est retiré : ${facts.theCase.organisation}`,
      lines: [
        paragraph(`Le demandeur a retiré sa ${say.request}. Le dossier est clôturé.`),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph('Il n’y a plus rien à faire. Si un motif a été donné, il figure dans le dossier.'),
      ],
    }),
    es: (facts, say) => ({
      subject: `El solicitante se ha retirado: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`El solicitante ha retirado su ${say.request}. El caso está cerrado.`),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph('No queda nada por hacer. Si dio un motivo, está en el caso.'),
      ],
    }),
    pt: (facts, say) => ({
      subject: `O requerente retirou o pedido: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`O requerente retirou este ${say.request}. O caso está encerrado.`),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Não há mais nada a fazer. Se foi indicado um motivo, está no caso.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `سحب مقدّم الطلب طلبه: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`سحب مقدّم الطلب ${say.request} هذا. الملف مغلق الآن.`),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph('لم يبق شيء للقيام به. إذا كان قد ذكر سببًا، فهو موجود في الملف.'),
      ],
    }),
  },
})
