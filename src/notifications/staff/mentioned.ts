import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

// The note itself is read in the case, by who has declared that they have no conflict of interest.
export const mentioned = defineNotification({
  name: 'mentioned',
  audience: 'staff',
  on: ['note.people-mentioned'],
  to: 'named',
  text: {
    en: (facts, say) => ({
      subject: `You are mentioned: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`${facts.event.by?.name ?? 'A colleague'} mentions you in a note on this ${say.request}.`),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph('Read the note in the case, and answer there with a note of your own.'),
      ],
    }),
    fr: (facts, say) => ({
      subject: `On vous mentionne : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Un membre de l’équipe'} vous mentionne dans une note sur cette ${say.request}.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph('Lisez la note dans le dossier et répondez-y par une note.'),
      ],
    }),
    es: (facts, say) => ({
      subject: `Le mencionan: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Una persona del equipo'} le menciona en una nota sobre esta ${say.request}.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph('Lea la nota en el caso y responda allí con otra nota.'),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Menção em uma nota: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Um membro da equipe'} fez-lhe menção em uma nota sobre este ${say.request}.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Leia a nota no caso e responda ali com outra nota.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `ذُكر اسمكم: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`ذكركم ${facts.event.by?.name ?? 'أحد الزملاء'} في ملاحظة على ${say.request} هذا.`),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph('يُرجى قراءة الملاحظة في الملف والرد عليها هناك بملاحظة منكم.'),
      ],
    }),
  },
})
