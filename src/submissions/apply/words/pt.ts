import type { ApplyWords } from './apply-words.ts'

export const pt: ApplyWords = {
  step: (n, of) => `Passo ${n} de ${of}`,
  choose: 'Escolha',
  day: 'Dia',
  month: 'Mês',
  year: 'Ano',
  mostWords: 'Máximo de palavras: {n}.',
  mostCharacters: 'Máximo de caracteres: {n}.',
  wordsLeft: 'Palavras restantes: {n}',
  wordsOver: 'Palavras a mais: {n}',
  charactersLeft: 'Caracteres restantes: {n}',
  charactersOver: 'Caracteres a mais: {n}',
  addAnother: 'Adicionar mais',
  remove: 'Remover',
  addFiles: 'Adicionar os arquivos escolhidos',
  saveForLater: 'Salvar e voltar mais tarde',
  savedElsewhere: 'Salvo em outro lugar:',
  changedElsewhere:
    'Esta página foi alterada em outra aba ou em outro dispositivo desde que a abriu. As duas versões são mostradas: a sua nos campos, a outra ao lado. Corrija os campos se quiser e continue: ficará salvo o que estiver nos campos.',
  notSaved:
    'Não conseguimos salvar esta página agora. O que escreveu continua aqui: espere alguns segundos e clique em Continuar de novo.',
  begunAnew:
    'As suas páginas anteriores já não estão abertas neste navegador, por isso começamos de novo com o que acabou de enviar. Se pediu por e-mail o link para voltar, abra-o para encontrar as páginas anteriores.',
  draftSaved: 'Salvo.',
  saving: 'Salvando…',
  offline: 'Não foi salvo: não há conexão neste momento. Deixe esta página aberta; tentaremos de novo.',
  checkTitle: 'Verifique as suas respostas',
  checkLead: 'Nada foi enviado ainda. Leia as suas respostas, altere o que quiser e depois envie.',
  change: 'Alterar',
  toCorrect: 'Algumas respostas precisam ser corrigidas antes do envio.',
  declaration: 'Declaração',
  submit: 'Enviar',
  trap: 'Deixe este campo vazio',
  sentTitle: 'Recebemos o seu pedido',
  reference: 'A sua referência',
  next: 'Próximos passos',
  sentMail:
    'Enviamos também um e-mail com a referência e a forma de acompanhar o que acontece. Se não chegar dentro de uma hora, procure na pasta de spam.',
  sentQuestions: email => `Dúvidas? Escreva para ${email} e indique a referência.`,
  lostTitle: 'Estas respostas não estão abertas neste navegador',
  lostText:
    'Se pediu por e-mail o link para voltar, abra-o. As respostas que não foram enviadas são apagadas 30 dias depois da última alteração.',
  startAgain: 'Começar de novo',
  filterList: 'Digite para procurar na lista',
}
