import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../../server/root.ts";

export type RotaSettings = NonNullable<inferRouterOutputs<AppRouter>["rota"]["list"][number]["settings"]>;
export type Layer = RotaSettings["layers"][number];
export type Hours = NonNullable<Layer["only"]>[number];

/** A layer as a new one begins: turns of a week from this Monday on. */
export function blankLayer(): Layer {
  const monday = new Date();
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  const day = [monday.getFullYear(), monday.getMonth() + 1, monday.getDate()];
  const startsOn = day.map((part) => String(part).padStart(2, "0")).join("-");
  return { people: [], turn: { every: "week", count: 1 }, startsOn, changesAt: "09:00" };
}

export const blankRota = (timeZone: string): RotaSettings => ({
  name: "",
  timeZone,
  dialogId: null,
  layers: [blankLayer()],
});

export const blankHours = (): Hours => ({ days: [1, 2, 3, 4, 5], from: "20:00", until: "08:00" });
