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
        paragraph(`The applicant asks for another look at this ${say.request}. Their reason is in the case.`),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Nothing about the case has changed. Reopen it, or tell the applicant in the case why it stays as it is; until then it is in the inbox under “Asked of us”.`,
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
    pt: (facts, say) => ({
      subject: `O requerente pede uma nova análise: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `O requerente pede que se volte a analisar este ${say.request}. As suas razões estão no caso.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `Nada mudou no caso. Reabra-o ou explique ao requerente, a partir do caso, porque fica como está; até lá figura na caixa de entrada em “Asked of us”.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `مقدّم الطلب يطلب النظر مرة أخرى: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`يطلب مقدّم الطلب النظر مرة أخرى في ${say.request} هذا. أسبابه موجودة في الملف.`),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `لم يتغير شيء في الملف. أعيدوا فتحه، أو أخبروا مقدّم الطلب من داخل الملف بسبب بقائه كما هو؛ وحتى ذلك الحين يظهر ضمن «Asked of us».`,
        ),
      ],
    }),
  },
})
