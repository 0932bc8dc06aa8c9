import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const questionTakenBack = defineNotification({
  name: 'question-taken-back',
  audience: 'applicant',
  on: ['case.take-back'],
  when: ({ event }) => event.details['untold'] !== 'yes',
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'You no longer need to answer our question',
      lines: [
        paragraph(
          `We asked you something about ${say.yourRequest}. You no longer need to answer it: the Support Unit is continuing with the review.`,
        ),
        heading('What happens next'),
        paragraph(
          `You will get a reasoned response from us${say.by(event.dueAt)}. There is nothing you need to do now.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Vous n’avez plus à répondre à notre question',
      lines: [
        paragraph(
          `Nous vous avions posé une question au sujet de ${say.yourRequest}. Il n’est plus nécessaire d’y répondre : l’Unité d’appui poursuit l’examen.`,
        ),
        heading('La suite'),
        paragraph(
          `Vous recevrez notre réponse motivée${say.by(event.dueAt)}. Vous n’avez rien à faire pour le moment.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Ya no hace falta que responda a nuestra pregunta',
      lines: [
        paragraph(
          `Le habíamos hecho una pregunta sobre ${say.yourRequest}. Ya no hace falta que la responda: la Unidad de Apoyo continúa con la revisión.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Recibirá nuestra respuesta motivada${say.by(event.dueAt)}. Por ahora no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Já não precisa responder à nossa pergunta',
      lines: [
        paragraph(
          `Fizemos uma pergunta sobre ${say.yourRequest}. Já não precisa responder a ela: a Unidade de Apoio continua a análise.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Receberá uma resposta fundamentada da nossa parte${say.by(event.dueAt)}. Por enquanto não precisa fazer nada.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'لم يعد يلزمكم الرد على سؤالنا',
      lines: [
        paragraph(
          `كنا قد سألناكم عن أمر بخصوص ${say.yourRequest}. لم يعد يلزمكم الرد: تواصل وحدة الدعم الدراسة.`,
        ),
        heading('الخطوات التالية'),
        paragraph(`ستتلقون منا ردًّا معلَّلًا${say.by(event.dueAt)}. ليس عليكم القيام بأي شيء الآن.`),
      ],
    }),
  },
})
