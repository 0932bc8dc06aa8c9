// The emails to whoever mails us the form that works without a connection: what became of it.
import { link, paragraph } from '../message.ts'
import type { DraftLetter } from './draft-letters.ts'

/** Its answers are a draft, which the sender alone can send. */
export const offlineFormTaken: DraftLetter = {
  en: ({ form, until, url }) => ({
    subject: 'We have your answers: check and send them',
    lines: [
      paragraph(
        `We have taken your answers from the file that you emailed us, for this form: ${form}. They have not been submitted yet: only you can do that.`,
      ),
      link('Check your answers and send them:', url),
      paragraph(
        'There you see what still has to be corrected. Files that you attached are with your answers where we could take them; what you wrote in the email itself is not.',
      ),
      paragraph(
        `The link works on any device until ${until}; each change gives it another 30 days. Whoever has it can read and change your answers, so keep it to yourself.`,
      ),
      paragraph('If you did not send it, someone wrote in your name, and you do not need to do anything.'),
    ],
  }),
  fr: ({ form, until, url }) => ({
    subject: 'Nous avons vos réponses : vérifiez-les et envoyez-les',
    lines: [
      paragraph(
        `Nous avons repris vos réponses du fichier que vous nous avez envoyé, pour ce formulaire : ${form}. Elles ne sont pas encore envoyées : vous seul pouvez le faire.`,
      ),
      link('Vérifier et envoyer vos réponses :', url),
      paragraph(
        'Vous y verrez ce qu’il reste à corriger. Les fichiers joints accompagnent vos réponses si nous avons pu les prendre ; ce que vous avez écrit dans le courriel n’y figure pas.',
      ),
      paragraph(
        `Le lien fonctionne sur tout appareil jusqu’au ${until} ; chaque modification le prolonge de 30 jours. Toute personne qui en dispose peut lire et modifier vos réponses : gardez-le pour vous.`,
      ),
      paragraph('Vous ne l’avez pas envoyé ? Quelqu’un a écrit en votre nom, et vous n’avez rien à faire.'),
    ],
  }),
  es: ({ form, until, url }) => ({
    subject: 'Tenemos sus respuestas: revíselas y envíelas',
    lines: [
      paragraph(
        `Hemos tomado sus respuestas del archivo que nos envió por correo, para este formulario: ${form}. Todavía no se han enviado: solo usted puede hacerlo.`,
      ),
      link('Revise sus respuestas y envíelas:', url),
      paragraph(
        'Allí verá lo que falta por corregir. Los archivos que adjuntó están con sus respuestas si pudimos aceptarlos; lo que escribió en el propio correo, no.',
      ),
      paragraph(
        `El enlace funciona en cualquier dispositivo hasta el ${until}; cada cambio lo prolonga 30 días. Quien lo tenga puede leer y cambiar sus respuestas, así que no lo comparta.`,
      ),
      paragraph('¿No lo ha enviado usted? Alguien escribió en su nombre y no tiene que hacer nada.'),
    ],
  }),
  pt: ({ form, until, url }) => ({
    subject: 'Temos as suas respostas: verifique-as e envie-as',
    lines: [
      paragraph(
        `Copiamos as suas respostas do arquivo que nos enviou por e-mail, para este formulário: ${form}. Ainda não foram enviadas: só você pode fazê-lo.`,
      ),
      link('Verifique as suas respostas e envie-as:', url),
      paragraph(
        'Ali verá o que ainda é preciso corrigir. Os arquivos que anexou estão com as suas respostas, se foi possível aceitá-los; o que escreveu no próprio e-mail, não.',
      ),
      paragraph(
        `O link funciona em qualquer dispositivo até ${until}; cada alteração prolonga-o por 30 dias. Quem o tiver pode ler e alterar as suas respostas, por isso não o partilhe.`,
      ),
      paragraph('Não o enviou? Então alguém escreveu em seu nome, e não precisa fazer nada.'),
    ],
  }),
  ar: ({ form, until, url }) => ({
    subject: 'وصلتنا إجاباتكم: يُرجى مراجعتها وإرسالها',
    lines: [
      paragraph(
        `أخذنا إجاباتكم من الملف الذي أرسلتموه إلينا بالبريد، لهذه الاستمارة: ${form}. لم تُرسل بعد: أنتم وحدكم من يستطيع ذلك.`,
      ),
      link('مراجعة إجاباتكم وإرسالها:', url),
      paragraph(
        'سترون هناك ما يجب تصحيحه. الملفات التي أرفقتموها موجودة مع إجاباتكم إن تمكنّا من قبولها؛ أما ما كتبتموه في الرسالة نفسها فلا.',
      ),
      paragraph(
        `يعمل الرابط على أي جهاز حتى ${until}؛ وكل تغيير يمدّده 30 يومًا. كل من لديه الرابط يستطيع قراءة إجاباتكم وتغييرها، فاحتفظوا به لأنفسكم.`,
      ),
      paragraph('ألم ترسلوه أنتم؟ هناك إذن من كتب باسمكم، وليس عليكم القيام بأي شيء.'),
    ],
  }),
}

/** Nothing could be taken from it. Repeats nothing of what was sent: the sender’s address may be a stranger’s. */
export const offlineFormRefused: DraftLetter = {
  en: ({ why, url }) => ({
    subject: 'We could not read the form that you emailed us',
    lines: [
      paragraph(
        'You emailed us a form that was filled in without a connection. We have not taken any answers from it:',
      ),
      paragraph(why),
      link(
        'Nothing has been submitted. Email us the corrected file, or bring it to our site, where you will see at once what is wrong:',
        url,
      ),
      paragraph('If you did not send it, someone wrote in your name, and you do not need to do anything.'),
    ],
  }),
  fr: ({ why, url }) => ({
    subject: 'Nous n’avons pas pu lire le formulaire reçu',
    lines: [
      paragraph(
        'Vous nous avez envoyé un formulaire rempli sans connexion. Nous n’en avons repris aucune réponse :',
      ),
      paragraph(why),
      link(
        'Rien n’a été envoyé. Renvoyez-nous le fichier corrigé, ou déposez-le sur notre site, où vous verrez aussitôt ce qui ne va pas :',
        url,
      ),
      paragraph('Vous ne l’avez pas envoyé ? Quelqu’un a écrit en votre nom, et vous n’avez rien à faire.'),
    ],
  }),
  es: ({ why, url }) => ({
    subject: 'No pudimos leer el formulario que nos envió',
    lines: [
      paragraph('Nos envió un formulario rellenado sin conexión. No hemos tomado ninguna respuesta de él:'),
      paragraph(why),
      link(
        'No se ha enviado nada. Envíenos el archivo corregido o llévelo a nuestro sitio, donde verá enseguida qué falla:',
        url,
      ),
      paragraph('¿No lo ha enviado usted? Alguien escribió en su nombre y no tiene que hacer nada.'),
    ],
  }),
  pt: ({ why, url }) => ({
    subject: 'Não conseguimos ler o formulário que nos enviou',
    lines: [
      paragraph('Enviou-nos um formulário preenchido sem conexão. Não copiamos nenhuma resposta dele:'),
      paragraph(why),
      link(
        'Nada foi enviado. Envie-nos o arquivo corrigido ou leve-o ao nosso site, onde verá logo o que está errado:',
        url,
      ),
      paragraph('Não o enviou? Então alguém escreveu em seu nome, e não precisa fazer nada.'),
    ],
  }),
  ar: ({ why, url }) => ({
    subject: 'تعذّرت علينا قراءة الاستمارة التي أرسلتموها',
    lines: [
      paragraph('أرسلتم إلينا استمارة مُلئت دون اتصال. لم نأخذ منها أي إجابة:'),
      paragraph(why),
      link('لم يُرسل شيء. أرسلوا إلينا الملف بعد إصلاحه، أو ضعوه في موقعنا حيث يظهر الخطأ فورًا:', url),
      paragraph('ألم ترسلوه أنتم؟ هناك إذن من كتب باسمكم، وليس عليكم القيام بأي شيء.'),
    ],
  }),
}
