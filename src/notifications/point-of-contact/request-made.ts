import { defineNotification } from '../define-notification.ts'
import { paragraph } from '../message.ts'

export const requestMade = defineNotification({
  name: 'request-made',
  audience: 'point-of-contact',
  on: ['submission.received', 'quarantine.lifted'],
  when: ({ theCase, event }) => theCase.kind === 'support' && event.details['quarantine'] === undefined,
  to: 'point-of-contact',
  text: {
    en: ({ theCase }, say) => ({
      subject: `${theCase.organisation} has asked for support`,
      lines: [
        paragraph(
          `On ${say.day(theCase.receivedAt)} ${theCase.organisation} asked the OGP Support Unit and the Coalition on Justice for support with justice-related work, and gave your address as that of the OGP point of contact.`,
        ),
        paragraph(
          `This is to keep you informed: we will answer ${theCase.organisation} directly, and there is nothing you need to do. If you know nothing of this, or want to take part, ${say.writeToUs}.`,
        ),
      ],
    }),
    fr: ({ theCase }, say) => ({
      subject: `Demande d’appui de ${theCase.organisation}`,
      lines: [
        paragraph(
          `Le ${say.day(theCase.receivedAt)}, ${theCase.organisation} a sollicité l’Unité d’appui du PGO et la Coalition pour la justice pour des travaux liés à la justice, et a donné votre adresse comme celle du point de contact du PGO.`,
        ),
        paragraph(
          `Ce message vous est adressé pour information : nous répondons directement à ${theCase.organisation} et vous n’avez rien à faire. Si vous n’avez pas connaissance de cette demande, ou si vous souhaitez y prendre part, ${say.writeToUs}.`,
        ),
      ],
    }),
    es: ({ theCase }, say) => ({
      subject: `Solicitud de apoyo de ${theCase.organisation}`,
      lines: [
        paragraph(
          `El ${say.day(theCase.receivedAt)}, ${theCase.organisation} solicitó el apoyo de la Unidad de Apoyo de la AGA y de la Coalición por la Justicia para actividades relacionadas con la justicia, e indicó su dirección como la del punto de contacto de la AGA.`,
        ),
        paragraph(
          `Le escribimos solo para su información: responderemos directamente a ${theCase.organisation} y usted no tiene que hacer nada. Si no tiene conocimiento de esta solicitud, o si desea participar, ${say.writeToUs}.`,
        ),
      ],
    }),
    pt: ({ theCase }, say) => ({
      subject: `Pedido de apoio de ${theCase.organisation}`,
      lines: [
        paragraph(
          `Em ${say.day(theCase.receivedAt)}, ${theCase.organisation} pediu à Unidade de Apoio da OGP e à Coalizão pela Justiça apoio para atividades relacionadas com a justiça e indicou o seu endereço como o do ponto de contato da OGP.`,
        ),
        paragraph(
          `Escrevemos apenas para informação: responderemos diretamente a ${theCase.organisation} e não precisa fazer nada. Se não tiver conhecimento deste pedido, ou se quiser participar, ${say.writeToUs}.`,
        ),
      ],
    }),
    ar: ({ theCase }, say) => ({
      subject: `طلب دعم من ${theCase.organisation}`,
      lines: [
        paragraph(
          `يوم ${say.day(theCase.receivedAt)}، طلبت ${theCase.organisation} من وحدة دعم شراكة الحكومة المنفتحة ومن التحالف من أجل العدالة دعمًا في أعمال تتعلق بالعدالة، وذكرت عنوانكم بوصفه عنوان نقطة الاتصال لدى شراكة الحكومة المنفتحة.`,
        ),
        paragraph(
          `هذه الرسالة لإعلامكم فقط: سنردّ مباشرة على ${theCase.organisation}، وليس عليكم القيام بأي شيء. إذا لم يكن لكم علم بهذا الطلب، أو أردتم المشاركة فيه، ${say.writeToUs}.`,
        ),
      ],
    }),
  },
})
