import type { StartWords } from './start-words.ts'

export const pt: StartWords = {
  title: 'Participar na Coligação para a Justiça',
  lead: 'A Parceria para Governo Aberto (OGP) junta governos e sociedade civil. A sua Coligação para a Justiça reúne os membros cujos compromissos tratam da justiça. Aqui pode pedir para assistir às suas reuniões ou pedir apoio para o seu próprio trabalho na área da justiça.',
  observersTitle: 'Observar as reuniões da Coligação',
  observers:
    'Quem observa ouve e contribui nas reuniões da Coligação. Podem candidatar-se os membros da OGP que não estão já convidados e outras organizações: para uma reunião ou para todas.',
  supportTitle: 'Pedir apoio',
  support:
    'Os governos podem pedir à Unidade de Apoio da OGP e à Coligação ajuda com a justiça no seu plano de ação: orientação, pares com experiência, especialistas, ajuda na cocriação e mais.',
  invitedTitle: 'Quem já está convidado',
  invited: (since, count) =>
    `Desde ${since} vigora esta regra e ${count} membros constam da sua lista. Não precisam de pedir para observar.`,
  invitedList: 'Mostrar a lista',
  invitedSource: 'Onde a regra e a lista são publicadas',
  nextTitle: 'O que acontece a seguir, e quando',
  next: (firstLook, observer, support) => [
    'Recebe de imediato uma referência e um comprovativo por correio eletrónico, com uma ligação para acompanhar o que acontece.',
    `Alguém da Unidade de Apoio examina-o pela primeira vez no prazo de ${firstLook} dias úteis.`,
    `Tem uma resposta em ${observer} dias úteis se pedir para observar, e em ${support} se pedir apoio. Todas as decisões são fundamentadas.`,
  ],
  dataTitle: 'Os seus dados',
  data: draftDays => [
    `O que ainda não enviou é eliminado ${draftDays} dias após a sua última alteração.`,
    'O que enviou é visto pelas pessoas que o tratam. É conservado enquanto cumprir a sua finalidade; pode pedir o apagamento em qualquer altura.',
  ],
  askedTitle: 'O que será perguntado',
  asked: 'Verá as perguntas à medida que avança: nada é enviado antes de ter verificado as suas respostas.',
  minutes: { observer: 'Cerca de 20 minutos.', support: 'Cerca de 30 minutos.' },
  keepTitle: 'Pode parar e voltar',
  keep: draftDays =>
    `Cada página é guardada quando continua. Pode receber por correio eletrónico uma ligação que leva de volta às suas respostas, em qualquer dispositivo, durante ${draftDays} dias.`,
  placeTitle: 'Primeiro: onde está?',
  placeLabel: 'País ou membro da OGP',
  placeHint: 'Por exemplo: Quénia, Costa do Marfim, Buenos Aires. Dizemos-lhe se já está convidado.',
  placeButton: 'Procurar',
  placeMissing: 'País ou membro da OGP: escreva um nome.',
  alreadyInvited: name => `Membro já convidado: ${name}`,
  invitedBy: 'É convidado para as reuniões por esta regra:',
  invitedVersion: version => `A lista em vigor é a de ${version}.`,
  invitedSourceLink: 'Ver a lista publicada',
  invitedNext: email =>
    `Os colegas do governo deste membro não precisam de se candidatar: escrevam para ${email} para receber os convites. Outras organizações de lá podem candidatar-se, e o senhor ou a senhora também, se quiser.`,
  goOnAnyway: 'Continuar com o formulário',
  notInvited: name => `Membro da OGP que não consta da lista de convidados: ${name}. Pode candidatar-se.`,
  isMember: name => `Membro da OGP: ${name}.`,
  notMember: typed => `Não conhecemos nenhum membro da OGP chamado “${typed}”. Pode continuar na mesma.`,
  localNotCountry: 'Um membro local não é o seu país: cada um é convidado por si.',
  several: 'Referia-se a um destes?',
  start: 'Começar o formulário',
}
