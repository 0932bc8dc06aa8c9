import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const inReview = defineNotification({
  name: 'in-review',
  audience: 'applicant',
  on: ['case.start-review', 'case.resume', 'case.reopen', 'case.take-back'],
  // Who was taken for spam was told nothing, nor who was not told before it was undone: for them the review begins only now.
  when: ({ event }) =>
    !['case.reopen', 'case.take-back'].includes(event.type) ||
    event.details['from'] === 'spam' ||
    event.details['untold'] === 'yes',
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: `We are reviewing ${say.yourRequest}`,
      lines: [
        paragraph(`The Support Unit has started reviewing ${say.yourRequest}.`),
        heading('What happens next'),
        paragraph(
          `You will get a reasoned response from us${say.by(event.dueAt)}. If we need anything else from you, we will write to you before then. There is nothing you need to do now.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: `Nous examinons ${say.yourRequest}`,
      lines: [
        paragraph(`L’Unité d’appui a commencé à examiner ${say.yourRequest}.`),
        heading('La suite'),
        paragraph(
          `Vous recevrez notre réponse motivée${say.by(event.dueAt)}. S’il nous faut d’autres éléments, nous vous écrirons d’ici là. Vous n’avez rien à faire pour le moment.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: `Estamos revisando ${say.yourRequest}`,
      lines: [
        paragraph(`La Unidad de Apoyo ha comenzado a revisar ${say.yourRequest}.`),
        heading('Próximos pasos'),
        paragraph(
          `Recibirá nuestra respuesta motivada${say.by(event.dueAt)}. Si necesitamos algo más de su parte, le escribiremos antes. Por ahora no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: `Estamos analisando ${say.yourRequest}`,
      lines: [
        paragraph(`A Unidade de Apoio começou a analisar ${say.yourRequest}.`),
        heading('Próximos passos'),
        paragraph(
          `Receberá uma resposta fundamentada da nossa parte${say.by(event.dueAt)}. Se precisarmos de mais alguma coisa, escreveremos antes. Por enquanto não precisa fazer nada.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: `ندرس ${say.yourRequest}`,
      lines: [
        paragraph(`بدأت وحدة الدعم دراسة ${say.yourRequest}.`),
        heading('الخطوات التالية'),
        paragraph(
          `ستتلقون منا ردًّا معلَّلًا${say.by(event.dueAt)}. إذا احتجنا إلى أي شيء آخر منكم، فسنراسلكم قبل ذلك. ليس عليكم القيام بأي شيء الآن.`,
        ),
      ],
    }),
  },
})
