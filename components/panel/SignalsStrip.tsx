import { useMemo } from 'react';
import type { ConversationSignals, MessageSignals, RiskFlag, Scored, Sentiment, Urgency } from '../../lib/core/signals';
import { ModelCardsButton } from '../models/ModelCards';
import { Chip, type ChipTone } from '../ui/Chip';
import type { IconName } from '../ui/Icon';
import { usePanel } from './deps';
import styles from './SignalsStrip.module.css';
import { TrendLine } from './TrendLine';

const sentimentLooks: Record<Sentiment, { icon: IconName; tone: ChipTone }> = {
  negative: { icon: 'negative', tone: 'bad' },
  neutral: { icon: 'neutral', tone: 'plain' },
  positive: { icon: 'positive', tone: 'good' },
};
const urgencyLooks: Record<Urgency, { icon: IconName; tone: ChipTone }> = {
  low: { icon: 'clock', tone: 'plain' },
  normal: { icon: 'clock', tone: 'plain' },
  high: { icon: 'clock', tone: 'warn' },
  critical: { icon: 'alert', tone: 'bad' },
};
const flagIcons: Record<RiskFlag, IconName> = {
  churn: 'alert',
  legal: 'alert',
  public: 'alert',
  repeat: 'reload',
  vulnerable: 'heart',
  abuse: 'alert',
  security: 'lock',
};

/** What the customer's open turn tells, as words; and where the mood is going. `isCurrent` false: a new message is being read. */
export function SignalsStrip({ signals, isCurrent }: { signals: ConversationSignals; isCurrent: boolean }) {
  const { strings, engine, language } = usePanel();
  const { current } = signals;
  if (!current) return null;
  return (
    <section className={styles.strip} aria-label={strings.signals.region} aria-busy={!isCurrent}>
      <div className={isCurrent ? styles.chips : styles.stale}>
        {signals.team && <TeamChip team={signals.team} />}
        {current.supported ? <MessageChips message={current} /> : null}
        {signals.resolved && (
          <Chip tone="good" icon="check">
            {strings.signals.resolved}
          </Chip>
        )}
        <LanguageChip message={current} />
      </div>
      <TrendLine signals={signals} />
      <ModelCardsButton engine={engine} language={language} text={strings.modelCard} label={strings.modelCard.open} />
    </section>
  );
}

/** The team's own intent; its words stand as the team wrote them. */
function TeamChip({ team: { label, confidence } }: { team: Scored<string> }) {
  const { signals: text } = usePanel().strings;
  return (
    <Chip tone="accent" icon="tag" strong description={`${text.teamIntent(label)}, ${text.sure(confidence)}`}>
      <bdi>{label}</bdi>
    </Chip>
  );
}

function MessageChips({ message }: { message: MessageSignals }) {
  const { strings } = usePanel();
  const { signals: text, labels } = strings;
  const { sentiment, emotion, urgency, intents, flags } = message;
  const tell = (words: string, confidence: number) => `${words}, ${text.sure(confidence)}`;
  if (!sentiment && !emotion && !urgency && intents.length === 0 && flags.length === 0) {
    return <span className={styles.unclear}>{text.nothingClear}</span>;
  }
  return (
    <>
      {flags.map(({ label, confidence }) => (
        <Chip
          key={label}
          tone={label === 'repeat' ? 'warn' : 'bad'}
          icon={flagIcons[label]}
          strong
          description={tell(text.flag(labels.flags[label]), confidence)}
        >
          {labels.flags[label]}
        </Chip>
      ))}
      {intents.map(({ label, confidence }, position) => (
        <Chip
          key={label}
          tone={position === 0 ? 'accent' : 'plain'}
          icon="tag"
          strong={position === 0}
          description={tell(text.intent(labels.intents[label]), confidence)}
        >
          {labels.intents[label]}
        </Chip>
      ))}
      {urgency && urgency.label !== 'normal' && (
        <Chip
          {...urgencyLooks[urgency.label]}
          description={tell(text.urgency(labels.urgencies[urgency.label]), urgency.confidence)}
        >
          {labels.urgencies[urgency.label]}
        </Chip>
      )}
      {emotion && emotion.label !== 'none' && (
        <Chip
          {...(sentiment ? sentimentLooks[sentiment.label] : { icon: 'neutral' as const })}
          tone="plain"
          description={tell(text.emotion(labels.emotions[emotion.label]), emotion.confidence)}
        >
          {labels.emotions[emotion.label]}
        </Chip>
      )}
      {sentiment && (
        <Chip
          {...sentimentLooks[sentiment.label]}
          description={tell(text.sentiment(labels.sentiments[sentiment.label]), sentiment.confidence)}
        >
          {labels.sentiments[sentiment.label]}
        </Chip>
      )}
    </>
  );
}

function LanguageChip({ message }: { message: MessageSignals }) {
  const { strings, language } = usePanel();
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'language' }), [language]);
  const { code, confidence } = message.language;
  if (message.absent === 'language-unsure') return <p className={styles.absent}>{strings.signals.languageUnsure}</p>;
  const name = names.of(code) ?? code;
  if (!message.supported) {
    const { searchOnly, unsupported } = strings.signals;
    return <p className={styles.absent}>{message.absent === 'no-heads' ? searchOnly(name) : unsupported(name)}</p>;
  }
  return (
    <Chip icon="globe" description={`${strings.signals.language(name)}, ${strings.signals.sure(confidence)}`}>
      {name}
    </Chip>
  );
}
