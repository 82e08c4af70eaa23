import type { PreferenceServices, ToldNotification } from "@botdeck/bots";
import {
  changePreference,
  type DatabaseHandle,
  type FollowedNotification,
  latestNotifications,
  listRuleRows,
  notificationOf,
  preferencesOf,
  rulesHeardLately,
} from "@botdeck/db";
import { preferenceOf, rulesOfPortal } from "@botdeck/notifications";

import type { DirectoryOf } from "./directories.ts";
import type { Speaking } from "./portal-services.ts";

/** Enough to know which rules somebody hears of. */
const MOST_RECENT = 50;

type Deps = { db: DatabaseHandle["db"]; directoryOf: DirectoryOf };

/** What the notification bot knows of how the person who asks wants to be told. */
export function createPreferenceServices({ db, directoryOf }: Deps): { of(speaking: Speaking): PreferenceServices } {
  return {
    of({ portalId, botId, dialog, person }) {
      // In a group it is about what the group was told: what only they were told is nobody else's business.
      const recipient = { portalId, botId, dialogId: dialog.type === "group" ? dialog.id : person.id };
      const enabled = async () =>
        rulesOfPortal(await listRuleRows(db, portalId)).rules.filter((rule) => rule.isEnabled);
      return {
        async read() {
          return preferenceOf((await preferencesOf(db, portalId, [person.id])).get(person.id) ?? {});
        },

        change: (change) =>
          changePreference(db, { portalId, userId: person.id }, (before) => change(preferenceOf(before))),

        async rules() {
          const [rules, latest] = await Promise.all([enabled(), rulesHeardLately(db, recipient, MOST_RECENT)]);
          const heard = [...new Set(latest)];
          const placeOf = (code: string) => (heard.includes(code) ? heard.indexOf(code) : heard.length);
          return rules
            .map(({ code, title }) => ({ code, title }))
            .toSorted((one, other) => placeOf(one.code) - placeOf(other.code));
        },

        latest: async (limit) => (await latestNotifications(db, recipient, limit)).map(toTold),

        async told(id) {
          const found = await notificationOf(db, recipient, id);
          return found === null ? null : toTold(found);
        },

        async namesOf({ path }, language) {
          const names = new Map((await enabled()).map(({ code, title }) => [code, title[language]]));
          const directory = await directoryOf(portalId);
          for (const id of peopleIn(path)) {
            const found = await directory.person(id);
            if (found !== null) names.set(id, found.name);
          }
          return names;
        },
      };
    },
  };
}

const toTold = ({ id, ruleCode, line, outcome, path, delivery }: FollowedNotification): ToldNotification => ({
  id,
  ruleCode,
  line,
  outcome,
  path,
  delivery,
});

/** Portal user ids that steps name. */
function peopleIn(path: ToldNotification["path"]): string[] {
  const ids = path.flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([name, value]) => (name.endsWith("Id") && typeof value === "string" ? [value] : [])),
  );
  return [...new Set(ids)].filter((id) => /^\d+$/.test(id));
}
