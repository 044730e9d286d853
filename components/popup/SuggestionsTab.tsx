import { suggestionKinds } from '../../lib/core/suggestion';
import { usePage } from '../page/page-context';
import { useLock } from '../page/use-lock';
import { Card } from '../ui/Card';
import { Segments } from '../ui/Segments';
import { Switch } from '../ui/Switch';
import { TextField } from '../ui/TextField';
import styles from './Popup.module.css';

const tones = ['neutral', 'warm', 'formal'] as const;

/** What is shown, and how replies sound. */
export function SuggestionsTab() {
  const { settings, change, strings } = usePage();
  const { show, reply } = strings.popup;
  const lockOf = useLock();
  return (
    <div className={styles.stack}>
      <Card title={show.heading} icon="spark">
        <div>
          {suggestionKinds.map((kind) => (
            <Switch
              key={kind}
              checked={settings.kinds[kind]}
              locked={lockOf('kinds', kind)}
              onChange={(next) => void change('kinds', { ...settings.kinds, [kind]: next })}
            >
              {show.kinds[kind]}
            </Switch>
          ))}
          <Switch
            checked={settings.showSignals}
            locked={lockOf('showSignals')}
            onChange={(next) => void change('showSignals', next)}
          >
            {show.signals}
          </Switch>
          <Switch
            checked={settings.ghostText}
            locked={lockOf('ghostText')}
            onChange={(next) => void change('ghostText', next)}
          >
            {show.ghostText}
          </Switch>
        </div>
      </Card>
      <Card title={reply.heading} icon="reply">
        <Segments
          label={reply.tone}
          value={settings.tone}
          locked={lockOf('tone')}
          options={tones.map((tone) => ({ value: tone, label: reply.tones[tone] }))}
          onChange={(tone) => void change('tone', tone)}
        />
        <TextField
          label={reply.agentName}
          hint={reply.agentNameHint}
          value={settings.agentName}
          onChange={(name) => void change('agentName', name)}
        />
        <TextField
          label={reply.signature}
          hint={reply.signatureHint}
          rows={3}
          value={settings.signature}
          locked={lockOf('signature')}
          onChange={(text) => void change('signature', text)}
        />
        <Switch
          checked={settings.aiNotice}
          locked={lockOf('aiNotice')}
          onChange={(next) => void change('aiNotice', next)}
          hint={reply.aiNoticeHint}
        >
          {reply.aiNotice}
        </Switch>
        {settings.aiNotice && (
          <TextField
            label={reply.aiNoticeText}
            hint={reply.aiNoticeTextHint}
            value={settings.aiNoticeText}
            locked={lockOf('aiNoticeText')}
            // A stored text longer than this would fall back to none.
            onChange={(text) => void change('aiNoticeText', text.slice(0, 500))}
          />
        )}
      </Card>
    </div>
  );
}
