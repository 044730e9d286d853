import { type ReplyStyle, replyStyles } from '../../lib/core/suggestion';
import { Button } from '../ui/Button';
import { usePanel } from './deps';
import styles from './StyleButtons.module.css';
import type { ReplyModel } from './use-reply';

/** Other ways to say the draft; the pressed one is the present, and pressing it again takes it back. */
export function StyleButtons({ reply, current }: { reply: ReplyModel; current: ReplyStyle | undefined }) {
  const { style: text } = usePanel().strings.reply;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout and legend.
    <div className={styles.row} role="group" aria-label={text.label}>
      {replyStyles.map((style) => (
        <Button key={style} look="quiet" aria-pressed={style === current} onClick={() => reply.restyle(style)}>
          {text[style]}
        </Button>
      ))}
    </div>
  );
}
