import type { ReplayChange, ReplayState, ReplayTotals as Totals } from '../../lib/core/replay';
import { suggestionKinds } from '../../lib/core/suggestion';
import { colon } from '../../lib/strings/punctuation';
import type { ReplayStrings } from '../../lib/strings/replay.en';
import { formatNumber } from '../page/format';
import { type Page, usePage } from '../page/page-context';
import { Chip } from '../ui/Chip';
import { classNames } from '../ui/class-names';
import styles from './Library.module.css';
import own from './ReplayTab.module.css';

type Row = { name: string; value: (totals: Totals) => string };

/** The rows of the table; a dash where there is nothing to divide by. */
function rowsOf(text: ReplayStrings, count: (value: number) => string): Row[] {
  const share = (value: number, of: number) => (of === 0 ? count(value) : text.withShare(value, value / of));
  const percent = (part: number | null) => (part === null ? '–' : text.percent(part));
  return [
    { name: text.shown, value: ({ shown, turns }) => share(shown, turns) },
    { name: text.silent, value: ({ silent, turns }) => share(silent, turns) },
    { name: text.agrees, value: ({ agrees, shown }) => share(agrees, shown) },
    { name: text.differs, value: ({ agrees, shown }) => share(shown - agrees, shown) },
    {
      name: text.sameSource,
      value: ({ sameSource, knownSource }) => (knownSource === 0 ? '–' : text.of(sameSource, knownSource)),
    },
    { name: text.keptWords, value: ({ kept }) => percent(kept) },
    { name: text.saved, value: ({ saved, typed }) => percent(typed === 0 ? null : saved / typed) },
    { name: text.articles, value: ({ articles }) => count(articles) },
    { name: text.nextSteps, value: ({ nextSteps }) => count(nextSteps) },
  ];
}

/** The change in words, one part each. */
function sayChange(change: ReplayChange, { strings, language }: Page): string[] {
  const { library, popup, labels } = strings;
  const { replay } = library;
  const { tone, learnFromChoices, rememberTickets, kinds = {} } = change;
  const say = (name: string, isOn: boolean) => (isOn ? replay.on(name) : replay.off(name));
  return [
    ...(tone ? [`${popup.reply.tone}${colon(language)}${popup.reply.tones[tone]}`] : []),
    ...(learnFromChoices === undefined ? [] : [say(replay.learning, learnFromChoices)]),
    ...(rememberTickets === undefined ? [] : [say(replay.memory, rememberTickets)]),
    ...suggestionKinds.flatMap((kind) => {
      const isOn = kinds[kind];
      return isOn === undefined ? [] : [say(labels.kinds[kind], isOn)];
    }),
  ];
}

/** What came of a replay in numbers; with a change, both ways side by side. */
export function ReplayTotals({ state }: { state: ReplayState }) {
  const { strings, language } = usePage();
  const text = strings.library.replay;
  const { source, done, medianMs, now, changed } = state;
  if (!now) return null;
  const about = [text.walked(done, source?.tickets ?? 0), medianMs !== null && text.median(medianMs)];
  return (
    <section className={classNames(styles.surface, styles.padded, styles.stack)} aria-label={text.totals}>
      <div>
        <h2 className={styles.heading}>{text.totals}</h2>
        <p className={styles.soft}>{about.filter(Boolean).join(' · ')}</p>
      </div>
      <Difference state={state} />
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">{text.measure}</th>
            <th scope="col">{text.now}</th>
            {changed && <th scope="col">{text.changed}</th>}
          </tr>
        </thead>
        <tbody>
          {rowsOf(text, (value) => formatNumber(language, value)).map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value(now)}</td>
              {changed && <td data-different={value(now) !== value(changed) || undefined}>{value(changed)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{text.agreesHint}</p>
    </section>
  );
}

function Difference({ state: { change, differing } }: { state: ReplayState }) {
  const page = usePage();
  const { strings } = page;
  const text = strings.library.replay;
  if (!change || !differing) return null;
  const kinds = suggestionKinds.filter((kind) => differing.kinds[kind] !== undefined);
  return (
    <div className={styles.stack}>
      <p className={own.line}>
        {text.changes}{' '}
        {sayChange(change, page).map((part) => (
          <Chip key={part} tone="accent">
            {part}
          </Chip>
        ))}
      </p>
      <p className={own.line}>
        <strong>{text.different(differing.turns)}</strong>{' '}
        {kinds.map((kind) => (
          <Chip key={kind}>{text.kindCount(strings.labels.kinds[kind], differing.kinds[kind] ?? 0)}</Chip>
        ))}
      </p>
    </div>
  );
}
