import { notifyBot } from "@botdeck/bots";
import {
  databaseNow,
  type DatabaseHandle,
  dialogLanguage,
  type HeldFor,
  type HeldNotification,
  isDatabaseAway,
  listRuleRows,
  peopleWithHeld,
  preferencesOf,
  tellHeld,
  type Telling,
  type Transaction,
} from "@botdeck/db";
import {
  deliveryFor,
  type DeliverySettings,
  digestMessage,
  loudFrom,
  preferenceOf,
  type RuleLanguage,
  rulesOfPortal,
  workdayAgainAt,
} from "@botdeck/notifications";
import type { Logger } from "@botdeck/telemetry";

import type { KnownRows } from "../known-rows.ts";
import { languageIn } from "../notifications/language-in.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { usableSettings } from "../portal-settings/usable-settings.ts";
import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 15_000;
/** In one look; the others come in the next one. */
const PEOPLE_AT_ONCE = 200;

type Deps = {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "botById">;
  rules: Pick<RulesOf, "find">;
  logger: Logger;
};

/**
 * Tells people what was held for them: in their digest, or when their quiet hours end. After an outage they are told once, however
 * often it was due meanwhile.
 *
 * @param deps.now By default the database's clock.
 */
export function startDueNotifications(
  deps: Deps & {
    now?: () => Promise<Date>;
    everyMs?: number;
  },
): Role {
  const { db, logger, everyMs = EVERY_MS, now = () => databaseNow(db) } = deps;
  const look = async () => {
    const at = await now();
    while ((await tellDue(deps, at)) > 0);
  };
  return keepLooking("held notifications", look, logger, everyMs);
}

/** @returns How many notifications were told. */
export async function tellDue(deps: Deps, now: Date): Promise<number> {
  let told = 0;
  for (const person of await peopleWithHeld(deps.db, now, PEOPLE_AT_ONCE)) {
    try {
      told += await tellPerson(deps, person, now);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      const about = { err: error, botId: person.botId, dialogId: person.dialogId };
      deps.logger.error(about, "what was held for a person could not be told: it is tried again");
    }
  }
  return told;
}

async function tellPerson({ db, known, rules }: Deps, person: HeldFor, now: Date): Promise<number> {
  const bot = await known.botById(person.botId);
  if (bot === null) return 0;
  const settings = usableSettings(notifyBot, bot.settings).settings as DeliverySettings; // safe: the bot's own schema
  const portal = await rules.find(person.portalId);
  return await tellHeld(db, person, now, (tx, held) => telling(tx, { person, held, settings, portal, now }));
}

/** By what the person wishes now: since it was held they may have muted a rule, or gone to bed earlier. */
async function telling(
  tx: Transaction,
  {
    person,
    held,
    settings,
    portal,
    now,
  }: {
    person: HeldFor;
    held: readonly HeldNotification[];
    settings: DeliverySettings;
    portal: { language: RuleLanguage };
    now: Date;
  },
): Promise<Telling | Date> {
  const { portalId, botId, dialogId } = person;
  const preference = preferenceOf((await preferencesOf(tx, portalId, [dialogId])).get(dialogId) ?? {});
  const loudAt = loudFrom(preference, settings, now);
  if (loudAt > now) return loudAt;
  const againAt = workdayAgainAt(preference, now);
  if (againAt !== null) return againAt;

  const { rules } = rulesOfPortal(await listRuleRows(tx, portalId));
  const spoken = await dialogLanguage(tx, { botId, dialogId });
  const wished = held.map(({ id, ruleCode, subject, line }) => {
    const asked = { preference, ruleCode, urgency: "normal", delivery: "single", now, settings } as const;
    return { id, ruleCode, subject, line: line ?? subject, delivery: deliveryFor(asked) };
  });
  const items = wished.filter(({ delivery }) => delivery.kind !== "muted");
  return {
    dropped: wished.flatMap(({ id, delivery }) => (delivery.kind === "muted" ? [{ id, step: delivery.step }] : [])),
    message:
      items.length === 0
        ? null
        : {
            ...digestMessage({
              items,
              titles: new Map(rules.map(({ code, title }) => [code, title])),
              language: languageIn(spoken, portal),
            }),
            ...(preference.channel === "bell" && { inBell: true, buttons: undefined }),
          },
  };
}
