import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'

export const observerEnded = defineNotification({
  name: 'observer-ended',
  audience: 'applicant',
  on: ['case.end'],
  to: 'applicant',
  text: {
    en: ({ event, theCase }, say) => ({
      subject: 'Your observer status has ended',
      lines: [
        paragraph(
          `On ${say.day(event.at)} the observer status of ${theCase.organisation} in the Coalition on Justice ended. Thank you for taking part.`,
        ),
        ...quoted('The reason:', event.words['reason']),
        heading('What happens next'),
        paragraph(
          `We will no longer send you invitations. You can apply again at any time; to ask for another look at this one, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event, theCase }, say) => ({
      subject: 'Votre statut d’observateur a pris fin',
      lines: [
        paragraph(
          `Le statut d’observateur de ${theCase.organisation} au sein de la Coalition pour la justice a pris fin le ${say.day(event.at)}. Merci de votre participation.`,
        ),
        ...quoted('En voici la raison :', event.words['reason']),
        heading('La suite'),
        paragraph(
          `Nous ne vous enverrons plus d’invitations. Vous pouvez présenter une nouvelle demande à tout moment ; pour demander un réexamen de celle-ci, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event, theCase }, say) => ({
      subject: 'Su condición de observador ha finalizado',
      lines: [
        paragraph(
          `La condición de observador de ${theCase.organisation} en la Coalición por la Justicia finalizó el ${say.day(event.at)}. Gracias por su participación.`,
        ),
        ...quoted('El motivo:', event.words['reason']),
        heading('Próximos pasos'),
        paragraph(
          `Ya no le enviaremos invitaciones. Puede presentar otra solicitud en cualquier momento; para pedir que examinemos esta de nuevo, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event, theCase }, say) => ({
      subject: 'A sua condição de observador terminou',
      lines: [
        paragraph(
          `A condição de observador de ${theCase.organisation} na Coalizão pela Justiça terminou em ${say.day(event.at)}. Agradecemos a participação.`,
        ),
        ...quoted('O motivo:', event.words['reason']),
        heading('Próximos passos'),
        paragraph(
          `Não enviaremos mais convites. Pode apresentar outro pedido a qualquer momento; para pedir uma nova análise deste, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event, theCase }, say) => ({
      subject: 'انتهت صفتكم كمراقب',
      lines: [
        paragraph(
          `انتهت صفة المراقب الممنوحة لـ ${theCase.organisation} في التحالف من أجل العدالة يوم ${say.day(event.at)}. شكرًا لمشاركتكم.`,
        ),
        ...quoted('السبب:', event.words['reason']),
        heading('الخطوات التالية'),
        paragraph(
          `لن نرسل إليكم دعوات بعد الآن. يمكنكم تقديم طلب جديد في أي وقت؛ ولطلب إعادة النظر في هذا القرار، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
