// A member that is not invited, or another organisation, asks to join meetings of the Coalition as an observer.
import { defineForm } from '../define-form.ts'
import { filesSection } from '../files-section.ts'
import { about } from './about.ts'
import { declarations } from './declarations.ts'
import { example } from './example.ts'
import { organisation } from './organisation.ts'
import { people } from './people.ts'
import { interest } from './interest.ts'
import { review } from './review.ts'

export const observerInterest = defineForm({
  name: 'observer-interest',
  path: 'observer-applications',
  prefix: 'OBS',
  version: 2,
  kind: 'observer',
  title: {
    en: 'Apply to join the Coalition on Justice as an observer',
    fr: 'Demander à rejoindre la Coalition pour la justice en qualité d’observateur',
    es: 'Solicitar participar en la Coalición por la Justicia como observador',
    pt: 'Pedir para participar da Coalizão pela Justiça como observador',
    ar: 'طلب المشاركة في التحالف من أجل العدالة بصفة مراقب',
  },
  intro: {
    en: 'For OGP members and other organisations that are not invited to Coalition meetings and would like to observe them.',
    fr: 'Pour les membres du PGO et les autres organisations qui ne sont pas invités aux réunions de la Coalition et souhaitent y assister en qualité d’observateurs.',
    es: 'Para los miembros de la AGA y otras organizaciones que no están invitados a las reuniones de la Coalición y desean asistir como observadores.',
    pt: 'Para membros da OGP e outras organizações que não são convidados para as reuniões da Coalizão e desejam assistir a elas como observadores.',
    ar: 'لأعضاء شراكة الحكومة المنفتحة والمنظمات الأخرى التي لا تُدعى إلى اجتماعات التحالف وترغب في حضورها بصفة مراقب.',
  },
  example,
  review,
  sections: [about, organisation, people, interest, filesSection, declarations],
  facts: answers => ({
    organisation: answers.organisationName,
    country: answers.country,
    jurisdiction: answers.jurisdiction ?? null,
    applicantType: answers.applicantType,
    branch: null,
    language: answers.contact.language,
    contactName: answers.contact.name,
    contactEmail: answers.contact.email,
    supportTypes: [],
    themes: answers.justiceThemes,
    neededBy: null,
    pointOfContactEmail: null,
  }),
})
