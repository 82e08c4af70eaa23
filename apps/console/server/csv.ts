/** A program for tables would reckon with what begins so, and run it. */
const FORMULA = /^[=+\-@\t\r]/;
/** Numbers begin with a minus too, and do no harm. */
const NUMBER = /^-?\d+(\.\d+)?$/;
/** By this such programs know that the text is UTF-8. */
const BYTE_ORDER_MARK = "\u{feff}";

/** Rows as CSV (RFC 4180), the first of them the heading. What would be run as a formula is made text. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
