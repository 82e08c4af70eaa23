import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";

export type Rota = inferRouterOutputs<AppRouter>["rota"]["list"][number];
export type CalendarRota = inferRouterOutputs<AppRouter>["rota"]["calendar"][number];
export type CalendarTurn = CalendarRota["turns"][number];
type Person = { id: string; name: string | null };

/** Whose time it is where the page is read. */
export const READER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What somebody is called, by id where nobody knows more, and that nobody is. */
export function usePersonName(): (person: Person | null) => string {
  const t = useTranslations("notifications.onCall");
  return (person) => (person === null ? t("nobody") : (person.name ?? t("person", { id: person.id })));
}

/** A moment with its day of the week, in the reader's time or another. */
export function useMoment(): (at: string | Date | null, timeZone?: string) => string {
  const t = useTranslations("notifications.onCall");
  const format = useFormatter();
  return (at, timeZone) => {
    if (at === null) return t("openEnd");
    return format.dateTime(new Date(at), {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(timeZone !== undefined && { timeZone }),
    });
  };
}

/** Grounds that tell people apart beside their names; each readable in both themes. */
const GROUNDS = [
  "bg-bot-tint text-bot",
  "bg-human-tint text-human",
  "bg-warning-tint text-warning",
  "bg-accent-tint text-ink",
  "bg-neutral-tint text-neutral",
] as const;

/** Each person of a rota has a ground of their own, as far as there are enough. */
export function groundsOf({ turns, layers, overrides }: CalendarRota): (id: string) => string {
  const people = [...layers.flat(), ...turns].flatMap(({ person }) => person?.id ?? []);
  const ids = [...new Set([...people, ...overrides.map(({ person }) => person.id)])].toSorted();
  return (id) => GROUNDS[ids.indexOf(id) % GROUNDS.length] ?? GROUNDS[0];
}
