import { listNotifications, namesOfPeople, type Notification } from "@botdeck/db";

import { rulesOfPortal } from "../notification-rule/rules-of-portal.ts";
import { procedureFor, router } from "../trpc.ts";
import { ListNotifications } from "./schemas.ts";
import { notificationView, shownNames } from "./view.ts";

const PAGE_NOTIFICATIONS = 50;

export const notificationRouter = router({
  /** What rules came to, told or not, newest first. */
  list: procedureFor("viewer")
    .input(ListNotifications)
    .query(async ({ ctx, input: { cursor, language, timeZone, ...filter } }) => {
      const { role } = ctx.session;
      const page = { after: cursor ?? null, limit: PAGE_NOTIFICATIONS };
      const { rows, next } = await listNotifications(ctx.db, filter, page);
      const [people, rules] = await Promise.all([
        namesOfPeople(ctx.db, filter.portalId, rows.flatMap(peopleIn)),
        rulesOfPortal(ctx.db, filter.portalId),
      ]);
      const ruleNames = rules.map(({ code, rule }) => [code, rule?.title[language] ?? code] as const);
      const names = new Map([...ruleNames, ...shownNames(people, role)]);
      return {
        rows: rows.map((row) => notificationView(row, { names, language, timeZone, role })),
        nextCursor: next,
      };
    }),
});

/** Ids of whoever a notification goes to, and of those its path names. */
function peopleIn({ dialogId, path }: Notification): string[] {
  const actorIds = path.map(({ facts }) => facts["actorId"]);
  return [dialogId, ...actorIds].filter((id): id is string => typeof id === "string");
}
