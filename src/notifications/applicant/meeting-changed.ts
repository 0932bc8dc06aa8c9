import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { changedLines, joinLine, meetingLines } from './meeting-lines.ts'

export const meetingChanged = defineNotification({
  name: 'meeting-changed',
  audience: 'applicant',
  on: ['meeting.changed'],
  to: 'applicant',
  text: {
    en: (facts, say) => ({
      subject: `Changed: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Something has changed about the meeting of the Coalition on Justice to which ${facts.theCase.organisation} is invited:`,
        ),
        ...changedLines('en', facts),
        paragraph('The meeting is now as follows:'),
        ...meetingLines('en', facts),
        ...joinLine('en', facts),
        heading('What happens next'),
        paragraph(
          `The invitation stays as it is. If your representatives cannot come now, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Modification : ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Un changement est intervenu concernant la réunion de la Coalition pour la justice à laquelle ${facts.theCase.organisation} est invité :`,
        ),
        ...changedLines('fr', facts),
        paragraph('Voici désormais les détails de la réunion :'),
        ...meetingLines('fr', facts),
        ...joinLine('fr', facts),
        heading('La suite'),
        paragraph(
          `L’invitation reste valable. Si vos représentants ne peuvent plus venir, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Cambio: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Ha cambiado algo en la reunión de la Coalición por la Justicia a la que está invitada la organización ${facts.theCase.organisation}:`,
        ),
        ...changedLines('es', facts),
        paragraph('Estos son ahora los datos de la reunión:'),
        ...meetingLines('es', facts),
        ...joinLine('es', facts),
        heading('Próximos pasos'),
        paragraph(
          `La invitación sigue en pie. Si sus representantes ya no pueden asistir, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Alteração: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `Houve uma alteração na reunião da Coalizão pela Justiça para a qual convidamos ${facts.theCase.organisation}:`,
        ),
        ...changedLines('pt', facts),
        paragraph('Estes são agora os dados da reunião:'),
        ...meetingLines('pt', facts),
        ...joinLine('pt', facts),
        heading('Próximos passos'),
        paragraph(
          `O convite continua válido. Se os seus representantes já não puderem participar, ${say.useLinkOrWrite}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `تغيير: ${facts.event.words['meeting'] ?? '…'}`,
      lines: [
        paragraph(
          `طرأ تغيير على اجتماع التحالف من أجل العدالة الذي دُعيت إليه ${facts.theCase.organisation}:`,
        ),
        ...changedLines('ar', facts),
        paragraph('تفاصيل الاجتماع الآن كما يلي:'),
        ...meetingLines('ar', facts),
        ...joinLine('ar', facts),
        heading('الخطوات التالية'),
        paragraph(`تبقى الدعوة قائمة. إذا لم يعد بإمكان ممثليكم الحضور، ${say.useLinkOrWrite}.`),
      ],
    }),
  },
})
