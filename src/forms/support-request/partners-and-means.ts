import { spokenLanguages } from '../contact-questions.ts'
import { optional } from '../question.ts'
import { choice, choices, declaration, group, list, longText, text } from '../questions.ts'
import { CONSULTED, MODALITIES, RESOURCES } from './choices.ts'

export const partnersAndMeans = {
  title: {
    en: 'Partners and means',
    fr: 'Partenaires et moyens',
    es: 'Socios y medios',
    pt: 'Parceiros e meios',
    ar: 'الشركاء والإمكانات',
  },
  questions: {
    civilSociety: choice(CONSULTED, {
      label: {
        en: 'Civil society has been consulted',
        fr: 'La société civile a été consultée',
        es: 'Se ha consultado a la sociedad civil',
        pt: 'A sociedade civil foi consultada',
        ar: 'تمت استشارة المجتمع المدني',
      },
    }),
    partners: optional(
      list(
        group(
          { label: { en: 'Partner', fr: 'Partenaire', es: 'Socio', pt: 'Parceiro', ar: 'الشريك' } },
          {
            name: text({
              label: { en: 'Name', fr: 'Nom', es: 'Nombre', pt: 'Nome', ar: 'الاسم' },
              min: 2,
              max: 200,
            }),
            consent: declaration({
              label: {
                en: 'This partner has agreed to be named',
                fr: 'Ce partenaire a accepté d’être nommé',
                es: 'Este socio ha aceptado que se le mencione',
                pt: 'Este parceiro concordou em ser mencionado',
                ar: 'وافق هذا الشريك على ذكر اسمه',
              },
            }),
          },
        ),
        {
          label: { en: 'Partners', fr: 'Partenaires', es: 'Socios', pt: 'Parceiros', ar: 'الشركاء' },
          hint: {
            en: 'Organisations that work on this with you and have agreed to be named here. At most ten.',
            fr: 'Les organisations qui y travaillent avec vous et ont accepté d’être nommées ici. Dix au plus.',
            es: 'Las organizaciones que trabajan con usted en esto y han aceptado que se las mencione aquí. Diez como máximo.',
            pt: 'Organizações que trabalham nisto em conjunto e concordaram em ser mencionadas aqui. No máximo dez.',
            ar: 'المنظمات التي تعمل معكم على هذا الموضوع ووافقت على ذكر اسمها هنا. عشر على الأكثر.',
          },
          max: 10,
        },
      ),
    ),
    resources: optional(
      choices(RESOURCES, {
        label: {
          en: 'Resources that you have',
          fr: 'Ressources disponibles',
          es: 'Recursos disponibles',
          pt: 'Recursos disponíveis',
          ar: 'الموارد المتوفرة لديكم',
        },
      }),
    ),
    modality: optional(
      choice(MODALITIES, {
        label: {
          en: 'How to work together',
          fr: 'Mode de collaboration',
          es: 'Modalidad de trabajo',
          pt: 'Como trabalhar em conjunto',
          ar: 'طريقة العمل معًا',
        },
      }),
    ),
    languages: optional(
      spokenLanguages({
        label: {
          en: 'Working languages',
          fr: 'Langues de travail',
          es: 'Idiomas de trabajo',
          pt: 'Idiomas de trabalho',
          ar: 'لغات العمل',
        },
      }),
    ),
    availability: optional(
      longText({
        label: {
          en: 'Availability',
          fr: 'Disponibilités',
          es: 'Disponibilidad',
          pt: 'Disponibilidade',
          ar: 'المواعيد المناسبة',
        },
        hint: {
          en: 'Days and times that suit you, and those that do not.',
          fr: 'Les jours et horaires qui vous conviennent, et ceux à éviter.',
          es: 'Los días y horarios que le convienen y los que no.',
          pt: 'Os dias e horários convenientes e os que não o são.',
          ar: 'الأيام والأوقات التي تناسبكم وتلك التي لا تناسبكم.',
        },
        max: 500,
      }),
    ),
  },
}
