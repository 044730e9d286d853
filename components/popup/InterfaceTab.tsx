import { interfaceLanguages, languageNames } from '../../lib/strings';
import { usePage } from '../page/page-context';
import { useLock } from '../page/use-lock';
import { Card } from '../ui/Card';
import { Segments } from '../ui/Segments';
import { SelectField } from '../ui/SelectField';
import styles from './Popup.module.css';

const themes = ['auto', 'light', 'dark'] as const;
const idleMinutes = [5, 15, 30, 60, 0];

/** Language, theme and how soon memory is freed. */
export function InterfaceTab() {
  const { settings, change, strings } = usePage();
  const text = strings.popup.interface;
  const lockOf = useLock();
  const minutes = [...new Set([...idleMinutes, settings.unloadAfterMinutes])];
  return (
    <div className={styles.stack}>
      <Card title={text.heading} icon="globe">
        <SelectField
          label={text.language}
          value={settings.language}
          locked={lockOf('language')}
          options={[
            { value: 'auto', label: text.languageAuto },
            ...interfaceLanguages.map((value) => ({ value, label: languageNames[value] })),
          ]}
          onChange={(language) => void change('language', language)}
        />
        <Segments
          label={text.theme}
          value={settings.theme}
          locked={lockOf('theme')}
          options={themes.map((value) => ({ value, label: text.themes[value] }))}
          onChange={(theme) => void change('theme', theme)}
        />
        <SelectField
          label={text.unload}
          value={String(settings.unloadAfterMinutes)}
          locked={lockOf('unloadAfterMinutes')}
          options={minutes.map((value) => ({ value: String(value), label: text.minutes(value) }))}
          onChange={(value) => void change('unloadAfterMinutes', Number(value))}
        />
      </Card>
    </div>
  );
}
