// What is said about coming back to a form.
import type { Language } from '../../../kernel/languages.ts'

interface ReturnWords {
  title: string
  kept: (until: string) => string
  email: string
  emailHint: string
  emailWrong: string
  send: string
  sent: string
  tooMany: string
  tooSoon: string
  goOn: string
  linkTitle: string
  linkText: (form: string) => string
  open: string
  endedTitle: string
  ended: string
}

export const RETURN_WORDS: Readonly<Record<Language, ReturnWords>> = {
  en: {
    title: 'Your answers are saved',
    kept: until => `They stay until ${until}. On this device you will find them in this browser.`,
    email: 'Email me a link',
    emailHint: 'We will send you a link that leads back to your answers, on any device.',
    emailWrong: 'Email address: enter an email address, such as name@example.org.',
    send: 'Send me the link',
    sent: 'The link is on its way. If it does not arrive within a few minutes, check your spam folder.',
    tooMany: 'Too many links were asked for today. Use one that was sent, or try again tomorrow.',
    tooSoon: 'Wait five minutes, then ask for the link again. If you have one already, you can use that.',
    goOn: 'Continue with the form now',
    linkTitle: 'Welcome back',
    linkText: form => `This link opens the answers that you have saved: ${form}.`,
    open: 'Open my answers',
    endedTitle: 'This link no longer works',
    ended: 'The answers were deleted 30 days after the last change, or the link was not copied in full.',
  },
  fr: {
    title: 'Vos réponses sont enregistrées',
    kept: until =>
      `Elles sont conservées jusqu’au ${until}. Sur cet appareil, vous les retrouvez dans ce navigateur.`,
    email: 'M’envoyer le lien de retour par courriel',
    emailHint: 'Nous envoyons un lien qui ramène à vos réponses, sur tout appareil.',
    emailWrong:
      'Adresse électronique\u00a0: saisissez une adresse électronique, par exemple nom@example.org.',
    send: 'M’envoyer le lien',
    sent: 'Le lien est en route. S’il n’arrive pas dans quelques minutes, regardez dans vos courriels indésirables.',
    tooMany: 'Assez de liens ont été demandés aujourd’hui. Utilisez-en un déjà envoyé ou réessayez demain.',
    tooSoon:
      'Attendez cinq minutes, puis redemandez le lien. Si vous en avez déjà un, vous pouvez l’utiliser.',
    goOn: 'Continuer le formulaire maintenant',
    linkTitle: 'Bon retour',
    linkText: form => `Ce lien ouvre les réponses que vous avez enregistrées\u00a0: ${form}.`,
    open: 'Ouvrir mes réponses',
    endedTitle: 'Ce lien ne mène plus nulle part',
    ended:
      'Les réponses ont été supprimées 30 jours après la dernière modification, ou le lien n’a pas été copié en entier.',
  },
  es: {
    title: 'Sus respuestas están guardadas',
    kept: until =>
      `Se conservan hasta el ${until}. En este dispositivo las encuentra de nuevo en este navegador.`,
    email: 'Enviarme por correo el enlace de vuelta',
    emailHint: 'Enviamos un enlace que lleva de vuelta a sus respuestas, en cualquier dispositivo.',
    emailWrong: 'Correo electrónico: introduzca una dirección de correo, por ejemplo nombre@example.org.',
    send: 'Enviarme el enlace',
    sent: 'El enlace está en camino. Si no llega en unos minutos, mire en el correo no deseado.',
    tooMany: 'Hoy ya se pidieron suficientes enlaces. Use uno de los enviados o inténtelo mañana.',
    tooSoon: 'Espere cinco minutos y vuelva a pedir el enlace. Si ya tiene uno, puede usarlo.',
    goOn: 'Seguir ahora con el formulario',
    linkTitle: 'Le damos la bienvenida de nuevo',
    linkText: form => `Este enlace abre las respuestas que guardó: ${form}.`,
    open: 'Abrir mis respuestas',
    endedTitle: 'Este enlace ya no lleva a ninguna parte',
    ended: 'Las respuestas se eliminaron 30 días después del último cambio, o el enlace no se copió entero.',
  },
  pt: {
    title: 'As suas respostas estão salvas',
    kept: until => `Ficam salvas até ${until}. Neste dispositivo encontra-as de novo neste navegador.`,
    email: 'Enviar-me o link de regresso por e-mail',
    emailHint: 'Enviamos um link que leva de volta às suas respostas, em qualquer dispositivo.',
    emailWrong: 'E-mail: digite um endereço de e-mail, por exemplo nome@example.org.',
    send: 'Enviar-me o link',
    sent: 'O link está a caminho. Se não chegar em poucos minutos, procure no lixo eletrônico.',
    tooMany: 'Já foram pedidos links suficientes hoje. Use um dos enviados ou tente amanhã.',
    tooSoon: 'Espere cinco minutos e peça o link novamente. Se já tem um, pode usá-lo.',
    goOn: 'Continuar agora com o formulário',
    linkTitle: 'Bem-vindo de volta',
    linkText: form => `Este link abre as respostas que salvou: ${form}.`,
    open: 'Abrir as minhas respostas',
    endedTitle: 'Este link já não leva a lugar nenhum',
    ended:
      'As respostas foram eliminadas 30 dias após a última alteração, ou o link não foi copiado por inteiro.',
  },
  ar: {
    title: 'إجاباتكم محفوظة',
    kept: until => `تبقى محفوظة حتى ${until}. على هذا الجهاز تجدونها مجددًا في هذا المتصفح.`,
    email: 'إرسال رابط العودة بالبريد الإلكتروني',
    emailHint: 'نرسل رابطًا يعيدكم إلى إجاباتكم على أي جهاز.',
    emailWrong: 'البريد الإلكتروني: يُرجى إدخال عنوان بريد إلكتروني، مثل name@example.org.',
    send: 'إرسال الرابط',
    sent: 'الرابط في الطريق. إذا لم يصل خلال بضع دقائق، فيُرجى البحث في البريد غير المرغوب فيه.',
    tooMany: 'طُلب اليوم عدد كافٍ من الروابط. يُرجى استخدام أحد الروابط المرسلة أو المحاولة غدًا.',
    tooSoon: 'يُرجى الانتظار خمس دقائق ثم طلب الرابط من جديد. وإذا كان لديكم رابط سابق فيمكنكم استخدامه.',
    goOn: 'متابعة الاستمارة الآن',
    linkTitle: 'مرحبًا بعودتكم',
    linkText: form => `يفتح هذا الرابط الإجابات التي حفظتموها: ${form}.`,
    open: 'فتح إجاباتي',
    endedTitle: 'لم يعد هذا الرابط يؤدي إلى أي مكان',
    ended: 'حُذفت الإجابات بعد 30 يومًا من آخر تغيير، أو لم يُنسخ الرابط كاملًا.',
  },
}
