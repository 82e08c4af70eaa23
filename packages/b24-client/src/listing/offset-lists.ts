import type { MethodName } from "../methods/index.ts";

/** How a list is paged that knows no `start`. */
export type OffsetList = {
  offset: "offset" | "OFFSET";
  limit: "limit" | "LIMIT";
  /** The parameter that both stand in; null when they stand beside the others. */
  within: string | null;
  /** Where the rows stand in the result; null when they are it. */
  rows: string | null;
};

const LOWER: OffsetList = { offset: "offset", limit: "limit", within: null, rows: null };
const UPPER: OffsetList = { offset: "OFFSET", limit: "LIMIT", within: null, rows: null };

/** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-list, chats, imopenlines/openlines/imopenlines-config-list-get */
export const OFFSET_LISTS: ReadonlyMap<string, OffsetList> = new Map<MethodName, OffsetList>([
  ["imbot.v2.Bot.list", { ...LOWER, rows: "bots" }],
  ["imbot.v2.Chat.User.list", LOWER],
  ["imopenlines.config.list.get", { ...LOWER, within: "PARAMS" }],
  ["im.recent.list", { ...UPPER, rows: "items" }],
  ["im.dialog.users.list", UPPER],
  ["im.department.colleagues.list", UPPER],
  ["im.search.chat.list", UPPER],
  ["im.search.department.list", UPPER],
  ["im.search.user.list", UPPER],
]);
