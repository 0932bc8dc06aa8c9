import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const escalated = defineNotification({
  name: 'escalated',
  audience: 'staff',
  on: ['case.escalated'],
  to: 'role:lead',
  text: {
    en: (facts, say) => ({
      subject: `Still overdue: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `The next action on this ${say.request} was due${say.by(facts.event.dueAt)}. The ${facts.assignee ? 'assignee has' : 'coordinators have'} been told, and nothing has happened since.`,
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          'Please make sure that the case moves today: help with it, decide it, or assign it to someone else.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Toujours en retard : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `La prochaine action sur cette ${say.request} était attendue${say.by(facts.event.dueAt)}. ${facts.assignee ? 'La personne chargée du dossier a été avertie' : 'La coordination a été avertie'} et rien ne s’est passé depuis.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          'Merci de veiller à ce que le dossier avance aujourd’hui : en y apportant votre aide, en décidant, ou en le confiant à quelqu’un d’autre.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Sigue vencido: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `La próxima acción sobre esta ${say.request} debía realizarse${say.by(facts.event.dueAt)}. Se avisó ${facts.assignee ? 'a la persona a cargo del caso' : 'a la coordinación'} y no ha ocurrido nada desde entonces.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph('Procure que el caso avance hoy: preste ayuda, decídalo o asígnelo a otra persona.'),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Continua em atraso: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `A próxima ação sobre este ${say.request} devia ser realizada${say.by(facts.event.dueAt)}. Avisamos ${facts.assignee ? 'a pessoa encarregada do caso' : 'a coordenação'}, e nada aconteceu desde então.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph('Procure que o caso avance hoje: preste ajuda, decida-o ou atribua-o a outra pessoa.'),
      ],
    }),
    ar: (facts, say) => ({
      subject: `ما زال متأخرًا: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `كان الإجراء التالي بشأن ${say.request} هذا منتظرًا${say.by(facts.event.dueAt)}. ${facts.assignee ? 'أُبلغ المكلَّف بالملف' : 'أُبلغ المنسقون'}، ولم يحدث شيء منذ ذلك الحين.`,
        ),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          'يُرجى العمل على أن يتقدم الملف اليوم: بالمساعدة فيه، أو بالبتّ فيه، أو بإسناده إلى شخص آخر.',
        ),
      ],
    }),
  },
})
