import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const anotherLookReceived = defineNotification({
  name: 'another-look-received',
  audience: 'applicant',
  on: ['applicant.another-look-asked'],
  to: 'applicant',
  // Who is taken for spam is told nothing.
  when: ({ theCase }) => theCase.state !== 'spam',
  text: {
    en: (_, say) => ({
      subject: 'You asked us to look again',
      lines: [
        paragraph(
          `You asked us to take another look at ${say.yourRequest}. What you wrote is with the Support Unit.`,
        ),
        heading('What happens next'),
        paragraph(
          `Someone will read what you wrote and either open the request again or tell you, with the reason, why the decision stays as it is. You will hear from us either way. There is nothing you need to do now.`,
        ),
      ],
    }),
    fr: (_, say) => ({
      subject: 'Vous nous avez demandé un réexamen',
      lines: [
        paragraph(
          `Vous nous avez demandé de réexaminer ${say.yourRequest}. Ce que vous avez écrit est parvenu à l’Unité d’appui.`,
        ),
        heading('La suite'),
        paragraph(
          `Une personne lit ce que vous avez écrit ; elle rouvre la demande, ou vous indique pour quelle raison elle reste en l’état. Nous vous écrirons dans les deux cas. Vous n’avez rien à faire pour le moment.`,
        ),
      ],
    }),
    es: (_, say) => ({
      subject: 'Nos ha pedido otra revisión',
      lines: [
        paragraph(
          `Nos ha pedido que examinemos de nuevo ${say.yourRequest}. Lo que escribió está en manos de la Unidad de Apoyo.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Una persona lee lo que escribió y reabre la solicitud o le explica el motivo por el que queda como está. En ambos casos le escribiremos. Por ahora no tiene que hacer nada.`,
        ),
      ],
    }),
    pt: (_, say) => ({
      subject: 'Pediu-nos uma nova análise',
      lines: [
        paragraph(
          `Pediu-nos que voltemos a analisar ${say.yourRequest}. O que escreveu está com a Unidade de Apoio.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Uma pessoa lê o que escreveu e reabre o pedido ou explica-lhe o motivo pelo qual fica como está. Em ambos os casos receberá notícias nossas. Por enquanto não precisa fazer nada.`,
        ),
      ],
    }),
    ar: (_, say) => ({
      subject: 'طلبتم منا النظر مرة أخرى',
      lines: [
        paragraph(`طلبتم منا النظر مرة أخرى في ${say.yourRequest}. وصل ما كتبتموه إلى وحدة الدعم.`),
        heading('الخطوات التالية'),
        paragraph(
          `يقرأ أحد الموظفين ما كتبتموه، فإما أن يعيد فتح الطلب أو يخبركم بسبب بقائه كما هو. سنكتب إليكم في الحالتين. ليس عليكم القيام بأي شيء الآن.`,
        ),
      ],
    }),
  },
})
