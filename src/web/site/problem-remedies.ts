// What somebody who applies can do about a problem, in their language. The details of a problem are written for programs.
import type { Text } from '../../kernel/languages.ts'
import type { ProblemCode } from '../../kernel/problem.ts'

const TRY_AGAIN: Text = {
  en: 'Please try again in a few seconds. What you typed is still in the page before this one: go back and send it again.',
  fr: 'Veuillez réessayer dans quelques secondes. Ce que vous avez saisi est encore sur la page précédente\u00a0: revenez-y et envoyez-le de nouveau.',
  es: 'Inténtelo de nuevo en unos segundos. Lo que escribió sigue en la página anterior: vuelva y envíelo otra vez.',
  pt: 'Tente novamente em alguns segundos. O que escreveu ainda está na página anterior: volte e envie de novo.',
  ar: 'يُرجى المحاولة مجددًا بعد بضع ثوانٍ. ما كتبتموه لا يزال في الصفحة السابقة: يُرجى العودة إليها وإرساله من جديد.',
}

const UNREADABLE: Text = {
  en: 'Go back, load the page again, and send it once more. If this keeps happening, write to us.',
  fr: 'Revenez en arrière, rechargez la page et envoyez-la de nouveau. Si le problème persiste, écrivez-nous.',
  es: 'Vuelva atrás, cargue la página de nuevo y envíela otra vez. Si sigue igual, escríbanos.',
  pt: 'Volte, carregue a página novamente e envie outra vez. Se continuar assim, escreva para nós.',
  ar: 'يُرجى العودة وإعادة تحميل الصفحة ثم الإرسال مرة أخرى. إذا استمرت المشكلة، فيُرجى مراسلتنا.',
}

const REMEDIES: Partial<Readonly<Record<ProblemCode, Text>>> = {
  'not-found': {
    en: 'The address may be mistyped, or what was here is no longer kept. Begin at the start page.',
    fr: 'L’adresse est peut-être mal saisie, ou ce qui se trouvait ici n’est plus conservé. Recommencez par la page d’accueil.',
    es: 'Puede que la dirección esté mal escrita o que lo que había aquí ya no se conserve. Empiece por la página de inicio.',
    pt: 'O endereço pode estar mal digitado, ou o que havia aqui já não está guardado. Comece pela página inicial.',
    ar: 'ربما كُتب العنوان خطأً، أو أن ما كان هنا لم يعد محفوظًا. يُرجى البدء من صفحة البداية.',
  },
  'too-many-requests': {
    en: 'Too much has been sent from your network within a short time. Wait a minute, then try again.',
    fr: 'Trop d’envois sont partis de votre réseau en peu de temps. Patientez une minute, puis réessayez.',
    es: 'Se ha enviado demasiado desde su red en poco tiempo. Espere un minuto e inténtelo de nuevo.',
    pt: 'Foram feitos envios demais a partir da sua rede em pouco tempo. Aguarde um minuto e tente novamente.',
    ar: 'أُرسل من شبكتكم أكثر من اللازم في وقت قصير. يُرجى الانتظار دقيقة ثم المحاولة مجددًا.',
  },
  'body-too-large': {
    en: 'What you sent is larger than we can take. Go back, make it shorter, and send it again.',
    fr: 'Votre envoi dépasse la taille que nous pouvons recevoir. Revenez en arrière, raccourcissez-le et renvoyez-le.',
    es: 'Lo que envió es más grande de lo que podemos recibir. Vuelva atrás, acórtelo y envíelo de nuevo.',
    pt: 'O que enviou é maior do que podemos receber. Volte, encurte e envie de novo.',
    ar: 'ما أرسلتموه أكبر مما يمكننا استلامه. يُرجى العودة واختصاره ثم إرساله من جديد.',
  },
  'document-held-back': {
    en: 'Either the virus scanner has not looked at it yet: try again in a few minutes. Or a virus was found in it: then nobody is given it, and you can send us another one.',
    fr: 'Soit l’antivirus ne l’a pas encore examiné\u00a0: réessayez dans quelques minutes. Soit un virus y a été trouvé\u00a0: il n’est alors remis à personne, et vous pouvez nous en envoyer un autre.',
    es: 'O bien el antivirus aún no lo ha examinado: inténtelo de nuevo en unos minutos. O bien contiene un virus: entonces no se entrega a nadie y usted puede enviarnos otro.',
    pt: 'Ou o antivírus ainda não o examinou: tente novamente em alguns minutos. Ou contém um vírus: nesse caso não é entregue a ninguém, e pode enviar-nos outro.',
    ar: 'إما أن برنامج مكافحة الفيروسات لم يفحصه بعد: يُرجى المحاولة مجددًا بعد بضع دقائق. أو عُثر فيه على فيروس: لا يُسلَّم حينئذ إلى أحد، ويمكنكم إرسال ملف آخر إلينا.',
  },
  'temporarily-unavailable': TRY_AGAIN,
  'unexpected-error': TRY_AGAIN,
  'request-timeout': TRY_AGAIN,
}

export const remedyFor = (code: ProblemCode): Text => REMEDIES[code] ?? UNREADABLE
