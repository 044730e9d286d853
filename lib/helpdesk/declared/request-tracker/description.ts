import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/** How RT 5 says that a message is a comment, which requestors never see: all languages of its own translations. */
const comments =
  'Comments added|Aggiunti commenti|Aomentariile au fost adăugate|Athugasemd bætt við|Comentarios añadidos|Comentaris afegits|Comentários adicionados|Commentaar toegevoegd|Commentaires ajoutés|Iruzkinak gehituta|Komentar dodan|Komentar sudah ditambahkan|Komentarai pridėti|Komentarji so bili dodani|Komentarze zostały dodane|Komentáre pridané|Komentáře přidány|Kommentar hinzugefügt|Kommentarer tilføjet|Kommentarer tillagda|Kommentti lisätty|La til kommentarar|La til kommentarer|Lisati kommentaar|Megjegyzés hozzáadva|Piezīmes pievienotas|Yorumlar eklendi|Τα Σχόλια προστέθηκαν|Добавлен комментарий|Коментари су додати|Коментарите добавени|تم إضافة التعليقات|توضیحات اضافه شد|コメントが追加されました|创建注释完成|新增評論完畢'.split(
    '|',
  );

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
    roles: [
      { role: 'note', words: { selector: '.description', any: comments } },
      {
        role: 'customer',
        same: { message: '.description .user', page: '.requestors .user', attribute: 'data-user-id' },
      },
      { role: 'agent' },
    ],
    author: [{ selector: '.description .user', pattern: '^"?([^"<]+)' }],
    time: [{ selector: '.metadata .date', format: 'written' }],
    body: ['.messagebody'],
    skip: '.message-stanza-folder, .downloadattachment, .message-header',
    order: 'id',
  },
  subject: [
    { selector: 'form[name="TicketUpdate"] input[name="UpdateSubject"]' },
    { selector: 'title', pattern: '#\\d+: (.*)$' },
  ],
  requester: { name: [{ selector: '.requestors .user' }], email: [{ selector: '.requestors .user' }] },
  agent: [{ selector: '.owner .user', pattern: '^(?!Nobody)"?([^"<]+)' }],
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
};
