type Props = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;
type Child = Node | string | undefined;

/** Makes an element; functions become listeners (`onclick`), the rest attributes; `false` and `undefined` are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const plain: HTMLElement = element;
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') plain.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) plain.setAttribute(name, value === true ? '' : String(value));
  }
  plain.append(...children.filter((child) => child !== undefined));
  return element;
}

const shapes = {
  home: 'M3 11 12 4l9 7v9h-6v-6H9v6H3z',
  views: 'M4 5h16v3H4zM4 11h16v3H4zM4 17h16v3H4z',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9c0-4 3-6 7-6s7 2 7 6zM17 11a3 3 0 1 0 0-6v6zm1 3c3 1 4 3 4 6h-4z',
  chart: 'M4 20V10h4v10zm6 0V4h4v16zm6 0v-7h4v7z',
  gear: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm9 5.5v-3l-2.6-.5-.9-2 1.5-2.200-2-2-2.200 1.500-2-.9L12.300 2h-1.500l-.6 2.400-2 .9L6 3.800l-2 2 1.500 2.200-.9 2L2 10.500v3l2.600.5.9 2L4 18.200l2 2 2.200-1.500 2 .9.5 2.400h2.600l.5-2.400 2-.9 2.200 1.500 2-2-1.500-2.200.9-2z',
  mail: 'M3 5h18v14H3zm2 3v1l7 5 7-5V8l-7 5z',
  chat: 'M4 4h16v12H9l-5 4z',
  note: 'M5 3h10l4 4v14H5zm3 7h8v1.500H8zm0 4h8v1.500H8z',
  web: 'M3 4h18v16H3zm2 5v9h14V9z',
  check: 'm4 12 5 5L20 6l-1.500-1.500L9 14l-3.500-3.500z',
  close: 'm6 5 6 6 6-6 1 1-6 6 6 6-1 1-6-6-6 6-1-1 6-6-6-6z',
  down: 'm6 9 6 6 6-6-1.500-1.500L12 12 7.500 7.500z',
  search: 'M10 3a7 7 0 1 0 4.300 12.500l5 5 1.400-1.400-5-5A7 7 0 0 0 10 3zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10z',
  plus: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  person: 'M12 12a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zm-8 9c0-5 4-7 8-7s8 2 8 7z',
  apps: 'M4 4h6v6H4zm10 0h6v6h-6zM4 14h6v6H4zm10 0h6v6h-6z',
  spark: 'm12 3 2 7 7 2-7 2-2 7-2-7-7-2 7-2z',
} satisfies Record<string, string>;

/** Names of the icons there are. */
export type IconName = keyof typeof shapes;

/** Makes an icon; `attributes` go onto the `<svg>`. It is hidden from assistive technology. */
export function icon(name: IconName, attributes: Record<string, string> = {}): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const all = { viewBox: '0 0 24 24', width: '16', height: '16', 'aria-hidden': 'true', ...attributes };
  for (const [key, value] of Object.entries(all)) svg.setAttribute(key, value);
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  path.setAttribute('fill', 'currentColor');
  svg.append(path);
  return svg;
}

/** A round picture of initials, its hue taken from the name. */
export function avatar(name: string): HTMLElement {
  const words = name
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .split(/\s+/);
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  const hue = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7);
  return h('span', { class: 'avatar', style: `--hue:${hue}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}

/** A ring that turns while something loads. */
export function progress(label: string): HTMLElement {
  return h('div', { class: 'progress', role: 'progressbar', 'aria-label': label });
}
