// What stands around every email: who writes, to whom, and how to reach us.
import type { ApplicantLinkPurpose } from '../cases/applicant/tables.ts'
import type { Language } from '../kernel/languages.ts'

export interface LetterWords {
  house: string
  greeting(name: string): string
  closing: string
  signature: string
  /** Before the link in an email to an applicant. */
  links: Readonly<Record<ApplicantLinkPurpose, string>>
  /** Below the signature, to somebody outside. */
  reach(address: string, reference: string): string
  /** Below an email to staff. */
  toStaff: string
  /** Below an email about the reader's own account. */
  toOwner(address: string): string
  days(timeZone: string): string
  /** Where a copy of the answers stops before its end. */
  answersCut(shown: number, total: number, reference: string): string
  /** Where somebody's words stop before their end. */
  wordsCut(reference: string): string
}

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  en: {
    house: 'OGP Coalition on Justice',
    greeting: name => (name === '' ? 'Hello,' : `Hello ${name},`),
    closing: 'With best wishes,',
    signature: 'The Support Unit of the Open Government Partnership, for the Coalition on Justice',
    links: {
      follow: 'Follow your request:',
      'confirm-address': 'Confirm this address:',
      'confirm-erasure': 'Confirm that you want your data erased:',
    },
    reach: (address, reference) =>
      `Reference: ${reference}. This message was sent automatically. To reach a person, write to ${address} and quote the reference.`,
    toStaff:
      'You are getting this message because you work on the cases of the Coalition on Justice. It contains information about an applicant: please do not pass it on.',
    toOwner: address =>
      `This message was sent automatically. If you do not know why you got it, nothing has happened to your account; please tell ${address}.`,
    days: timeZone => `Days end at midnight, ${timeZone}.`,
    answersCut: (shown, total, reference) =>
      `This copy stops here, after ${shown} of ${total} answers, because the message would be too long. We hold all of your answers under ${reference} and will send you the rest if you ask for it.`,
    wordsCut: reference =>
      `[The text is longer than an email should be and stops here. We hold all of it under ${reference} and will send it to you if you ask for it.]`,
  },
  fr: {
    house: 'Coalition pour la justice du PGO',
    greeting: name => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    closing: 'Bien cordialement,',
    signature:
      'L’Unité d’appui du Partenariat pour un gouvernement ouvert (PGO), pour la Coalition pour la justice',
    links: {
      follow: 'Suivre votre demande :',
      'confirm-address': 'Confirmer cette adresse :',
      'confirm-erasure': 'Confirmer que vous voulez faire effacer vos données :',
    },
    reach: (address, reference) =>
      `Référence : ${reference}. Ce message est envoyé automatiquement. Pour joindre une personne, écrivez à ${address} en rappelant la référence.`,
    toStaff:
      'Vous recevez ce message parce que vous travaillez sur les dossiers de la Coalition pour la justice. Il contient des informations sur un demandeur : merci de ne pas le transférer.',
    toOwner: address =>
      `Ce message est envoyé automatiquement. Si vous ne savez pas pourquoi vous le recevez, rien n’a changé sur votre compte ; signalez-le à ${address}.`,
    days: timeZone => `Les délais expirent à minuit (${timeZone}).`,
    answersCut: (shown, total, reference) =>
      `Cette copie s’arrête ici, après ${shown} réponses sur ${total}, car le message serait trop long. Nous conservons l’ensemble de vos réponses sous la référence ${reference} et vous enverrons la suite sur demande.`,
    wordsCut: reference =>
      `[Ce texte est trop long pour un courriel et s’arrête ici. Nous le conservons en entier sous la référence ${reference} et vous l’enverrons sur demande.]`,
  },
  es: {
    house: 'Coalición por la Justicia de la AGA',
    greeting: name => (name === '' ? 'Hola:' : `Hola, ${name}:`),
    closing: 'Un cordial saludo,',
    signature:
      'La Unidad de Apoyo de la Alianza para el Gobierno Abierto (AGA), por la Coalición por la Justicia',
    links: {
      follow: 'Siga su solicitud:',
      'confirm-address': 'Confirme esta dirección:',
      'confirm-erasure': 'Confirme que quiere que se borren sus datos:',
    },
    reach: (address, reference) =>
      `Referencia: ${reference}. Este mensaje se envió de forma automática. Para comunicarse con una persona, escriba a ${address} e indique la referencia.`,
    toStaff:
      'Recibe este mensaje porque trabaja en los casos de la Coalición por la Justicia. Contiene información sobre un solicitante: le rogamos no reenviarlo.',
    toOwner: address =>
      `Este mensaje se envió de forma automática. Si no sabe por qué lo recibe, nada ha cambiado en su cuenta; avise a ${address}.`,
    days: timeZone => `Los plazos vencen a medianoche (${timeZone}).`,
    answersCut: (shown, total, reference) =>
      `Esta copia termina aquí, tras ${shown} de ${total} respuestas, porque el mensaje sería demasiado largo. Conservamos todas sus respuestas con la referencia ${reference} y, si nos lo pide, le enviaremos el resto.`,
    wordsCut: reference =>
      `[El texto es demasiado largo para un correo y termina aquí. Lo conservamos completo con la referencia ${reference} y, si nos lo pide, se lo enviaremos.]`,
  },
  pt: {
    house: 'Coalizão pela Justiça da OGP',
    greeting: name => (name === '' ? 'Olá,' : `Olá, ${name},`),
    closing: 'Com os melhores cumprimentos,',
    signature: 'A Unidade de Apoio da Parceria para o Governo Aberto (OGP), pela Coalizão pela Justiça',
    links: {
      follow: 'Acompanhe o seu pedido:',
      'confirm-address': 'Confirme este endereço:',
      'confirm-erasure': 'Confirme que quer que os seus dados sejam apagados:',
    },
    reach: (address, reference) =>
      `Referência: ${reference}. Esta mensagem foi enviada automaticamente. Para falar com uma pessoa, escreva para ${address} e indique a referência.`,
    toStaff:
      'Recebe esta mensagem porque trabalha nos casos da Coalizão pela Justiça. Ela contém informações sobre um requerente: pedimos que não a encaminhe.',
    toOwner: address =>
      `Esta mensagem foi enviada automaticamente. Se não sabe por que a recebeu, nada mudou na sua conta; avise ${address}.`,
    days: timeZone => `Os prazos terminam à meia-noite (${timeZone}).`,
    answersCut: (shown, total, reference) =>
      `Esta cópia termina aqui, após ${shown} de ${total} respostas, porque a mensagem ficaria longa demais. Guardamos todas as suas respostas com a referência ${reference} e enviaremos o resto a pedido.`,
    wordsCut: reference =>
      `[O texto é longo demais para um e-mail e termina aqui. Guardamos o texto completo com a referência ${reference} e o enviaremos a pedido.]`,
  },
  ar: {
    house: 'التحالف من أجل العدالة – شراكة الحكومة المنفتحة',
    greeting: name => (name === '' ? 'تحية طيبة،' : `تحية طيبة، ${name}،`),
    closing: 'مع أطيب التحيات،',
    signature: 'وحدة دعم شراكة الحكومة المنفتحة (OGP)، باسم التحالف من أجل العدالة',
    links: {
      follow: 'متابعة طلبكم:',
      'confirm-address': 'تأكيد هذا العنوان:',
      'confirm-erasure': 'تأكيد رغبتكم في محو بياناتكم:',
    },
    reach: (address, reference) =>
      `الرقم المرجعي: ${reference}. أُرسلت هذه الرسالة آليًّا. للتواصل مع أحد الموظفين، يُرجى المراسلة على ${address} مع ذكر الرقم المرجعي.`,
    toStaff:
      'تتلقون هذه الرسالة لأنكم تعملون على ملفات التحالف من أجل العدالة. وهي تتضمن معلومات عن مقدّم طلب: يُرجى عدم إعادة توجيهها.',
    toOwner: address =>
      `أُرسلت هذه الرسالة آليًّا. إذا كنتم لا تعرفون سبب تلقيها، فلم يتغير شيء في حسابكم؛ يُرجى إبلاغنا على ${address}.`,
    days: timeZone => `تنتهي المهل عند منتصف الليل (${timeZone}).`,
    answersCut: (shown, total, reference) =>
      `تتوقف هذه النسخة هنا لأن الرسالة ستكون أطول من اللازم (الإجابات المعروضة: ${shown} من أصل ${total}). نحتفظ بجميع إجاباتكم تحت الرقم المرجعي ${reference}، ونرسل إليكم الباقي إذا طلبتموه.`,
    wordsCut: reference =>
      `[هذا النص أطول مما يناسب رسالة إلكترونية ويتوقف هنا. نحتفظ به كاملًا تحت الرقم المرجعي ${reference}، ونرسله إليكم إذا طلبتموه.]`,
  },
}
