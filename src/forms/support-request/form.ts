// A government asks the Support Unit and the Coalition for help with the justice part of its action plan.
import { defineForm } from '../define-form.ts'
import { filesSection } from '../files-section.ts'
import { actionPlan } from './action-plan.ts'
import { agreement } from './agreement.ts'
import { applicant } from './applicant.ts'
import { example } from './example.ts'
import { partnersAndMeans } from './partners-and-means.ts'
import { support } from './support.ts'
import { review } from './review.ts'

export const supportRequest = defineForm({
  name: 'support-request',
  path: 'support-requests',
  prefix: 'SUP',
  version: 2,
  kind: 'support',
  title: {
    en: 'Request support for justice in your action plan',
    fr: 'Demander un appui pour la justice dans votre plan d’action',
    es: 'Solicitar apoyo en materia de justicia para su plan de acción',
    pt: 'Pedir apoio em matéria de justiça para o seu plano de ação',
    ar: 'طلب دعم في مجال العدالة لخطة عملكم',
  },
  intro: {
    en: 'For governments that would like help from the OGP Support Unit and the Coalition on Justice with justice-related activities.',
    fr: 'Pour les gouvernements qui souhaitent l’aide de l’Unité d’appui du PGO et de la Coalition pour la justice dans leurs activités liées à la justice.',
    es: 'Para los gobiernos que desean la ayuda de la Unidad de Apoyo de la AGA y de la Coalición por la Justicia en actividades relacionadas con la justicia.',
    pt: 'Para governos que desejam a ajuda da Unidade de Apoio da OGP e da Coalizão pela Justiça em atividades relacionadas com a justiça.',
    ar: 'للحكومات التي ترغب في مساعدة من وحدة دعم شراكة الحكومة المنفتحة والتحالف من أجل العدالة في أنشطة تتعلق بالعدالة.',
  },
  example,
  review,
  sections: [applicant, actionPlan, support, partnersAndMeans, filesSection, agreement],
  facts: answers => ({
    organisation: answers.institution,
    country: null,
    jurisdiction: answers.jurisdiction,
    applicantType: null,
    branch: answers.branch,
    language: answers.contact.language,
    contactName: answers.contact.name,
    contactEmail: answers.contact.email,
    supportTypes: answers.supportTypes,
    themes: answers.justiceThemes,
    neededBy: answers.neededBy,
    pointOfContactEmail: answers.pointOfContactEmail ?? null,
  }),
})
