import { counted } from '../../kernel/counted.ts'
import { ANSWERS, CHARACTERS, WORDS } from './nouns.ts'
import type { Says } from './says.ts'

export const pt: Says = {
  required: 'indique uma resposta.',
  'must-be-confirmed': 'confirme esta declaração para continuar.',
  'not-asked': v => `não responda a esta pergunta; ela só é feita ${v.condition}.`,
  'unknown-field': 'este campo não existe no formulário. Remova-o ou verifique o nome.',
  'not-text': 'digite um texto.',
  'not-a-number': 'digite um número inteiro.',
  'not-yes-or-no': 'responda true (sim) ou false (não).',
  'not-a-list': 'indique uma lista de respostas.',
  'not-an-object': 'indique um objeto com as respostas às suas perguntas.',
  'invalid-characters': 'remova os caracteres que não podem ser mostrados, como os de controle.',
  'too-short': v => `digite pelo menos ${counted('pt', v.min ?? 0, CHARACTERS.pt)} (o texto tem ${v.given}).`,
  'too-long': v => `digite no máximo ${counted('pt', v.max ?? 0, CHARACTERS.pt)} (o texto tem ${v.given}).`,
  'too-many-words': v => `use no máximo ${counted('pt', v.max ?? 0, WORDS.pt)} (o texto tem ${v.given}).`,
  'too-few': v => `dê pelo menos ${counted('pt', v.min ?? 0, ANSWERS.pt)} (há ${v.given}).`,
  'too-many': v => `dê no máximo ${counted('pt', v.max ?? 0, ANSWERS.pt)} (há ${v.given}).`,
  duplicate: 'escolha cada resposta uma só vez.',
  'not-a-choice': 'escolha uma das respostas oferecidas.',
  'invalid-email': 'digite um endereço de e-mail, por exemplo nome@example.org.',
  'invalid-phone': 'digite um número de telefone com o código do país, por exemplo +238 991 12 34.',
  'invalid-web-address': 'digite um endereço web completo que comece com http:// ou https://.',
  'invalid-date': 'digite uma data que exista, na forma ano-mês-dia, por exemplo 2027-03-31.',
  'date-in-the-past': 'digite a data de hoje ou uma posterior.',
  'year-out-of-range': v => `digite um ano entre ${v.min} e ${v.max}.`,
  'unknown-country': 'digite o código ISO de duas letras de um país ou território, por exemplo CV.',
  'unknown-jurisdiction': 'escolha na lista um membro da OGP.',
  'unknown-time-zone': 'digite o nome IANA de um fuso horário, por exemplo America/Sao_Paulo.',
  'unknown-file': 'indique um arquivo enviado nas últimas 24 horas, sem vírus e ainda não usado.',
}
