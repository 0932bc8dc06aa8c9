import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const anotherLookAsked = defineNotification({
  name: 'another-look-asked',
  audience: 'staff',
  on: ['applicant.another-look-asked'],
  to: 'role:coordinator',
  text: {
    en: (facts, say) => ({
      subject: `The applicant asks for another look: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`The applicant asks for another look at this ${say.request}. Why they do is in the case.`),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Nothing about the case has changed. Reopen it, or tell the applicant in the case why it stays as it is; until then it stands in the inbox under “Asked of us”.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur sollicite un réexamen : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `Le demandeur sollicite un réexamen de sa ${say.request}. Ses raisons figurent dans le dossier.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          `L’état du dossier n’a pas changé. Rouvrez-le, ou expliquez au demandeur, depuis le dossier, pourquoi il reste en l’état ; d’ici là, il figure parmi les dossiers dans lesquels le demandeur attend une réponse (« Asked of us »).`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `El solicitante pide otra revisión: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `El solicitante pide que se examine de nuevo su ${say.request}. Sus razones están en el caso.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `Nada ha cambiado en el caso. Reábralo o explique al solicitante, desde el caso, por qué queda como está; hasta entonces figura entre los casos en los que el solicitante espera respuesta («Asked of us»).`,
        ),
      ],
    }),
  },
})
