import lines from '../../fixtures/hostile/payloads.jsonl?raw';
import { type Payload, readPayloads } from './payload.ts';

/** All payloads, for tests that run in a page. */
export const payloads: Payload[] = readPayloads(lines);
