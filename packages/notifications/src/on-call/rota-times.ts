import { dayAfter, localOf, momentOf } from "@botdeck/core/working-time";

import type { RotaLayer } from "./rota-layers.ts";

export const DAY_MS = 86_400_000;

type Window = NonNullable<RotaLayer["only"]>[number];

/** The calendar day somewhere. */
export const dayOf = (at: number, timeZone: string): string => localOf(new Date(at).toISOString(), timeZone).day;

/** A moment of the wall clock somewhere, in milliseconds. */
export const at = (day: string, time: string, timeZone: string): number => Date.parse(momentOf(day, time, timeZone));

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const daysOfTurn = ({ turn }: RotaLayer): number => turn.count * (turn.every === "week" ? 7 : 1);

/** The number of a layer's turn at a moment, from 0; negative before the first one begins. */
export function turnAt(layer: RotaLayer, timeZone: string, moment: number): number {
  const today = dayOf(moment, timeZone);
  // By the moment, not by what clocks show: they show an hour twice where they go back.
  const isChanged = moment >= at(today, layer.changesAt, timeZone);
  return Math.floor((daysBetween(layer.startsOn, today) - (isChanged ? 0 : 1)) / daysOfTurn(layer));
}

/** When a turn of a layer begins, in milliseconds. */
export function turnBegins(layer: RotaLayer, timeZone: string, turn: number): number {
  return at(dayAfter(layer.startsOn, turn * daysOfTurn(layer)), layer.changesAt, timeZone);
}

/** The stretch of a window that begins on a day; over midnight when its end is not the later one. Null on other days. */
export function stretchOf({ days, from, until }: Window, day: string, timeZone: string): [number, number] | null {
  const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
  if (!days.includes(weekday)) return null;
  return [at(day, from, timeZone), at(until > from ? day : dayAfter(day, 1), until, timeZone)];
}

/** Whether a layer has anybody on call at a moment at all. */
export function applies({ only }: RotaLayer, timeZone: string, moment: number): boolean {
  if (only === undefined) return true;
  const today = dayOf(moment, timeZone);
  return only.some((window) =>
    [dayAfter(today, -1), today].some((day) => {
      const stretch = stretchOf(window, day, timeZone);
      return stretch !== null && moment >= stretch[0] && moment < stretch[1];
    }),
  );
}
