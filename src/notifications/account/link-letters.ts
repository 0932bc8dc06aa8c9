// The emails about somebody's own account, each with a link that is a way in.
import type { Language } from '../../kernel/languages.ts'
import type { LinkPurpose } from '../../staff/sign-in/words.ts'
import { link, paragraph, type Message } from '../message.ts'

type Letter = Readonly<Record<Language, (url: string) => Message>>

export const LINK_LETTERS: Readonly<Record<LinkPurpose, Letter>> = {
  'sign-in': {
    en: url => ({
      subject: 'Sign in to the justice desk',
      lines: [
        paragraph('Open this link and press the button to sign in. It works once, within 10 minutes.'),
        link('Sign in:', url),
        paragraph(
          'If you did not ask for it, someone else typed your address. Leave the link alone: it will expire.',
        ),
      ],
    }),
    fr: url => ({
      subject: 'Se connecter au bureau Justice',
      lines: [
        paragraph(
          'Ouvrez ce lien et appuyez sur le bouton pour vous connecter. Il fonctionne une seule fois, pendant 10 minutes.',
        ),
        link('Se connecter :', url),
        paragraph(
          'Vous ne l’avez pas demandé ? Quelqu’un a saisi votre adresse. N’ouvrez pas le lien : il expire de lui-même.',
        ),
      ],
    }),
    es: url => ({
      subject: 'Iniciar sesión en la oficina de Justicia',
      lines: [
        paragraph(
          'Abra este enlace y pulse el botón para iniciar sesión. Funciona una sola vez, durante 10 minutos.',
        ),
        link('Iniciar sesión:', url),
        paragraph(
          '¿No lo ha pedido usted? Alguien escribió su dirección. No abra el enlace: caduca por sí solo.',
        ),
      ],
    }),
    pt: url => ({
      subject: 'Entrar no painel da Justiça',
      lines: [
        paragraph(
          'Abra este link e clique no botão para entrar. Ele funciona uma única vez, durante 10 minutos.',
        ),
        link('Entrar:', url),
        paragraph('Não o pediu? Então alguém digitou o seu endereço. Não abra o link: ele expira sozinho.'),
      ],
    }),
    ar: url => ({
      subject: 'تسجيل الدخول إلى منصة العدالة',
      lines: [
        paragraph('يُرجى فتح هذا الرابط والضغط على الزر لتسجيل الدخول. يعمل الرابط مرة واحدة، خلال 10 دقائق.'),
        link('تسجيل الدخول:', url),
        paragraph(
          'ألم تطلبوا ذلك؟ إذن فقد أدخل شخص ما عنوانكم. لا تفتحوا الرابط: ستنتهي صلاحيته من تلقاء نفسها.',
        ),
      ],
    }),
  },
  invitation: {
    en: url => ({
      subject: 'You are invited to the justice desk',
      lines: [
        paragraph(
          'You have been given an account on the desk of the Coalition on Justice, where applicants’ requests are handled.',
        ),
        link('Set up your account:', url),
        paragraph(
          'The link works once, within 72 hours. After that you can sign in at any time with your email address alone.',
        ),
      ],
    }),
    fr: url => ({
      subject: 'Vous êtes invité(e) au bureau Justice',
      lines: [
        paragraph(
          'Un compte vous a été ouvert au bureau de la Coalition pour la justice, où sont traitées les demandes reçues.',
        ),
        link('Activer votre compte :', url),
        paragraph(
          'Le lien fonctionne une seule fois, pendant 72 heures. Ensuite, vous pourrez vous connecter à tout moment avec votre seule adresse électronique.',
        ),
      ],
    }),
    es: url => ({
      subject: 'Tiene una invitación a la oficina de Justicia',
      lines: [
        paragraph(
          'Se le ha abierto una cuenta en la oficina de la Coalición por la Justicia, donde se atienden las solicitudes recibidas.',
        ),
        link('Active su cuenta:', url),
        paragraph(
          'El enlace funciona una sola vez, durante 72 horas. Después podrá iniciar sesión en cualquier momento solo con su dirección de correo.',
        ),
      ],
    }),
    pt: url => ({
      subject: 'Convite para o painel da Justiça',
      lines: [
        paragraph(
          'Foi criada uma conta em seu nome no painel da Coalizão pela Justiça, onde são tratados os pedidos recebidos.',
        ),
        link('Ative a sua conta:', url),
        paragraph(
          'O link funciona uma única vez, durante 72 horas. Depois, poderá entrar a qualquer momento apenas com o seu endereço de e-mail.',
        ),
      ],
    }),
    ar: url => ({
      subject: 'دعوة إلى منصة العدالة',
      lines: [
        paragraph('أُنشئ لكم حساب على منصة التحالف من أجل العدالة، حيث تُعالَج طلبات المتقدمين.'),
        link('تفعيل حسابكم:', url),
        paragraph(
          'يعمل الرابط مرة واحدة، خلال 72 ساعة. وبعد ذلك يمكنكم تسجيل الدخول في أي وقت ببريدكم الإلكتروني وحده.',
        ),
      ],
    }),
  },
  confirm: {
    en: url => ({
      subject: 'Confirm that it is you',
      lines: [
        paragraph(
          'You are about to do something sensitive on the justice desk. Open this link in the browser in which you are signed in, within 10 minutes.',
        ),
        link('Confirm:', url),
        paragraph(
          'If this was not you, someone else is using your account: end your sessions, and tell us at once.',
        ),
      ],
    }),
    fr: url => ({
      subject: 'Confirmez votre identité',
      lines: [
        paragraph(
          'Vous êtes sur le point d’effectuer une opération sensible au bureau Justice. Ouvrez ce lien, dans les 10 minutes, dans le navigateur où vous êtes connecté(e).',
        ),
        link('Confirmer :', url),
        paragraph(
          'Ce n’était pas vous ? Quelqu’un utilise votre compte : fermez vos sessions et prévenez-nous sans attendre.',
        ),
      ],
    }),
    es: url => ({
      subject: 'Confirme su identidad',
      lines: [
        paragraph(
          'Está a punto de realizar una operación delicada en la oficina de Justicia. Abra este enlace, antes de 10 minutos, en el navegador en el que ha iniciado sesión.',
        ),
        link('Confirmar:', url),
        paragraph('¿No fue usted? Alguien usa su cuenta: cierre sus sesiones y avísenos de inmediato.'),
      ],
    }),
    pt: url => ({
      subject: 'Confirme a sua identidade',
      lines: [
        paragraph(
          'Está prestes a realizar uma operação delicada no painel da Justiça. Abra este link, em até 10 minutos, no navegador em que entrou.',
        ),
        link('Confirmar:', url),
        paragraph(
          'Não foi você? Então alguém usa a sua conta: encerre as suas sessões e avise-nos imediatamente.',
        ),
      ],
    }),
    ar: url => ({
      subject: 'تأكيد الهوية',
      lines: [
        paragraph(
          'أنتم على وشك القيام بعملية حساسة على منصة العدالة. يُرجى فتح هذا الرابط، خلال 10 دقائق، في المتصفح الذي سجّلتم الدخول فيه.',
        ),
        link('تأكيد:', url),
        paragraph('ألم تكونوا أنتم؟ إذن فهناك من يستخدم حسابكم: يُرجى إنهاء جلساتكم وإبلاغنا فورًا.'),
      ],
    }),
  },
}
