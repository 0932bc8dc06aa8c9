import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const moreInformationNeeded = defineNotification({
  name: 'more-information-needed',
  audience: 'applicant',
  on: ['case.ask'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'We need something from you',
      lines: [
        ...quoted(
          `To continue with ${say.yourRequest}, we need your answer to this:`,
          event.words['question'],
        ),
        heading('What happens next'),
        paragraph(`Please answer${say.by(event.dueAt)}: ${say.useLinkOrWrite}.`),
        paragraph(
          'The clock stops until your answer arrives; then we will continue with the review. If we have not heard from you by that day, we will close the request. You can ask us to open it again at any time.',
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Nous avons besoin d’une réponse de votre part',
      lines: [
        ...quoted(
          `Pour poursuivre l’examen de ${say.yourRequest}, nous avons besoin de votre réponse à ceci :`,
          event.words['question'],
        ),
        heading('La suite'),
        paragraph(`Merci de nous répondre${say.by(event.dueAt)} : ${say.useLinkOrWrite}.`),
        paragraph(
          'Notre délai est suspendu jusqu’à votre réponse ; nous reprendrons alors l’examen. Sans nouvelles de votre part à cette date, nous clôturerons la demande. Vous pourrez à tout moment nous demander de la rouvrir.',
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Necesitamos algo de usted',
      lines: [
        ...quoted(
          `Para seguir adelante con ${say.yourRequest}, necesitamos que nos responda lo siguiente:`,
          event.words['question'],
        ),
        heading('Próximos pasos'),
        paragraph(`Le pedimos que nos responda${say.by(event.dueAt)}: ${say.useLinkOrWrite}.`),
        paragraph(
          'Nuestro plazo queda en suspenso hasta que llegue su respuesta; entonces retomaremos la revisión. Si para esa fecha no hemos tenido noticias suyas, cerraremos la solicitud. Podrá pedirnos en cualquier momento que la reabramos.',
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Precisamos de uma resposta sua',
      lines: [
        ...quoted(
          `Para continuarmos com ${say.yourRequest}, precisamos da sua resposta ao seguinte:`,
          event.words['question'],
        ),
        heading('Próximos passos'),
        paragraph(`Pedimos que responda${say.by(event.dueAt)}: ${say.useLinkOrWrite}.`),
        paragraph(
          'O nosso prazo fica suspenso até chegar a sua resposta; depois retomamos a análise. Se até esse dia não tivermos notícias suas, encerraremos o pedido. Pode pedir a qualquer momento que o reabramos.',
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'نحتاج إلى شيء منكم',
      lines: [
        ...quoted(`لمتابعة ${say.yourRequest}، نحتاج إلى ردّكم على ما يلي:`, event.words['question']),
        heading('الخطوات التالية'),
        paragraph(`نرجو منكم الرد${say.by(event.dueAt)}: ${say.useLinkOrWrite}.`),
        paragraph(
          'تتوقف مهلتنا حتى يصلنا ردّكم، ثم نواصل الدراسة. إذا لم يصلنا منكم ردّ حتى ذلك اليوم، فسنغلق الطلب. يمكنكم أن تطلبوا منا إعادة فتحه في أي وقت.',
        ),
      ],
    }),
  },
})
