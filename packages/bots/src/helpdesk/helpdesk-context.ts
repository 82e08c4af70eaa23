import type { BotContext } from "@botdeck/dialog";

import type { HelpdeskServices } from "./services.ts";
import type { HelpdeskSettings } from "./settings.ts";
import type { HelpdeskTextKey } from "./texts/index.ts";

export type HelpdeskContext = BotContext<HelpdeskSettings, HelpdeskServices, HelpdeskTextKey>;
