import type { HelpdeskDescription, RoleRule } from '../../../core/helpdesk-description';

/** How RT 5 says that a message is a comment, which requestors never see: all languages of its own translations. */
const comments =
  'Comments added|Aggiunti commenti|Aomentariile au fost adăugate|Athugasemd bætt við|Comentarios añadidos|Comentaris afegits|Comentários adicionados|Commentaar toegevoegd|Commentaires ajoutés|Iruzkinak gehituta|Komentar dodan|Komentar sudah ditambahkan|Komentarai pridėti|Komentarji so bili dodani|Komentarze zostały dodane|Komentáre pridané|Komentáře přidány|Kommentar hinzugefügt|Kommentarer tilføjet|Kommentarer tillagda|Kommentti lisätty|La til kommentarar|La til kommentarer|Lisati kommentaar|Megjegyzés hozzáadva|Piezīmes pievienotas|Yorumlar eklendi|Τα Σχόλια προστέθηκαν|Добавлен комментарий|Коментари су додати|Коментарите добавени|تم إضافة التعليقات|توضیحات اضافه شد|コメントが追加されました|创建注释完成|新增評論完畢'.split(
    '|',
  );

/** A person's name out of RT's ways to write one: `login (Name)`, `Name <address>`, `"Name"`, `<address>`. */
const named = (selector: string) =>
  ['\\(([^()]+)\\)$', '^"?([^"<]+)', '<([^>]+)>'].map((pattern) => ({ selector, pattern }));

/** RT's pages carry no sign of who is customer or agent: it is told by who asked, who may own, and how names are written. */
const roles: RoleRule[] = [
  { role: 'note', words: { selector: '.description', any: comments } },
  {
    role: 'customer',
    same: { message: '.description .user', page: '.requestors .user', attribute: 'data-user-id' },
  },
  // Those who may own the ticket are agents, whatever way RT is set to write their names.
  {
    role: 'agent',
    same: {
      message: '.description .user',
      page: 'select[name="Owner"] option',
      attribute: 'data-user-id',
      pageAttribute: 'value',
    },
  },
  // RT writes `Name <address>` for people from outside, `login (Name)` for its own.
  { role: 'customer', words: { selector: '.description .user', any: ['@'] } },
  { role: 'agent' },
];

/** Request Tracker 5: the reply page shows no conversation, which is read from RT's own pages; CKEditor 4 in an iframe. */
export const requestTracker: HelpdeskDescription = {
  format: 1,
  id: 'request-tracker',
  name: 'Request Tracker',
  recognise: ['body[id^="comp-Ticket-"]', '.history-container, .transaction, form[name="TicketUpdate"]'],
  address: [
    '/Ticket/(?:Display|Update|History)\\.html\\?(?:[^#]*[&;])?id=(\\d+)',
    '/Ticket/(?:Display|Update|History)\\.html(?:$|[?#])',
  ],
  ticketId: [{ selector: 'form[name="TicketUpdate"] input[name="id"]', attribute: 'value' }],
  pages: ['History.html?id={id}', 'Display.html?id={id}'],
  message: {
    item: '.transaction.message',
    id: { selector: '[data-transaction-id]', attribute: 'data-transaction-id' },
    roles,
    author: named('.description .user'),
    time: [{ selector: '.metadata .date', format: 'written' }],
    // Other texts in `.messagebody` are RT's own ("Image displayed inline above").
    body: ['.messagebody > .message-stanza', '.messagebody:not(:has(> p))'],
    skip: '.message-stanza-folder, .downloadattachment, .message-header',
    pre: '.plain-text-white-space',
    order: 'id',
    partWhile: '#LoadAllHistoryContainer:not([style*="none"])',
  },
  subject: [
    { selector: 'form[name="TicketUpdate"] input[name="UpdateSubject"]' },
    { selector: 'title', pattern: '#\\d+: (.*)$' },
  ],
  requester: { name: [{ selector: '.requestors .user' }], email: [{ selector: '.requestors .user' }] },
  // "Nobody" is the one owner without a link, in every language.
  agent: named('.owner .user a'),
  channel: 'email',
  editors: [
    {
      selector: 'body.cke_editable',
      frame: 'iframe.cke_wysiwyg_frame',
      format: 'rich',
      target: 'public',
      noteWhile: 'select[name="UpdateType"] option[value="private"]:checked',
      emptyWhile: '.placeholder',
    },
    {
      selector: 'textarea[name="UpdateContent"]',
      format: 'plain',
      target: 'public',
      noteWhile: 'select[name="UpdateType"] option[value="private"]:checked',
    },
  ],
  above: 'div:has(> blockquote), .gmail_quote',
};
