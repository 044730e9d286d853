import type { Composer } from './composer.ts';
import { type DeskPage, type PageTicket, submit } from './desk-page.ts';
import { h, icon } from './dom.ts';

/** The bar under a ticket: macros at one end, "Submit as Open" at the other. */
export function ticketFooter(page: DeskPage, ticket: PageTicket, composer: Composer): HTMLElement {
  const button = h('button', {
    type: 'button',
    'data-test-id': 'submit_button-button',
    class: 'primary',
    onclick: async () => {
      await composer.send();
      await submit(page, ticket.id, { status: 'open' });
    },
  });
  button.append(page.label('submitAs'));
  const more = h('button', {
    type: 'button',
    'data-test-id': 'submit_button-menu-button',
    'aria-label': page.label('status'),
    class: 'primary',
  });
  more.append(icon('down', { width: '14' }));
  const stay = h('button', {
    type: 'button',
    'data-test-id': 'ticket-footer-post-save-actions-menu-button',
    class: 'bare',
  });
  stay.append(page.label('stay'), icon('down', { width: '12' }));
  return h(
    'footer',
    { 'data-test-id': 'ticket-footer', class: 'footer' },
    macroField(page, composer),
    h('span', { class: 'spacer' }),
    stay,
    h('div', { class: 'split' }, button, more),
  );
}

/** A field that lists the macros whose title holds what is typed. */
function macroField(page: DeskPage, composer: Composer): HTMLElement {
  const list = h('ul', { class: 'menu macro-menu', role: 'listbox', hidden: true });
  const input = h('input', {
    'data-test-id': 'ticket-footer-macro-menu-autocomplete-input',
    placeholder: page.label('macro'),
    'aria-label': page.label('macro'),
  });
  const draw = () => {
    const words = input.value.toLowerCase().trim();
    const found = page.macros.filter(({ title }) => title.toLowerCase().includes(words)).slice(0, 12);
    const options = found.map(({ id, title }) => {
      const option = h('li', { role: 'option', tabindex: -1 }, title.replaceAll('::', ' › '));
      option.onpointerdown = (event) => event.preventDefault();
      option.onclick = () => {
        list.hidden = true;
        input.value = '';
        void composer.applyMacro(id);
      };
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
  };
  input.oninput = draw;
  input.onfocus = draw;
  input.onblur = () => {
    list.hidden = true;
  };
  return h('div', { class: 'macro-field' }, input, h('div', { 'data-test-id': 'ticket-footer-macro-menu' }, list));
}
