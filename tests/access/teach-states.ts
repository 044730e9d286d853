import { mountTeach } from '../../components/teach/mount-teach';
import type { HelpdeskDescription } from '../../lib/core/helpdesk-description';
import { fail, ok, type Result } from '../../lib/core/result';
import { direction } from '../../lib/strings/language';
import type { TeachStrings } from '../../lib/strings/teach.en';
import { getTeachStrings } from '../../lib/strings/teach.strings';
import { click } from './hands';
import { appears, type State } from './state';

const description: HelpdeskDescription = {
  format: 1,
  id: 'taught',
  name: 'help.acme.example',
  recognise: ['.m'],
  address: ['/t/(\\d+)'],
  message: { item: '.m', roles: [{ role: 'agent' }], body: ['p'], order: 'oldest-first' },
  channel: 'other',
  editors: [],
};
const page = `<main><h1 id="subject">Battery</h1>
  <div class="m"><b id="author">Ana Ruiz</b><p id="customer">My battery is dead.</p></div>
  <div class="m"><b>Kim Lee</b><p id="agent">Which serial number?</p></div><p id="editor">Reply</p></main>`;
const parts = ['customer', 'agent', 'author', 'editor'];

/** Clicks, through the glass, where a part of the page lies. */
async function point(shadow: ShadowRoot, id: string): Promise<void> {
  const glass = await appears('the glass', () => shadow.querySelector<HTMLElement>('[role="application"]'));
  const { left, top } = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
  await click(glass, { x: left + 4, y: top + 4 });
}

/** Presses the button of that name. */
async function press(shadow: ShadowRoot, name: string): Promise<void> {
  const all = () => [...shadow.querySelectorAll<HTMLElement>('button')];
  await click(await appears(name, () => all().find((one) => one.textContent?.includes(name))));
}

function state(
  name: string,
  learnt: Result<HelpdeskDescription>,
  act: (shadow: ShadowRoot, strings: TeachStrings) => Promise<unknown>,
): State {
  return {
    name,
    async show({ language, theme }) {
      document.body.innerHTML = page;
      document.documentElement.lang = 'en';
      document.title = 'A ticket';
      const host = document.createElement('deskside-teach');
      const shadow = host.attachShadow({ mode: 'open' });
      for (const style of document.querySelectorAll('style')) shadow.append(style.cloneNode(true));
      const container = document.createElement('div');
      shadow.append(container);
      document.documentElement.append(host);
      const strings = getTeachStrings(language);
      const unmount = mountTeach(container, theme, {
        strings,
        direction: direction(language),
        elementAt: (x, y) => document.elementsFromPoint(x, y).find((one) => one !== host),
        watchNoteSwitch: () => () => fail('no-switch', 'Nothing on the page has changed.'),
        learn: () => learnt,
        read: () => ({
          messages: [
            { id: '1', role: 'customer', authorName: 'Ana Ruiz', text: 'My battery is dead.' },
            { id: '2', role: 'agent', authorName: 'Kim Lee', text: 'Which serial number?' },
          ],
          unknown: 1,
        }),
        save: async () => {},
        close() {},
      });
      await act(shadow, strings);
      return () => {
        unmount();
        host.remove();
        document.body.replaceChildren();
      };
    },
  };
}

const toTheEnd = async (shadow: ShadowRoot, { skip }: TeachStrings) => {
  for (const id of parts) await point(shadow, id);
  for (const step of ['switch', 'note', 'subject'] as const) await press(shadow, skip[step]);
};

/** The overlay in which an agent points at the parts of a ticket. */
export const teachStates: State[] = [
  state('the first part', ok(description), (shadow) =>
    appears('the glass', () => shadow.querySelector('[role="application"]')),
  ),
  state('the switch to a note', ok(description), async (shadow) => {
    for (const id of parts) await point(shadow, id);
  }),
  state('what was read', ok(description), async (shadow, strings) => {
    await toTheEnd(shadow, strings);
    await appears('what is read', () => shadow.textContent?.includes(strings.save));
  }),
  state('what stands in the way', fail('no-list', 'Not in one list.'), async (shadow, strings) => {
    await toTheEnd(shadow, strings);
    await appears('the reason', () => shadow.textContent?.includes(strings.failures['no-list']));
  }),
];
