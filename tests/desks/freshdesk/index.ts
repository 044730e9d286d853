import { type Desk, type DeskContext, json, text } from '../desk.ts';

/** The Freshdesk replica. */
export async function createFreshdesk(_context: DeskContext): Promise<Desk> {
  return {
    host: 'fernway.freshdesk.com',
    handle: async () => text('<!doctype html><title>Fernway</title>', 'text/html'),
    problem: (status) => json({ code: 'error', message: `Status ${status}` }, status),
  };
}
