import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'
import { caseLines } from './case-lines.ts'

export const documentInfected = defineNotification({
  name: 'document-infected',
  audience: 'staff',
  on: ['document.infected'],
  to: 'assignee-or-coordinators',
  text: {
    en: (facts, say) => ({
      subject: `A virus in a file: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'The virus scanner found a virus in a file that came with this case. The file is held back: nobody can download it any more.',
        ),
        caseLines('en', facts, say),
        heading('What happens next'),
        paragraph(
          'If you downloaded it before, do not open it, and tell whoever looks after your computer. If you need the document, ask the applicant for another copy.',
        ),
      ],
    }),
    fr: (facts, say) => ({
      subject: `Un virus dans un fichier : ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'L’antivirus a trouvé un virus dans un fichier joint à ce dossier. Le fichier est mis à l’écart : plus personne ne peut le télécharger.',
        ),
        caseLines('fr', facts, say),
        heading('La suite'),
        paragraph(
          'Si vous l’avez téléchargé auparavant, ne l’ouvrez pas et prévenez la personne qui s’occupe de votre ordinateur. Si vous avez besoin du document, demandez-en une autre copie au demandeur.',
        ),
      ],
    }),
    es: (facts, say) => ({
      subject: `Un virus en un archivo: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'El antivirus encontró un virus en un archivo que llegó con este caso. El archivo queda apartado: ya nadie puede descargarlo.',
        ),
        caseLines('es', facts, say),
        heading('Próximos pasos'),
        paragraph(
          'Si lo descargó antes, no lo abra y avise a quien se ocupa de su equipo. Si necesita el documento, pida otra copia al solicitante.',
        ),
      ],
    }),
    pt: (facts, say) => ({
      subject: `Um vírus em um arquivo: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'O antivírus encontrou um vírus em um arquivo que veio com este caso. O arquivo está isolado: ninguém mais pode baixá-lo.',
        ),
        caseLines('pt', facts, say),
        heading('Próximos passos'),
        paragraph(
          'Se você o baixou antes, não o abra e avise quem cuida do seu computador. Se precisar do documento, peça outra cópia ao requerente.',
        ),
      ],
    }),
    ar: (facts, say) => ({
      subject: `فيروس في ملف: ${facts.theCase.organisation}`,
      lines: [
        paragraph(
          'عثر برنامج الحماية على فيروس في مستند ورد مع هذا الملف. المستند معزول، ولم يعد بإمكان أحد تنزيله.',
        ),
        caseLines('ar', facts, say),
        heading('الخطوات التالية'),
        paragraph(
          'إذا كنتم قد نزّلتموه من قبل فلا تفتحوه، وأبلغوا المسؤول عن جهازكم. وإذا احتجتم إلى المستند فاطلبوا نسخة أخرى من مقدّم الطلب.',
        ),
      ],
    }),
  },
})
