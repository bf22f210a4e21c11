const BAR_CHARACTERS = 30;
/** Left of the cursor and to the end of the line. */
const CLEAR_LINE = '\r\u001b[K';

/** Draws one line that is drawn over again as work goes on, and goes when it is done. */
export function progressLine(terminal: { write(text: string): unknown }): (done: number, total: number) => void {
  let shownPercent = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const percent = Math.floor(100 * share);
    if (percent === shownPercent && done < total) return;
    shownPercent = percent;
    const filled = Math.round(BAR_CHARACTERS * share);
    const bar = '#'.repeat(filled).padEnd(BAR_CHARACTERS, '.');
    terminal.write(done < total ? `${CLEAR_LINE}[${bar}] ${done} / ${total}` : CLEAR_LINE);
  };
}
