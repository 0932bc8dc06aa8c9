import type { Facts } from '../facts.ts'
import { defineNotification } from '../define-notification.ts'
import { heading, paragraph, type Block } from '../message.ts'
import type { Say } from '../say.ts'
import { caseLines } from './case-lines.ts'

export const unroutable = defineNotification({
  name: 'unroutable',
  audience: 'staff',
  on: ['case.unroutable'],
  to: 'role:coordinator',
  text: {
    en: (facts, say) => ({
      subject: `Needs a reviewer: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`No reviewer could be found for this ${say.request}. It is waiting in the triage queue.`),
        caseLines('en', facts, say),
        ...why(facts, say, 'Why'),
        heading('What happens next'),
        paragraph(
          `Assign it to someone. The applicant has been promised a first look${say.by(facts.promised.firstLook)}.`,
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Dossier sans responsable : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `Personne n’a pu être désigné pour examiner cette ${say.request}. Elle attend dans la file de tri.`,
        ),
        caseLines('fr', facts, say),
        ...why(facts, say, 'Pourquoi'),
        heading('La suite'),
        paragraph(
          `Confiez-la à quelqu’un. Un premier examen a été promis au demandeur${say.by(facts.promised.firstLook)}.`,
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Falta asignar: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `No se encontró a nadie que pueda revisar esta ${say.request}. Espera en la cola de clasificación.`,
        ),
        caseLines('es', facts, say),
        ...why(facts, say, 'Por qué'),
        heading('Próximos pasos'),
        paragraph(
          `Asígnela a alguien. Al solicitante se le prometió una primera revisión${say.by(facts.promised.firstLook)}.`,
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Falta atribuir: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          `Não se encontrou ninguém que possa analisar este ${say.request}. Ele aguarda na fila de triagem.`,
        ),
        caseLines('pt', facts, say),
        ...why(facts, say, 'Motivo'),
        heading('Próximos passos'),
        paragraph(
          `Atribua-o a alguém. Prometemos ao requerente uma primeira leitura${say.by(facts.promised.firstLook)}.`,
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `بحاجة إلى مكلَّف: ${facts.theCase.organisation}`,
      lines: [
        paragraph(`لم يُعثر على من يمكنه دراسة ${say.request} هذا. وهو الآن في قائمة الفرز.`),
        caseLines('ar', facts, say),
        ...why(facts, say, 'السبب'),
        heading('الخطوات التالية'),
        paragraph(`يُرجى إسناده إلى أحد. وُعد مقدّم الطلب باطلاع أول${say.by(facts.promised.firstLook)}.`),
      ],
    }),
  },
})

const why = ({ routing }: Facts, say: Say, title: string): Block[] =>
  routing?.outcome === 'triage' ? [heading(title), paragraph(say.explanation(routing))] : []
