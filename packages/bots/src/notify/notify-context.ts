import type { BotContext } from "@botdeck/dialog";

import type { NotifyServices } from "./services.ts";
import type { NotifySettings } from "./settings.ts";
import type { NotifyTextKey } from "./texts/index.ts";

/** What the handlers of the notification bot run with. */
export type NotifyContext = BotContext<NotifySettings, NotifyServices, NotifyTextKey>;
