import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { defineWxtModule } from 'wxt/modules';

/** The oldest day a ZIP file can name; local time, as ZIP files hold it, so that it is the same in every zone. */
const mtime = new Date(1980, 0, 1);

/** Writes the ZIP file anew with its files in order and without the time it was made, so that equal files give equal bytes. */
export function writeSame(file: string): void {
  const content = unzipSync(readFileSync(file));
  // Folders are told by the files in them.
  const names = Object.keys(content)
    .filter((name) => !name.endsWith('/'))
    .sort();
  const entries = names.map((name) => [name, [content[name] ?? new Uint8Array(), { mtime, level: 9 }]] as const);
  writeFileSync(file, zipSync(Object.fromEntries(entries.map(([name, entry]) => [name, [...entry]]))));
}

/** Makes the ZIP files of one state of the sources the same bytes, wherever and whenever they are made. */
export default defineWxtModule({
  name: 'same-zips',
  setup(wxt) {
    wxt.hook('zip:extension:done', (_wxt, file) => writeSame(file));
    wxt.hook('zip:sources:done', (_wxt, file) => writeSame(file));
  },
});
