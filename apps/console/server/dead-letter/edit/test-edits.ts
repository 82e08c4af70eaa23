import type { Effect } from "@botdeck/core";
import { outboxEffect } from "@botdeck/db";
import { eq } from "drizzle-orm";

import { addBot } from "../../test-conversations.ts";
import { setupConsole } from "../../test-console.ts";
import { addLetters } from "../../test-letters.ts";

type Checked = { kind: string; seen: string; lines: { kind: string; text: string }[]; problems: { code: string }[] };
type Opened = { attempts: number; payload: Record<string, unknown>; noEdit: string | null };

/** A console with a bot, an admin, and what an admin does with a letter that is to be changed. */
export async function setupEdits() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const admin = await cookieOf("admin");

  async function check(asked: object) {
    const { data, error, response } = await mutate("deadLetter.checkEdit", asked, admin);
    return { data: data as Checked, error, body: response.body }; // safe: what it answers, where it does
  }
  const open = async (id: string) => (await query("deadLetter.get", { id }, admin)).data as Opened; // safe: what it answers
  const replay = (asked: object) => mutate("deadLetter.replayEdited", asked, admin);
  return {
    cookieOf,
    query,
    mutate,
    db,
    ids,
    admin,
    check,
    replay,
    open,
    /** Opens a letter, changes it, looks and lets it run. */
    async mend(id: string, change: (payload: Opened["payload"]) => object) {
      const { payload, attempts } = await open(id);
      const edit = { id, attempts, text: JSON.stringify(change(payload)) };
      const { seen } = (await check(edit)).data;
      return await replay({ ...edit, seen, reason: "because" });
    },
    bodyOf: async (id: string) => (await db.select().from(outboxEffect).where(eq(outboxEffect.id, id)))[0]?.body,
    async addLetter(letter: { isInDoubt?: boolean; effect?: Effect } = {}) {
      const [id = ""] = await addLetters(db, ids, 1, { error: "ACCESS_DENIED", ...letter });
      return id;
    },
  };
}
