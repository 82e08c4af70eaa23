import type { BotContext } from "@botdeck/dialog";

import type { HrServices } from "./services.ts";
import type { HrSettings } from "./settings.ts";
import type { HrTextKey } from "./texts/index.ts";

/** What the handlers of the HR bot run with. */
export type HrContext = BotContext<HrSettings, HrServices, HrTextKey>;
