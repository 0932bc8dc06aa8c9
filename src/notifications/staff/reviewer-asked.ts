import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, quoted } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const reviewerAsked = defineNotification({
  name: 'reviewer-asked',
  audience: 'staff',
  on: ['case.reviewer-asked'],
  to: 'named',
  text: {
    en: (facts, say) => ({
      subject: `Your recommendation is wanted: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'A colleague'} asks you for a recommendation on this ${say.request}. It stays with its assignee.`,
        ),
        ...quoted('In their words:', facts.event.words['why']),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Declare whether you have a conflict of interest, read the case, and make your recommendation. The next action is due${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Votre recommandation est attendue : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Un membre de l’équipe'} vous demande une recommandation sur cette ${say.request}. Le dossier reste confié à la même personne.`,
        ),
        ...quoted('Motif indiqué :', facts.event.words['why']),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          `Déclarez si vous avez un conflit d’intérêts, lisez le dossier et formulez votre recommandation. La prochaine action est attendue${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Se espera su recomendación: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Una persona del equipo'} le pide una recomendación sobre esta ${say.request}. El caso sigue a cargo de la misma persona.`,
        ),
        ...quoted('Motivo indicado:', facts.event.words['why']),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `Declare si tiene un conflicto de intereses, lea el caso y formule su recomendación. La próxima acción debe realizarse${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Pede-se a sua recomendação: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'Um membro da equipe'} pede a sua recomendação sobre este ${say.request}. O caso continua a cargo da mesma pessoa.`,
        ),
        ...quoted('Motivo indicado:', facts.event.words['why']),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `Declare se tem um conflito de interesses, leia o caso e faça a sua recomendação. A próxima ação deve ser realizada${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `مطلوب توصيتكم: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `يطلب منكم ${facts.event.by?.name ?? 'أحد الزملاء'} توصية بشأن ${say.request} هذا. ويبقى الملف لدى المكلَّف به.`,
        ),
        ...quoted('السبب المذكور:', facts.event.words['why']),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `يُرجى بيان ما إذا كان لديكم تضارب مصالح، ثم قراءة الملف وتقديم توصيتكم. يُنتظر الإجراء التالي${say.by(facts.theCase.dueAt)}.`,
        ),
      ],
    }),
  },
})
