import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const holdReminder = defineNotification({
  name: 'hold-reminder',
  audience: 'applicant',
  on: ['case.hold-reminded'],
  // An answer may have come in the meantime.
  when: ({ theCase }) => theCase.state === 'awaiting-applicant',
  to: 'applicant',
  text: {
    en: ({ event, question }, say) => ({
      subject: 'A reminder: we are waiting for your answer',
      lines: [
        ...quoted(`To continue with ${say.yourRequest}, we still need your answer to this:`, question),
        heading('What happens next'),
        paragraph(
          `Please answer${say.by(event.dueAt)}: ${say.useLinkOrWrite}. After that day we will close the request. You can ask us to open it again at any time.`,
        ),
        paragraph('If you have answered in the last few days, please ignore this message.'),
      ],
    }),
    fr: ({ event, question }, say) => ({
      subject: 'Rappel : nous attendons votre réponse',
      lines: [
        ...quoted(
          `Pour poursuivre l’examen de ${say.yourRequest}, nous avons encore besoin de votre réponse à ceci :`,
          question,
        ),
        heading('La suite'),
        paragraph(
          `Merci de nous répondre${say.by(event.dueAt)} : ${say.useLinkOrWrite}. Passé ce jour, nous clôturerons la demande. Vous pourrez à tout moment nous demander de la rouvrir.`,
        ),
        paragraph('Si vous avez répondu ces derniers jours, merci de ne pas tenir compte de ce message.'),
      ],
    }),
    es: ({ event, question }, say) => ({
      subject: 'Recordatorio: esperamos su respuesta',
      lines: [
        ...quoted(
          `Para seguir adelante con ${say.yourRequest}, aún necesitamos que nos responda lo siguiente:`,
          question,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Le pedimos que nos responda${say.by(event.dueAt)}: ${say.useLinkOrWrite}. Pasado ese día, cerraremos la solicitud. Podrá pedirnos en cualquier momento que la reabramos.`,
        ),
        paragraph('Si nos respondió en los últimos días, no tenga en cuenta este mensaje.'),
      ],
    }),
    pt: ({ event, question }, say) => ({
      subject: 'Lembrete: aguardamos a sua resposta',
      lines: [
        ...quoted(
          `Para continuarmos com ${say.yourRequest}, ainda precisamos da sua resposta ao seguinte:`,
          question,
        ),
        heading('Próximos passos'),
        paragraph(
          `Pedimos que responda${say.by(event.dueAt)}: ${say.useLinkOrWrite}. Passado esse dia, encerraremos o pedido. Pode pedir a qualquer momento que o reabramos.`,
        ),
        paragraph('Se respondeu nos últimos dias, ignore esta mensagem.'),
      ],
    }),
    ar: ({ event, question }, say) => ({
      subject: 'تذكير: ننتظر ردّكم',
      lines: [
        ...quoted(`لمتابعة ${say.yourRequest}، ما زلنا نحتاج إلى ردّكم على ما يلي:`, question),
        heading('الخطوات التالية'),
        paragraph(
          `نرجو منكم الرد${say.by(event.dueAt)}: ${say.useLinkOrWrite}. بعد ذلك اليوم سنغلق الطلب. يمكنكم أن تطلبوا منا إعادة فتحه في أي وقت.`,
        ),
        paragraph('إذا كنتم قد أجبتم في الأيام القليلة الماضية، فيُرجى تجاهل هذه الرسالة.'),
      ],
    }),
  },
})
