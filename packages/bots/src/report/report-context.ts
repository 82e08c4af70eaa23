import type { BotContext } from "@botdeck/dialog";

import type { ReportServices } from "./services.ts";
import type { ReportSettings } from "./settings.ts";
import type { ReportTextKey } from "./texts/index.ts";

/** What the handlers of the report bot run with. */
export type ReportContext = BotContext<ReportSettings, ReportServices, ReportTextKey>;
