import { useFormatter } from "use-intl";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const UNITS = [
  { unit: "day", ms: DAY_MS },
  { unit: "hour", ms: HOUR_MS },
  { unit: "minute", ms: MINUTE_MS },
  { unit: "second", ms: SECOND_MS },
] as const;

/** A time as long as it is worth: `0.9 s`, `12 s`, `4 min 10 s`, `2 h 5 min`. */
export function useDuration(): (ms: number) => string {
  const format = useFormatter();
  const say = (value: number, unit: "day" | "hour" | "minute" | "second", digits = 0) =>
    format.number(value, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits });
  return (ms) => {
    if (ms < 10 * SECOND_MS) return say(ms / SECOND_MS, "second", 1);
    const seconds = Math.round(ms / SECOND_MS) * SECOND_MS;
    const first = UNITS.findIndex((each) => seconds >= each.ms);
    const [large, small] = [UNITS[first], UNITS[first + 1]];
    if (large === undefined) return say(0, "second");
    const whole = Math.floor(seconds / large.ms);
    const rest = small === undefined ? 0 : Math.floor((seconds % large.ms) / small.ms);
    return rest === 0 || small === undefined
      ? say(whole, large.unit)
      : `${say(whole, large.unit)} ${say(rest, small.unit)}`;
  };
}
