import { readFileSync, writeFileSync } from 'node:fs';
import { claims } from './trust-claims.mjs';
import { resultFolder } from './trust-result.mjs';
import { putTable, readResult, writeTable } from './trust-table.ts';

// Fills the table of TRUST.md from the results that the commands in it have kept.
const table = writeTable(claims, (name) => readResult(resultFolder, name));
writeFileSync('TRUST.md', putTable(readFileSync('TRUST.md', 'utf8'), table));
process.stdout.write(`${table}\n`);
