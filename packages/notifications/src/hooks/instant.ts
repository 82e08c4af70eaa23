/** An instant in the one form that we keep; `otherwise` for what is none. Go's zero time, of year 1, is none. */
export function instantOr(text: string | null | undefined, otherwise: string): string {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) || at <= 0 ? otherwise : new Date(at).toISOString();
}
