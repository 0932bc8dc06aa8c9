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
          `${facts.event.by?.name ?? 'A colleague'} asks you to recommend on this ${say.request}. It stays with its assignee.`,
        ),
        ...quoted('In their words:', facts.event.words['why']),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Declare whether you have a conflict of interest, read the case, and recommend. The next action is due${say.by(facts.theCase.dueAt)}.`,
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
  },
})
