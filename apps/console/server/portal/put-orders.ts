import { AppError } from "@botdeck/core";
import { orderSourceFaults, type StoredOrderSource } from "@botdeck/crm";
import { type Actor, createOrderSources, type DatabaseHandle, lockPortal, noteActs, type SecretBox } from "@botdeck/db";
import type { z } from "zod";

import { tellOfPortals } from "./change-portal.ts";
import type { PutOrders } from "./schemas.ts";

type Db = DatabaseHandle["db"];
export type PutOrdersResult = { kind: "saved" } | { kind: "refused"; fields: string[] };

/**
 * Says where a portal's orders are looked up. What of the settings the page does not show, such as the names of a base, stays where
 * the kind stays; the secret is written and never read out.
 *
 * @throws AppError `unsupported` where the console has no key, `conflict` when it was changed meanwhile.
 */
export async function putOrders(
  db: Db,
  input: z.infer<typeof PutOrders>,
  { box, actor }: { box: SecretBox | null; actor: Actor },
): Promise<PutOrdersResult> {
  if (box === null) throw new AppError("unsupported", "The console has no key to seal a secret with.");
  const { portalId, kind, seen } = input;
  const result = await db.transaction(async (tx): Promise<PutOrdersResult> => {
    await lockPortal(tx, portalId);
    const store = createOrderSources(tx, box);
    const before = await store.get(portalId);
    if ((before?.updatedAt.toISOString() ?? null) !== seen) {
      throw new AppError("conflict", "Somebody else has changed this meanwhile.");
    }
    const { isSecretKept, ...after } = sourceOf(input, before);
    const fields = faultyFields(after);
    if (fields.length > 0) return { kind: "refused", fields };
    // The portal's own shop, as it is by itself.
    const isByItself = kind === "sale" && Object.keys(after.config).length === 1;
    if (isByItself) await store.remove(portalId);
    // One that does not open with this key reads as none: left alone, it is there when the former key is back.
    else await store.put(portalId, isSecretKept ? { config: after.config } : after);
    const detail = {
      before: before === null ? null : openFacts(before),
      after: isByItself ? null : openFacts(after),
      isSecretNew: input.secret !== null,
    };
    await noteActs(tx, actor, [{ action: "orderSource.set", subjectId: portalId, detail }]);
    return { kind: "saved" };
  });
  await tellOfPortals(db);
  return result;
}

function sourceOf(
  { kind, url, login, secret }: z.infer<typeof PutOrders>,
  before: StoredOrderSource | null,
): StoredOrderSource & { isSecretKept: boolean } {
  const isSameKind = before?.config["kind"] === kind;
  const { login: _login, ...rest } = isSameKind ? before.config : {};
  if (kind === "sale") return { config: { ...rest, kind }, secret: null, isSecretKept: false };
  const config = { ...rest, kind, url, ...(login !== "" && { login }) };
  const isSecretKept = secret === null && isSameKind && isSamePlace(config, before);
  return { config, secret: isSecretKept ? before.secret : secret, isSecretKept };
}

/** A secret goes with its address: what one service was asked with is not sent to another. */
function isSamePlace({ url }: { url: string }, before: StoredOrderSource): boolean {
  const was = before.config["url"];
  if (typeof was !== "string" || !URL.canParse(was) || !URL.canParse(url)) return false;
  return new URL(was).origin === new URL(url).origin;
}

/** The fields that do not fit, as the page has them. */
function faultyFields(source: StoredOrderSource): string[] {
  const names = orderSourceFaults(source).map(({ field }) => field.split(".")[0] ?? field);
  return [...new Set(names.map((name) => (name === "password" || name === "token" ? "secret" : name)))];
}

/** What may be written down: kind, place and login, and whether there is a secret. */
function openFacts({ config, secret }: StoredOrderSource) {
  const { kind, url, login } = config;
  return {
    kind,
    url: typeof url === "string" && URL.canParse(url) ? new URL(url).origin : null,
    login,
    hasSecret: secret !== null,
  };
}
