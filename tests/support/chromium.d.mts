export function findChromium(): string | undefined;
export const quietArgs: string[];
