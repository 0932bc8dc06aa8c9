import type { Language } from '../../kernel/languages.ts'

interface ProofWords {
  title: string
  why: string
  /** While the browser works. */
  working: string
  byEmail: string
  byEmailWhy: string
  again: string
}

export const PROOF_WORDS: Readonly<Record<Language, ProofWords>> = {
  en: {
    title: 'One more step',
    why: 'We are receiving a lot of forms right now, so we need to check that you are not a program. Your answers are saved.',
    working:
      'Your browser is solving a small puzzle. This takes a few seconds; then your answers will be sent.',
    byEmail: 'Confirm by email',
    byEmailWhy:
      'If nothing happens here, we can send you a link by email. Open it, and send your answers from there.',
    again: 'Send again',
  },
  fr: {
    title: 'Encore une étape',
    why: 'Ce formulaire est très sollicité en ce moment\u00a0: nous vérifions qu’il n’est pas envoyé par un programme. Vos réponses sont enregistrées.',
    working:
      'Votre navigateur résout un petit calcul. Cela prend quelques secondes, puis vos réponses sont envoyées.',
    byEmail: 'Confirmer par courriel',
    byEmailWhy:
      'S’il ne se passe rien ici, nous pouvons vous envoyer un lien par courriel. Ouvrez-le, puis envoyez vos réponses.',
    again: 'Envoyer de nouveau',
  },
  es: {
    title: 'Un paso más',
    why: 'Muchas personas envían este formulario en este momento, así que comprobamos que no lo haga un programa. Sus respuestas están guardadas.',
    working:
      'Su navegador resuelve un pequeño cálculo. Tarda unos segundos y después se envían sus respuestas.',
    byEmail: 'Confirmar por correo electrónico',
    byEmailWhy:
      'Si aquí no ocurre nada, podemos enviarle un enlace por correo electrónico. Ábralo y envíe sus respuestas desde allí.',
    again: 'Enviar de nuevo',
  },
  pt: {
    title: 'Mais um passo',
    why: 'Muitas pessoas enviam este formulário neste momento, por isso verificamos que não é um programa. As suas respostas estão guardadas.',
    working:
      'O seu navegador resolve um pequeno cálculo. Leva alguns segundos e depois as respostas são enviadas.',
    byEmail: 'Confirmar por e-mail',
    byEmailWhy:
      'Se nada acontecer aqui, podemos enviar um link por e-mail. Abra-o e envie as suas respostas a partir dele.',
    again: 'Enviar de novo',
  },
  ar: {
    title: 'خطوة أخيرة',
    why: 'يرسل كثيرون هذا النموذج الآن، لذلك نتحقق من أن المرسل ليس برنامجًا. إجاباتكم محفوظة.',
    working: 'يحلّ متصفحكم مسألة حسابية صغيرة. يستغرق ذلك بضع ثوانٍ، ثم تُرسل إجاباتكم.',
    byEmail: 'التأكيد بالبريد الإلكتروني',
    byEmailWhy:
      'إذا لم يحدث شيء هنا، يمكننا إرسال رابط إليكم بالبريد الإلكتروني. يُرجى فتحه وإرسال إجاباتكم من هناك.',
    again: 'الإرسال مجددًا',
  },
}
