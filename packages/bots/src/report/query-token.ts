import type { ReportQuery, Whose } from "@botdeck/contracts";

/** What of a query a button carries; names are looked up again, zones are the portal's. */
export type QueryRef = {
  from: string;
  to: string;
  whose: { kind: "visible" | "own" } | { kind: "person" | "department"; id: string };
};

/** One word for a query: `2026-06-01_2026-06-30_person_12`. */
export function queryToken({ from, to, whose }: Pick<ReportQuery, "from" | "to" | "whose">): string {
  return [from, to, whose.kind, ...("id" in whose ? [whose.id] : [])].join("_");
}

const TOKEN = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})_(visible|own|person|department)(?:_(\d+))?$/;

/** Null for what is none, such as something typed. */
export function readQueryToken(token: string): QueryRef | null {
  const [, from, to, kind, id] = TOKEN.exec(token) ?? [];
  if (from === undefined || to === undefined || from > to || !isDay(from) || !isDay(to)) return null;
  if (kind === "visible" || kind === "own") return { from, to, whose: { kind } };
  const isNamed = kind === "person" || kind === "department";
  return isNamed && id !== undefined ? { from, to, whose: { kind, id } } : null;
}

const isDay = (day: string) => {
  const at = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/** Whose deals a button means, by their names; null when they are gone. */
export async function whoseOf(
  whose: QueryRef["whose"],
  nameOf: (kind: "person" | "department", id: string) => Promise<string | null>,
): Promise<Whose | null> {
  if (!("id" in whose)) return whose;
  const name = await nameOf(whose.kind, whose.id);
  return name === null ? null : { ...whose, name };
}
