import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { agendaLines, joinLine, meetingLines } from './meeting-lines.ts'

export const meetingInvitation = defineNotification({
  name: 'meeting-invitation',
  audience: 'applicant',
  on: ['meeting.invited'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `Invitation: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `${facts.theCase.organisation} is invited as an observer to this meeting of the Coalition on Justice:`,
        ),
        ...meetingLines('en', facts),
        ...joinLine('en', facts),
        ...agendaLines('en', facts),
        heading('What happens next'),
        paragraph(
          `Please keep the time free. If your representatives cannot come, or need something that you have not told us, ${say.useLinkOrWrite}. Should anything about the meeting change, we tell you.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Invitation : ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `${facts.theCase.organisation} est invité, en qualité d’observateur, à cette réunion de la Coalition pour la justice :`,
        ),
        ...meetingLines('fr', facts),
        ...joinLine('fr', facts),
        ...agendaLines('fr', facts),
        heading('La suite'),
        paragraph(
          `Veuillez réserver cette date. Si vos représentants ne peuvent pas venir, ou s’ils ont besoin de quelque chose que vous ne nous avez pas indiqué, ${say.useLinkOrWrite}. Si quelque chose change, nous vous en informerons.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Invitación: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Invitamos a ${facts.theCase.organisation}, en calidad de observador, a esta reunión de la Coalición por la Justicia:`,
        ),
        ...meetingLines('es', facts),
        ...joinLine('es', facts),
        ...agendaLines('es', facts),
        heading('Próximos pasos'),
        paragraph(
          `Reserve esta fecha, por favor. Si sus representantes no pueden asistir o necesitan algo que no nos haya indicado, ${say.useLinkOrWrite}. Si algo cambia, le avisaremos.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Convite: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Convidamos ${facts.theCase.organisation}, como observador, para esta reunião da Coalizão pela Justiça:`,
        ),
        ...meetingLines('pt', facts),
        ...joinLine('pt', facts),
        ...agendaLines('pt', facts),
        heading('Próximos passos'),
        paragraph(
          `Reserve esta data, por favor. Se os seus representantes não puderem participar, ou se precisarem de algo que ainda não nos indicou, ${say.useLinkOrWrite}. Se algo mudar, avisaremos.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `دعوة: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(`ندعو ${facts.theCase.organisation} بصفة مراقب إلى هذا الاجتماع للتحالف من أجل العدالة:`),
        ...meetingLines('ar', facts),
        ...joinLine('ar', facts),
        ...agendaLines('ar', facts),
        heading('الخطوات التالية'),
        paragraph(
          `نرجو حجز هذا الموعد. إذا تعذّر حضور ممثليكم، أو احتاجوا إلى شيء لم تخبرونا به، ${say.useLinkOrWrite}. وإذا تغيّر أي شيء فسنخبركم.`,
        ),
      ],
    }),
  },
})
