/** A moment as Bitrix24 writes it, with an offset instead of `Z`: `2026-05-14T10:26:32+00:00`. */
export function isoDate(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}+00:00`;
}

/** A moment in seconds since 1970, as events carry it in `ts`. */
export function unixTime(moment: Date): string {
  return String(Math.floor(moment.getTime() / 1000));
}
