import { AppError } from "@botdeck/core";
import { type Actor, type DatabaseHandle, noteActs } from "@botdeck/db";
import { sendTestPost } from "@botdeck/notifications/test-post";
import type { z } from "zod";

import { hookOfPortal, shownOptions } from "./change-hooks.ts";
import type { TestHook } from "./schemas.ts";

/** Where a source posts. */
export function addressOf(gatewayUrl: string, { id, kind }: { id: string; kind: string }): string {
  return new URL(`/hooks/${kind}/${id}`, gatewayUrl).href;
}

/**
 * Posts to a hook what its source would post, by the gateway's door, and writes down who did it.
 *
 * @returns The gateway's status and words; status 0 when it does not answer.
 * @throws AppError `not_found` for a hook that the portal does not have, `unsupported` where nobody said where the gateway is.
 */
export async function testHook(
  { db, gatewayUrl }: { db: DatabaseHandle["db"]; gatewayUrl: string | null },
  { portalId, hookId, secret, isOver }: z.infer<typeof TestHook>,
  actor: Actor,
): Promise<{ status: number; message: string }> {
  if (gatewayUrl === null) throw new AppError("unsupported", "This console was not told where the gateway is.");
  const hook = await hookOfPortal(db, portalId, hookId);
  const { name, kind: source, proof } = hook;
  const options = shownOptions(hook);
  const address = addressOf(gatewayUrl, hook);
  const answer = await sendTestPost({ address, source, proof, secret, options, isOver, now: new Date() });
  const detail = { portalId, name, isOver, status: answer.status };
  await noteActs(db, actor, [{ action: "hook.test", subjectId: hookId, detail }]);
  return answer;
}
