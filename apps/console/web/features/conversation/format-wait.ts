const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;

/** A wait as a clock shows it: `2:31`, or `1:02:31` from an hour on. Never negative: clocks differ a little. */
export function formatWait(waitMs: number): string {
  const total = Math.max(0, Math.floor(waitMs / 1_000));
  const hours = Math.floor(total / HOUR_SECONDS);
  const minutes = Math.floor((total % HOUR_SECONDS) / MINUTE_SECONDS);
  const seconds = twoDigits(total % MINUTE_SECONDS);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
