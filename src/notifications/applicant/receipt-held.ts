import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

// Nothing that was typed stands in it, no name either: whoever fills in a form with a stranger's address must not have us
// carry their words there.
export const receiptHeld = defineNotification({
  name: 'receipt-held',
  audience: 'applicant',
  on: ['submission.received'],
  when: ({ event }) => event.details['quarantine'] !== undefined,
  to: 'applicant-address',
  text: {
    en: ({ theCase, promised }, say) => ({
      subject: `We have received ${say.yourRequest}`,
      lines: [
        paragraph(
          `Thank you. We received ${say.yourRequest} on ${say.day(theCase.receivedAt)}. Its reference is ${theCase.reference}: please quote it whenever you write to us about it.`,
        ),
        heading('What happens next'),
        paragraph(
          `Somebody in the Support Unit looks at it${say.by(promised.firstLook)}, before it goes to a reviewer. If you have heard nothing from us by then, ${say.writeToUs}.`,
        ),
        paragraph(
          `If you did not send us anything, somebody else gave us your address, and you can ignore this email.`,
        ),
      ],
    }),
    fr: ({ theCase, promised }, say) => ({
      subject: `Nous avons bien reçu ${say.yourRequest}`,
      lines: [
        paragraph(
          `Merci. Nous avons bien reçu ${say.yourRequest} le ${say.day(theCase.receivedAt)}. Elle porte la référence ${theCase.reference} : merci de la rappeler dans tous vos échanges avec nous.`,
        ),
        heading('La suite'),
        paragraph(
          `Un membre de l’Unité d’appui en prend connaissance${say.by(promised.firstLook)}, avant qu’elle ne soit confiée à une personne chargée de l’examen. Si vous n’avez pas de nouvelles de notre part d’ici là, ${say.writeToUs}.`,
        ),
        paragraph(
          `Si vous ne nous avez rien envoyé, quelqu’un d’autre nous a donné votre adresse, et vous pouvez ignorer ce message.`,
        ),
      ],
    }),
    es: ({ theCase, promised }, say) => ({
      subject: `Hemos recibido ${say.yourRequest}`,
      lines: [
        paragraph(
          `Gracias. Recibimos ${say.yourRequest} el ${say.day(theCase.receivedAt)}. Su referencia es ${theCase.reference}: indíquela siempre que nos escriba sobre este asunto.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Una persona de la Unidad de Apoyo la verá${say.by(promised.firstLook)}, antes de que pase a quien la revise. Si para entonces no ha tenido noticias nuestras, ${say.writeToUs}.`,
        ),
        paragraph(
          `Si usted no nos ha enviado nada, otra persona nos dio su dirección, y puede ignorar este mensaje.`,
        ),
      ],
    }),
  },
})
