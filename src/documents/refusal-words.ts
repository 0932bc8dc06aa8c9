// What is said about a file that is not taken in: what is wrong and what to do.
import type { Language } from '../kernel/languages.ts'
import type { FileRefusal } from './file-refused.ts'

export const REFUSAL_WORDS: Readonly<Record<Language, Readonly<Record<FileRefusal, string>>>> = {
  en: {
    'file-missing': 'Choose a file.',
    'file-empty': 'This file is empty. Choose another one.',
    'file-too-large': 'This file is larger than 10 MB. Make it smaller, or send only the pages that matter.',
    'file-type':
      'Choose a PDF, a Word document (DOCX), an OpenDocument text (ODT), or a JPEG or PNG picture.',
    'file-not-as-named':
      'The content of this file is not what its name says. Open it, save it again as PDF, DOCX, ODT, JPEG or PNG, and choose the new file.',
    'file-damaged':
      'This file is damaged or cannot be read in full. Open it, save it again, and choose the new file.',
    'file-macros': 'This document contains macros. Save it as a DOCX, an ODT or a PDF without macros.',
    'file-locked': 'This file is protected by a password. Save it without one, and choose the new file.',
    'file-infected': 'A virus was found in this file. Choose another one, and have your machine checked.',
    'too-many-files': 'You can send at most 5 files. Remove one first, or put several into one.',
    'no-room': 'No more files can be taken just now. Go on without this one, or bring it tomorrow.',
  },
  fr: {
    'file-missing': 'Choisissez un fichier.',
    'file-empty': 'Ce fichier est vide. Choisissez-en un autre.',
    'file-too-large': 'Ce fichier dépasse 10 Mo. Réduisez sa taille ou n’envoyez que les pages qui comptent.',
    'file-type':
      'Choisissez un PDF, un document Word (DOCX), un texte OpenDocument (ODT) ou une image JPEG ou PNG.',
    'file-not-as-named':
      'Le contenu de ce fichier ne correspond pas à son nom. Ouvrez-le, enregistrez-le de nouveau en PDF, DOCX, ODT, JPEG ou PNG et choisissez le nouveau fichier.',
    'file-damaged':
      'Ce fichier est endommagé ou ne peut pas être lu en entier. Ouvrez-le, enregistrez-le de nouveau et choisissez le nouveau fichier.',
    'file-macros': 'Ce document contient des macros. Enregistrez-le en DOCX, ODT ou PDF sans macros.',
    'file-locked':
      'Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et choisissez le nouveau fichier.',
    'file-infected':
      'Un virus a été trouvé dans ce fichier. Choisissez-en un autre et faites vérifier votre appareil.',
    'too-many-files':
      'Vous pouvez envoyer au plus 5 fichiers. Supprimez-en d’abord un ou réunissez-en plusieurs.',
    'no-room':
      'Nous ne pouvons pas recevoir d’autres fichiers pour le moment. Continuez sans celui-ci ou ajoutez-le demain.',
  },
  es: {
    'file-missing': 'Elija un archivo.',
    'file-empty': 'Este archivo está vacío. Elija otro.',
    'file-too-large': 'Este archivo supera los 10 MB. Reduzca su tamaño o envíe solo las páginas necesarias.',
    'file-type':
      'Elija un PDF, un documento de Word (DOCX), un texto OpenDocument (ODT) o una imagen JPEG o PNG.',
    'file-not-as-named':
      'El contenido de este archivo no es lo que dice su nombre. Ábralo, guárdelo de nuevo como PDF, DOCX, ODT, JPEG o PNG y elija el archivo nuevo.',
    'file-damaged':
      'Este archivo está dañado o no se puede leer completo. Ábralo, guárdelo de nuevo y elija el archivo nuevo.',
    'file-macros': 'Este documento contiene macros. Guárdelo como DOCX, ODT o PDF sin macros.',
    'file-locked':
      'Este archivo está protegido con contraseña. Guárdelo sin contraseña y elija el archivo nuevo.',
    'file-infected': 'Se encontró un virus en este archivo. Elija otro y haga revisar su equipo.',
    'too-many-files': 'Puede enviar como máximo 5 archivos. Quite uno primero o reúna varios en uno solo.',
    'no-room': 'Por ahora no se pueden recibir más archivos. Continúe sin este o añádalo mañana.',
  },
  pt: {
    'file-missing': 'Escolha um arquivo.',
    'file-empty': 'Este arquivo está vazio. Escolha outro.',
    'file-too-large':
      'Este arquivo tem mais de 10 MB. Reduza o tamanho ou envie apenas as páginas que interessam.',
    'file-type':
      'Escolha um PDF, um documento Word (DOCX), um texto OpenDocument (ODT) ou uma imagem JPEG ou PNG.',
    'file-not-as-named':
      'O conteúdo deste arquivo não é o que o nome indica. Abra-o, salve-o novamente como PDF, DOCX, ODT, JPEG ou PNG e escolha o novo arquivo.',
    'file-damaged':
      'Este arquivo está danificado ou não pode ser lido por completo. Abra-o, salve-o novamente e escolha o novo arquivo.',
    'file-macros': 'Este documento contém macros. Salve-o como DOCX, ODT ou PDF sem macros.',
    'file-locked': 'Este arquivo está protegido por senha. Salve-o sem senha e escolha o novo arquivo.',
    'file-infected':
      'Foi encontrado um vírus neste arquivo. Escolha outro e mande verificar o seu dispositivo.',
    'too-many-files': 'Pode enviar no máximo 5 arquivos. Remova um primeiro ou junte vários em um só.',
    'no-room': 'De momento não é possível receber mais arquivos. Continue sem este ou envie-o amanhã.',
  },
  ar: {
    'file-missing': 'اختر ملفًا.',
    'file-empty': 'هذا الملف فارغ. اختر ملفًا آخر.',
    'file-too-large': 'حجم هذا الملف أكبر من 10 ميغابايت. قلّل حجمه أو أرسل الصفحات المهمة فقط.',
    'file-type': 'اختر ملف PDF أو مستند Word ‏(DOCX) أو نص OpenDocument ‏(ODT) أو صورة بصيغة JPEG أو PNG.',
    'file-not-as-named':
      'محتوى هذا الملف لا يطابق اسمه. افتحه واحفظه من جديد بصيغة PDF أو DOCX أو ODT أو JPEG أو PNG ثم اختر الملف الجديد.',
    'file-damaged': 'هذا الملف تالف أو لا يمكن قراءته كاملًا. افتحه واحفظه من جديد ثم اختر الملف الجديد.',
    'file-macros': 'يحتوي هذا المستند على وحدات ماكرو. احفظه بصيغة DOCX أو ODT أو PDF دون وحدات ماكرو.',
    'file-locked': 'هذا الملف محمي بكلمة مرور. احفظه دون كلمة مرور ثم اختر الملف الجديد.',
    'file-infected': 'عُثر على فيروس في هذا الملف. اختر ملفًا آخر وافحص جهازك.',
    'too-many-files': 'يمكنك إرسال 5 ملفات على الأكثر. احذف ملفًا أولًا أو اجمع عدة ملفات في ملف واحد.',
    'no-room': 'لا يمكن استلام ملفات أخرى الآن. تابع دون هذا الملف أو أرسله غدًا.',
  },
}
