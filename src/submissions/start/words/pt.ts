import type { StartWords } from './start-words.ts'

export const pt: StartWords = {
  title: 'Participar da Coalizão pela Justiça',
  lead: 'A Parceria para o Governo Aberto (OGP) reúne governos e sociedade civil. A sua Coalizão pela Justiça reúne os membros cujos compromissos tratam de justiça. Aqui pode pedir para participar das reuniões ou pedir apoio para o seu próprio trabalho em matéria de justiça.',
  observersTitle: 'Observar as reuniões da Coalizão',
  observers:
    'Quem observa escuta e contribui nas reuniões da Coalizão. Podem pedir os membros da OGP que ainda não são convidados e outras organizações: para uma reunião ou para todas.',
  supportTitle: 'Pedir apoio',
  support:
    'Os governos podem pedir à Unidade de Apoio da OGP e à Coalizão ajuda com a justiça no seu plano de ação: orientação, contato com pares que já o fizeram, especialistas, ajuda na cocriação e mais.',
  invitedTitle: 'Quem já é convidado',
  invited: (since, count) =>
    `Desde ${since} vale esta regra. Membros na lista: ${count}. Eles não precisam pedir para observar.`,
  invitedList: 'Mostrar a lista',
  invitedSource: 'Onde a regra e a lista são publicadas',
  nextTitle: 'O que acontece a seguir, e até quando',
  next: (firstLook, observer, support) => [
    'Recebe imediatamente, por e-mail, uma referência e um comprovante, com um link para acompanhar o que acontece.',
    `Alguém da Unidade de Apoio faz uma primeira leitura. Dias úteis, no máximo: ${firstLook}.`,
    `Recebe uma resposta. Dias úteis, no máximo: ${observer} para observar, ${support} para apoio. Toda decisão vem com as suas razões.`,
  ],
  dataTitle: 'Os seus dados',
  data: draftDays => [
    `O que ainda não enviou é apagado ${draftDays} dias depois da última alteração.`,
    'O que enviou é visto pelas pessoas que trabalham no pedido. É guardado até cumprir a sua finalidade; pode pedir a qualquer momento que seja apagado.',
  ],
  askedTitle: 'O que será perguntado',
  asked: 'As perguntas aparecem à medida que avança: nada é enviado antes de verificar as suas respostas.',
  minutes: { observer: 'Cerca de 20 minutos.', support: 'Cerca de 30 minutos.' },
  keepTitle: 'Pode parar e voltar',
  keep: draftDays =>
    `Cada página é salva quando continua. Pode receber por e-mail um link que leva de volta às suas respostas, em qualquer dispositivo, durante ${draftDays} dias.`,
  offline: 'Preencher sem conexão',
  placeTitle: 'Primeiro: onde está?',
  placeLabel: 'País ou membro da OGP',
  placeHint: 'Por exemplo: Cabo Verde, Costa do Marfim, Buenos Aires. Dizemos se já é convidado.',
  placeButton: 'Procurar',
  placeMissing: 'País ou membro da OGP: digite um nome.',
  alreadyInvited: name => `Membro já convidado: ${name}`,
  invitedBy: 'É convidado para as reuniões por esta regra:',
  invitedVersion: version => `A lista em vigor é a de ${version}.`,
  invitedSourceLink: 'Ver a lista publicada',
  invitedNext: email =>
    `Colegas do governo deste membro não precisam fazer um pedido: basta escrever para ${email} para receber os convites. Outras organizações de lá podem fazer um pedido, e quem quiser também.`,
  goOnAnyway: 'Continuar com o formulário',
  notInvited: name => `Membro da OGP que não está na lista dos convidados: ${name}. Pode fazer um pedido.`,
  isMember: name => `Membro da OGP: ${name}.`,
  notMember: typed => `Não conhecemos nenhum membro da OGP chamado “${typed}”. Pode continuar mesmo assim.`,
  localNotCountry: 'Um membro local é distinto do seu país: cada um é convidado por si.',
  several: 'Queria dizer um destes?',
  start: 'Começar o formulário',
}
