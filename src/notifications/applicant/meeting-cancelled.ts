import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'
import { meetingLines } from './meeting-lines.ts'

export const meetingCancelled = defineNotification({
  name: 'meeting-cancelled',
  audience: 'applicant',
  on: ['meeting.cancelled'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `Cancelled: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `This meeting of the Coalition on Justice, to which ${facts.theCase.organisation} was invited, does not take place:`,
        ),
        ...meetingLines('en', facts),
        ...quoted('The reason:', facts.event.words['reason']),
        heading('What happens next'),
        paragraph(
          `There is nothing that you need to do. To ask us something about it, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Annulation : ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Cette réunion de la Coalition pour la justice, à laquelle ${facts.theCase.organisation} était invité, n’aura pas lieu :`,
        ),
        ...meetingLines('fr', facts),
        ...quoted('En voici la raison :', facts.event.words['reason']),
        heading('La suite'),
        paragraph(`Vous n’avez rien à faire. Pour nous poser une question, ${say.useLinkOrWrite}.`),
      ],
    }),
    es: (facts, say) => ({
      subject: `Cancelación: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Esta reunión de la Coalición por la Justicia, a la que habíamos invitado a ${facts.theCase.organisation}, no se celebrará:`,
        ),
        ...meetingLines('es', facts),
        ...quoted('El motivo:', facts.event.words['reason']),
        heading('Próximos pasos'),
        paragraph(`No tiene que hacer nada. Para hacernos una pregunta al respecto, ${say.useLinkOrWrite}.`),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Cancelamento: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Esta reunião da Coalizão pela Justiça, para a qual convidamos ${facts.theCase.organisation}, não vai realizar-se:`,
        ),
        ...meetingLines('pt', facts),
        ...quoted('O motivo:', facts.event.words['reason']),
        heading('Próximos passos'),
        paragraph(`Não precisa fazer nada. Para nos fazer uma pergunta sobre isto, ${say.useLinkOrWrite}.`),
      ],
    }),
    ar: (facts, say) => ({
      subject: `إلغاء: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `لن يُعقد هذا الاجتماع للتحالف من أجل العدالة الذي كانت ${facts.theCase.organisation} مدعوة إليه:`,
        ),
        ...meetingLines('ar', facts),
        ...quoted('السبب:', facts.event.words['reason']),
        heading('الخطوات التالية'),
        paragraph(`لا يلزمكم القيام بأي شيء. إذا كان لديكم سؤال بهذا الشأن، ${say.useLinkOrWrite}.`),
      ],
    }),
  },
})
