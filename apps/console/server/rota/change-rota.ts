import { notifyBot } from "@botdeck/bots";
import { AppError } from "@botdeck/core";
import {
  type Actor,
  type DatabaseHandle,
  listPolicies,
  lockRota,
  noteActs,
  readRota,
  removeRota as removeRotaRow,
  type Rota,
  saveRota,
  type Transaction,
} from "@botdeck/db";
import { EscalationPolicy, RotaSettings } from "@botdeck/notifications";
import type { z } from "zod";

import type { DialogSight, SeesDialog } from "../portal/sees-dialog.ts";
import { NAME_TAKEN, readSettings, type SettingProblem } from "../setting-problems.ts";
import type { PutRota, RemoveRota } from "./schemas.ts";

type Db = DatabaseHandle["db"];

/** Its chat is one that the bot does not reach, or nobody has. */
const UNSEEN: SettingProblem = { place: "dialogId.unseen", problem: "is a dialog that the bot does not reach" };

/** `isChatUnasked`: it has a new chat, and the portal could not be asked whether the bot reaches it. */
export type PutRotaResult =
  | { kind: "saved"; id: string; isChatUnasked: boolean }
  | { kind: "refused"; problems: SettingProblem[] };

/** `used`: the policies that page it. */
export type RemoveRotaResult = { kind: "removed" } | { kind: "used"; policies: string[] };

/**
 * Keeps a rota as somebody wrote it, held to the same as one that is set by a file, and writes down who did.
 *
 * @throws AppError `not_found` for one that the portal does not have, `conflict` when somebody else has changed it meanwhile.
 */
export async function putRota(
  { db, seesDialog }: { db: Db; seesDialog: SeesDialog | null },
  input: z.infer<typeof PutRota>,
  actor: Actor,
): Promise<PutRotaResult> {
  const { portalId, rotaId, seen } = input;
  const { settings, problems } = readSettings(RotaSettings, input.rota);
  if (settings === null) return { kind: "refused", problems };
  const sight = await sightOfNewChat(db, seesDialog, { portalId, rotaId, dialogId: settings.dialogId });
  if (sight === "unseen") return { kind: "refused", problems: [UNSEEN] };
  return await db.transaction(async (tx): Promise<PutRotaResult> => {
    const before = rotaId === null ? null : await seenRota(tx, { portalId, rotaId, seen });
    const id = await saveRota(tx, { id: rotaId, portalId, ...settings });
    if (id === null) return { kind: "refused", problems: [NAME_TAKEN] };
    const action = before === null ? "rota.create" : "rota.change";
    const detail = { portalId, before: before && factsOf(before), after: settings };
    await noteActs(tx, actor, [{ action, subjectId: id, detail }]);
    return { kind: "saved", id, isChatUnasked: sight === "unasked" };
  });
}

/** Who is on call can be changed also when the chat that the rota has had is gone by now: only another one is asked for. */
async function sightOfNewChat(
  db: Db,
  seesDialog: SeesDialog | null,
  { portalId, rotaId, dialogId }: { portalId: string; rotaId: string | null; dialogId: string | null },
): Promise<DialogSight> {
  const before = rotaId === null ? null : await readRota(db, { id: rotaId, portalId });
  if (dialogId === null || dialogId === before?.dialogId) return "seen";
  return seesDialog === null ? "unasked" : await seesDialog({ portalId, botCode: notifyBot.code, dialogId });
}

/**
 * Takes a rota away, with what people swapped in it; not while a policy pages it, for nobody would be paged there. Throws as `putRota`
 * does.
 */
export async function removeRota(db: Db, input: z.infer<typeof RemoveRota>, actor: Actor): Promise<RemoveRotaResult> {
  const { portalId, rotaId, reason } = input;
  return await db.transaction(async (tx): Promise<RemoveRotaResult> => {
    const row = await seenRota(tx, input);
    const paging = (await listPolicies(tx, portalId)).filter(({ policy }) => pages(policy, rotaId));
    if (paging.length > 0) return { kind: "used", policies: paging.map(({ name }) => name) };
    await removeRotaRow(tx, { portalId, name: row.name });
    await noteActs(tx, actor, [
      { action: "rota.delete", subjectId: rotaId, detail: { portalId, reason, before: factsOf(row) } },
    ]);
    return { kind: "removed" };
  });
}

const pages = (stored: unknown, rotaId: string): boolean =>
  EscalationPolicy.safeParse(stored).data?.levels.some(({ targets }) =>
    targets.some((target) => target.kind === "rota" && target.rotaId === rotaId),
  ) ?? false;

async function seenRota(
  tx: Transaction,
  { portalId, rotaId, seen }: { portalId: string; rotaId: string; seen: string | null },
): Promise<Rota> {
  const row = await lockRota(tx, { id: rotaId, portalId });
  if (row === null) throw new AppError("not_found", "This rota is not there, or no longer.");
  if (row.updatedAt.toISOString() !== seen) {
    throw new AppError("conflict", "Somebody else has changed this rota meanwhile.");
  }
  return row;
}

const factsOf = ({ name, timeZone, dialogId, layers }: Rota) => ({ name, timeZone, dialogId, layers });
