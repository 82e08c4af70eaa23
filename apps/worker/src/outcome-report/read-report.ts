import { AppError } from "@botdeck/core";
import {
  type AnswerTimes,
  answerTimesOf,
  type Containment,
  containmentBy,
  containmentOf,
  type Database,
  listPortalBots,
  type OutcomeFilter,
  type OutcomeGroup,
  type Portals,
} from "@botdeck/db";

export type Asked = {
  domain: string | null;
  botCode: string | null;
  from: Date;
  to: Date;
  by: OutcomeGroup | null;
};

/** What came of clients' visits, as it is asked for. */
export type OutcomeReport = {
  asked: Asked;
  all: Containment;
  answers: AnswerTimes;
  groups: (Containment & { group: string | null })[];
};

/** @throws AppError `not_found` for a portal or a bot that nobody connected: no figures would look like a quiet week. */
export async function readReport(db: Database, portals: Portals, asked: Asked): Promise<OutcomeReport> {
  const filter = { ...(await whoseOf(db, portals, asked)), from: asked.from, to: asked.to };
  const all = await containmentOf(db, filter);
  const answers = await answerTimesOf(db, filter);
  const groups = asked.by === null ? [] : await containmentBy(db, filter, asked.by);
  return { asked, all, answers, groups };
}

async function whoseOf(
  db: Database,
  portals: Portals,
  { domain, botCode }: Asked,
): Promise<Pick<OutcomeFilter, "portalId" | "botCode">> {
  const portal = domain === null ? null : await portals.named(domain);
  if (botCode !== null) {
    const there = portal === null ? await listPortalBots(db) : await portals.botsOf(portal.id);
    const codes = new Set(there.map(({ code }) => code));
    if (!codes.has(botCode)) {
      const where = domain === null ? "on any portal" : `on ${domain}`;
      throw new AppError("not_found", `There is no bot ${botCode} ${where}. There are: ${[...codes].join(", ")}`);
    }
  }
  return { ...(portal !== null && { portalId: portal.id }), ...(botCode !== null && { botCode }) };
}
