// The emails by which somebody gets back to a form that they have begun.
import type { Language } from '../../kernel/languages.ts'
import { link, paragraph, type Message } from '../message.ts'
import { offlineFormRefused, offlineFormTaken } from './offline-form-letters.ts'

export interface DraftFacts {
  /** What the form is called. */
  form: string
  /** When it is forgotten, in words. */
  until: string
  /** Why nothing was taken from a file; empty where something was. */
  why: string
  url: string
}

export type DraftLetter = Readonly<Record<Language, (facts: DraftFacts) => Message>>

export const DRAFT_LETTER_NAMES = [
  'draft-way-back',
  'draft-reminder',
  'draft-offline-form',
  'offline-form-refused',
] as const
export type DraftLetterName = (typeof DRAFT_LETTER_NAMES)[number]

export const DRAFT_LETTERS: Readonly<Record<DraftLetterName, DraftLetter>> = {
  'draft-way-back': {
    en: ({ form, until, url }) => ({
      subject: 'A link to your answers',
      lines: [
        paragraph(`You have started this form: ${form}. Nothing has been sent yet.`),
        link('Continue with it:', url),
        paragraph(
          `The link works on any device until ${until}; each change gives it another 30 days. Whoever has it can read and change your answers, so keep it to yourself.`,
        ),
        paragraph(
          'If you did not ask for it, someone mistyped their address, and you do not need to do anything.',
        ),
      ],
    }),
    fr: ({ form, until, url }) => ({
      subject: 'Le lien vers vos réponses',
      lines: [
        paragraph(`Vous avez commencé ce formulaire : ${form}. Rien n’a encore été envoyé.`),
        link('Continuer :', url),
        paragraph(
          `Le lien fonctionne sur tout appareil jusqu’au ${until} ; chaque modification le prolonge de 30 jours. Toute personne qui en dispose peut lire et modifier vos réponses : gardez-le pour vous.`,
        ),
        paragraph(
          'Vous ne l’avez pas demandé ? Quelqu’un a mal saisi son adresse, et vous n’avez rien à faire.',
        ),
      ],
    }),
    es: ({ form, until, url }) => ({
      subject: 'El enlace a sus respuestas',
      lines: [
        paragraph(`Ha empezado este formulario: ${form}. Todavía no se ha enviado nada.`),
        link('Continuar:', url),
        paragraph(
          `El enlace funciona en cualquier dispositivo hasta el ${until}; cada cambio lo prolonga 30 días. Quien lo tenga puede leer y cambiar sus respuestas, así que no lo comparta.`,
        ),
        paragraph('¿No lo ha pedido usted? Alguien escribió mal su dirección y no tiene que hacer nada.'),
      ],
    }),
    pt: ({ form, until, url }) => ({
      subject: 'O link para as suas respostas',
      lines: [
        paragraph(`Começou este formulário: ${form}. Ainda não foi enviado nada.`),
        link('Continuar:', url),
        paragraph(
          `O link funciona em qualquer dispositivo até ${until}; cada alteração prolonga-o por 30 dias. Quem o tiver pode ler e alterar as suas respostas, por isso não o partilhe.`,
        ),
        paragraph('Não o pediu? Então alguém escreveu mal o seu endereço, e não precisa fazer nada.'),
      ],
    }),
    ar: ({ form, until, url }) => ({
      subject: 'رابط العودة إلى إجاباتكم',
      lines: [
        paragraph(`لقد بدأتم هذه الاستمارة: ${form}. لم يُرسل شيء بعد.`),
        link('المتابعة:', url),
        paragraph(
          `يعمل الرابط على أي جهاز حتى ${until}؛ وكل تغيير يمدّده 30 يومًا. كل من لديه الرابط يستطيع قراءة إجاباتكم وتغييرها، فاحتفظوا به لأنفسكم.`,
        ),
        paragraph('ألم تطلبوه؟ هناك إذن من أخطأ في كتابة عنوانه، وليس عليكم القيام بأي شيء.'),
      ],
    }),
  },
  'draft-reminder': {
    en: ({ form, until, url }) => ({
      subject: 'Your answers will be deleted soon',
      lines: [
        paragraph(
          `You have started this form and not sent it: ${form}. Your answers will be deleted on ${until}.`,
        ),
        link('Continue with it:', url),
        paragraph('Each change keeps them for another 30 days. If you do not want to continue, do nothing.'),
      ],
    }),
    fr: ({ form, until, url }) => ({
      subject: 'Vos réponses seront bientôt supprimées',
      lines: [
        paragraph(
          `Vous avez commencé ce formulaire sans l’envoyer : ${form}. Vos réponses seront supprimées le ${until}.`,
        ),
        link('Continuer :', url),
        paragraph(
          'Chaque modification les conserve 30 jours de plus. Si vous ne souhaitez pas continuer, ne faites rien.',
        ),
      ],
    }),
    es: ({ form, until, url }) => ({
      subject: 'Sus respuestas se eliminarán pronto',
      lines: [
        paragraph(
          `Ha empezado este formulario y no lo ha enviado: ${form}. Sus respuestas se eliminarán el ${until}.`,
        ),
        link('Continuar:', url),
        paragraph('Cada cambio las conserva 30 días más. Si no quiere continuar, no haga nada.'),
      ],
    }),
    pt: ({ form, until, url }) => ({
      subject: 'As suas respostas serão eliminadas em breve',
      lines: [
        paragraph(
          `Começou este formulário e não o enviou: ${form}. As suas respostas serão eliminadas em ${until}.`,
        ),
        link('Continuar:', url),
        paragraph('Cada alteração conserva-as por mais 30 dias. Se não quiser continuar, não faça nada.'),
      ],
    }),
    ar: ({ form, until, url }) => ({
      subject: 'ستُحذف إجاباتكم قريبًا',
      lines: [
        paragraph(`بدأتم هذه الاستمارة ولم ترسلوها: ${form}. ستُحذف إجاباتكم في ${until}.`),
        link('المتابعة:', url),
        paragraph('كل تغيير يحفظها 30 يومًا أخرى. إذا كنتم لا تريدون المتابعة فليس عليكم القيام بأي شيء.'),
      ],
    }),
  },
  'draft-offline-form': offlineFormTaken,
  'offline-form-refused': offlineFormRefused,
}
