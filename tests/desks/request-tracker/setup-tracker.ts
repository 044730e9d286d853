import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { agents, domain, rootPassword } from './people.ts';

const run = promisify(execFile);

/** One installation of Request Tracker: all that it writes lies in `folder`. */
export type Installation = { folder: string; port: number; env: NodeJS.ProcessEnv };

/** Outgoing mail lands here, a file each. */
export const mailFolder = ({ folder }: Pick<Installation, 'folder'>): string => path.join(folder, 'mail');

function siteConfig(folder: string, port: number): string {
  const settings: Record<string, string | number> = {
    rtname: domain,
    Organization: domain,
    CorrespondAddress: `support@${domain}`,
    CommentAddress: `support-comment@${domain}`,
    WebDomain: '127.0.0.1',
    WebPort: port,
    WebPath: '',
    // Pages write times in this zone, and the browser reads them in its own.
    Timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    DatabaseType: 'SQLite',
    DatabaseName: path.join(folder, 'rt.sqlite'),
    MailCommand: 'sendmailpipe',
    SendmailPath: path.join(folder, 'keep-mail'),
    HTMLFormatter: 'core',
    LogToSyslog: 0,
    LogToSTDERR: 'error',
  };
  const folders = { MasonDataDir: 'mason', MasonSessionDir: 'sessions', VarPath: 'var' };
  return [
    ...Object.entries(settings).map(([name, value]) => `Set($${name}, '${value}');`),
    "Set(@InitialdataFormatHandlers, 'RT::Initialdata::JSON', 'perl');",
    ...Object.entries(folders).map(([name, sub]) => `$RT::${name} = '${path.join(folder, sub)}';`),
    '1;\n',
  ].join('\n');
}

/** What a support desk's administrator sets: agents see and answer, anybody may write by mail. */
const initialData = {
  Users: agents.map(({ login, name, email, password }) => ({
    Name: login,
    RealName: name,
    EmailAddress: email,
    Password: password,
    Privileged: 1,
  })),
  ACL: [
    {
      GroupDomain: 'SystemInternal',
      GroupType: 'Everyone',
      Queue: 'General',
      Right: ['CreateTicket', 'ReplyToTicket', 'CommentOnTicket'],
    },
    {
      GroupDomain: 'SystemInternal',
      GroupType: 'Privileged',
      Queue: 'General',
      Right: [
        'SeeQueue',
        'ShowTicket',
        'ShowTicketComments',
        'ShowOutgoingEmail',
        'OwnTicket',
        'TakeTicket',
        'ModifyTicket',
      ],
    },
  ],
};

/** Keeps each mail in a file of its own, complete before it has its final name. */
const keepMail = (folder: string) => `#!/bin/sh
name="${mailFolder({ folder })}/$(date +%s%N)-$$"
cat > "$name.part" && mv "$name.part" "$name.eml"
`;

/** Makes a fresh database in `folder`, with agents and rights, and the configuration to serve it on `port`. */
export async function setUpTracker(folder: string, port: number): Promise<Installation> {
  const config = path.join(folder, 'RT_SiteConfig.pm');
  for (const sub of ['mason', 'sessions', 'var', 'mail', 'more-config']) await mkdir(path.join(folder, sub));
  await writeFile(config, siteConfig(folder, port));
  await writeFile(path.join(folder, 'keep-mail'), keepMail(folder));
  await chmod(path.join(folder, 'keep-mail'), 0o755);
  await writeFile(path.join(folder, 'root-password'), `${rootPassword}\n`, { mode: 0o600 });
  await writeFile(path.join(folder, 'initial-data.json'), JSON.stringify(initialData));
  // The folder of further settings keeps those of the system's own installation out.
  const env = { ...process.env, RT_SITE_CONFIG: config, RT_SITE_CONFIG_DIR: path.join(folder, 'more-config') };
  const database = async (...args: string[]) => {
    await run('rt-setup-database-5', ['--force', '--dba', '', '--dba-password', '', ...args], { cwd: folder, env });
  };
  await database('--action', 'init', '--root-password-file', 'root-password');
  await database('--action', 'insert', '--skip-create', '--datafile', 'initial-data.json');
  return { folder, port, env };
}
