import { files } from './file-question.ts'
import { optional } from './question.ts'

/** The part of a form in which files are added. */
export const filesSection = {
  title: {
    en: 'Documents',
    fr: 'Documents',
    es: 'Documentos',
    pt: 'Documentos',
    ar: 'المستندات',
  },
  questions: {
    documents: optional(
      files({
        label: {
          en: 'Files that support what you say',
          fr: 'Fichiers à l’appui de vos réponses',
          es: 'Archivos que respaldan lo que dice',
          pt: 'Arquivos que apoiam o que diz',
          ar: 'ملفات تدعم ما تقوله',
        },
        hint: {
          en: 'Up to 5 files of 10 MB each: PDF, DOCX, ODT, JPEG or PNG.',
          fr: 'Jusqu’à 5 fichiers de 10 Mo chacun : PDF, DOCX, ODT, JPEG ou PNG.',
          es: 'Hasta 5 archivos de 10 MB cada uno: PDF, DOCX, ODT, JPEG o PNG.',
          pt: 'Até 5 arquivos de 10 MB cada: PDF, DOCX, ODT, JPEG ou PNG.',
          ar: 'حتى 5 ملفات، حجم كل منها 10 ميغابايت: PDF أو DOCX أو ODT أو JPEG أو PNG.',
        },
        item: { label: { en: 'File', fr: 'Fichier', es: 'Archivo', pt: 'Arquivo', ar: 'ملف' } },
      }),
    ),
  },
}
