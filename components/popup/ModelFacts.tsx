import type { ModelState } from '../../lib/core/engine';
import { ModelCardsButton } from '../models/ModelCards';
import { formatBytes, formatNumber } from '../page/format';
import { usePage } from '../page/page-context';
import { Card } from '../ui/Card';
import { Chip, type ChipTone } from '../ui/Chip';
import type { IconName } from '../ui/Icon';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './Popup.module.css';

const looks: Record<ModelState['status'], { tone: ChipTone; icon: IconName }> = {
  unloaded: { tone: 'plain', icon: 'pause' },
  loading: { tone: 'accent', icon: 'clock' },
  ready: { tone: 'good', icon: 'check' },
  failed: { tone: 'bad', icon: 'alert' },
};

/** What the model does now and what it takes. */
export function ModelFacts({ model }: { model: ModelState }) {
  const { strings, language, engine, say } = usePage();
  const text = strings.popup.data;
  const { tone, icon } = looks[model.status];
  return (
    <Card title={text.model} icon="bars">
      <div>
        <Chip tone={tone} icon={icon}>
          {text.modelStatus[model.status]}
        </Chip>
      </div>
      {model.status === 'loading' && <ProgressBar label={text.modelProgress} value={model.progress} />}
      {model.message && <p className={styles.soft}>{say(model.message)}</p>}
      {model.failure && <p className={styles.soft}>{strings.panel.states.refused[model.failure]}</p>}
      {!model.failure && (model.fallbacks ?? 0) > 0 && <p className={styles.soft}>{strings.panel.states.fallback}</p>}
      <dl className={styles.facts}>
        <dt>{text.modelName}</dt>
        <dd>
          <bdi>{[model.modelId, model.version].filter(Boolean).join(' ') || text.unknown}</bdi>
        </dd>
        <dt>{text.threads}</dt>
        <dd>{model.threads > 0 ? formatNumber(language, model.threads) : text.unknown}</dd>
        <dt>{text.memory}</dt>
        <dd>{model.memoryBytes === null ? text.unknown : formatBytes(language, model.memoryBytes)}</dd>
        <dt>{text.coldStart}</dt>
        <dd>{model.coldStartMs === null ? text.unknown : text.milliseconds(model.coldStartMs)}</dd>
        <dt>{text.verified}</dt>
        <dd>{typeof model.verifiedMs === 'number' ? text.milliseconds(model.verifiedMs) : text.unknown}</dd>
        <dt>{text.selfTest}</dt>
        <dd>{model.selfTest ? text.selfTests[model.selfTest] : text.unknown}</dd>
      </dl>
      <ModelCardsButton
        engine={engine}
        language={language}
        text={strings.panel.modelCard}
        label={strings.panel.modelCard.openModels}
      />
    </Card>
  );
}
