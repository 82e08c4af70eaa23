import type { RotaOverride } from "@botdeck/db";
import { RotaSettings } from "@botdeck/notifications";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import type { CalendarTurn, ReadCalendar } from "./read-calendar.ts";
import type { ReadRota } from "./read-rotas.ts";

/** A rota as the browser gets it; instants are ISO texts, and whose name nobody knows is null. */
export function rotaView(rota: ReadRota, role: Role) {
  const { id, name, timeZone, updatedAt, turns, overrides, names, current } = rota;
  const { personOf, overrideOf } = wordsOf(names, role);
  return {
    id,
    name,
    timeZone,
    /** As it can be changed; null where it can no longer be read. */
    settings: settingsOf(rota),
    seen: updatedAt.toISOString(),
    /** Who it is now; without an end where nobody knows one. */
    current: current && {
      people: current.userIds.map(personOf),
      untilAt: current.changes ? current.until.toISOString() : null,
    },
    turns:
      turns?.map(({ userIds, fromAt, untilAt }) => ({
        people: userIds.map(personOf),
        fromAt: fromAt.toISOString(),
        untilAt: untilAt.toISOString(),
      })) ?? null,
    overrides: overrides.map(overrideOf),
  };
}

/** The calendar of a portal's rotas. Ends of turns that are too far away are null. */
export function calendarView({ rotas, names }: ReadCalendar, role: Role) {
  const { personOf, overrideOf } = wordsOf(names, role);
  const turnOf = ({ userId, fromAt, untilAt }: CalendarTurn) => ({
    person: userId === null ? null : personOf(userId),
    fromAt: fromAt?.toISOString() ?? null,
    untilAt: untilAt?.toISOString() ?? null,
  });
  return rotas.map(({ id, name, timeZone, isBroken, turns, layers, overrides, away }) => ({
    id,
    name,
    timeZone,
    isBroken,
    turns: turns.map(turnOf),
    layers: layers.map((layer) => layer.map(turnOf)),
    overrides: overrides.map(overrideOf),
    away: away.map(({ userId, fromAt, untilAt }) => ({
      person: personOf(userId),
      fromAt: fromAt.toISOString(),
      untilAt: untilAt.toISOString(),
    })),
  }));
}

/** A chat that was kept before chats were checked is shown all the same: it is the form that says what is wrong with it. */
function settingsOf({ name, timeZone, layers, dialogId }: ReadRota): RotaSettings | null {
  const { data } = RotaSettings.safeParse({ name, timeZone, layers });
  return data === undefined ? null : { ...data, dialogId };
}

function wordsOf(names: ReadonlyMap<string, string>, role: Role) {
  const shown = (text: string) => (hidesPersonalData(role) ? maskName(text) : text);
  const personOf = (userId: string) => {
    const known = names.get(userId);
    return { id: userId, name: known === undefined ? null : shown(known) };
  };
  const overrideOf = ({ id, state, userId, userName, askedByName, fromAt, untilAt }: RotaOverride) => ({
    id,
    state,
    person: { id: userId, name: shown(userName) },
    askedBy: shown(askedByName),
    fromAt: fromAt.toISOString(),
    untilAt: untilAt.toISOString(),
  });
  return { personOf, overrideOf };
}
