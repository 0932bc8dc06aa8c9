import { spokenLanguages } from '../contact-questions.ts'
import { optional } from '../question.ts'
import { choice, choices, declaration, group, list, longText, text } from '../questions.ts'
import { CONSULTED, MODALITIES, RESOURCES } from './choices.ts'

export const partnersAndMeans = {
  title: { en: 'Partners and means', fr: 'Partenaires et moyens', es: 'Socios y medios' },
  questions: {
    civilSociety: choice(CONSULTED, {
      label: {
        en: 'Civil society has been consulted',
        fr: 'La société civile a été consultée',
        es: 'Se ha consultado a la sociedad civil',
      },
    }),
    partners: optional(
      list(
        group(
          { label: { en: 'Partner', fr: 'Partenaire', es: 'Socio' } },
          {
            name: text({ label: { en: 'Name', fr: 'Nom', es: 'Nombre' }, min: 2, max: 200 }),
            consent: declaration({
              label: {
                en: 'This partner has agreed to be named',
                fr: 'Ce partenaire a accepté d’être nommé',
                es: 'Este socio ha aceptado que se le mencione',
              },
            }),
          },
        ),
        {
          label: { en: 'Partners', fr: 'Partenaires', es: 'Socios' },
          hint: {
            en: 'Organisations that work on this with you and have agreed to be named here. At most ten.',
            fr: 'Les organisations qui y travaillent avec vous et ont accepté d’être nommées ici. Dix au plus.',
            es: 'Las organizaciones que trabajan con usted en esto y han aceptado que se las mencione aquí. Diez como máximo.',
          },
          max: 10,
        },
      ),
    ),
    resources: optional(
      choices(RESOURCES, {
        label: { en: 'Resources that you have', fr: 'Ressources disponibles', es: 'Recursos disponibles' },
      }),
    ),
    modality: optional(
      choice(MODALITIES, {
        label: { en: 'How to work together', fr: 'Mode de collaboration', es: 'Modalidad de trabajo' },
      }),
    ),
    languages: optional(
      spokenLanguages({
        label: { en: 'Working languages', fr: 'Langues de travail', es: 'Idiomas de trabajo' },
      }),
    ),
    availability: optional(
      longText({
        label: { en: 'Availability', fr: 'Disponibilités', es: 'Disponibilidad' },
        hint: {
          en: 'Days and times that suit you, and those that do not.',
          fr: 'Les jours et horaires qui vous conviennent, et ceux à éviter.',
          es: 'Los días y horarios que le convienen y los que no.',
        },
        max: 500,
      }),
    ),
  },
}
