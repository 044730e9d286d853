import { formatNumber, plural } from './language';
import type { PageStrings } from './page.en';
import { policyPt } from './policy.pt';

const count = (value: number) => formatNumber('pt', value);

/** Text that the popup, the library and the practice page share, Portuguese. */
export const pagePt: PageStrings = {
  onDevice: 'Nada sai deste navegador',
  loading: 'A carregar',
  toastRegion: 'Mensagens do Deskside',
  toastClose: 'Fechar a mensagem',
  cancel: 'Cancelar',
  retry: 'Tentar novamente',
  failed: 'O Deskside não conseguiu responder',
  failedReload: 'O Deskside foi atualizado. Recarregue esta página para continuar.',
  notStored: 'O navegador não permitiu guardar a configuração.',

  source: {
    file: (name) => `Ficheiro: ${name}`,
    practice: 'Dados de prática',
  },
  counts: {
    articles: (value) => plural('pt', value, { one: '# artigo', other: '# artigos' }),
    macros: (value) => plural('pt', value, { one: '# macro', other: '# macros' }),
    playbooks: (value) => plural('pt', value, { one: '# procedimento', other: '# procedimentos' }),
    passages: (value) => plural('pt', value, { one: '# excerto', other: '# excertos' }),
    pastTickets: (value) => plural('pt', value, { one: '# ticket anterior', other: '# tickets anteriores' }),
    problems: (value) => plural('pt', value, { one: '# problema', other: '# problemas' }),
  },
  policy: policyPt,
  sites: {
    type: 'Tipo de sistema de suporte',
    auto: 'Reconhecido automaticamente',
    generic: 'Marcação padrão',
    taught: 'Como ensinei',
    remove: 'Remover',
    removeNamed: (host) => `Remover ${host}`,
    removeTitle: (host) => `Remover ${host}?`,
    removeText: 'O Deskside deixa de funcionar nesse endereço e o navegador retira-lhe a permissão.',
    removeTaughtText:
      'O Deskside deixa de funcionar nesse endereço e esquece o que lhe foi ensinado. Exporte antes, se quiser conservar.',
  },
  importing: {
    start: 'Importar',
    refresh: 'Atualizar',
    resume: 'Continuar',
    cancel: 'Cancelar a importação',
    progressOf: (host) => `Importação de ${host}`,
    progress: (done, total) =>
      total === null
        ? plural('pt', done, { one: '# lido', other: '# lidos' })
        : `${count(done)} de ${plural('pt', total, { one: '# lido', other: '# lidos' })}`,
    noTab: 'Abra um ticket do seu sistema de suporte noutra página do navegador para importar os artigos e as macros.',
    tabGone: 'A página do sistema de suporte não respondeu. Recarregue-a e tente novamente.',
    status: {
      running: 'A importar',
      paused: 'Em pausa',
      cancelled: 'Cancelado',
      failed: 'Com erros',
      done: 'Em dia',
    },
  },
};
