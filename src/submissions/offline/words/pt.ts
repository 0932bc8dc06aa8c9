import type { OfflineWords } from './offline-words.ts'

export const pt: OfflineWords = {
  title: 'Preencher o formulário sem conexão',
  lead: 'Baixe o formulário num único arquivo, preencha-o quando e onde quiser e traga as suas respostas para cá ou por e-mail.',
  downloadTitle: '1. Baixar o formulário',
  download: 'Baixar o formulário',
  downloadHint: 'Um único arquivo que abre em qualquer navegador e não precisa de conexão.',
  uploadTitle: '2. Trazer as suas respostas',
  uploadHint:
    'O arquivo com as suas respostas, cujo nome termina em .html. Nada é enviado em definitivo antes de o verificar na página seguinte.',
  file: 'O arquivo com as suas respostas',
  upload: 'Continuar com estas respostas',
  refused: {
    missing: 'Escolha o arquivo com as suas respostas.',
    'too-large':
      'Este arquivo é grande demais para ser o formulário. Escolha o que “Guardar as minhas respostas” criou.',
    'not-a-form': 'Este arquivo não é o nosso formulário. Escolha o que “Guardar as minhas respostas” criou.',
    broken:
      'Não é possível ler as respostas deste arquivo: foi cortado ou alterado. Abra-o, guarde de novo as respostas e escolha o arquivo novo.',
    'other-form': 'Este arquivo é outro formulário. Abra a página desse formulário e traga-o lá.',
    'other-version':
      'O formulário mudou desde que baixou este arquivo. Baixe-o de novo e copie nele as suas respostas; o arquivo antigo continua a abrir.',
    changed:
      'Este arquivo responde a perguntas que o formulário não faz. Guarde de novo as respostas e escolha o arquivo novo.',
    empty:
      'Não há respostas neste arquivo. Abra-o, preencha-o, use “Guardar as minhas respostas” e escolha o arquivo criado.',
  },
  howTitle: 'Como funciona este arquivo',
  how: (address, mailTo) => [
    'Preencha-o aqui, sem conexão. “Guardar as minhas respostas” cria um arquivo novo que as contém: abra-o para continuar noutro dia.',
    `Quando tiver conexão, leve o arquivo guardado a ${address}, ou envie-o como anexo para ${mailTo}.`,
    'Verá então mais uma vez todas as suas respostas, e o que há para corrigir, antes de qualquer envio.',
  ],
  noScript:
    'O seu navegador não executa scripts, por isso não pode guardar as respostas num arquivo. Preencha o formulário, deixe-o aberto e use “Enviar quando tiver conexão” na altura certa, ou imprima-o.',
  onlyIf: condition => `Responda apenas ${condition}.`,
  save: 'Guardar as minhas respostas',
  saved:
    'As suas respostas estão no arquivo que acaba de ser guardado. Conserve-o: abra-o para continuar, ou traga-o até nós.',
  sendNow: 'Enviar quando tiver conexão',
  sendNowHint: 'Abre o nosso site com estas respostas. Verifica-as lá antes de serem enviadas.',
  files: 'Os documentos podem ser acrescentados no nosso site, depois de trazer as suas respostas.',
  unsaved: 'As suas últimas respostas ainda não estão guardadas.',
}
