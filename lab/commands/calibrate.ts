import type { Command } from '../command';
export const calibrate: Command = { help: 'calibrate', run: async () => 0 };
