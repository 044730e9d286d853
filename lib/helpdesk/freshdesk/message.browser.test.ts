import { afterEach, expect, it } from 'vitest';
import { editorHtml, freshdeskPage, freshdeskTicket } from './fixture';
import { isRequest, messageItems, readMessage } from './message';

const item = (id: string, inside = '') => `<div class="ticket-details__item" id="${id}">${inside}</div>`;
const idsIn = (html: string) => {
  document.body.innerHTML = html;
  return messageItems(document).map(({ id }) => id);
};

afterEach(() => {
  document.body.innerHTML = '';
});

it('counts items wherever they stand, and none in words or in a draft', () => {
  const words = `<div data-test-conversation="conversation-text">${item('w1')}<p>${item('w2')}</p>${item('w3')}</div>`;
  const draft = editorHtml('reply', `${item('d1')}<p>${item('d2')}</p>`);
  expect(idsIn(`<main>${item('a', words)}<div>${item('b')}</div>${draft}${item('c')}</main>`)).toEqual(['a', 'b', 'c']);
});

it('counts items that stand in the page itself', () => {
  expect(idsIn(item('a') + item('b'))).toEqual(['a', 'b']);
});

it('knows the request by its words or by its mark, and reads name and mark of each item', () => {
  document.body.setHTMLUnsafe(freshdeskPage(freshdeskTicket));
  const items = messageItems(document);
  expect(items.map(isRequest)).toEqual([true, ...freshdeskTicket.items.map(() => false)]);
  const read = items.map((one) => readMessage(one, {}));
  expect(read.map((message) => message?.id)).toEqual(['description', ...freshdeskTicket.items.map(({ id }) => id)]);
  expect(read.map((message) => message?.authorName)).toEqual([
    freshdeskTicket.description.name,
    ...freshdeskTicket.items.map(({ name }) => name),
  ]);
  document.body.innerHTML = item('x', '<div data-album="ticket_9"><p class="text__content">Words.</p></div>');
  expect(messageItems(document).map((one) => readMessage(one, {})?.id)).toEqual(['description']);
});
