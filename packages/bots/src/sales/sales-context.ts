import type { BotContext } from "@botdeck/dialog";

import type { SalesServices } from "./services.ts";
import type { SalesSettings } from "./settings.ts";
import type { SalesTextKey } from "./texts/index.ts";

/** What the handlers of the sales assistant run with. */
export type SalesContext = BotContext<SalesSettings, SalesServices, SalesTextKey>;
