import type { Notices } from './notices.ts'

export const en: Notices = {
  privacy: {
    title: 'Privacy notice (version 2026-1)',
    parts: [
      {
        heading: 'What we do with your data',
        lines: [
          'We use what you send to decide on your application or request, to answer you, and to invite you where you asked for it.',
          'Who is responsible: the Support Unit of the Open Government Partnership, for the Coalition on Justice. Write to {email}.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'The people who work on your application or request, and nobody who has declared a conflict of interest. What you say about access needs is seen only by the organisers of meetings, and is erased after the meeting if you asked to attend only one; otherwise 30 days after your application is closed, which for observers is when their time as an observer ends.',
          'We publish your name and country only if you agreed to it and are accepted; otherwise you are counted in our figures without a name.',
          'Our pages load nothing from other companies, and no third party tracks your visits.',
        ],
      },
      {
        heading: 'How long it is kept',
        lines: [
          'What you have not sent is deleted 30 days after your last change, with its files.',
          'What you sent is kept until it is no longer needed, or you ask us to erase it. Then your answers, files and messages are erased; we keep only the fact that something was received and decided, and when.',
        ],
      },
      {
        heading: 'What you can ask for',
        lines: [
          'To see it, to have it corrected, to have it erased, or to take your application back. Use the link in our emails, or write to {email}.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'One that remembers your language if you choose it, and one for each form that you have started, so that only your browser opens your answers. Nothing else.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    parts: [
      {
        heading: 'How we build',
        lines: [
          'These pages are meant to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. Each is tested automatically and 320 pixels wide, the forms also by keyboard alone and without JavaScript.',
          'They work without JavaScript, on a small screen and on a slow connection.',
        ],
      },
      {
        heading: 'If something does not work for you',
        lines: [
          'Write to {email}: tell us the page and what happened. We will answer, and we can take your application by email if that is easier for you.',
        ],
      },
    ],
  },
  contact: {
    title: 'Contact',
    parts: [
      {
        heading: 'Write to us',
        lines: [
          '{email}',
          'If you have a reference, such as OBS-7K2M4, quote it so that your message reaches whoever is working on it.',
        ],
      },
    ],
  },
}
