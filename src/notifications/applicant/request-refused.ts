import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const requestRefused = defineNotification({
  name: 'request-refused',
  audience: 'applicant',
  on: ['applicant.request-refused'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject:
        event.details['request'] === 'erasure'
          ? 'We cannot erase your data now'
          : 'Our decision has not changed',
      lines: [
        ...quoted(
          event.details['request'] === 'erasure'
            ? `You asked us to erase your data for ${say.yourRequest}. We cannot do that now, for this reason:`
            : `You asked us to take another look at ${say.yourRequest}. We have, and our decision stays as it is, for this reason:`,
          event.words['reason'],
        ),
        heading('What happens next'),
        paragraph(`We will take no further steps. If you do not agree, ${say.writeToUs}.`),
      ],
    }),
    fr: ({ event }, say) => ({
      subject:
        event.details['request'] === 'erasure'
          ? 'Nous ne pouvons pas effacer vos données pour le moment'
          : 'Nous maintenons notre décision',
      lines: [
        ...quoted(
          event.details['request'] === 'erasure'
            ? `Vous nous avez demandé d’effacer vos données concernant ${say.yourRequest}. Nous ne pouvons pas le faire pour le moment, pour la raison suivante :`
            : `Vous nous avez demandé de réexaminer ${say.yourRequest}. Nous l’avons fait, et elle reste en l’état, pour la raison suivante :`,
          event.words['reason'],
        ),
        heading('La suite'),
        paragraph(`Nous n’y donnerons pas d’autre suite. Si vous n’êtes pas d’accord, ${say.writeToUs}.`),
      ],
    }),
    es: ({ event }, say) => ({
      subject:
        event.details['request'] === 'erasure'
          ? 'Por ahora no podemos borrar sus datos'
          : 'Mantenemos nuestra decisión',
      lines: [
        ...quoted(
          event.details['request'] === 'erasure'
            ? `Nos pidió que borremos sus datos de ${say.yourRequest}. Por ahora no podemos hacerlo, por este motivo:`
            : `Nos pidió que examinemos de nuevo ${say.yourRequest}. Lo hemos hecho y queda como está, por este motivo:`,
          event.words['reason'],
        ),
        heading('Próximos pasos'),
        paragraph(`No daremos más pasos. Si no está de acuerdo, ${say.writeToUs}.`),
      ],
    }),
    pt: ({ event }, say) => ({
      subject:
        event.details['request'] === 'erasure'
          ? 'Por enquanto não podemos apagar os seus dados'
          : 'Mantemos a nossa decisão',
      lines: [
        ...quoted(
          event.details['request'] === 'erasure'
            ? `Pediu-nos que apaguemos os seus dados sobre ${say.yourRequest}. Por enquanto não o podemos fazer, por este motivo:`
            : `Pediu-nos que voltemos a analisar ${say.yourRequest}. Fizemo-lo, e fica como está, por este motivo:`,
          event.words['reason'],
        ),
        heading('Próximos passos'),
        paragraph(`Não daremos mais passos. Se não concordar, ${say.writeToUs}.`),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: event.details['request'] === 'erasure' ? 'لا نستطيع محو بياناتكم الآن' : 'نبقي على قرارنا',
      lines: [
        ...quoted(
          event.details['request'] === 'erasure'
            ? `طلبتم منا محو بياناتكم المتعلقة بـ: ${say.yourRequest}. لا نستطيع فعل ذلك الآن، للسبب التالي:`
            : `طلبتم منا النظر مرة أخرى في ${say.yourRequest}. وقد فعلنا، ويبقى كما هو، للسبب التالي:`,
          event.words['reason'],
        ),
        heading('الخطوات التالية'),
        paragraph(`لن نتخذ أي خطوة أخرى. إذا لم تكونوا موافقين، ${say.writeToUs}.`),
      ],
    }),
  },
})
