export type Measurement = { name: string; command: string };
export type Claim = { claim: string; measurements: Measurement[] };
export const claims: Claim[];
