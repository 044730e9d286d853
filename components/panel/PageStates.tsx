import { translateFailure } from '../../lib/strings/failures';
import { localeOf } from '../../lib/strings/language';
import { layoutFileName } from '../page/layout-file';
import { Button } from '../ui/Button';
import { usePanel } from './deps';
import { ReloadNotice } from './EngineStates';
import styles from './PageStates.module.css';
import type { Situation } from './Panel';
import { StateNotice } from './StateNotice';
import { useSettings } from './use-settings';

/** The panel where there is no ticket to work on, each state with its way on. */
export function PageStates({ situation }: { situation: Exclude<Situation, { state: 'ticket' }> }) {
  const { strings } = usePanel();
  const { states } = strings;
  switch (situation.state) {
    case 'reload-tab':
      return <ReloadNotice />;
    case 'off':
      return <OffNotice />;
    case 'paused':
      return <PausedNotice until={situation.until} />;
    case 'waiting':
      return <StateNotice icon="ticket" title={states.waitingTitle} text={states.waitingText} />;
    case 'unsupported':
      return <StateNotice icon="search" title={states.unsupportedTitle} text={states.unsupportedText} />;
    case 'broken':
      return (
        <StateNotice icon="alert" title={states.brokenTitle} text={states.brokenText}>
          <div className={styles.missing}>
            <span>{states.brokenMissing}</span>
            <ul>
              {situation.missing.map((name) => (
                <li key={name}>
                  <code>{translateFailure(strings.failures, name)}</code>
                </li>
              ))}
            </ul>
          </div>
          <LayoutReport />
        </StateNotice>
      );
  }
}

function LayoutReport() {
  const { strings, helpdesk, download, showToast } = usePanel();
  const { states } = strings;
  if (!helpdesk.reportLayout) return null;
  const save = () => {
    const report = helpdesk.reportLayout?.();
    download(layoutFileName(helpdesk.id), JSON.stringify(report, null, 1));
    showToast('good', states.layoutSaved);
  };
  return (
    <>
      <p className={styles.report}>{states.saveLayoutText}</p>
      <Button icon="download" onClick={save}>
        {states.saveLayout}
      </Button>
    </>
  );
}

function OffNotice() {
  const { strings, origin, settings, writeSetting } = usePanel();
  const { states } = strings;
  const { sitesOff } = useSettings(settings);
  return (
    <StateNotice icon="pause" title={states.offTitle} text={states.offText(new URL(origin).host)}>
      <Button
        onClick={() =>
          void writeSetting(
            'sitesOff',
            sitesOff.filter((site) => site !== origin),
          )
        }
      >
        {states.turnOn}
      </Button>
    </StateNotice>
  );
}

function PausedNotice({ until }: { until: number | null }) {
  const { strings, language, writeSetting } = usePanel();
  const { states } = strings;
  const time = until && new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(until);
  return (
    <StateNotice
      icon="pause"
      title={states.pausedTitle}
      text={time ? `${states.pausedText} ${states.pausedUntil(time)}` : states.pausedText}
    >
      <Button onClick={() => void writeSetting('pausedUntil', 0)}>{states.resume}</Button>
    </StateNotice>
  );
}
