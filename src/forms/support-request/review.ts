import type { Review } from '../review.ts'

/** Support commits people and money of others, so somebody recommends and somebody else decides. */
export const review: Review = {
  suggestedRecommendations: 1,
  fourEyes: true,
  criteria: [
    {
      code: 'justice-commitment',
      label: {
        en: 'The activity is about justice, and stands in an action plan or is on its way there',
        fr: 'L’activité concerne la justice et figure dans un plan d’action ou y mènera',
        es: 'La actividad trata de justicia y figura en un plan de acción o va camino de ello',
        pt: 'A atividade trata de justiça e consta de um plano de ação ou está a caminho disso',
        ar: 'النشاط متعلق بالعدالة، وهو مدرج في خطة عمل أو في طريقه إلى ذلك',
      },
    },
    {
      code: 'clear-need',
      label: {
        en: 'The problem and the outcome that is wanted are clear',
        fr: 'Le problème et le résultat souhaité sont clairs',
        es: 'El problema y el resultado deseado están claros',
        pt: 'O problema e o resultado desejado estão claros',
        ar: 'المشكلة والنتيجة المنشودة واضحتان',
      },
    },
    {
      code: 'civil-society',
      label: {
        en: 'Civil society has been consulted, or will be',
        fr: 'La société civile a été consultée ou le sera',
        es: 'Se ha consultado a la sociedad civil o se la consultará',
        pt: 'A sociedade civil foi ou será consultada',
        ar: 'تمت استشارة المجتمع المدني أو ستتم',
      },
    },
    {
      code: 'in-time',
      label: {
        en: 'The support can make a difference by the date on which it is needed',
        fr: 'L’appui peut être utile à la date où il est nécessaire',
        es: 'El apoyo puede ser útil para la fecha en que se necesita',
        pt: 'O apoio pode ser útil até a data em que é necessário',
        ar: 'يمكن أن يُحدث الدعم فرقًا قبل التاريخ المطلوب',
      },
    },
    {
      code: 'within-our-means',
      label: {
        en: 'We, or a partner, can give it',
        fr: 'Nous, ou un partenaire, pouvons l’apporter',
        es: 'Nosotros, o un socio, podemos darlo',
        pt: 'Nós, ou um parceiro, podemos prestá-lo',
        ar: 'يمكننا، أو يمكن لأحد الشركاء، تقديمه',
      },
    },
  ],
}
