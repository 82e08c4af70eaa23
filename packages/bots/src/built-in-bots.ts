import type { AnyBot } from "@botdeck/dialog";

import { helpdeskBot } from "./helpdesk/bot.ts";
import { hrBot } from "./hr/bot.ts";
import { notifyBot } from "./notify/bot.ts";
import { reportBot } from "./report/bot.ts";
import { salesBot } from "./sales/bot.ts";
import { storeBot } from "./store/bot.ts";

/** The bots that every deployment has. */
export const BUILT_IN_BOTS: readonly AnyBot[] = [storeBot, hrBot, helpdeskBot, salesBot, reportBot, notifyBot];
