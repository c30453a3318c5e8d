export interface Figure {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  /** What it is meant to stay within; printed beside it, not asserted. */
  readonly bar: string;
}

/** Prints figures a line each, or as one JSON object by their names. */
export function printFigures(figures: readonly Figure[], asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value]))));
    return;
  }
  const width = Math.max(...figures.map(({ label }) => label.length)) + 2;
  for (const { label, value, bar } of figures) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(1);
    console.log(`${label.padEnd(width)}${shown.padStart(8)}${bar === "" ? "" : `   (bar ${bar})`}`);
  }
}
