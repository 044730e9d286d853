import { Chip, type ChipTone } from '../ui/Chip';
import { usePanel } from './deps';

const levels = [
  { from: 0.75, word: 'high', tone: 'good' },
  { from: 0.5, word: 'medium', tone: 'plain' },
  { from: 0, word: 'low', tone: 'warn' },
] as const satisfies readonly { from: number; word: string; tone: ChipTone }[];

/** A calibrated confidence (0 to 1) as a word and a number. */
export function Confidence({ value }: { value: number }) {
  const { confidence } = usePanel().strings;
  const level = levels.find(({ from }) => value >= from) ?? levels[2];
  return (
    <Chip tone={level.tone} icon="bars" description={confidence.meaning(value)}>
      {confidence[level.word]} {confidence.percent(value)}
    </Chip>
  );
}
