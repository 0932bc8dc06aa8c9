import type { OfflineWords } from './offline-words.ts'

export const es: OfflineWords = {
  title: 'Rellenar el formulario sin conexión',
  lead: 'Descargue el formulario en un solo archivo, rellénelo cuando y donde quiera, y traiga sus respuestas aquí o por correo electrónico.',
  downloadTitle: '1. Descargar el formulario',
  download: 'Descargar el formulario',
  downloadHint: 'Un solo archivo que se abre en cualquier navegador y no necesita conexión.',
  uploadTitle: '2. Traer sus respuestas',
  uploadHint:
    'El archivo con sus respuestas, cuyo nombre termina en .html. Nada se envía definitivamente antes de que lo haya revisado en la página siguiente.',
  file: 'El archivo con sus respuestas',
  upload: 'Continuar con estas respuestas',
  refused: {
    missing: 'Elija el archivo con sus respuestas.',
    'too-large':
      'Este archivo es demasiado grande para ser el formulario. Elija el que creó “Guardar mis respuestas”.',
    'not-a-form': 'Este archivo no es nuestro formulario. Elija el que creó “Guardar mis respuestas”.',
    broken:
      'No se pueden leer las respuestas de este archivo: se cortó o se modificó. Ábralo, guarde de nuevo sus respuestas y elija el archivo nuevo.',
    'other-form': 'Este archivo es otro formulario. Abra la página de ese formulario y tráigalo allí.',
    'other-version':
      'El formulario ha cambiado desde que descargó este archivo. Descárguelo de nuevo y copie en él sus respuestas; el archivo antiguo se sigue abriendo.',
    changed:
      'Este archivo responde a preguntas que el formulario no hace. Guarde de nuevo sus respuestas y elija el archivo nuevo.',
    empty:
      'En este archivo no hay respuestas. Ábralo, rellénelo, pulse “Guardar mis respuestas” y elija el archivo que se crea.',
  },
  howTitle: 'Cómo funciona este archivo',
  how: (address, mailTo) => [
    'Rellénelo aquí, sin conexión. “Guardar mis respuestas” crea un archivo nuevo que las contiene: ábralo para continuar otro día.',
    `Cuando tenga conexión, lleve el archivo guardado a ${address}, o envíelo como archivo adjunto a ${mailTo}.`,
    'Entonces verá una vez más todas sus respuestas, y lo que haya que corregir, antes de que se envíe nada.',
  ],
  noScript:
    'Su navegador no ejecuta scripts, así que no puede guardar sus respuestas en un archivo. Rellene el formulario, déjelo abierto y pulse “Enviar cuando tenga conexión” llegado el momento, o imprímalo.',
  onlyIf: condition => `Responda solo ${condition}.`,
  save: 'Guardar mis respuestas',
  saved:
    'Sus respuestas están en el archivo que se acaba de guardar. Consérvelo: ábralo para continuar, o tráiganoslo.',
  sendNow: 'Enviar cuando tenga conexión',
  sendNowHint: 'Abre nuestro sitio con estas respuestas. Allí las revisa antes de enviarlas.',
  files: 'Los archivos se pueden añadir en nuestro sitio, una vez traídas sus respuestas.',
  unsaved: 'Sus últimas respuestas todavía no están guardadas.',
}
