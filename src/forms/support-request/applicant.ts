import { email } from '../contact-questions.ts'
import { jurisdiction } from '../place-and-time-questions.ts'
import { onlyWhen } from '../question.ts'
import { choice, group, text, yesNo } from '../questions.ts'
import { contactDetails } from '../shared-questions.ts'
import { BRANCHES, LEVELS } from './applicant-choices.ts'

const { name, ...otherDetails } = contactDetails

export const applicant = {
  title: {
    en: 'Who is asking',
    fr: 'Qui présente la demande',
    es: 'Quién presenta la solicitud',
    pt: 'Quem apresenta o pedido',
    ar: 'الجهة مقدّمة الطلب',
  },
  questions: {
    jurisdiction: jurisdiction({
      label: {
        en: 'OGP member',
        fr: 'Membre du PGO',
        es: 'Miembro de la AGA',
        pt: 'Membro da OGP',
        ar: 'العضو في شراكة الحكومة المنفتحة',
      },
      hint: {
        en: 'The national or local member that asks. Choose it from the list.',
        fr: 'Le membre national ou local qui présente la demande. Choisissez-le dans la liste.',
        es: 'El miembro nacional o local que presenta la solicitud. Elíjalo de la lista.',
        pt: 'O membro nacional ou local que apresenta o pedido. Escolha-o na lista.',
        ar: 'العضو الوطني أو المحلي الذي يقدّم الطلب. يُرجى اختياره من القائمة.',
      },
    }),
    institution: text({
      label: { en: 'Institution', fr: 'Institution', es: 'Institución', pt: 'Instituição', ar: 'المؤسسة' },
      hint: {
        en: 'The ministry, court, parliament or agency.',
        fr: 'Le ministère, la juridiction, le parlement ou l’organisme.',
        es: 'El ministerio, tribunal, parlamento u organismo.',
        pt: 'O ministério, tribunal, parlamento ou órgão.',
        ar: 'الوزارة أو المحكمة أو البرلمان أو الهيئة.',
      },
      min: 2,
      max: 200,
    }),
    branch: choice(BRANCHES, {
      label: {
        en: 'Branch of government',
        fr: 'Pouvoir public',
        es: 'Poder del Estado',
        pt: 'Poder do Estado',
        ar: 'السلطة',
      },
    }),
    level: choice(LEVELS, {
      label: {
        en: 'Level of government',
        fr: 'Niveau de gouvernement',
        es: 'Nivel de gobierno',
        pt: 'Nível de governo',
        ar: 'المستوى الحكومي',
      },
    }),
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
          en: 'We write to this person about the request. An official email address helps us to answer faster.',
          fr: 'Nous écrirons à cette personne au sujet de la demande. Une adresse électronique officielle nous aide à répondre plus vite.',
          es: 'Escribiremos a esta persona sobre la solicitud. Una dirección de correo oficial nos ayuda a responder antes.',
          pt: 'Escreveremos a esta pessoa sobre o pedido. Um endereço de e-mail oficial nos ajuda a responder mais depressa.',
          ar: 'سنراسل هذا الشخص بشأن الطلب. يساعدنا البريد الإلكتروني الرسمي على الرد بسرعة أكبر.',
        },
      },
      {
        name,
        jobTitle: text({
          label: {
            en: 'Job title',
            fr: 'Intitulé du poste',
            es: 'Puesto',
            pt: 'Cargo',
            ar: 'المسمى الوظيفي',
          },
          min: 2,
          max: 200,
        }),
        ...otherDetails,
      },
    ),
    isPointOfContact: yesNo({
      label: {
        en: 'You are the OGP point of contact',
        fr: 'Vous êtes le point de contact du PGO',
        es: 'Usted es el punto de contacto de la AGA',
        pt: 'É o ponto de contato da OGP',
        ar: 'أنتم نقطة الاتصال لدى شراكة الحكومة المنفتحة',
      },
      hint: {
        en: 'The civil servant who speaks for the member on all OGP matters.',
        fr: 'L’agent public qui représente le membre pour toutes les questions relatives au PGO.',
        es: 'La persona funcionaria que representa al miembro en todos los asuntos de la AGA.',
        pt: 'O servidor público que fala pelo membro em todos os assuntos da OGP.',
        ar: 'الموظف العام الذي يتحدث باسم العضو في جميع شؤون شراكة الحكومة المنفتحة.',
      },
    }),
    pointOfContactEmail: onlyWhen(
      {
        question: 'isPointOfContact',
        is: [false],
        text: {
          en: 'if you are not the OGP point of contact',
          fr: 'si vous n’êtes pas le point de contact du PGO',
          es: 'si usted no es el punto de contacto de la AGA',
          pt: 'se não for o ponto de contato da OGP',
          ar: 'إذا لم تكونوا نقطة الاتصال لدى شراكة الحكومة المنفتحة',
        },
      },
      email({
        label: {
          en: 'Email address of the point of contact',
          fr: 'Adresse électronique du point de contact',
          es: 'Correo electrónico del punto de contacto',
          pt: 'Endereço de e-mail do ponto de contato',
          ar: 'البريد الإلكتروني لنقطة الاتصال',
        },
        hint: {
          en: 'We tell the point of contact of your request.',
          fr: 'Nous informerons le point de contact de votre demande.',
          es: 'Informaremos al punto de contacto de su solicitud.',
          pt: 'Informaremos o ponto de contato sobre o seu pedido.',
          ar: 'سنبلغ نقطة الاتصال بطلبكم.',
        },
      }),
    ),
  },
}
