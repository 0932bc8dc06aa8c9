import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

// Why somebody recused themselves may be private: it is read in the case, by those who may, and not mailed.
export const recusal = defineNotification({
  name: 'recusal',
  audience: 'staff',
  on: ['case.recused'],
  to: 'role:coordinator',
  text: {
    en: (facts, say) => ({
      subject: `Recusal: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.about?.name ?? 'The assignee'} has recused themselves from this ${say.request}.`,
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          facts.assignee
            ? `The case is with ${facts.assignee.name}. There is nothing you need to do.`
            : 'The case is being routed to another reviewer. If nobody can be found, you will get another email. There is nothing you need to do now.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Récusation : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.about?.name ?? 'La personne chargée du dossier'} se récuse pour cette ${say.request}.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          facts.assignee
            ? `Le dossier est entre les mains de ${facts.assignee.name}. Vous n’avez rien à faire.`
            : 'Le dossier est en cours d’attribution à quelqu’un d’autre. Si personne n’est disponible, vous recevrez un autre message. Vous n’avez rien à faire pour le moment.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Abstención: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.about?.name ?? 'La persona a cargo'} se abstiene de intervenir en esta ${say.request}.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          facts.assignee
            ? `El caso está a cargo de ${facts.assignee.name}. No tiene que hacer nada.`
            : 'El caso se está asignando a otra persona. Si no se encuentra a nadie, recibirá otro mensaje. Por ahora no tiene que hacer nada.',
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Impedimento: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.about?.name ?? 'A pessoa encarregada'} deixou de intervir neste ${say.request} por impedimento.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          facts.assignee
            ? `O caso está a cargo de ${facts.assignee.name}. Não precisa fazer nada.`
            : 'O caso está sendo atribuído a outra pessoa. Se não se encontrar ninguém, receberá outra mensagem. Por enquanto não precisa fazer nada.',
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `تنحٍّ: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`تنحّى ${facts.event.about?.name ?? 'المكلَّف بالملف'} عن النظر في ${say.request} هذا.`),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          facts.assignee
            ? `الملف الآن لدى ${facts.assignee.name}. ليس عليكم القيام بأي شيء.`
            : 'يجري إسناد الملف إلى شخص آخر. إذا لم يُعثر على أحد، فستتلقون رسالة أخرى. ليس عليكم القيام بأي شيء الآن.',
        ),
      ],
    }),
  },
})
