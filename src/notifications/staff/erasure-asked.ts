import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const erasureAsked = defineNotification({
  name: 'erasure-asked',
  audience: 'staff',
  on: ['applicant.erasure-confirmed'],
  to: 'role:lead',
  text: {
    en: (facts, say) => ({
      subject: `The applicant wants their data erased: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `The applicant wants their personal data erased, and has confirmed this with a link that we emailed to them.`,
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Close the case if it is open, then have its data erased within one month (npm run erase). If a legal duty prevents this, tell the applicant in the case, with the reason; until then it is in the inbox under “Asked of us”.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Le demandeur veut faire effacer ses données : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `Le demandeur veut faire effacer ses données personnelles et l’a confirmé par un lien qui lui a été envoyé.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          `Clôturez le dossier s’il est ouvert, puis faites effacer ses données dans un délai d’un mois (npm run erase). Si une obligation légale s’y oppose, indiquez-en la raison au demandeur depuis le dossier ; d’ici là, il figure sous « Asked of us ».`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `El solicitante quiere que se borren sus datos: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `El solicitante quiere que se borren sus datos personales y lo ha confirmado mediante un enlace que se le envió.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `Cierre el caso si está abierto y haga que se borren sus datos en el plazo de un mes (npm run erase). Si lo impide una obligación legal, explique el motivo al solicitante desde el caso; hasta entonces figura en «Asked of us».`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `O requerente quer que os seus dados sejam apagados: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `O requerente quer que os seus dados pessoais sejam apagados e confirmou-o por um link que lhe foi enviado.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `Encerre o caso se estiver aberto e mande apagar os dados no prazo de um mês (npm run erase). Se uma obrigação legal o impedir, explique o motivo ao requerente a partir do caso; até lá figura em “Asked of us”.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `مقدّم الطلب يريد محو بياناته: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`يريد مقدّم الطلب محو بياناته الشخصية، وقد أكد ذلك برابط أُرسل إليه.`),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `أغلقوا الملف إن كان مفتوحًا، ثم اعملوا على محو بياناته خلال شهر (npm run erase). وإذا حال دون ذلك واجب قانوني، فأخبروا مقدّم الطلب بالسبب من داخل الملف؛ وحتى ذلك الحين يظهر ضمن «Asked of us».`,
        ),
      ],
    }),
  },
})
