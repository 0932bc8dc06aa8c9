import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const withdrawn = defineNotification({
  name: 'withdrawn',
  audience: 'applicant',
  on: ['case.withdraw'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'Your withdrawal is confirmed',
      lines: [
        paragraph(`On ${say.day(event.at)} we closed ${say.yourRequest} as withdrawn.`),
        heading('What happens next'),
        paragraph(
          `We will take no further steps. You can apply again at any time. If this was not what you wanted, ${say.useLinkOrWrite}, and we will open the request again.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Votre retrait est confirmé',
      lines: [
        paragraph(
          `Le ${say.day(event.at)}, nous avons clôturé ${say.yourRequest} à la suite de son retrait.`,
        ),
        heading('La suite'),
        paragraph(
          `Nous n’y donnerons pas d’autre suite. Vous pouvez présenter une nouvelle demande à tout moment. Si tel n’était pas votre souhait, ${say.useLinkOrWrite}, et nous la rouvrirons.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Confirmamos el retiro de su solicitud',
      lines: [
        paragraph(`El ${say.day(event.at)} cerramos ${say.yourRequest} por haber sido retirada.`),
        heading('Próximos pasos'),
        paragraph(
          `No daremos más pasos. Puede presentar otra solicitud en cualquier momento. Si no era lo que usted quería, ${say.useLinkOrWrite}, y la reabriremos.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Confirmamos a retirada do seu pedido',
      lines: [
        paragraph(`Em ${say.day(event.at)}, encerramos ${say.yourRequest} por ter sido retirado.`),
        heading('Próximos passos'),
        paragraph(
          `Não daremos mais passos. Pode apresentar outro pedido a qualquer momento. Se não era o que queria, ${say.useLinkOrWrite}, e reabriremos o pedido.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'نؤكد سحب طلبكم',
      lines: [
        paragraph(`أغلقنا يوم ${say.day(event.at)} ${say.yourRequest} لأنه سُحب.`),
        heading('الخطوات التالية'),
        paragraph(
          `لن نتخذ أي خطوة أخرى. يمكنكم تقديم طلب جديد في أي وقت. إذا لم يكن هذا ما أردتموه، ${say.useLinkOrWrite}، وسنعيد فتح الطلب.`,
        ),
      ],
    }),
  },
})
