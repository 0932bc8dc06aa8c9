import type { Notices } from './notices.ts'

export const es: Notices = {
  privacy: {
    title: 'Aviso de privacidad (versión 2026-1)',
    parts: [
      {
        heading: 'Qué hacemos con sus datos',
        lines: [
          'Usamos lo que envía para decidir sobre su solicitud, responderle e invitarle si lo pidió.',
          'Responsable: la Unidad de Apoyo de la Alianza para el Gobierno Abierto, para la Coalición por la Justicia. Escriba a {email}.',
        ],
      },
      {
        heading: 'Quién los ve',
        lines: [
          'Las personas que tramitan su solicitud, y nadie que haya declarado un conflicto de intereses. Lo que diga sobre necesidades de acceso lo ven solo quienes organizan las reuniones, y se borra después de la reunión si solo pidió asistir a una; si no, 30 días después del cierre de su solicitud, que para los observadores es el fin de su participación.',
          'Publicamos su nombre y su país solo si lo aceptó y se le admite; de lo contrario cuenta en cifras sin nombre.',
          'Nuestras páginas no cargan nada de otras empresas, y nadie cuenta sus visitas para ellas.',
        ],
      },
      {
        heading: 'Cuánto tiempo se conservan',
        lines: [
          'Lo que no ha enviado se elimina 30 días después de su último cambio, con sus archivos.',
          'Lo que envió se conserva mientras cumple su finalidad o hasta que pida que se borre. Entonces se borran sus respuestas, archivos y mensajes; queda que algo se recibió y se decidió, y cuándo.',
        ],
      },
      {
        heading: 'Qué puede pedir',
        lines: [
          'Verlos, corregirlos, borrarlos o retirar su solicitud. El enlace de nuestros correos lleva allí, o escriba a {email}.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'Una que recuerda su idioma si lo elige y una por cada formulario que ha empezado, para que solo su navegador abra sus respuestas. Nada más.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accesibilidad',
    parts: [
      {
        heading: 'Cómo construimos',
        lines: [
          'Estas páginas aspiran a cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. Cada una se prueba automáticamente y a 320 píxeles de ancho, los formularios también solo con teclado y sin JavaScript.',
          'Funcionan sin JavaScript, en una pantalla pequeña y con una conexión lenta.',
        ],
      },
      {
        heading: 'Si algo se lo impide',
        lines: [
          'Escriba a {email}: díganos la página y qué pasó. Respondemos, y recibimos su solicitud por correo si le resulta más fácil.',
        ],
      },
    ],
  },
  contact: {
    title: 'Contacto',
    parts: [
      {
        heading: 'Escríbanos',
        lines: [
          '{email}',
          'Si tiene una referencia, por ejemplo OBS-7K2M4, cítela: así su mensaje llega a quien la tramita.',
        ],
      },
    ],
  },
}
