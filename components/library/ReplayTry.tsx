import type { ReplaySettings } from '../../lib/core/replay';
import { suggestionKinds } from '../../lib/core/suggestion';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Segments } from '../ui/Segments';
import { Switch } from '../ui/Switch';
import styles from './Library.module.css';
import own from './ReplayTab.module.css';

const tones = ['neutral', 'warm', 'formal'] as const;

type Props = {
  tried: ReplaySettings;
  isChanged: boolean;
  isReady: boolean;
  onChange: (next: Partial<ReplaySettings>) => void;
  onReset: () => void;
  onStart: () => void;
};

/** Settings to try in a replay; nothing of them is stored. */
export function ReplayTry({ tried, isChanged, isReady, onChange, onReset, onStart }: Props) {
  const { strings } = usePage();
  const { replay: text } = strings.library;
  const { reply } = strings.popup;
  return (
    <details className={classNames(styles.surface, styles.details, own.try)}>
      <summary className={own.summary}>{text.settings}</summary>
      <div className={classNames(styles.stack, own.inside)}>
        <p className={styles.soft}>{text.settingsHint}</p>
        <div className={own.fields}>
          <Segments
            label={reply.tone}
            value={tried.tone}
            options={tones.map((tone) => ({ value: tone, label: reply.tones[tone] }))}
            onChange={(tone) => onChange({ tone })}
          />
          <div>
            <Switch checked={tried.learnFromChoices} onChange={(next) => onChange({ learnFromChoices: next })}>
              {text.learning}
            </Switch>
            <Switch checked={tried.rememberTickets} onChange={(next) => onChange({ rememberTickets: next })}>
              {text.memory}
            </Switch>
          </div>
        </div>
        <fieldset className={own.kinds}>
          <legend className={own.legend}>{text.kinds}</legend>
          {suggestionKinds.map((kind) => (
            <Switch
              key={kind}
              checked={tried.kinds[kind]}
              onChange={(next) => onChange({ kinds: { ...tried.kinds, [kind]: next } })}
            >
              {strings.labels.kinds[kind]}
            </Switch>
          ))}
        </fieldset>
        <div className={styles.row}>
          <Button look="primary" icon="reload" disabled={!isReady} onClick={onStart}>
            {isChanged ? text.compare : text.again}
          </Button>
          <Button look="quiet" disabled={!isChanged} onClick={onReset}>
            {text.reset}
          </Button>
        </div>
      </div>
    </details>
  );
}
