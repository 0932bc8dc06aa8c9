import { defineNotification } from '../define-notification.ts'
import { paragraph } from '../message.ts'

export const requestMade = defineNotification({
  name: 'request-made',
  audience: 'point-of-contact',
  on: ['submission.received'],
  when: ({ theCase }) => theCase.kind === 'support',
  to: 'point-of-contact',
  text: {
    en: ({ theCase }, say) => ({
      subject: `${theCase.organisation} has asked for support`,
      lines: [
        paragraph(
          `On ${say.day(theCase.receivedAt)} ${theCase.organisation} asked the OGP Support Unit and the Coalition on Justice for support with justice-related work, and gave your address as that of the OGP point of contact.`,
        ),
        paragraph(
          `This is to keep you informed: we answer ${theCase.organisation} directly, and there is nothing you need to do. If you know nothing of this, or want to take part, ${say.writeToUs}.`,
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
  },
})
