import styles from './Icon.module.css';

/** Strokes on a 16 px grid, drawn for Deskside. */
const paths = {
  alert: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.6v.1',
  bars: 'M3 13v-3M8 13V7M13 13V3',
  book: 'M2.5 3.5c2-.9 4-.9 5.5.4 1.5-1.3 3.5-1.3 5.5-.4v9c-2-.8-4-.8-5.5.4-1.5-1.2-3.5-1.2-5.5-.4zM8 3.9v9',
  check: 'M3 8.6 6.4 12 13 4.6',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.8V8l2.3 1.5',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.8 13.3h10.4',
  down: 'M2.5 4.5 6.6 9l2.6-2.6 4.3 5.1M13.5 8v3.5H10',
  edit: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4zM9.4 4.4l2.2 2.2',
  flat: 'M2.5 8h10.5M10.5 5.2 13.3 8l-2.8 2.8',
  globe: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M2 8h12M8 2c2.2 2 2.8 4 2.8 6S10.2 12 8 14C5.8 12 5.2 10 5.2 8S5.8 4 8 2',
  heart: 'M8 13.2C4.6 10.7 2.3 8.7 2.3 6.2a2.8 2.8 0 0 1 5.7-.9 2.8 2.8 0 0 1 5.7.9c0 2.5-2.3 4.5-5.7 7z',
  insert: 'M13.5 3v4.5a2 2 0 0 1-2 2H3M6 6.5l-3 3 3 3',
  link: 'M6.8 9.2a2.7 2.7 0 0 0 3.9 0l2.1-2.1a2.7 2.7 0 0 0-3.9-3.9l-.9.9M9.2 6.8a2.7 2.7 0 0 0-3.9 0L3.2 8.9a2.7 2.7 0 0 0 3.9 3.9l.9-.9',
  lock: 'M3.5 7.3h9V13.5h-9zM5.5 7.3V5a2.5 2.5 0 0 1 5 0v2.3',
  negative: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.6 10.9c1.3-1.6 3.5-1.6 4.8 0M6 6.4v.4M10 6.4v.4',
  neutral: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.7 10.2h4.6M6 6.4v.4M10 6.4v.4',
  next: 'M3 5.5h7.5a2.5 2.5 0 0 1 0 5H5M5.5 3 3 5.5 5.5 8',
  open: 'M9 3h4v4M13 3 7.5 8.5M11.5 9.5v3.5h-8.5v-8.5h3.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  person: 'M8 7.8a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M3 13.5c.6-2.6 2.6-4 5-4s4.4 1.4 5 4',
  plus: 'M8 3v10M3 8h10',
  positive: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.6 9.5c1.3 1.7 3.5 1.7 4.8 0M6 6.4v.4M10 6.4v.4',
  reload: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3',
  reply: 'M6.5 4 2.5 8l4 4M2.5 8h7a4 4 0 0 1 4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3 13.5 13.5',
  settings:
    'M2.5 5h5M11.5 5h2M2.5 11h2M8.5 11h5M9.5 6.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6M6.5 12.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  silent: 'M2.5 3.5h11v7.5H7.5L4.5 13.5V11h-2zM5.5 7.3h5',
  spark: 'M8 2l1.5 4.5L14 8l-4.5 1.5L8 14l-1.5-4.5L2 8l4.5-1.5z',
  steps: 'M2.5 4l1.2 1.2L6 2.9M2.5 11l1.2 1.2L6 9.9M8.5 4.2h5M8.5 11.2h5',
  tag: 'M2.5 2.5h5.5l5.5 5.5-5.5 5.5L2.5 8zM5.3 5.3v.1',
  todo: 'M8 12.8a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6',
  ticket: 'M2.5 4.5h11v2.3a1.3 1.3 0 0 0 0 2.5v2.2h-11V9.3a1.3 1.3 0 0 0 0-2.5zM9.8 4.5v7',
  trash: 'M2.8 4.3h10.4M6.2 4.3V2.6h3.6v1.7M4.2 4.3l.6 9.1h6.4l.6-9.1M6.8 6.8v4.2M9.2 6.8v4.2',
  upload: 'M8 10.2V2.7M4.8 5.7 8 2.5l3.2 3.2M2.8 13.3h10.4',
  up: 'M2.5 11.5 6.6 7l2.6 2.6 4.3-5.1M13.5 8V4.5H10',
} as const;

export type IconName = keyof typeof paths;

/** Icons that point, or read from one side to the other. A check mark, a clock or a key's sign does not. */
const directed: ReadonlySet<IconName> = new Set<IconName>([
  'down',
  'flat',
  'next',
  'open',
  'reply',
  'silent',
  'steps',
  'ticket',
  'up',
]);

/** A decorative icon in the colour and about the size of the text; mirrored in right-to-left text where it points. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={directed.has(name) ? styles.mirrors : styles.icon}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
