import type { Absence, Rota, RotaOverride } from "@botdeck/db";
import { awayOf, type OnCallQuestion, RotaLayers } from "@botdeck/notifications";

type Read = {
  rota: Pick<Rota, "timeZone" | "layers">;
  /** In any state; those agreed to later standing later. */
  overrides: readonly RotaOverride[];
  /** What was granted, of whomever. */
  away: readonly Absence[];
};

/** What is asked of a rota to know who is on call by it; null where its layers cannot be read. */
export function questionOf({ rota, overrides, away }: Read): Omit<OnCallQuestion, "now"> | null {
  const layers = RotaLayers.safeParse(rota.layers).data;
  if (layers === undefined) return null;
  const agreed = overrides.filter(({ state }) => state === "agreed");
  const people = new Set([...layers.flatMap((layer) => layer.people), ...agreed.map(({ userId }) => userId)]);
  const absences = away.filter(({ personId }) => people.has(personId)).map((days) => awayOf(days, rota.timeZone));
  return { rota: { timeZone: rota.timeZone, layers }, overrides: agreed, absences };
}
