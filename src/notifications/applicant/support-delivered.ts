import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const supportDelivered = defineNotification({
  name: 'support-delivered',
  audience: 'applicant',
  on: ['case.deliver'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'Our support is complete',
      lines: [
        paragraph(
          `On ${say.day(event.at)} we completed the support that you asked for. Thank you for working with us.`,
        ),
        heading('What happens next'),
        paragraph(
          `The request is closed and we will take no further steps. What helped, and what did not? To tell us, or if something is still open, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Notre appui est terminé',
      lines: [
        paragraph(
          `Le ${say.day(event.at)}, nous avons achevé l’appui que vous aviez demandé. Merci d’avoir travaillé avec nous.`,
        ),
        heading('La suite'),
        paragraph(
          `La demande est clôturée et n’appelle plus d’action de notre part. Qu’est-ce qui vous a été utile, et qu’est-ce qui l’a moins été ? Pour nous le dire, ou s’il reste un point en suspens, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Nuestro apoyo ha concluido',
      lines: [
        paragraph(
          `El ${say.day(event.at)} concluimos el apoyo que nos solicitó. Gracias por trabajar con nosotros.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `La solicitud queda cerrada y no daremos más pasos. ¿Qué le resultó útil y qué no? Para contárnoslo, o si queda algo pendiente, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'O nosso apoio foi concluído',
      lines: [
        paragraph(
          `Em ${say.day(event.at)}, concluímos o apoio que nos pediu. Agradecemos o trabalho em conjunto.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `O pedido fica encerrado e não daremos mais passos. O que foi útil e o que não foi? Para nos dizer, ou se ainda houver algo em aberto, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'اكتمل دعمنا',
      lines: [
        paragraph(`أكملنا يوم ${say.day(event.at)} الدعم الذي طلبتموه. شكرًا لكم على العمل معنا.`),
        heading('الخطوات التالية'),
        paragraph(
          `الطلب مغلق الآن ولن نتخذ أي خطوة أخرى. ما الذي أفادكم وما الذي لم يُفدكم؟ لإخبارنا بذلك، أو إذا بقي شيء عالقًا، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
