import { parseArgs } from 'node:util';
import { browserArgs, startDesks } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4443' } } });
const desks = await startDesks({ port: Number(values.port), live: true });
console.log(`Zendesk:   ${desks.hosts.zendesk}/agent/tickets/101`);
console.log(`Freshdesk: ${desks.hosts.freshdesk}/a/tickets/101`);
console.log(`Editors:   ${desks.hosts.gallery}/agent/tickets/12`);
console.log('Start Chromium with:');
for (const switched of browserArgs(desks.port)) console.log(`  '${switched}'`);
