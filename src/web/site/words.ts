// What stands around every page of the applicants' side. A language that lacks a word does not compile.
import type { Language } from '../../kernel/languages.ts'

export interface SiteWords {
  /** What the language calls itself. */
  ownName: string
  service: string
  skip: string
  languages: string
  privacy: string
  accessibility: string
  contact: string
  back: string
  goOn: string
  /** Before the title of a page that has to be corrected, so that a screen reader says it first. */
  errorPrefix: string
  errorSummary: string
  /** Read out before the message at a field. */
  errorAtField: string
  optional: string
  toStart: string
  /** To the applicant's own page. */
  follow: string
}

export const SITE_WORDS: Readonly<Record<Language, SiteWords>> = {
  en: {
    ownName: 'English',
    service: 'Coalition on Justice',
    skip: 'Skip to the content',
    languages: 'Languages',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    contact: 'Contact',
    back: 'Back',
    goOn: 'Continue',
    errorPrefix: 'Error: ',
    errorSummary: 'There is a problem',
    errorAtField: 'Error: ',
    optional: '(optional)',
    toStart: 'To the start page',
    follow: 'Follow your request',
  },
  fr: {
    ownName: 'Français',
    service: 'Coalition pour la justice',
    skip: 'Aller au contenu',
    languages: 'Langues',
    privacy: 'Confidentialité',
    accessibility: 'Accessibilité',
    contact: 'Contact',
    back: 'Retour',
    goOn: 'Continuer',
    errorPrefix: 'Erreur\u00a0: ',
    errorSummary: 'Il y a un problème',
    errorAtField: 'Erreur\u00a0: ',
    optional: '(facultatif)',
    toStart: 'Vers la page d’accueil',
    follow: 'Suivre votre demande',
  },
  es: {
    ownName: 'Español',
    service: 'Coalición por la Justicia',
    skip: 'Ir al contenido',
    languages: 'Idiomas',
    privacy: 'Privacidad',
    accessibility: 'Accesibilidad',
    contact: 'Contacto',
    back: 'Volver',
    goOn: 'Continuar',
    errorPrefix: 'Error: ',
    errorSummary: 'Hay un problema',
    errorAtField: 'Error: ',
    optional: '(opcional)',
    toStart: 'Ir a la página de inicio',
    follow: 'Siga su solicitud',
  },
  pt: {
    ownName: 'Português',
    service: 'Coalizão pela Justiça',
    skip: 'Ir para o conteúdo',
    languages: 'Idiomas',
    privacy: 'Privacidade',
    accessibility: 'Acessibilidade',
    contact: 'Contato',
    back: 'Voltar',
    goOn: 'Continuar',
    errorPrefix: 'Erro: ',
    errorSummary: 'Há um problema',
    errorAtField: 'Erro: ',
    optional: '(opcional)',
    toStart: 'Ir para a página inicial',
    follow: 'Acompanhe o seu pedido',
  },
  ar: {
    ownName: 'العربية',
    service: 'التحالف من أجل العدالة',
    skip: 'الانتقال إلى المحتوى',
    languages: 'اللغات',
    privacy: 'الخصوصية',
    accessibility: 'إمكانية الوصول',
    contact: 'الاتصال بنا',
    back: 'رجوع',
    goOn: 'متابعة',
    errorPrefix: 'خطأ: ',
    errorSummary: 'هناك مشكلة',
    errorAtField: 'خطأ: ',
    optional: '(اختياري)',
    toStart: 'إلى صفحة البداية',
    follow: 'متابعة طلبكم',
  },
}
