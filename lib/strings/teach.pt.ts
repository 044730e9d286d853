import { plural } from './language';
import type { TeachStrings } from './teach.en';

/** Text of the overlay in which an agent teaches Deskside a page, Portuguese. */
export const teachPt: TeachStrings = {
  title: 'Ensinar esta página ao Deskside',
  keys: 'Clique, ou mova-se com as setas e pressione Enter. Esc para sair.',
  optional: 'opcional',
  again: 'apontar novamente',
  steps: {
    customer: { name: 'Uma mensagem do cliente', prompt: 'Aponte para o texto de uma mensagem escrita pelo cliente.' },
    agent: { name: 'Uma mensagem de um agente', prompt: 'Aponte para o texto de uma resposta enviada por um agente.' },
    author: { name: 'O nome de quem escreve', prompt: 'Aponte para o nome de quem escreveu uma das mensagens.' },
    editor: {
      name: 'A caixa de resposta',
      prompt: 'Aponte para a caixa em que escreve as respostas. Tem de estar aberta.',
    },
    switch: {
      name: 'Resposta ou nota',
      prompt: 'Esta caixa também escreve notas internas? Então mude-a agora para nota, como faz sempre.',
    },
    note: {
      name: 'Uma nota interna',
      prompt: 'Aponte para uma nota interna, para que nunca seja tomada por uma mensagem.',
    },
    subject: { name: 'O assunto', prompt: 'Aponte para o assunto do ticket.' },
  },
  switchKeys: 'Neste passo a página é sua. O Deskside não pressiona nada.',
  isNote: 'Agora escreve uma nota',
  switchAgain: 'novamente',
  skip: { switch: 'Nunca escreve notas', note: 'Não há aqui nenhuma nota', subject: 'Não há assunto' },
  read: (count) =>
    plural('pt', count, { one: 'O Deskside lê # mensagem aqui.', other: 'O Deskside lê # mensagens aqui.' }),
  oneSided: 'Não encontra ao mesmo tempo um cliente e um agente. Aponte novamente para as mensagens.',
  unknown: (count) =>
    plural('pt', count, {
      one: 'Não sabe quem escreveu mais # mensagem e deixa-a de fora.',
      other: 'Não sabe quem escreveu mais # mensagens e deixa-as de fora.',
    }),
  messages: 'O que o Deskside lê',
  roles: { customer: 'Cliente', agent: 'Agente', note: 'Nota', bot: 'Robô', system: 'Sistema' },
  newestFirst: 'A mensagem mais recente está no topo',
  correct:
    'Algo não está certo? Aponte novamente para essa parte, mais acima. Se tudo estiver certo, o Deskside lê assim todos os tickets deste endereço.',
  failures: {
    'no-address': 'O endereço desta página não indica nenhum ticket. Abra primeiro um só ticket.',
    'no-list': 'As duas mensagens não estão na mesma lista. Aponte para duas mensagens da mesma conversa.',
    'no-difference': 'Esta página não distingue as mensagens de clientes das de agentes.',
    'no-editor': 'O que apontou não é um editor. Abra a caixa de resposta e aponte para ela.',
    'no-switch': 'Nada mudou na página. Mude primeiro a caixa para nota e depois carregue aqui.',
  },
  save: 'Guardar para este endereço',
  cancel: 'Cancelar',
};
