import { plural } from './language';
import type { PrivacyStrings } from './privacy.en';

const entries = (value: number) => plural('pt', value, { one: '# elemento', other: '# elementos' });

/** Portuguese text of the library page about what is kept of customers. */
export const privacyPt: PrivacyStrings = {
  heading: 'Privacidade',
  intro:
    'O que o Deskside guarda, onde, por quanto tempo, e como ver, levar e apagar. Para quem lidera a equipa e quem responde pela proteção de dados.',
  print: 'Imprimir esta página',
  facts: 'Como funciona',
  factList: [
    'Tudo fica neste navegador, neste computador. O Deskside não tem servidor, e a sua política de segurança de conteúdo não deixa nenhuma das suas páginas chegar a outro host.',
    'Uma conversa é lida enquanto o ticket está aberto e depois desaparece da memória. Os tickets anteriores só são guardados se «Recordar os tickets que vejo» estiver ligado, e os dados pessoais são retirados antes de algo ser escrito.',
    'O que se retira é encontrado por regras, não por uma pessoa: o painel mostra-o em cada ticket, e de vez em quando escapará um nome.',
    'Quem responde por isso e com que base legal a sua equipa guarda o que está aqui é decisão da sua equipa; o Deskside não se pronuncia.',
  ],
  remembering: (isOn: boolean) =>
    isOn
      ? 'Lembrar tickets anteriores está ligado.'
      : 'Lembrar tickets anteriores está desligado: nenhum é acrescentado.',
  table: 'O que está guardado neste dispositivo',
  columns: {
    what: 'O quê',
    holds: 'Conteúdo',
    where: 'Onde',
    count: 'Quantos',
    oldest: 'O mais antigo',
    keep: 'Quanto tempo',
  },
  database: 'Base de dados desta extensão',
  kinds: {
    pastTickets: {
      name: 'Tickets anteriores',
      holds: 'Assunto, pergunta e resposta sem dados pessoais; o número do ticket',
    },
    choices: { name: 'As suas escolhas', holds: 'Que sugestão foi usada para que tipo de pedido; sem texto' },
    gaps: { name: 'Perguntas sem resposta', holds: 'A pergunta sem dados pessoais; os seus tickets como hashes' },
    importReports: {
      name: 'Relatórios de importação',
      holds: 'Títulos e linhas de uma importação que não puderam ser lidos',
    },
    audit: {
      name: 'Registo',
      holds: 'O que foi sugerido e feito, e quando; os tickets como hashes com chave, texto só onde o guardar',
    },
    articles: { name: 'Artigos', holds: 'O seu centro de ajuda, tal como importado' },
    macros: { name: 'Macros', holds: 'As suas respostas prontas, tal como importadas' },
    playbooks: { name: 'Procedimentos', holds: 'Os passos que escreveu ou importou' },
    examples: { name: 'Exemplos das suas intenções', holds: 'Mensagens que escreveu ou importou como exemplos' },
  },
  untilDeleted: 'Até que o apague',
  keepFor: (what: string) => `Quanto tempo: ${what}`,
  days: (value: number) => plural('pt', value, { one: '# dia', other: '# dias' }),
  never: 'Sem limite',
  tidied: (time: string, removed: number) => `Última limpeza ${time}: ${entries(removed)} apagados.`,
  tidiedNever: 'Ainda não foi limpo; acontece ao iniciar o navegador e uma vez por dia.',
  tidyNow: 'Apagar agora o que é demasiado antigo',
  tidyDone: (removed: number) => `Apagado: ${entries(removed)}.`,
  person: 'Apagar o que está ligado a um cliente',
  personText:
    'O Deskside não guarda de propósito nomes nem moradas de clientes, por isso um número de ticket encontra mais; um nome ou e-mail encontra o que tenha escapado. Separe vários com vírgulas.',
  personLabel: 'Números de ticket, e-mails ou nomes',
  find: 'Procurar',
  found: 'Encontrado',
  nothing: 'Nada do que está guardado está ligado a isto.',
  linked: {
    pastTickets: (value: number) => plural('pt', value, { one: '# ticket anterior', other: '# tickets anteriores' }),
    choices: (value: number) => plural('pt', value, { one: '# escolha', other: '# escolhas' }),
    gaps: (value: number) => plural('pt', value, { one: '# pergunta', other: '# perguntas' }),
    examples: (value: number) =>
      plural('pt', value, { one: '# exemplo de intenção', other: '# exemplos de intenções' }),
    audit: (value: number) => plural('pt', value, { one: '# linha do registo', other: '# linhas do registo' }),
    knowledge: (value: number) =>
      plural('pt', value, { one: '# artigo, macro ou procedimento', other: '# artigos, macros ou procedimentos' }),
  },
  knowledgeNote:
    'Artigos, macros e procedimentos são textos da sua equipa: altere-os na origem. Aqui não são apagados.',
  remove: 'Apagar isto',
  removeTitle: 'Apagar o que está ligado?',
  removeText: 'Não pode ser desfeito.',
  removed: (what: string) => `Apagado: ${what}.`,
  everything: 'Tudo',
  everythingText:
    'O ficheiro contém tudo o que está guardado em JSON e CSV, com as definições; o Deskside volta a ler o seu deskside.json.',
  export: 'Exportar tudo (ZIP)',
  exported: 'Exportado. Veja nas transferências.',
  deleteAll: 'Apagar tudo',
  deleteTitle: 'Apagar tudo?',
  deleteText:
    'Vão-se o conhecimento, os tickets anteriores, o que foi aprendido, o registo e todas as definições; uma linha di-lo. Não pode ser desfeito.',
  deleted: (count: number) => `Foi tudo apagado: ${entries(count)}.`,
  about:
    'O que o Deskside guardava neste dispositivo. deskside.json é o todo e pode ser importado de novo; cada lista está também em JSON e em CSV (UTF-8). settings.json contém as definições.',
};
