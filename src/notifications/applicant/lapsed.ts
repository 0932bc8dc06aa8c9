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
          `To continue with ${say.yourRequest} we needed an answer from you. As we did not receive one, we closed the request on ${say.day(event.at)}. This is not a judgement on what you sent.`,
        ),
        heading('What happens next'),
        paragraph(
          `We will take no further steps. To answer after all and have the request opened again, ${say.useLinkOrWrite}. You can also apply again at any time.`,
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
          `Nous n’y donnerons pas d’autre suite. Pour répondre malgré tout et faire rouvrir la demande, ${say.useLinkOrWrite}. Vous pouvez aussi présenter une nouvelle demande à tout moment.`,
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
          `No daremos más pasos. Para responder de todos modos y pedir que reabramos la solicitud, ${say.useLinkOrWrite}. También puede presentar otra solicitud en cualquier momento.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: `Encerramos ${say.yourRequest}`,
      lines: [
        paragraph(
          `Para continuarmos com ${say.yourRequest}, precisávamos de uma resposta sua. Como nenhuma chegou, encerramos o pedido em ${say.day(event.at)}. Isto não é um juízo sobre o que nos enviou.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Não daremos mais passos. Para ainda responder e pedir que o pedido seja reaberto, ${say.useLinkOrWrite}. Também pode apresentar outro pedido a qualquer momento.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: `أغلقنا ${say.yourRequest}`,
      lines: [
        paragraph(
          `لمتابعة ${say.yourRequest} كنا نحتاج إلى ردّ منكم. ولأنه لم يصلنا أي ردّ، أغلقنا الطلب يوم ${say.day(event.at)}. ليس في ذلك أي حكم على ما أرسلتموه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `لن نتخذ أي خطوة أخرى. إذا أردتم الرد وإعادة فتح الطلب، ${say.useLinkOrWrite}. يمكنكم أيضًا تقديم طلب جديد في أي وقت.`,
        ),
      ],
    }),
  },
})
