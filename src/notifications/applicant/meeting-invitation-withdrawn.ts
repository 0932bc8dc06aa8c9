import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { meetingLines } from './meeting-lines.ts'

export const meetingInvitationWithdrawn = defineNotification({
  name: 'meeting-invitation-withdrawn',
  audience: 'applicant',
  on: ['meeting.invitation-withdrawn'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `Invitation taken back: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `We have taken back the invitation of ${facts.theCase.organisation} to this meeting of the Coalition on Justice, and we are sorry for the change:`,
        ),
        ...meetingLines('en', facts),
        heading('What happens next'),
        paragraph(
          `You need not come, and where your request stands has not changed. If you think that this is a mistake, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Invitation retirée : ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Nous avons retiré l’invitation de ${facts.theCase.organisation} à cette réunion de la Coalition pour la justice et vous prions de nous excuser de ce changement :`,
        ),
        ...meetingLines('fr', facts),
        heading('La suite'),
        paragraph(
          `Vous n’avez pas à venir, et l’état de votre demande n’a pas changé. Si vous pensez qu’il s’agit d’une erreur, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Invitación retirada: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Hemos retirado la invitación de ${facts.theCase.organisation} a esta reunión de la Coalición por la Justicia y le pedimos disculpas por el cambio:`,
        ),
        ...meetingLines('es', facts),
        heading('Próximos pasos'),
        paragraph(
          `No tiene que asistir, y el estado de su solicitud no ha cambiado. Si cree que se trata de un error, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Convite retirado: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Retiramos o convite de ${facts.theCase.organisation} para esta reunião da Coalizão pela Justiça e pedimos desculpas pela mudança:`,
        ),
        ...meetingLines('pt', facts),
        heading('Próximos passos'),
        paragraph(
          `Não precisa comparecer, e o estado do seu pedido não mudou. Se acha que se trata de um engano, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `سحب الدعوة: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `سحبنا دعوة ${facts.theCase.organisation} إلى هذا الاجتماع للتحالف من أجل العدالة، ونعتذر عن هذا التغيير:`,
        ),
        ...meetingLines('ar', facts),
        heading('الخطوات التالية'),
        paragraph(
          `لا يلزمكم الحضور، ولم يتغيّر وضع طلبكم. إذا كنتم ترون أن في الأمر خطأً، ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
  },
})
