import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const message = defineNotification({
  name: 'message',
  audience: 'applicant',
  on: ['message.sent'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: `A message about ${say.yourRequest}`,
      lines: [
        ...quoted(`The Support Unit writes to you about ${say.yourRequest}:`, event.words['message']),
        heading('What happens next'),
        paragraph(
          `This message does not change where your request stands, and you do not need to answer it. If you would like to, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: `Un message au sujet de ${say.yourRequest}`,
      lines: [
        ...quoted(`L’Unité d’appui vous écrit au sujet de ${say.yourRequest} :`, event.words['message']),
        heading('La suite'),
        paragraph(
          `Ce message ne change rien à l’état de votre demande et n’appelle pas de réponse. Si vous souhaitez répondre, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: `Un mensaje sobre ${say.yourRequest}`,
      lines: [
        ...quoted(`La Unidad de Apoyo le escribe sobre ${say.yourRequest}:`, event.words['message']),
        heading('Próximos pasos'),
        paragraph(
          `Este mensaje no cambia el estado de su solicitud y no requiere respuesta. Si desea responder, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: `Uma mensagem sobre ${say.yourRequest}`,
      lines: [
        ...quoted(`A Unidade de Apoio escreve sobre ${say.yourRequest}:`, event.words['message']),
        heading('Próximos passos'),
        paragraph(
          `Esta mensagem não altera o estado do seu pedido e não exige resposta. Se quiser responder, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: `رسالة بشأن ${say.yourRequest}`,
      lines: [
        ...quoted(`تراسلكم وحدة الدعم بشأن ${say.yourRequest}:`, event.words['message']),
        heading('الخطوات التالية'),
        paragraph(
          `لا تغيّر هذه الرسالة شيئًا في وضع طلبكم، ولا يلزمكم الرد عليها. إذا رغبتم في الرد، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
