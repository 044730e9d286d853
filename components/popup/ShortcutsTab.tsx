import { useQuery } from '@tanstack/react-query';
import { defaultSettings } from '../../lib/core/settings';
import { formatList } from '../../lib/strings/punctuation';
import { usePage } from '../page/page-context';
import { type ShortcutName, shortcutKeys } from '../panel/keyboard';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import type { PopupDeps } from './deps';
import styles from './Popup.module.css';
import { ShortcutField } from './ShortcutField';
import { actionOfCommand, findCommandClashes, normaliseBrowserShortcut } from './shortcut-capture';

const names = Object.keys(defaultSettings.shortcuts) as ShortcutName[];

/** The keys of the ticket page, which can be changed here, and the browser's own, which only the browser changes. */
export function ShortcutsTab({ deps }: { deps: PopupDeps }) {
  const { settings, change, strings, language } = usePage();
  const text = strings.popup.shortcuts;
  const commands = useQuery({ queryKey: ['commands'], queryFn: () => deps.readCommands() }).data ?? [];
  // In the order of the keys above, not in the browser's.
  const known = names.flatMap((action) =>
    commands
      .filter(({ name }) => actionOfCommand(name) === action)
      .map((command) => ({ ...command, label: text.names[action] })),
  );
  const unset = known.filter(({ shortcut }) => shortcut === '').map(({ label }) => label);
  const clashes = findCommandClashes(settings.shortcuts, commands);
  return (
    <div className={styles.stack}>
      <Card title={text.heading} icon="ticket">
        <p className={styles.soft}>{text.hint}</p>
        <div>
          {names.map((name) => (
            <ShortcutField key={name} name={name} />
          ))}
        </div>
        {clashes.map(({ keys, actions }) => (
          <Warning
            key={keys}
            text={text.clash(
              keys,
              formatList(
                language,
                actions.map((action) => text.names[action]),
              ),
            )}
          />
        ))}
        <div>
          <Button
            look="quiet"
            icon="reload"
            className={styles.outdent}
            onClick={() => void change('shortcuts', defaultSettings.shortcuts)}
          >
            {text.reset}
          </Button>
        </div>
      </Card>
      <Card title={text.browserHeading} icon="globe">
        <p className={styles.soft}>{text.browserHint}</p>
        <div>
          {known.map(({ name, label, shortcut }) => (
            <div key={name} className={styles.shortcut}>
              <span>{label}</span>
              {shortcut ? <Kbd keys={shortcutKeys(normaliseBrowserShortcut(shortcut))} /> : <em>{text.unset}</em>}
            </div>
          ))}
        </div>
        {unset.length > 0 && <Warning text={text.unsetWarning(formatList(language, unset))} />}
        <div>
          <Button icon="open" onClick={() => deps.openShortcutPage()}>
            {text.openBrowserPage}
          </Button>
        </div>
      </Card>
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p className={styles.warning} role="status">
      <Icon name="alert" />
      <span>{text}</span>
    </p>
  );
}
