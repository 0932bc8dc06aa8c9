import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const observerAdmitted = defineNotification({
  name: 'observer-admitted',
  audience: 'applicant',
  on: ['case.admit'],
  to: 'applicant',
  text: {
    en: ({ event, theCase }, say) => ({
      subject: 'You are now an observer of the Coalition',
      lines: [
        paragraph(
          `Welcome. From today ${theCase.organisation} takes part in the Coalition on Justice as an observer.`,
        ),
        heading('What happens next'),
        paragraph(
          `We will invite your representatives to meetings of the Coalition as they are planned, and look at your participation again with you${say.by(event.dueAt)}. If your representatives change, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: ({ event, theCase }, say) => ({
      subject: 'Vous participez désormais à la Coalition en qualité d’observateur',
      lines: [
        paragraph(
          `Bienvenue. À compter de ce jour, ${theCase.organisation} participe à la Coalition pour la justice en qualité d’observateur.`,
        ),
        heading('La suite'),
        paragraph(
          `Nous inviterons vos représentants aux réunions de la Coalition au fur et à mesure de leur programmation, et ferons avec vous le point sur votre participation${say.by(event.dueAt)}. Si vos représentants changent, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: ({ event, theCase }, say) => ({
      subject: 'Ya participa en la Coalición en calidad de observador',
      lines: [
        paragraph(
          `Le damos la bienvenida. Desde hoy, ${theCase.organisation} participa en la Coalición por la Justicia en calidad de observador.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Invitaremos a sus representantes a las reuniones de la Coalición a medida que se convoquen y revisaremos su participación con ustedes${say.by(event.dueAt)}. Si cambian sus representantes, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: ({ event, theCase }, say) => ({
      subject: 'Já participa da Coalizão como observador',
      lines: [
        paragraph(
          `Damos as boas-vindas. A partir de hoje, ${theCase.organisation} participa da Coalizão pela Justiça como observador.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Convidaremos os seus representantes para as reuniões da Coalizão à medida que forem marcadas e voltaremos a avaliar em conjunto a sua participação${say.by(event.dueAt)}. Se os seus representantes mudarem, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: ({ event, theCase }, say) => ({
      subject: 'أصبحتم الآن مراقبين في التحالف',
      lines: [
        paragraph(
          `أهلًا بكم. اعتبارًا من اليوم، تشارك ${theCase.organisation} في التحالف من أجل العدالة بصفة مراقب.`,
        ),
        heading('الخطوات التالية'),
        paragraph(
          `سندعو ممثليكم إلى اجتماعات التحالف عند تحديد مواعيدها، وسنراجع معكم مشاركتكم من جديد${say.by(event.dueAt)}. إذا تغيّر ممثلوكم، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
