import { ofAnotherEmail, failedEmail } from './failed-email.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const deliveryUncertain = defineNotification({
  name: 'delivery-uncertain',
  audience: 'staff',
  on: ['delivery.uncertain'],
  when: ofAnotherEmail,
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `Email may not have been delivered: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'An email on this case went out, but the mail server did not say whether it accepted it. It may or may not have arrived, so it will not be sent again automatically.',
        ),
        failedEmail('en', facts),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph('Ask the person whether it has arrived. If it has not, have it sent again.'),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Courriel peut-être non remis : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'Un courriel relatif à ce dossier est parti, mais le serveur de messagerie n’a pas confirmé l’avoir pris en charge. Nul ne sait s’il est arrivé ; il n’est donc pas renvoyé automatiquement.',
        ),
        failedEmail('fr', facts),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph('Demandez à la personne si elle l’a reçu. Sinon, faites-le renvoyer.'),
      ],
    }),
    es: (facts, say) => ({
      subject: `Correo quizá no entregado: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'Un correo sobre este caso salió, pero el servidor de correo no confirmó si lo aceptó. No se sabe si llegó, por lo que no se vuelve a enviar automáticamente.',
        ),
        failedEmail('es', facts),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph('Pregunte a la persona si le llegó. Si no, pida que se vuelva a enviar.'),
      ],
    }),
    pt: (facts, say) => ({
      subject: `E-mail talvez não entregue: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'Um e-mail sobre este caso foi enviado, mas o servidor de e-mail não confirmou se o aceitou. Não se sabe se chegou; por isso não é reenviado automaticamente.',
        ),
        failedEmail('pt', facts),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Pergunte à pessoa se o recebeu. Se não, peça que seja enviado de novo.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `رسالة ربما لم تُسلَّم: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'أُرسلت رسالة إلكترونية تخص هذا الملف، لكن خادم البريد لم يؤكد قبولها. لا يُعرف إن كانت قد وصلت، ولذلك لا يُعاد إرسالها تلقائيًّا.',
        ),
        failedEmail('ar', facts),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph('يُرجى سؤال الشخص عما إذا كانت قد وصلته. وإن لم تصل، فيُرجى طلب إعادة إرسالها.'),
      ],
    }),
  },
})
