// What an applicant is told of files that came with an email and were not taken.
import type { Language, Text } from '../../kernel/languages.ts'
import type { Facts } from '../facts.ts'
import { heading, paragraph, quoted, type Block } from '../message.ts'

const HEADING: Text = {
  en: 'Files that we could not keep',
  fr: 'Fichiers que nous n’avons pas pu conserver',
  es: 'Archivos que no hemos podido guardar',
  pt: 'Ficheiros que não pudemos guardar',
  ar: 'ملفات تعذّر علينا حفظها',
}
const THESE: Text = {
  en: 'These files came with your email, but we could not keep them:',
  fr: 'Ces fichiers étaient joints à votre courriel et nous ne les avons pas conservés :',
  es: 'Estos archivos venían con su correo y no los tenemos:',
  pt: 'Estes ficheiros vieram com o seu email e não os temos:',
  ar: 'وردت هذه الملفات مع رسالتكم وليست محفوظة لدينا:',
}
const REMEDY: Text = {
  en: 'We keep up to five files of at most 10 MB each: PDF, Word (.docx), OpenDocument (.odt), JPEG and PNG, without macros and without a password. Please send them again in one of these.',
  fr: 'Nous conservons jusqu’à cinq fichiers de 10 Mo au plus chacun : PDF, Word (.docx), OpenDocument (.odt), JPEG et PNG, sans macros ni mot de passe. Merci de les renvoyer sous l’une de ces formes.',
  es: 'Guardamos hasta cinco archivos de 10 MB como máximo cada uno: PDF, Word (.docx), OpenDocument (.odt), JPEG y PNG, sin macros y sin contraseña. Envíelos de nuevo en uno de estos formatos.',
  pt: 'Guardamos até cinco ficheiros de, no máximo, 10 MB cada: PDF, Word (.docx), OpenDocument (.odt), JPEG e PNG, sem macros e sem palavra-passe. Envie-os de novo num destes formatos.',
  ar: 'نحفظ ما يصل إلى خمسة ملفات لا يتجاوز حجم كلٍّ منها 10 ميغابايت: PDF وWord ‏(.docx) وOpenDocument ‏(.odt) وJPEG وPNG، من دون وحدات ماكرو ومن دون كلمة مرور. يُرجى إرسالها مرة أخرى بإحدى هذه الصيغ.',
}

/** Nothing where all files were kept. */
export function refusedFiles(language: Language, { event }: Facts): Block[] {
  const names = event.words['refusedFiles']
  if (names === undefined || names === '') return []
  return [heading(HEADING[language]), ...quoted(THESE[language], names), paragraph(REMEDY[language])]
}
