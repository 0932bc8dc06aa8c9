import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted, type Block } from '../message.ts'

export const delay = defineNotification({
  name: 'delay',
  audience: 'applicant',
  on: ['case.delayed'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: isFirstLook(event)
        ? 'Our first look will take longer than planned'
        : 'Our answer will take longer than planned',
      lines: [
        paragraph(
          isFirstLook(event)
            ? `We meant to take a first look at ${say.yourRequest}${say.by(event.dueAt)}. We need more time, and we are sorry.`
            : `We meant to answer ${say.yourRequest}${say.by(event.dueAt)}. We need more time, and we are sorry.`,
        ),
        ...quoted('The reason:', event.words['reason']),
        ...ofItself(
          event,
          'The reason: more requests came in than we could look at in time.',
          'The reason: the review is taking longer than we had planned.',
        ),
        heading('What happens next'),
        paragraph(
          isFirstLook(event)
            ? `We will take the first look${say.by(newDay(event))}. If our response will be late as well, we will tell you beforehand. There is nothing you need to do.`
            : `You will get our reasoned response${say.by(newDay(event))}. There is nothing you need to do.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: isFirstLook(event)
        ? 'Notre premier examen prendra plus de temps que prévu'
        : 'Notre réponse prendra plus de temps que prévu',
      lines: [
        paragraph(
          isFirstLook(event)
            ? `Nous devions procéder à un premier examen de ${say.yourRequest}${say.by(event.dueAt)}. Il nous faut plus de temps et nous vous prions de nous en excuser.`
            : `Nous devions répondre à ${say.yourRequest}${say.by(event.dueAt)}. Il nous faut plus de temps et nous vous prions de nous en excuser.`,
        ),
        ...quoted('En voici la raison :', event.words['reason']),
        ...ofItself(
          event,
          'En voici la raison : nous avons reçu plus de demandes que nous n’avons pu en examiner à temps.',
          'En voici la raison : l’examen de votre demande est plus long que nous ne l’avions prévu.',
        ),
        heading('La suite'),
        paragraph(
          isFirstLook(event)
            ? `Nous procéderons à ce premier examen${say.by(newDay(event))}. Si notre réponse doit elle aussi tarder, nous vous en avertirons à l’avance. Vous n’avez rien à faire.`
            : `Vous recevrez notre réponse motivée${say.by(newDay(event))}. Vous n’avez rien à faire.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: isFirstLook(event)
        ? 'Nuestra primera revisión tardará más de lo previsto'
        : 'Nuestra respuesta tardará más de lo previsto',
      lines: [
        paragraph(
          isFirstLook(event)
            ? `Teníamos previsto hacer una primera revisión de ${say.yourRequest}${say.by(event.dueAt)}. Necesitamos más tiempo y le pedimos disculpas.`
            : `Teníamos previsto responder a ${say.yourRequest}${say.by(event.dueAt)}. Necesitamos más tiempo y le pedimos disculpas.`,
        ),
        ...quoted('El motivo:', event.words['reason']),
        ...ofItself(
          event,
          'El motivo: hemos recibido más solicitudes de las que hemos podido examinar a tiempo.',
          'El motivo: la revisión está llevando más tiempo de lo que habíamos previsto.',
        ),
        heading('Próximos pasos'),
        paragraph(
          isFirstLook(event)
            ? `Haremos esa primera revisión${say.by(newDay(event))}. Si nuestra respuesta también se retrasa, le avisaremos con antelación. No tiene que hacer nada.`
            : `Recibirá nuestra respuesta motivada${say.by(newDay(event))}. No tiene que hacer nada.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: isFirstLook(event)
        ? 'A nossa primeira leitura vai demorar mais do que o previsto'
        : 'A nossa resposta vai demorar mais do que o previsto',
      lines: [
        paragraph(
          isFirstLook(event)
            ? `Tínhamos previsto ler ${say.yourRequest} pela primeira vez${say.by(event.dueAt)}. Precisamos de mais tempo e pedimos desculpas.`
            : `Tínhamos previsto responder sobre ${say.yourRequest}${say.by(event.dueAt)}. Precisamos de mais tempo e pedimos desculpas.`,
        ),
        ...quoted('O motivo:', event.words['reason']),
        ...ofItself(
          event,
          'O motivo: recebemos mais pedidos do que conseguimos ler a tempo.',
          'O motivo: a análise leva mais tempo do que tínhamos previsto.',
        ),
        heading('Próximos passos'),
        paragraph(
          isFirstLook(event)
            ? `Faremos essa primeira leitura${say.by(newDay(event))}. Se a nossa resposta também demorar mais, avisaremos antes. Não precisa fazer nada.`
            : `Receberá a nossa resposta fundamentada${say.by(newDay(event))}. Não precisa fazer nada.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: isFirstLook(event)
        ? 'سيستغرق اطّلاعنا الأول وقتًا أطول مما كان مقررًا'
        : 'سيستغرق ردّنا وقتًا أطول مما كان مقررًا',
      lines: [
        paragraph(
          isFirstLook(event)
            ? `كنا نعتزم الاطّلاع على ${say.yourRequest} للمرة الأولى${say.by(event.dueAt)}. نحتاج إلى مزيد من الوقت، ونعتذر عن ذلك.`
            : `كنا نعتزم الرد على ${say.yourRequest}${say.by(event.dueAt)}. نحتاج إلى مزيد من الوقت، ونعتذر عن ذلك.`,
        ),
        ...quoted('السبب:', event.words['reason']),
        ...ofItself(
          event,
          'السبب: وردت إلينا طلبات أكثر مما استطعنا الاطّلاع عليه في الموعد.',
          'السبب: تستغرق دراسة الطلب وقتًا أطول مما كنا نتوقع.',
        ),
        heading('الخطوات التالية'),
        paragraph(
          isFirstLook(event)
            ? `سنطّلع عليه للمرة الأولى${say.by(newDay(event))}. وإذا كان ردّنا سيتأخر أيضًا، فسنخبركم قبل ذلك. ليس عليكم القيام بأي شيء.`
            : `ستتلقون ردّنا المعلَّل${say.by(newDay(event))}. ليس عليكم القيام بأي شيء.`,
        ),
      ],
    }),
  },
})

const isFirstLook = ({ details }: Facts['event']): boolean => details['missed'] === 'first-look'

// The reason where nobody wrote one: that nobody has looked yet, or that the review is not done.
function ofItself({ details, words }: Facts['event'], unseen: string, reviewing: string): Block[] {
  if (words['reason'] !== undefined) return []
  const isUnseen = details['missed'] === 'first-look' || details['because'] === 'not-looked-at'
  return [paragraph(isUnseen ? unseen : reviewing)]
}

function newDay({ details }: Facts['event']): Date | null {
  const { newDueAt } = details
  return typeof newDueAt === 'string' ? new Date(newDueAt) : null
}
