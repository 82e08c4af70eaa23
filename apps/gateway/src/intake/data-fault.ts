/**
 * Postgres refuses these rows for what is in them, today and tomorrow: 22 data exception, 23 a constraint, 54 past a limit
 * such as the size of an index entry. Whatever else goes wrong may succeed later.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const DATA_FAULT = /^(?:22|23|54)...$/;

/** True when the rows themselves are refused. */
export function isDataFault(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as { code?: unknown };
    if (typeof code === "string" && DATA_FAULT.test(code)) return true;
  }
  return false;
}
