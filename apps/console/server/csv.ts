/** A program for tables would reckon with what begins so, and run it. */
const FORMULA = /^[=+\-@\t\r]/;
/** Numbers begin with a minus too, and do no harm. */
const NUMBER = /^-?\d+(\.\d+)?$/;
/** By this such programs know that the text is UTF-8. */
const BYTE_ORDER_MARK = "\u{feff}";

type Rows = readonly (readonly string[])[];

/** Rows with numbers as a file for a table program, the first of them the heading. */
export const csvOf = (rows: Rows): string => BYTE_ORDER_MARK + csvLines(rows, { areNumbersSafe: true });

/**
 * Rows as CSV (RFC 4180). What would be run as a formula is made text; a number below zero too, unless numbers
 * are safe because they are our own and not what people wrote.
 */
export function csvLines(rows: Rows, { areNumbersSafe = false } = {}): string {
  const cellOf = (text: string) => {
    const isRun = FORMULA.test(text) && !(areNumbersSafe && NUMBER.test(text));
    return quoted(isRun ? `'${text}` : text);
  };
  return rows.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
