import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const reopened = defineNotification({
  name: 'reopened',
  audience: 'applicant',
  on: ['case.reopen'],
  when: ({ event }) => event.details['from'] !== 'spam' && event.details['untold'] !== 'yes',
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: `We are looking at ${say.yourRequest} again`,
      lines: [
        paragraph(
          `On ${say.day(event.at)} we opened ${say.yourRequest} again. The Support Unit is reviewing it.`,
        ),
        heading('What happens next'),
        paragraph(
          `You will get a reasoned response from us${say.by(event.dueAt)}. If we need anything else from you, we will write to you before then. There is nothing you need to do now.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: `Nous réexaminons ${say.yourRequest}`,
      lines: [
        paragraph(
          `Le ${say.day(event.at)}, nous avons rouvert ${say.yourRequest}. L’Unité d’appui l’examine.`,
        ),
        heading('La suite'),
        paragraph(
          `Vous recevrez notre réponse motivée${say.by(event.dueAt)}. S’il nous faut d’autres éléments, nous vous écrirons d’ici là. Vous n’avez rien à faire pour le moment.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: `Estamos revisando de nuevo ${say.yourRequest}`,
      lines: [
        paragraph(
          `El ${say.day(event.at)} reabrimos ${say.yourRequest}. La Unidad de Apoyo la está revisando.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Recibirá nuestra respuesta motivada${say.by(event.dueAt)}. Si necesitamos algo más de su parte, le escribiremos antes. Por ahora no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: `Voltamos a analisar ${say.yourRequest}`,
      lines: [
        paragraph(
          `Em ${say.day(event.at)}, reabrimos ${say.yourRequest}. A Unidade de Apoio está analisando o pedido.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Receberá uma resposta fundamentada da nossa parte${say.by(event.dueAt)}. Se precisarmos de mais alguma coisa, escreveremos antes. Por enquanto não precisa fazer nada.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: `نعيد النظر في ${say.yourRequest}`,
      lines: [
        paragraph(`أعدنا يوم ${say.day(event.at)} فتح ${say.yourRequest}. تدرسه وحدة الدعم حاليًا.`),
        heading('الخطوات التالية'),
        paragraph(
          `ستتلقون منا ردًّا معلَّلًا${say.by(event.dueAt)}. إذا احتجنا إلى أي شيء آخر منكم، فسنراسلكم قبل ذلك. ليس عليكم القيام بأي شيء الآن.`,
        ),
      ],
    }),
  },
})
