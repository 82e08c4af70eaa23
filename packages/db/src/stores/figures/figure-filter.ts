import { type SQL, sql } from "drizzle-orm";

/**
 * Which visits are counted. Null is any; an empty text stands for what is not known, such as no intent. Clients come by open
 * lines; who writes to a bot elsewhere is staff, or tries it out, and is counted apart.
 */
export type FigureFilter = {
  audience: "clients" | "staff";
  portalId: string | null;
  botId: string | null;
  /** Lines of two portals may have one id, so a portal is chosen with it. */
  lineId: string | null;
  intent: string | null;
  topic: string | null;
  dialog: string | null;
  dialogVersion: number | null;
  language: string | null;
};

/**
 * In SQL, of `outcome` as well as of what is added up from it.
 *
 * @param filter.audience Null is clients and staff together, whom a line does not tell apart then.
 * @param table Names it where columns of others are near.
 */
export function isCounted(
  filter: Omit<FigureFilter, "audience"> & { audience: FigureFilter["audience"] | null },
  table = "",
): SQL {
  const own = (name: string) => sql.raw(table === "" ? name : `${table}.${name}`);
  const isText = (name: string, value: string | null) =>
    value === null ? sql`` : value === "" ? sql` and ${own(name)} is null` : sql` and ${own(name)} = ${value}`;
  const isId = (name: string, value: string | null) =>
    value === null ? sql`` : sql` and ${own(name)} = ${value}::uuid`;
  const { audience } = filter;
  return sql.join([
    audience === null
      ? isOfLine()
      : audience === "clients"
        ? sql`${own("line_id")} is not null`
        : sql`${own("line_id")} is null`,
    isId("portal_id", filter.portalId),
    isId("bot_id", filter.botId),
    audience === "clients" ? isText("line_id", filter.lineId) : sql``,
    isText("intent", filter.intent),
    isText("topic", filter.topic),
    isText("dialog", filter.dialog),
    filter.dialogVersion === null ? sql`` : sql` and ${own("dialog_version")} = ${filter.dialogVersion}::int`,
    isText("language", filter.language),
  ]);

  function isOfLine(): SQL {
    return filter.lineId === null
      ? sql`true`
      : sql`(${own("line_id")} is null or ${own("line_id")} = ${filter.lineId})`;
  }
}

/** Only portal and bot are told apart where answers are timed. */
export const isOfAnswers = (filter: FigureFilter): boolean =>
  filter.audience === "clients" &&
  [filter.lineId, filter.intent, filter.topic, filter.dialog, filter.dialogVersion, filter.language].every(
    (one) => one === null,
  );
