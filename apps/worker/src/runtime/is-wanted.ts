import { type InboxBody, isBotEvent } from "@botdeck/core";

/**
 * False for what no bot can do anything about, whatever its definition: edits and deletions of messages, reactions, and
 * what concerns a portal or a hook, to which bots cannot subscribe yet. Such events need no transaction of their own.
 */
export function isWanted(body: InboxBody): boolean {
  if (!isBotEvent(body)) return body.kind === "event.unreadable";
  switch (body.kind) {
    case "message.updated":
    case "message.deleted":
    case "reaction.changed":
    case "context.opened":
      return false;
    case "message.added":
    case "command.called":
    case "bot.joined":
    case "bot.removed":
    case "workflow.ended":
      return true;
  }
}
