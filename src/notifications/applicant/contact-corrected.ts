import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const contactCorrected = defineNotification({
  name: 'contact-corrected',
  audience: 'applicant',
  on: ['contact.corrected'],
  to: 'applicant',
  text: {
    en: ({ event }, say) => ({
      subject: 'Your contact details were corrected',
      lines: [
        paragraph(
          `The contact details for ${say.yourRequest} were corrected on ${say.day(event.at)}. What you sent us stays as it is.`,
        ),
        heading('What happens next'),
        paragraph(`From now on we will use the corrected details. If this was not you, ${say.writeToUs}.`),
      ],
    }),
    fr: ({ event }, say) => ({
      subject: 'Vos coordonnées ont été corrigées',
      lines: [
        paragraph(
          `Les coordonnées pour ${say.yourRequest} ont été corrigées le ${say.day(event.at)}. Ce que vous nous avez envoyé reste inchangé.`,
        ),
        heading('La suite'),
        paragraph(
          `Nous utilisons désormais les coordonnées corrigées. Si vous n’en êtes pas à l’origine, ${say.writeToUs}.`,
        ),
      ],
    }),
    es: ({ event }, say) => ({
      subject: 'Se corrigieron sus datos de contacto',
      lines: [
        paragraph(
          `Los datos de contacto de ${say.yourRequest} se corrigieron el ${say.day(event.at)}. Lo que nos envió queda como está.`,
        ),
        heading('Próximos pasos'),
        paragraph(`A partir de ahora usamos los datos corregidos. Si no fue usted, ${say.writeToUs}.`),
      ],
    }),
    pt: ({ event }, say) => ({
      subject: 'Os seus dados de contato foram corrigidos',
      lines: [
        paragraph(
          `Os dados de contato para ${say.yourRequest} foram corrigidos em ${say.day(event.at)}. O que nos enviou fica como está.`,
        ),
        heading('Próximos passos'),
        paragraph(`A partir de agora usamos os dados corrigidos. Se não foi você, ${say.writeToUs}.`),
      ],
    }),
    ar: ({ event }, say) => ({
      subject: 'صُحّحت بيانات الاتصال الخاصة بكم',
      lines: [
        paragraph(
          `صُحّحت بيانات الاتصال المتعلقة بـ: ${say.yourRequest}، يوم ${say.day(event.at)}. وما أرسلتموه إلينا يبقى كما هو.`,
        ),
        heading('الخطوات التالية'),
        paragraph(`نستخدم من الآن البيانات المصحّحة. إذا لم تكونوا أنتم من فعل ذلك، ${say.writeToUs}.`),
      ],
    }),
  },
})
