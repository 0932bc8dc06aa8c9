import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const lapsed = defineNotification({
  name: 'lapsed',
  audience: 'applicant',
  on: ['case.lapse'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: `We have closed ${say.yourRequest}`,
      lines: [
        paragraph(
          `To go on with ${say.yourRequest} we needed an answer from you. As none reached us, we closed the request on ${say.day(event.at)}. This is no judgement of what you sent.`,
        ),
        heading('What happens next'),
        paragraph(
          `We take no further step. To answer after all and have the request opened again, ${say.writeToUs}. You can also apply again at any time.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: `Nous avons clôturé ${say.yourRequest}`,
      lines: [
        paragraph(
          `Pour poursuivre l’examen de ${say.yourRequest}, nous avions besoin d’une réponse de votre part. Faute de l’avoir reçue, nous avons clôturé la demande le ${say.day(event.at)}. Cela ne préjuge en rien de son contenu.`,
        ),
        heading('La suite'),
        paragraph(
          `Nous n’y donnerons pas d’autre suite. Pour répondre malgré tout et faire rouvrir la demande, ${say.writeToUs}. Vous pouvez aussi présenter une nouvelle demande à tout moment.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: `Hemos cerrado ${say.yourRequest}`,
      lines: [
        paragraph(
          `Para seguir adelante con ${say.yourRequest} necesitábamos una respuesta de su parte. Como no nos llegó, cerramos la solicitud el ${say.day(event.at)}. Esto no supone ningún juicio sobre lo que nos envió.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `No daremos más pasos. Para responder de todos modos y pedir que reabramos la solicitud, ${say.writeToUs}. También puede presentar otra solicitud en cualquier momento.`,
        ),
      ],
    }),
  },
})
