import type { ConversationSignals, MessageSignals, Trend } from '../../lib/core/signals';
import { Icon, type IconName } from '../ui/Icon';
import { usePanel } from './deps';
import styles from './TrendLine.module.css';

const icons: Record<Trend, IconName> = { improving: 'up', worsening: 'down', flat: 'flat' };
const width = 72;
const height = 18;

/** Mood of a message from −1 (surely negative) to 1 (surely positive); null where it was not told. */
function moodOf({ sentiment }: MessageSignals): number | null {
  if (!sentiment) return null;
  if (sentiment.label === 'neutral') return 0;
  return sentiment.label === 'positive' ? sentiment.confidence : -sentiment.confidence;
}

/** Mood over the customer's messages as a small line with words; nothing with fewer than two known moods. */
export function TrendLine({ signals }: { signals: ConversationSignals }) {
  const { strings } = usePanel();
  const moods = signals.messages.map(moodOf).filter((mood) => mood !== null);
  if (moods.length < 2) return null;
  const points = moods.map((mood, index) => ({
    x: 3 + (index / (moods.length - 1)) * (width - 6),
    y: height / 2 - mood * (height / 2 - 3),
  }));
  const last = points.at(-1);
  return (
    <p className={styles.trend} data-trend={signals.trend}>
      <svg className={styles.line} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <line x1="0" x2={width} y1={height / 2} y2={height / 2} className={styles.axis} />
        <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
        {last && <circle cx={last.x} cy={last.y} r="2.5" />}
      </svg>
      <Icon name={icons[signals.trend]} />
      <span>
        {strings.labels.trends[signals.trend]} {strings.signals.trendOver(moods.length)}
      </span>
    </p>
  );
}
