import type { ApplyWords } from './apply-words.ts'

export const pt: ApplyWords = {
  step: (n, of) => `Passo ${n} de ${of}`,
  choose: 'Escolha',
  day: 'Dia',
  month: 'Mês',
  year: 'Ano',
  mostWords: 'Pode usar até {n} palavras.',
  mostCharacters: 'Pode usar até {n} caracteres.',
  wordsLeft: 'Palavras restantes: {n}',
  wordsOver: 'Palavras a mais: {n}',
  charactersLeft: 'Caracteres restantes: {n}',
  charactersOver: 'Caracteres a mais: {n}',
  addAnother: 'Adicionar outro',
  remove: 'Remover',
  saveForLater: 'Guardar e voltar mais tarde',
  savedElsewhere: 'Guardado noutro lugar:',
  changedElsewhere:
    'Esta página foi alterada noutro separador ou noutro dispositivo desde que a abriu. As duas versões são mostradas: a sua nos campos, a outra ao lado. Corrija os campos se quiser e continue: ficará guardado o que estiver nos campos.',
  notSaved:
    'Não conseguimos guardar esta página agora. O que escreveu continua aqui: espere uns segundos e prima Continuar outra vez.',
  begunAnew:
    'As suas páginas anteriores já não estão abertas neste navegador, por isso começámos de novo com o que acabou de enviar. Se tinha pedido a ligação de regresso por correio eletrónico, abra-a para encontrar as páginas anteriores.',
  draftSaved: 'Guardado.',
  saving: 'A guardar…',
  offline: 'Não guardado: não há ligação neste momento. Deixe esta página aberta; tentamos de novo.',
  checkTitle: 'Verifique as suas respostas',
  checkLead: 'Ainda não foi enviado nada. Leia as suas respostas, altere o que quiser e depois envie-as.',
  change: 'Alterar',
  toCorrect: 'Algumas respostas têm de ser corrigidas antes de as poder enviar.',
  declaration: 'Declaração',
  submit: 'Enviar',
  sentTitle: 'Recebemos o seu pedido',
  reference: 'A sua referência',
  next: 'O que acontece a seguir',
  sentMail:
    'Também lhe enviámos uma mensagem de correio eletrónico com a referência, uma cópia das suas respostas e a forma de acompanhar o que acontece. Se não chegar dentro de uma hora, procure no correio não solicitado.',
  sentQuestions: email => `Dúvidas? Escreva para ${email} e indique a referência.`,
  lostTitle: 'Estas respostas não estão abertas neste navegador',
  lostText:
    'Se pediu a ligação de regresso por correio eletrónico, abra-a. As respostas que não foram enviadas são eliminadas 30 dias após a última alteração.',
  startAgain: 'Começar de novo',
  filterList: 'Escreva para procurar na lista',
}
