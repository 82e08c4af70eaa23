import type { BotContext } from "@botdeck/dialog";

import type { StoreServices } from "./services.ts";
import type { StoreSettings } from "./settings.ts";
import type { StoreTextKey } from "./texts/index.ts";

/** What the handlers of the store's bot run with. */
export type StoreContext = BotContext<StoreSettings, StoreServices, StoreTextKey>;
