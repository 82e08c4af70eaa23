import type { Bot } from "../../state/model.ts";
import { isHttpAddress } from "../imbot-v2/bot-fields.ts";
import { text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** Event → the address that it goes to. */
export type Handlers = Record<string, string>;

/** Parameter of `imbot.register` → the event that it takes, its name in errors, and whether it has to be there. */
const HANDLERS = [
  { parameter: "EVENT_MESSAGE_ADD", event: "ONIMBOTMESSAGEADD", title: "Message add", isRequired: true },
  { parameter: "EVENT_WELCOME_MESSAGE", event: "ONIMBOTJOINCHAT", title: "Welcome message", isRequired: true },
  { parameter: "EVENT_BOT_DELETE", event: "ONIMBOTDELETE", title: "Bot delete", isRequired: true },
  { parameter: "EVENT_MESSAGE_UPDATE", event: "ONIMBOTMESSAGEUPDATE", title: "Message update", isRequired: false },
  { parameter: "EVENT_MESSAGE_DELETE", event: "ONIMBOTMESSAGEDELETE", title: "Message delete", isRequired: false },
];
const CHANGE_EVENTS = ["ONIMBOTMESSAGEUPDATE", "ONIMBOTMESSAGEDELETE"];

/**
 * EVENT_HANDLER is copied over all others.
 *
 * @param needed `all` asks for the mandatory ones, `given` takes what is there.
 * @throws RestError named after the parameter that is missing or no address.
 */
export function readHandlers(params: Params, needed: "all" | "given"): Handlers {
  const forAll = text(params, "EVENT_HANDLER");
  const entries = HANDLERS.flatMap(({ parameter, event, title, isRequired }) => {
    const address = forAll || text(params, parameter);
    if (address === "" && !(isRequired && needed === "all")) return [];
    if (address === "") throw badRequest(`${parameter}_ERROR`, `Handler for "${title}" event isn't specified`);
    if (!isHttpAddress(address)) throw badRequest(`${parameter}_ERROR`, "Wrong handler URL");
    return [[event, address] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * What of the handlers counts at registration: a bot that neither watches nor serves lines hears of edits and deletions
 * only after `imbot.update`. Bitrix24 docs: imbot.register.
 */
export function handlersFor(bot: Pick<Bot, "type" | "isSupportOpenline">, handlers: Handlers): Handlers {
  if (bot.type !== "bot" || bot.isSupportOpenline) return handlers;
  return Object.fromEntries(Object.entries(handlers).filter(([event]) => !CHANGE_EVENTS.includes(event)));
}
