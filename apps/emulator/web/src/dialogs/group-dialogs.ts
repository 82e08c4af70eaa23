import type { Dialog, Person } from "../api/types.ts";

export type DialogGroup = "waiting" | "mine" | "lines" | "closed" | "chats";

const ORDER: readonly DialogGroup[] = ["waiting", "mine", "lines", "chats", "closed"];

/** The dialogs under the headings that an operator thinks in; the order inside each is kept. */
export function groupDialogs(dialogs: readonly Dialog[], player: Person): { name: DialogGroup; dialogs: Dialog[] }[] {
  const groups = Map.groupBy(dialogs, (dialog) => groupOf(dialog, player));
  return ORDER.flatMap((name) => {
    const members = groups.get(name);
    return members ? [{ name, dialogs: members }] : [];
  });
}

function groupOf({ type, lineOwner, operatorId }: Dialog, player: Person): DialogGroup {
  if (type !== "open_line" || player.role === "client") return "chats";
  if (lineOwner === "queue") return "waiting";
  if (lineOwner === "operator" && operatorId === player.id) return "mine";
  return lineOwner === "closed" ? "closed" : "lines";
}
