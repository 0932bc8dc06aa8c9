import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const observerRenewed = defineNotification({
  name: 'observer-renewed',
  audience: 'applicant',
  on: ['case.renew'],
  to: 'applicant',
  text: {
    en: ({ event, theCase }, say) => ({
      subject: 'Your observer status continues',
      lines: [
        paragraph(
          `${theCase.organisation} remains an observer of the Coalition on Justice. The new term runs until ${say.day(event.dueAt ?? event.at)}.`,
        ),
        heading('What happens next'),
        paragraph(
          `You will continue to get our invitations to meetings. Before the term ends, we will ask whether you want to continue. If your representatives change, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event, theCase }, say) => ({
      subject: 'Votre statut d’observateur est prolongé',
      lines: [
        paragraph(
          `${theCase.organisation} reste observateur au sein de la Coalition pour la justice. Son statut court désormais jusqu’au ${say.day(event.dueAt ?? event.at)}.`,
        ),
        heading('La suite'),
        paragraph(
          `Vous continuerez à recevoir nos invitations aux réunions. Avant cette échéance, nous vous demanderons si vous souhaitez continuer. Si vos représentants changent, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event, theCase }, say) => ({
      subject: 'Su condición de observador continúa',
      lines: [
        paragraph(
          `${theCase.organisation} sigue participando en la Coalición por la Justicia en calidad de observador. Su condición está vigente ahora hasta el ${say.day(event.dueAt ?? event.at)}.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Seguirá recibiendo nuestras invitaciones a las reuniones. Antes de esa fecha le preguntaremos si desea continuar. Si cambian sus representantes, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event, theCase }, say) => ({
      subject: 'A sua condição de observador continua',
      lines: [
        paragraph(
          `${theCase.organisation} continua a participar da Coalizão pela Justiça como observador. A sua condição é válida agora até ${say.day(event.dueAt ?? event.at)}.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Continuará a receber os nossos convites para as reuniões. Antes dessa data perguntamos se deseja continuar. Se os seus representantes mudarem, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event, theCase }, say) => ({
      subject: 'صفتكم كمراقب مستمرة',
      lines: [
        paragraph(
          `تواصل ${theCase.organisation} مشاركتها في التحالف من أجل العدالة بصفة مراقب. وتسري هذه الصفة الآن حتى يوم ${say.day(event.dueAt ?? event.at)}.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `ستواصلون تلقي دعواتنا إلى الاجتماعات، وقبل ذلك الموعد نسألكم عما إذا كنتم ترغبون في الاستمرار. إذا تغيّر ممثلوكم، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
