const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};
/** Alertmanager's own, where its configuration says nothing. */
const USUAL_MS = 4 * 3_600_000;

/**
 * After how long Alertmanager repeats what still fires, by the longest `repeat_interval` of its configuration; in milliseconds.
 *
 * @param configuration YAML, as its status shows it. It is searched and not read: all that is wanted stands alone in its line.
 */
export function longestRepeatMs(configuration: string): number {
  const said = [...configuration.matchAll(/^[\s-]*repeat_interval:\s*["']?([\da-z]+)/gm)].map(([, text = ""]) =>
    lengthMs(text),
  );
  return Math.max(USUAL_MS, ...said);
}

/** Prometheus writes a length as `1d12h`. */
function lengthMs(text: string): number {
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS_MS[unit] ?? 0), 0);
}
