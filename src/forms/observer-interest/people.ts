import { spokenLanguages } from '../contact-questions.ts'
import { optional } from '../question.ts'
import { group, list, longText } from '../questions.ts'
import { contactDetails, emailAddress, fullName, position, preferredLanguage } from '../shared-questions.ts'

export const people = {
  title: { en: 'People', fr: 'Personnes', es: 'Personas', pt: 'Pessoas', ar: 'الأشخاص' },
  questions: {
    headOfOrganisation: group(
      {
        label: {
          en: 'Head of the organisation',
          fr: 'Responsable de l’organisation',
          es: 'Responsable de la organización',
          pt: 'Dirigente da organização',
          ar: 'رئيس المنظمة',
        },
      },
      { name: fullName, title: position },
    ),
    contact: group(
      {
        label: {
          en: 'Contact person',
          fr: 'Personne à contacter',
          es: 'Persona de contacto',
          pt: 'Pessoa de contato',
          ar: 'جهة الاتصال',
        },
        hint: {
          en: 'We write to this person about the application.',
          fr: 'Nous écrirons à cette personne au sujet de la demande.',
          es: 'Escribiremos a esta persona sobre la solicitud.',
          pt: 'Escreveremos a esta pessoa sobre o pedido.',
          ar: 'سنراسل هذا الشخص بشأن الطلب.',
        },
      },
      contactDetails,
    ),
    representatives: list(
      group(
        {
          label: {
            en: 'Representative',
            fr: 'Représentant',
            es: 'Representante',
            pt: 'Representante',
            ar: 'الممثل',
          },
        },
        { name: fullName, title: position, email: emailAddress, language: preferredLanguage },
      ),
      {
        label: {
          en: 'Representatives',
          fr: 'Représentants',
          es: 'Representantes',
          pt: 'Representantes',
          ar: 'الممثلون',
        },
        hint: {
          en: 'One or two people who would attend.',
          fr: 'Une ou deux personnes qui assisteraient aux réunions.',
          es: 'Una o dos personas que asistirían.',
          pt: 'Uma ou duas pessoas que participariam.',
          ar: 'شخص أو شخصان يحضران الاجتماعات.',
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
          pt: 'Interpretação necessária',
          ar: 'الترجمة الشفوية المطلوبة',
        },
        hint: {
          en: 'The languages that your representatives need at a meeting.',
          fr: 'Les langues dont vos représentants ont besoin pendant une réunion.',
          es: 'Los idiomas que sus representantes necesitan en una reunión.',
          pt: 'Os idiomas de que os seus representantes precisam em uma reunião.',
          ar: 'اللغات التي يحتاج إليها ممثلوكم في الاجتماع.',
        },
      }),
    ),
    accessNeeds: optional(
      longText({
        label: {
          en: 'Access needs',
          fr: 'Besoins en matière d’accessibilité',
          es: 'Necesidades de accesibilidad',
          pt: 'Necessidades de acessibilidade',
          ar: 'احتياجات تيسير الوصول',
        },
        hint: {
          en: 'Only the organisers of meetings see this. It is erased after the meeting, or when your time as an observer has ended.',
          fr: 'Seuls les organisateurs des réunions voient cette réponse. Elle est effacée après la réunion, ou une fois votre participation en qualité d’observateur terminée.',
          es: 'Solo la ven quienes organizan las reuniones. Se elimina después de la reunión, o cuando termine su participación como observador.',
          pt: 'Só quem organiza as reuniões vê esta informação. Ela é apagada depois da reunião, ou quando terminar a sua participação como observador.',
          ar: 'لا يطّلع على هذه المعلومات إلا منظمو الاجتماعات، وتُمحى بعد الاجتماع، أو عند انتهاء مشاركتكم بصفة مراقب.',
        },
        max: 500,
        restricted: true,
      }),
    ),
  },
}
