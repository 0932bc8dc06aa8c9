import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { refusedFiles } from './refused-files.ts'

export const answerReceived = defineNotification({
  name: 'answer-received',
  audience: 'applicant',
  on: ['case.answer'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: 'We have your answer',
      lines: [
        paragraph(`Thank you. We have received your answer and gone back to reviewing ${say.yourRequest}.`),
        ...refusedFiles('en', facts),
        heading('What happens next'),
        paragraph(
          `You will get a reasoned response from us${say.by(facts.event.dueAt)}. The days on which we waited for you are not counted. There is nothing you need to do now.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: 'Nous avons bien reçu votre réponse',
      lines: [
        paragraph(
          `Merci. Votre réponse nous est parvenue et nous avons repris l’examen de ${say.yourRequest}.`,
        ),
        ...refusedFiles('fr', facts),
        heading('La suite'),
        paragraph(
          `Vous recevrez notre réponse motivée${say.by(facts.event.dueAt)}. Les jours passés à attendre votre réponse ne sont pas comptés. Vous n’avez rien à faire pour le moment.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: 'Hemos recibido su respuesta',
      lines: [
        paragraph(`Gracias. Su respuesta nos ha llegado y hemos retomado la revisión de ${say.yourRequest}.`),
        ...refusedFiles('es', facts),
        heading('Próximos pasos'),
        paragraph(
          `Recibirá nuestra respuesta motivada${say.by(facts.event.dueAt)}. Los días de espera no cuentan. Por ahora no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: 'Recebemos a sua resposta',
      lines: [
        paragraph(`Agradecemos. A sua resposta chegou e voltamos a analisar ${say.yourRequest}.`),
        ...refusedFiles('pt', facts),
        heading('Próximos passos'),
        paragraph(
          `Receberá uma resposta fundamentada da nossa parte${say.by(facts.event.dueAt)}. Os dias de espera não contam. Por enquanto não precisa fazer nada.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: 'وصلنا ردّكم',
      lines: [
        paragraph(`شكرًا لكم. وصلنا ردّكم، وقد عدنا إلى دراسة ${say.yourRequest}.`),
        ...refusedFiles('ar', facts),
        heading('الخطوات التالية'),
        paragraph(
          `ستتلقون منا ردًّا معلَّلًا${say.by(facts.event.dueAt)}. لا تُحتسب الأيام التي انتظرنا فيها ردّكم. ليس عليكم القيام بأي شيء الآن.`,
        ),
      ],
    }),
  },
})
