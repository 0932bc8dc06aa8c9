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
  // What was typed would be a click away.
  link: 'none',
  text: {
    en: ({ theCase, promised }, say) => ({
      subject: `We have received ${say.yourRequest}`,
      lines: [
        paragraph(
          `Thank you. We received ${say.yourRequest} on ${say.day(theCase.receivedAt)}. Its reference is ${theCase.reference}: please quote it whenever you write to us about it.`,
        ),
        heading('What happens next'),
        paragraph(
          `Someone in the Support Unit will look at it${say.by(promised.firstLook)}, before it goes to a reviewer. If you have heard nothing from us by then, ${say.writeToUs}.`,
        ),
        paragraph(
          `If you did not send us anything, someone else gave us your address, and you can ignore this email.`,
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
    pt: ({ theCase, promised }, say) => ({
      subject: `Recebemos ${say.yourRequest}`,
      lines: [
        paragraph(
          `Agradecemos. Recebemos ${say.yourRequest} em ${say.day(theCase.receivedAt)}. A referência é ${theCase.reference}: indique-a sempre que nos escrever sobre este assunto.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Uma pessoa da Unidade de Apoio lê o que enviou${say.by(promised.firstLook)}, antes de passar a quem o examina. Se até lá não tiver notícias nossas, ${say.writeToUs}.`,
        ),
        paragraph(
          'Se não nos enviou nada, outra pessoa nos deu o seu endereço, e pode ignorar esta mensagem.',
        ),
      ],
    }),
    ar: ({ theCase, promised }, say) => ({
      subject: `استلمنا ${say.yourRequest}`,
      lines: [
        paragraph(
          `شكرًا لكم. استلمنا ${say.yourRequest} يوم ${say.day(theCase.receivedAt)}. رقمه المرجعي هو ${theCase.reference}: يُرجى ذكره كلما راسلتمونا بشأنه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `يطّلع عليه أحد أعضاء وحدة الدعم${say.by(promised.firstLook)}، قبل إحالته إلى من يراجعه. إذا لم يصلكم منا شيء حتى ذلك الحين، ${say.writeToUs}.`,
        ),
        paragraph('إذا لم ترسلوا إلينا شيئًا، فقد أعطانا شخص آخر عنوانكم، ويمكنكم تجاهل هذه الرسالة.'),
      ],
    }),
  },
})
