import { AppError } from "@botdeck/core";

/** A part of a message that the portal would refuse; `place` says which one, such as `Button "Pay" (row 2, place 1)`. */
export function formatFault(place: string, why: string): AppError {
  return new AppError("invalid", `${place}: ${why}`);
}

const HEX_COLOR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Wire keys of colours; undefined ones are left out. @throws AppError `invalid` naming the colour that is none. */
export function colorsOf(place: string, colors: Record<string, string | undefined>): Record<string, string> {
  const given = Object.entries(colors).filter((entry): entry is [string, string] => entry[1] !== undefined);
  for (const [key, color] of given) {
    if (!HEX_COLOR.test(color)) throw formatFault(place, `${key} must look like #29619b, not ${color}`);
  }
  return Object.fromEntries(given);
}

/** Entries whose value is given. */
export function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What the portal takes for a link: `https://…`, `http://…` or a path of its own. */
export const isLink = (url: string): boolean => /^(?:https?:\/\/\S+|\/\S*)$/i.test(url);
