/** A line on stderr that counts, only on a terminal. */
export function createProgress(total?: number): { step(): void; end(): void } {
  const { stderr } = process;
  const start = performance.now();
  let done = 0;
  let shownAt = 0;
  const show = () => {
    const rate = done / ((performance.now() - start) / 1000);
    const bar = total ? `[${'#'.repeat(Math.round((20 * done) / total)).padEnd(20, '.')}] ` : '';
    const left = total ? `, ${Math.round((total - done) / rate)} s left` : '';
    stderr.write(`\r${bar}${done}${total ? ` of ${total}` : ''} lines, ${rate.toFixed(1)}/s${left}   `);
  };
  return {
    step() {
      done += 1;
      if (!stderr.isTTY || performance.now() - shownAt < 100) return;
      shownAt = performance.now();
      show();
    },
    end() {
      if (stderr.isTTY && done > 0) stderr.write('\n');
    },
  };
}
