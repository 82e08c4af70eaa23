import type { Person } from "@botdeck/core";

import type { B24Client, CallOptions } from "../client.ts";
import { at } from "../read-path.ts";
import { byId, type DialogHistory, type HistoryMessage, readHistoryMessage, readPeople } from "./dialog-history.ts";

/** The most that the portal gives at once. */
const PAGE = 50;

/**
 * Reads what was written in a dialog after a message, page by page.
 *
 * @param dialog.dialogId As the token's person knows it: a private dialog by the other one's id.
 * @param dialog.afterId The last message that is known; null reads the latest 50.
 * @throws B24Error `forbidden` when the token's person is not in the dialog.
 * @see Bitrix24 docs: im.dialog.messages.get
 */
export async function readDialogAfter(
  client: B24Client,
  { dialogId, afterId }: { dialogId: string; afterId: string | null },
  options?: CallOptions,
): Promise<DialogHistory> {
  const people = new Map<string, Person>();
  const messages = new Map<string, HistoryMessage>();
  let after = afterId;
  for (;;) {
    const params = { DIALOG_ID: dialogId, LIMIT: PAGE, ...(after !== null && { FIRST_ID: after }) };
    const answer = await client.call("im.dialog.messages.get", params, options);
    for (const [id, person] of readPeople(at(answer, "users"))) people.set(id, person);
    const page = answer.messages.map(({ id, author_id, text = null, date = null, params: more }) =>
      readHistoryMessage({ id, authorId: author_id, text, date, fileIds: at(more, "FILE_ID") }),
    );
    const fresh = page.filter(({ id }) => !messages.has(id));
    for (const message of fresh) messages.set(message.id, message);
    const last = byId(page).at(-1)?.id ?? null;
    if (after === null || page.length < PAGE || fresh.length === 0 || last === null) break;
    after = last;
  }
  return { messages: byId([...messages.values()]), people };
}
