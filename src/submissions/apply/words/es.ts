import type { ApplyWords } from './apply-words.ts'

export const es: ApplyWords = {
  step: (n, of) => `Paso ${n} de ${of}`,
  choose: 'Elija',
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  mostWords: 'Puede usar hasta {n} palabras.',
  mostCharacters: 'Puede usar hasta {n} caracteres.',
  wordsLeft: 'Palabras restantes: {n}',
  wordsOver: 'Palabras de más: {n}',
  charactersLeft: 'Caracteres restantes: {n}',
  charactersOver: 'Caracteres de más: {n}',
  addAnother: 'Añadir otro',
  remove: 'Quitar',
  addFiles: 'Añadir los archivos elegidos',
  saveForLater: 'Guardar y volver más tarde',
  savedElsewhere: 'Guardado en otro lugar:',
  changedElsewhere:
    'Esta página se modificó en otra pestaña o en otro dispositivo desde que usted la abrió. Se muestran las dos versiones: la suya en los campos y la otra al lado. Corrija los campos si lo desea y continúe: se guardará lo que figure en los campos.',
  notSaved:
    'No hemos podido guardar esta página. Lo que escribió sigue aquí: espere unos segundos y pulse de nuevo Continuar.',
  begunAnew:
    'Sus páginas anteriores ya no están abiertas en este navegador, así que hemos empezado de nuevo con lo que acaba de enviar. Si había pedido el enlace de vuelta por correo, ábralo para encontrar las páginas anteriores.',
  draftSaved: 'Guardado.',
  saving: 'Guardando…',
  offline: 'No guardado: ahora no hay conexión. Deje esta página abierta; lo intentamos de nuevo.',
  checkTitle: 'Revise sus respuestas',
  checkLead: 'Todavía no se ha enviado nada. Lea sus respuestas, cambie lo que quiera y después envíelas.',
  change: 'Cambiar',
  toCorrect: 'Hay que corregir algunas respuestas antes de enviarlas.',
  declaration: 'Declaración',
  submit: 'Enviar',
  trap: 'Deje este campo vacío',
  sentTitle: 'La hemos recibido',
  reference: 'Su referencia',
  next: 'Qué pasa ahora',
  sentMail:
    'También le hemos enviado un correo con la referencia y la manera de seguir lo que ocurra. Si no llega en una hora, mire en el correo no deseado.',
  sentQuestions: email => `¿Preguntas? Escriba a ${email} y cite la referencia.`,
  lostTitle: 'Estas respuestas no están abiertas en este navegador',
  lostText:
    'Si pidió el enlace de vuelta por correo, ábralo. Las respuestas que no se enviaron se eliminan 30 días después del último cambio.',
  startAgain: 'Empezar de nuevo',
  filterList: 'Escriba para buscar en la lista',
}
