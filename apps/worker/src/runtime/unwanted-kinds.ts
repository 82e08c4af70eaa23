import type { InboxBody } from "@botdeck/core";

/**
 * False for what no bot can do anything about, whatever its definition: edits and deletions of messages, reactions. Such
 * events end with the claim that meets them.
 */
const IS_WANTED: Record<InboxBody["kind"], boolean> = {
  "message.added": true,
  "command.called": true,
  "bot.joined": true,
  "bot.removed": true,
  "workflow.ended": true,
  "workflow.digressed": true,
  "schedule.due": true,
  "event.unreadable": true,
  "message.updated": false,
  "message.deleted": false,
  "reaction.changed": false,
  "context.opened": false,
  "portal.changed": true,
  "record.changed": true,
  "hook.received": true,
};

const KINDS = Object.keys(IS_WANTED) as InboxBody["kind"][]; // safe: it has no other keys
export const UNWANTED_KINDS = KINDS.filter((kind) => !IS_WANTED[kind]);
