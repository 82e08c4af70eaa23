import { listNotifications } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { ruleNames } from "./rule-names.ts";
import { ListNotifications, NameRules } from "./schemas.ts";
import { notificationView, shownNames } from "./view.ts";
import { wordsOfPage } from "./words-of-page.ts";

const PAGE_NOTIFICATIONS = 50;

export const notificationRouter = router({
  /** What rules came to, told or not, newest first. */
  list: procedureFor("viewer")
    .input(ListNotifications)
    .query(async ({ ctx, input: { cursor, language, timeZone, ...filter } }) => {
      const { role } = ctx.session;
      const page = { after: cursor ?? null, limit: PAGE_NOTIFICATIONS };
      const { rows, next } = await listNotifications(ctx.db, filter, page);
      const [{ people, titles }, rules] = await Promise.all([
        wordsOfPage(ctx.db, filter.portalId, rows),
        ruleNames(ctx.db, filter.portalId, language),
      ]);
      const names = new Map([...rules, ...shownNames(people, role)]);
      return {
        rows: rows.map((row) => notificationView(row, { names, titles, language, timeZone, role })),
        nextCursor: next,
      };
    }),

  /** What notifications can be looked for by: the portal's rules, and what tells of alerts. */
  rules: procedureFor("viewer")
    .input(NameRules)
    .query(async ({ ctx, input: { portalId, language } }) => {
      const names = await ruleNames(ctx.db, portalId, language);
      return [...names].map(([code, name]) => ({ code, name }));
    }),
});
