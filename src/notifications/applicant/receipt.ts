import { defineNotification } from '../define-notification.ts'
import { answers, heading, paragraph } from '../message.ts'

export const receipt = defineNotification({
  name: 'receipt',
  audience: 'applicant',
  on: ['submission.received'],
  // What may be spam is not repeated to an address that somebody else may have typed: see `receipt-held.ts`.
  when: ({ event }) => event.details['quarantine'] === undefined,
  to: 'applicant',
  text: {
    en: ({ theCase, promised, document }, say) => ({
      subject: `We have received ${say.yourRequest}`,
      lines: [
        paragraph(
          `Thank you. We received ${say.yourRequest} on ${say.day(theCase.receivedAt)}. Its reference is ${theCase.reference}: please quote it whenever you write to us about it.`,
        ),
        heading('What happens next'),
        paragraph(
          `The Support Unit will take a first look${say.by(promised.firstLook)} and send you a reasoned response${say.by(promised.decision)}.`,
        ),
        paragraph(
          'If something is missing, we will ask you for it, and the clock stops until you answer. If we see that we will miss a date, we will tell you before you have to ask.',
        ),
        paragraph(
          `There is nothing you need to do now. To correct or withdraw what you sent, ${say.useLinkOrWrite}.`,
        ),
        ...answers('What you sent us', document),
      ],
    }),
    fr: ({ theCase, promised, document }, say) => ({
      subject: `Nous avons bien reçu ${say.yourRequest}`,
      lines: [
        paragraph(
          `Merci. Nous avons bien reçu ${say.yourRequest} le ${say.day(theCase.receivedAt)}. Elle porte la référence ${theCase.reference} : merci de la rappeler dans tous vos échanges avec nous.`,
        ),
        heading('La suite'),
        paragraph(
          `L’Unité d’appui procède à un premier examen${say.by(promised.firstLook)} et vous adresse une réponse motivée${say.by(promised.decision)}.`,
        ),
        paragraph(
          'S’il manque un élément, nous vous le demanderons, et notre délai sera suspendu jusqu’à votre réponse. Si nous constatons qu’une échéance ne pourra pas être tenue, nous vous en avertirons sans attendre que vous nous le demandiez.',
        ),
        paragraph(
          `Vous n’avez rien à faire pour le moment. Pour corriger ou retirer votre demande, ${say.useLinkOrWrite}.`,
        ),
        ...answers('Ce que vous nous avez envoyé', document),
      ],
    }),
    es: ({ theCase, promised, document }, say) => ({
      subject: `Hemos recibido ${say.yourRequest}`,
      lines: [
        paragraph(
          `Gracias. Recibimos ${say.yourRequest} el ${say.day(theCase.receivedAt)}. Su referencia es ${theCase.reference}: indíquela siempre que nos escriba sobre este asunto.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `La Unidad de Apoyo hará una primera revisión${say.by(promised.firstLook)} y le enviará una respuesta motivada${say.by(promised.decision)}.`,
        ),
        paragraph(
          'Si falta algo, se lo pediremos, y nuestro plazo quedará en suspenso hasta que nos responda. Si vemos que no podremos cumplir una fecha, le avisaremos antes de que tenga que preguntarnos.',
        ),
        paragraph(
          `Por ahora no tiene que hacer nada. Para corregir o retirar lo que envió, ${say.useLinkOrWrite}.`,
        ),
        ...answers('Lo que nos envió', document),
      ],
    }),
    pt: ({ theCase, promised, document }, say) => ({
      subject: `Recebemos ${say.yourRequest}`,
      lines: [
        paragraph(
          `Agradecemos. Recebemos ${say.yourRequest} em ${say.day(theCase.receivedAt)}. A referência é ${theCase.reference}: indique-a sempre que nos escrever sobre este assunto.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `A Unidade de Apoio faz uma primeira leitura${say.by(promised.firstLook)} e envia uma resposta fundamentada${say.by(promised.decision)}.`,
        ),
        paragraph(
          'Se faltar alguma coisa, pediremos, e o nosso prazo ficará suspenso enquanto não chegar a sua resposta. Se virmos que não conseguiremos cumprir uma data, avisaremos antes que tenha de perguntar.',
        ),
        paragraph(
          `Por enquanto não precisa fazer nada. Para corrigir ou retirar o que enviou, ${say.useLinkOrWrite}.`,
        ),
        ...answers('O que nos enviou', document),
      ],
    }),
    ar: ({ theCase, promised, document }, say) => ({
      subject: `استلمنا ${say.yourRequest}`,
      lines: [
        paragraph(
          `شكرًا لكم. استلمنا ${say.yourRequest} يوم ${say.day(theCase.receivedAt)}. رقمه المرجعي هو ${theCase.reference}: يُرجى ذكره كلما راسلتمونا بشأنه.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `تطّلع عليه وحدة الدعم للمرة الأولى${say.by(promised.firstLook)}، وترسل إليكم ردًّا معلَّلًا${say.by(promised.decision)}.`,
        ),
        paragraph(
          'إذا كان هناك شيء ناقص، فسنطلبه منكم، وتتوقف مهلتنا حتى يصلنا ردّكم. وإذا رأينا أننا لن نتمكن من الالتزام بموعد ما، فسنخبركم قبل أن تضطروا إلى السؤال.',
        ),
        paragraph(`ليس عليكم القيام بأي شيء الآن. لتصحيح ما أرسلتموه أو سحبه، ${say.useLinkOrWrite}.`),
        ...answers('ما أرسلتموه إلينا', document),
      ],
    }),
  },
})
