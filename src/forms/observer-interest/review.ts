import type { Review } from '../review.ts'

/** An observer speaks for itself alone, so two reviewers are suggested and one person may decide. */
export const review: Review = {
  suggestedRecommendations: 2,
  fourEyes: false,
  criteria: [
    {
      code: 'justice-work',
      label: {
        en: 'It works on justice, in a way that the Coalition discusses',
        fr: 'Elle travaille sur la justice, sur des sujets que la Coalition aborde',
        es: 'Trabaja en justicia, en temas que la Coalición trata',
        pt: 'Trabalha com justiça, em temas que a Coalizão discute',
        ar: 'تعمل في مجال العدالة، في مواضيع يناقشها التحالف',
      },
    },
    {
      code: 'contribution',
      label: {
        en: 'It says what it would bring to the meetings and take from them',
        fr: 'Elle dit ce qu’elle apporterait aux réunions et en retirerait',
        es: 'Dice qué aportaría a las reuniones y qué obtendría de ellas',
        pt: 'Diz o que levaria às reuniões e o que obteria delas',
        ar: 'تبيّن ما ستقدّمه في الاجتماعات وما ستستفيده منها',
      },
    },
    {
      code: 'standing',
      label: {
        en: 'It is who it says it is, and its representatives speak for it',
        fr: 'Elle est bien celle qu’elle dit être, et ses représentants parlent en son nom',
        es: 'Es quien dice ser, y sus representantes hablan en su nombre',
        pt: 'É quem diz ser, e os seus representantes falam em seu nome',
        ar: 'هي فعلًا من تقول إنها، وممثلوها يتحدثون باسمها',
      },
    },
    {
      code: 'independence',
      label: {
        en: 'Its funding, control and interests are declared and raise no doubt',
        fr: 'Son financement, son contrôle et ses intérêts sont déclarés et ne soulèvent pas de doute',
        es: 'Su financiación, su control y sus intereses están declarados y no suscitan dudas',
        pt: 'O seu financiamento, controle e interesses estão declarados e não suscitam dúvidas',
        ar: 'تمويلها والسيطرة عليها ومصالحها معلنة ولا تثير شكوكًا',
      },
    },
  ],
}
