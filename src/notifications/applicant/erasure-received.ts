import { defineNotification } from '../define-notification.ts'
import { heading, paragraph } from '../message.ts'

export const erasureReceived = defineNotification({
  name: 'erasure-received',
  audience: 'applicant',
  on: ['applicant.erasure-confirmed'],
  to: 'applicant',
  text: {
    en: (_, say) => ({
      subject: 'Your data will be erased',
      lines: [
        paragraph(
          `You confirmed that you want us to erase your data for ${say.yourRequest}. The Support Unit has been told.`,
        ),
        heading('What happens next'),
        paragraph(
          `Someone will erase what you sent and wrote within one month. Your name and address will be erased too, so we will not be able to write to you afterwards. If we cannot do it, you will hear from us before then.`,
        ),
      ],
    }),
    fr: (_, say) => ({
      subject: 'Vos données seront effacées',
      lines: [
        paragraph(
          `Vous avez confirmé que nous devons effacer vos données concernant ${say.yourRequest}. L’Unité d’appui en est informée.`,
        ),
        heading('La suite'),
        paragraph(
          `Une personne efface ce que vous avez envoyé et écrit, dans un délai d’un mois au plus. Votre nom et votre adresse disparaissent également : nous ne pourrons plus vous écrire ensuite. Si quelque chose s’y oppose, nous vous le dirons avant.`,
        ),
      ],
    }),
    es: (_, say) => ({
      subject: 'Se borrarán sus datos',
      lines: [
        paragraph(
          `Ha confirmado que debemos borrar sus datos de ${say.yourRequest}. La Unidad de Apoyo ya lo sabe.`,
        ),
        heading('Próximos pasos'),
        paragraph(
          `Una persona borra lo que envió y escribió, a más tardar en un mes. También se borran su nombre y su dirección, de modo que después no podremos escribirle. Si algo lo impide, se lo diremos antes.`,
        ),
      ],
    }),
    pt: (_, say) => ({
      subject: 'Os seus dados serão apagados',
      lines: [
        paragraph(
          `Confirmou que devemos apagar os seus dados sobre ${say.yourRequest}. A Unidade de Apoio já foi informada.`,
        ),
        heading('Próximos passos'),
        paragraph(
          `Uma pessoa apaga o que enviou e escreveu, no prazo máximo de um mês. O seu nome e o seu endereço também são apagados, por isso não poderemos escrever-lhe depois. Se algo o impedir, avisamos antes.`,
        ),
      ],
    }),
    ar: (_, say) => ({
      subject: 'ستُمحى بياناتكم',
      lines: [
        paragraph(`أكدتم أن علينا محو بياناتكم المتعلقة بـ: ${say.yourRequest}. أُبلغت وحدة الدعم بذلك.`),
        heading('الخطوات التالية'),
        paragraph(
          `يمحو أحد الموظفين ما أرسلتموه وكتبتموه خلال شهر على الأكثر. ويُمحى معه اسمكم وعنوانكم، فلن نستطيع الكتابة إليكم بعد ذلك. وإذا حال شيء دون ذلك، فسنخبركم قبله.`,
        ),
      ],
    }),
  },
})
