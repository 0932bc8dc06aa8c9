import type { Notices } from './notices.ts'

export const pt: Notices = {
  privacy: {
    title: 'Aviso de privacidade (versão 2026-1)',
    parts: [
      {
        heading: 'O que fazemos com os seus dados',
        lines: [
          'Usamos o que envia para decidir sobre o seu pedido, para lhe responder e para o convidar se o pediu.',
          'Responsável: a Unidade de Apoio da Parceria para Governo Aberto, para a Coalizão pela Justiça. Escreva para {email}.',
        ],
      },
      {
        heading: 'Quem os vê',
        lines: [
          'As pessoas que tratam o seu pedido, e ninguém que tenha declarado um conflito de interesses. O que diz sobre necessidades de acesso é visto só por quem organiza as reuniões e é apagado depois da reunião, se pediu para participar só numa; se não, 30 dias depois de o seu pedido ser encerrado, o que para os observadores é o fim da sua participação.',
          'Publicamos o seu nome e país só se concordou e for aceite; de outro modo conta em números sem nome.',
          'As nossas páginas não carregam nada de outras empresas, e ninguém conta as suas visitas para elas.',
        ],
      },
      {
        heading: 'Quanto tempo ficam',
        lines: [
          'O que não enviou é eliminado 30 dias após a sua última alteração, com os seus arquivos.',
          'O que enviou fica enquanto servir a sua finalidade ou até pedir que seja apagado. Então são apagadas as suas respostas, arquivos e mensagens; fica que algo foi recebido e decidido, e quando.',
        ],
      },
      {
        heading: 'O que pode pedir',
        lines: [
          'Vê-los, corrigi-los, apagá-los ou retirar o seu pedido. O link dos nossos e-mails leva até lá, ou escreva para {email}.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'Um que lembra o seu idioma se o escolher, e um por cada formulário começado, para que só o seu navegador abra as suas respostas. Mais nada.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Acessibilidade',
    parts: [
      {
        heading: 'Como construímos',
        lines: [
          'Estas páginas pretendem cumprir as Diretrizes de Acessibilidade para Conteúdo Web (WCAG) 2.2, nível AA. Cada uma é testada automaticamente e com 320 pixels de largura, os formulários também só com teclado e sem JavaScript.',
          'Funcionam sem JavaScript, numa tela pequena e numa ligação lenta.',
        ],
      },
      {
        heading: 'Se algo o impede',
        lines: [
          'Escreva para {email}: diga-nos a página e o que aconteceu. Respondemos, e recebemos o seu pedido por e-mail se for mais fácil para si.',
        ],
      },
    ],
  },
  contact: {
    title: 'Contato',
    parts: [
      {
        heading: 'Escreva-nos',
        lines: [
          '{email}',
          'Se tem uma referência, por exemplo OBS-7K2M4, indique-a: assim a mensagem chega a quem trata do pedido.',
        ],
      },
    ],
  },
}
