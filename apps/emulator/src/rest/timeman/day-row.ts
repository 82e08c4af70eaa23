import type { WorkDay } from "../../state/work-day.ts";

/** A day that was begun before today and never closed. */
export function isExpired(day: WorkDay, now: Date): boolean {
  return day.status !== "CLOSED" && day.startedAt.slice(0, 10) < now.toISOString().slice(0, 10);
}

/** A working day as every method answers it. Bitrix24 docs: timeman-status. */
export function dayRow(day: WorkDay, now: Date): Record<string, unknown> {
  const paused = day.pausedAt === null ? 0 : Math.floor((now.getTime() - Date.parse(day.pausedAt)) / 1000);
  const leaks = day.breakSeconds + paused;
  const worked = day.finishedAt === null ? 0 : (Date.parse(day.finishedAt) - Date.parse(day.startedAt)) / 1000 - leaks;
  return {
    STATUS: isExpired(day, now) ? "EXPIRED" : day.status,
    TIME_START: day.startedAt,
    TIME_FINISH: day.finishedAt,
    DURATION: clock(Math.max(worked, 0)),
    TIME_LEAKS: clock(leaks),
    ACTIVE: day.isConfirmed,
    IP_OPEN: day.openPlace.ip,
    IP_CLOSE: day.closePlace.ip,
    LAT_OPEN: day.openPlace.latitude,
    LON_OPEN: day.openPlace.longitude,
    LAT_CLOSE: day.closePlace.latitude,
    LON_CLOSE: day.closePlace.longitude,
    TZ_OFFSET: 0,
  };
}

/** `09:37:04` */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
