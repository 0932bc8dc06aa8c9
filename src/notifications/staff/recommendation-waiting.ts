import type { Language } from '../../kernel/languages.ts'
import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

const RECOMMENDED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { accept: 'to accept', decline: 'to decline', redirect: 'to redirect', defer: 'to defer' },
  fr: { accept: 'd’accepter', decline: 'de décliner', redirect: 'de réorienter', defer: 'de reporter' },
  es: { accept: 'aceptar', decline: 'rechazar', redirect: 'derivar', defer: 'aplazar' },
  pt: { accept: 'aprovar', decline: 'recusar', redirect: 'reencaminhar', defer: 'adiar' },
  ar: { accept: 'قبول', decline: 'رفض', redirect: 'إحالة', defer: 'تأجيل' },
}

// The reasons are read in the case: a lead who has yet to declare that they have no conflict must not find them here.
export const recommendationWaiting = defineNotification({
  name: 'recommendation-waiting',
  audience: 'staff',
  on: ['case.recommend'],
  to: 'role:lead',
  text: {
    en: (facts, say) => ({
      subject: `Waiting for your decision: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'The reviewer'} recommends ${recommended('en', facts)} this ${say.request}.`,
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          `Read the reasons in the case, then decide, or return it to the reviewer. The decision is due${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Décision attendue : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'La personne chargée de l’examen'} recommande ${recommended('fr', facts)} cette ${say.request}.`,
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          `Lisez les raisons dans le dossier, puis décidez, ou renvoyez-le à la personne qui l’a examiné. La décision est attendue${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Pendiente de decisión: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'La persona revisora'} recomienda ${recommended('es', facts)} esta ${say.request}.`,
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          `Lea las razones en el caso y luego decida o devuélvalo a quien lo revisó. La decisión debe tomarse${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Aguarda a sua decisão: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `${facts.event.by?.name ?? 'A pessoa encarregada da análise'} recomenda ${recommended('pt', facts)} este ${say.request}.`,
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          `Leia as razões no caso e depois decida ou devolva-o a quem o analisou. A decisão deve ser tomada${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `بانتظار قراركم: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `يوصي ${facts.event.by?.name ?? 'المكلَّف بالدراسة'} بما يلي: ${recommended('ar', facts)} ${say.request} هذا.`,
        ),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          `يُرجى قراءة الأسباب في الملف، ثم اتخاذ القرار أو إعادة الملف إلى من درسه. يُنتظر القرار${say.by(facts.event.dueAt)}.`,
        ),
      ],
    }),
  },
})

function recommended(language: Language, { event }: Facts): string {
  const outcome = String(event.details['recommendation'])
  return RECOMMENDED[language][outcome] ?? outcome
}
