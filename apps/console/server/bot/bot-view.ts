import type { BotDetails } from "@botdeck/db";
import { accessTo, commandsOf } from "@botdeck/dialog";

import { botOnPortal } from "../portal/view.ts";
import { faultsOf } from "./check-settings.ts";
import type { KnownBots } from "./known-bots.ts";
import { formOf } from "./settings-form.ts";
import { hearingOf } from "./view.ts";

/** A bot on its portal, with the form of its settings and who may call its commands. */
export function botDetailsView(bot: BotDetails, bots: KnownBots) {
  const { portalId, portalDomain, portalState, settings, rights } = bot;
  const known = bots.of(bot.code);
  const schema = known?.settings;
  const about = { ...botOnPortal(bot), portalId, portalDomain, portalState };
  if (known === null) return { ...about, known: null };
  return {
    ...about,
    known: {
      kind: known.kind,
      /** With whose rights it does what it is asked; null where it has no need of a person's. */
      actsAs: known.kind === "client" ? null : rights,
      /** Whose words reach it; null where it only tells. */
      hears: known.kind === "notification" ? null : hearingOf(known),
      form: schema === undefined ? [] : formOf(schema),
      /** As they are set; what is left out has its default. */
      settings,
      /** What was set and does not fit any more: the bot goes by its default there. */
      faults: schema === undefined ? [] : faultsOf(schema, settings, settings),
      commands: Object.entries(commandsOf(known)).flatMap(([name, { title, isHidden, who }]) => {
        const { roles = null, departments = null } = accessTo(name, who, settings);
        return isHidden === true ? [] : [{ name, title, roles, departments }];
      }),
    },
  };
}
