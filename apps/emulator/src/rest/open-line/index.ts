import type { RestMethod } from "../method.ts";
import { botSessionMethods } from "./bot-session.ts";
import { openLineConfigListMethods } from "./config-list.ts";
import { openLineConfigMethods } from "./config.ts";
import { openLineCrmMemberMethods } from "./crm-member.ts";
import { openLineCrmMethods } from "./crm.ts";
import { openLineDialogMethods } from "./dialog.ts";
import { openLineHistoryMethods } from "./history.ts";
import { networkMethods } from "./network.ts";
import { operatorMethods } from "./operator.ts";
import { quickAnswerMethods } from "./quick-answer.ts";
import { sessionModeMethods } from "./session-mode.ts";
import { sessionMethods } from "./session.ts";

/** The Open Lines. */
export const openLineMethods: RestMethod[] = [
  ...botSessionMethods,
  ...operatorMethods,
  ...sessionMethods,
  ...sessionModeMethods,
  ...openLineDialogMethods,
  ...openLineHistoryMethods,
  ...openLineConfigMethods,
  ...openLineConfigListMethods,
  ...openLineCrmMethods,
  ...openLineCrmMemberMethods,
  ...quickAnswerMethods,
  ...networkMethods,
];
