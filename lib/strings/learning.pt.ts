import { formatNumber, plural } from './language';
import type { LearningStrings } from './learning.en';

const choices = (value: number) => plural('pt', value, { one: '# escolha', other: '# escolhas' });
const added = (value: number) => plural('pt', value, { one: '# escolha adicionada', other: '# escolhas adicionadas' });
const names = {
  macro: 'a macro',
  article: 'o artigo',
  past: 'a resposta anterior',
  playbook: 'o procedimento',
};

/** Text of the library page about what the agent's choices taught, Portuguese. */
export const learningPt: LearningStrings = {
  heading: 'O que o Deskside aprendeu com as suas escolhas',
  intro:
    'Com o que insere, edita, descarta ou escreve. Fica guardado neste dispositivo, sem qualquer texto dos tickets; altera a ordem das sugestões, nunca as suas palavras.',
  switch: 'Aprender com as minhas escolhas',
  switchHint: 'Se for desativado, nada é anotado e o que foi aprendido não é usado.',
  counted: (value) => `Aprendido com ${choices(value)}.`,
  latest: (time) => `A mais recente: ${time}.`,
  emptyTitle: 'Ainda nada foi aprendido',
  emptyText:
    'Trabalhe como sempre. O que preferir repetidamente aparece aqui, e cada preferência pode ser retirada em separado.',
  nothingClear: 'Ainda não há nenhuma preferência suficientemente clara para ser mostrada.',
  list: 'Preferências aprendidas',
  anyIntent: 'Em geral',
  forIntent: (intent) => `Para “${intent}”`,
  name: (kind, title) => (title === null ? 'uma fonte que já não existe' : `${names[kind]} “${title}”`),
  prefers: (when, what, over) =>
    over === null ? `${when}, a sua preferência é ${what}.` : `${when}, prefere ${what} e não ${over}.`,
  avoids: (when, what) => `${when}, dispensa ${what}.`,
  kinds: {
    article: { more: 'Prefere os artigos às macros.', less: 'Prefere as macros aos artigos.' },
    past: { more: 'Prefere as respostas anteriores às macros.', less: 'Prefere as macros às respostas anteriores.' },
    playbook: { more: 'Prefere os procedimentos às macros.', less: 'Prefere as macros aos procedimentos.' },
  },
  traits: {
    length: { more: 'Prefere respostas longas.', less: 'Prefere respostas curtas.' },
    formality: { more: 'Prefere um estilo formal.', less: 'Prefere um estilo informal.' },
    language: {
      more: 'Prefere fontes no idioma do cliente.',
      less: 'Usa muitas vezes fontes num idioma que não é o do cliente.',
    },
  },
  evidence: choices,
  forget: 'Esquecer',
  forgetThis: (what) => `Esquecer: ${what}`,
  forgotten: 'Esquecido.',
  forgetHour: 'Esquecer a última hora',
  lastHour: (value) => `${formatNumber('pt', value)} na última hora`,
  forgetAll: 'Esquecer tudo',
  forgetAllTitle: 'Esquecer tudo o que foi aprendido?',
  forgetAllText:
    'As sugestões voltam à ordem inicial. O conhecimento e as configurações mantêm-se. Esta ação não pode ser anulada.',
  export: 'Exportar aprendizagem',
  exported: 'Exportado. Veja nos seus downloads.',
  import: 'Importar aprendizagem',
  imported: (fresh, known) =>
    known === 0 ? `${added(fresh)}.` : `${added(fresh)}; já existiam ${formatNumber('pt', known)}.`,
};
