import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import type { ReadRota } from "./read-rotas.ts";

/** A rota as the browser gets it; instants are ISO texts, and whose name nobody knows is null. */
export function rotaView({ id, name, timeZone, turns, overrides, names }: ReadRota, role: Role) {
  const shown = (text: string) => (hidesPersonalData(role) ? maskName(text) : text);
  const personOf = (userId: string) => {
    const known = names.get(userId);
    return { id: userId, name: known === undefined ? null : shown(known) };
  };
  return {
    id,
    name,
    timeZone,
    turns:
      turns?.map(({ userIds, fromAt, untilAt }) => ({
        people: userIds.map(personOf),
        fromAt: fromAt.toISOString(),
        untilAt: untilAt.toISOString(),
      })) ?? null,
    overrides: overrides.map((override) => ({
      id: override.id,
      state: override.state,
      person: { id: override.userId, name: shown(override.userName) },
      askedBy: shown(override.askedByName),
      fromAt: override.fromAt.toISOString(),
      untilAt: override.untilAt.toISOString(),
    })),
  };
}
