import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const delay = defineNotification({
  name: 'delay',
  audience: 'applicant',
  on: ['case.delayed'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'Our answer will take longer than planned',
      lines: [
        paragraph(
          `We meant to answer ${say.yourRequest}${say.by(event.dueAt)}. We need more time, and we are sorry.`,
        ),
        ...quoted('The reason:', event.words['reason']),
        heading('What happens next'),
        paragraph(`You get our reasoned response${say.by(newDay(event))}. There is nothing you need to do.`),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Notre réponse prendra plus de temps que prévu',
      lines: [
        paragraph(
          `Nous devions répondre à ${say.yourRequest}${say.by(event.dueAt)}. Il nous faut plus de temps et nous vous prions de nous en excuser.`,
        ),
        ...quoted('En voici la raison :', event.words['reason']),
        heading('La suite'),
        paragraph(`Vous recevrez notre réponse motivée${say.by(newDay(event))}. Vous n’avez rien à faire.`),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Nuestra respuesta tardará más de lo previsto',
      lines: [
        paragraph(
          `Teníamos previsto responder a ${say.yourRequest}${say.by(event.dueAt)}. Necesitamos más tiempo y le pedimos disculpas.`,
        ),
        ...quoted('El motivo:', event.words['reason']),
        heading('Próximos pasos'),
        paragraph(`Recibirá nuestra respuesta motivada${say.by(newDay(event))}. No tiene que hacer nada.`),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'A nossa resposta vai demorar mais do que o previsto',
      lines: [
        paragraph(
          `Tínhamos previsto responder sobre ${say.yourRequest}${say.by(event.dueAt)}. Precisamos de mais tempo e pedimos desculpas.`,
        ),
        ...quoted('O motivo:', event.words['reason']),
        heading('Próximos passos'),
        paragraph(`Receberá a nossa resposta fundamentada${say.by(newDay(event))}. Não precisa fazer nada.`),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'سيستغرق ردّنا وقتًا أطول مما كان مقررًا',
      lines: [
        paragraph(
          `كنا نعتزم الرد على ${say.yourRequest}${say.by(event.dueAt)}. نحتاج إلى مزيد من الوقت، ونعتذر عن ذلك.`,
        ),
        ...quoted('السبب:', event.words['reason']),
        heading('الخطوات التالية'),
        paragraph(`ستتلقون ردّنا المعلَّل${say.by(newDay(event))}. ليس عليكم القيام بأي شيء.`),
      ],
    }),
  },
})

function newDay({ details }: Facts['event']): Date | null {
  const { newDueAt } = details
  return typeof newDueAt === 'string' ? new Date(newDueAt) : null
}
