import { spokenLanguages } from '../contact-questions.ts'
import { optional } from '../question.ts'
import { group, list, longText } from '../questions.ts'
import { contactDetails, emailAddress, fullName, position, preferredLanguage } from '../shared-questions.ts'

export const people = {
  title: { en: 'People', fr: 'Personnes', es: 'Personas' },
  questions: {
    headOfOrganisation: group(
      {
        label: {
          en: 'Head of the organisation',
          fr: 'Responsable de l’organisation',
          es: 'Responsable de la organización',
        },
      },
      { name: fullName, title: position },
    ),
    contact: group(
      {
        label: { en: 'Contact person', fr: 'Personne à contacter', es: 'Persona de contacto' },
        hint: {
          en: 'We write to this person about the application.',
          fr: 'Nous écrirons à cette personne au sujet de la demande.',
          es: 'Escribiremos a esta persona sobre la solicitud.',
        },
      },
      contactDetails,
    ),
    representatives: list(
      group(
        { label: { en: 'Representative', fr: 'Représentant', es: 'Representante' } },
        { name: fullName, title: position, email: emailAddress, language: preferredLanguage },
      ),
      {
        label: { en: 'Representatives', fr: 'Représentants', es: 'Representantes' },
        hint: {
          en: 'One or two people who would attend.',
          fr: 'Une ou deux personnes qui assisteraient aux réunions.',
          es: 'Una o dos personas que asistirían.',
        },
        min: 1,
        max: 2,
      },
    ),
    interpretation: optional(
      spokenLanguages({
        label: {
          en: 'Interpretation needed',
          fr: 'Besoins d’interprétation',
          es: 'Interpretación necesaria',
        },
        hint: {
          en: 'The languages that your representatives need at a meeting.',
          fr: 'Les langues dont vos représentants ont besoin pendant une réunion.',
          es: 'Los idiomas que sus representantes necesitan en una reunión.',
        },
      }),
    ),
    accessNeeds: optional(
      longText({
        label: {
          en: 'Access needs',
          fr: 'Besoins en matière d’accessibilité',
          es: 'Necesidades de accesibilidad',
        },
        hint: {
          en: 'Only the organisers of the meeting see this. It is erased after the meeting.',
          fr: 'Seuls les organisateurs de la réunion voient cette réponse. Elle est effacée après la réunion.',
          es: 'Solo la ven quienes organizan la reunión. Se elimina después de la reunión.',
        },
        max: 500,
        restricted: true,
      }),
    ),
  },
}
