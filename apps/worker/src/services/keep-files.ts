import { createBotApi, type FileTransport } from "@botdeck/b24-client";
import { ClientFileError, type ClientFileFault, downloadClientFile, PHOTO_TYPES } from "@botdeck/crm";
import { AppError, type BotEvent, type FileRef } from "@botdeck/core";
import {
  beginConversation,
  type DatabaseHandle,
  isDatabaseAway,
  keepFile,
  type KeptFile,
  listKeptFiles,
  type Portal,
  type Portals,
  readConversation,
} from "@botdeck/db";
import type { SentFile } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";

import type { KnownRows } from "../known-rows.ts";
import type { EventRun } from "../runtime/deps.ts";

/** For all files of a message together, in milliseconds: the bot's answer waits for them. */
const BUDGET_MS = 5_000;

/** Of one message; a return takes five. */
const MOST_FILES = 10;
/** Fetched at a time: each may be as large as a photo gets. */
const SIDE_BY_SIDE = 2;
/** An event that failed so often, or came so long ago (in milliseconds), is answered without the files that cannot be had. */
const PATIENT_FAILURES = 2;
const PATIENT_MS = 30_000;

const PROBLEMS = { not_a_photo: "not_image", too_large: "too_large", gone: "gone" } as const satisfies Record<
  ClientFileFault,
  SentFile["problem"]
>;

export type KeepFilesDeps = {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "portalById" | "botById">;
  portals: Pick<Portals, "botToken" | "webhookUrl">;
  clients: Pick<PortalClients, "for">;
  files: FileTransport;
};

/**
 * Fetches what a client sent, before its links die, and keeps it. What was fetched before, in an earlier run of the same
 * event, is not fetched again.
 *
 * @returns One for each file, in order; `problem` says why there is no copy. More than `MOST_FILES` are not even looked for.
 * @throws AppError when the portal does not answer, so that the event runs again; in the end its words are answered all the same,
 * and the file is `gone`.
 */
export async function keepFiles(
  deps: KeepFilesDeps,
  event: BotEvent,
  refs: readonly FileRef[],
  { failures, receivedAt }: EventRun,
  types: readonly string[] = PHOTO_TYPES,
): Promise<SentFile[]> {
  const conversationId = await conversationOf(deps.db, event);
  const before = await listKeptFiles(deps.db, conversationId);
  const signal = AbortSignal.timeout(BUDGET_MS);
  const isPatient = failures < PATIENT_FAILURES && Date.now() - receivedAt.getTime() < PATIENT_MS;
  const sent = refs.map((ref) => goneOf(ref));
  const places = refs.slice(0, MOST_FILES).entries();
  // All take from the same places, each the next that nobody has.
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, takePlaces));
  return sent;

  async function takePlaces(): Promise<void> {
    for (const [place, ref] of places) {
      const kept = before.find(({ sourceFileId }) => sourceFileId === ref.id);
      const wanted = { ref, conversationId, signal, isPatient, types };
      sent[place] = kept === undefined ? await fetchOne(deps, event, wanted) : toSent(ref, kept);
    }
  }
}

const goneOf = ({ id, name }: FileRef): SentFile => ({ id, name, keptId: null, problem: "gone" });

/** A file belongs to a conversation, so that of a first message is begun here. */
async function conversationOf(db: DatabaseHandle["db"], event: BotEvent): Promise<string> {
  const seen = await readConversation(db, event, event.language ?? "en");
  if (seen.version !== null) return seen.row.id;
  const begun = await db.transaction((tx) => beginConversation(tx, seen));
  // Another event of the dialog was quicker.
  return begun?.row.id ?? (await readConversation(db, event, event.language ?? "en")).row.id;
}

type Wanted = {
  ref: FileRef;
  conversationId: string;
  signal: AbortSignal;
  isPatient: boolean;
  types: readonly string[];
};

async function fetchOne(
  deps: KeepFilesDeps,
  event: BotEvent,
  { ref, conversationId, signal, isPatient, types }: Wanted,
): Promise<SentFile> {
  const { portalId, botId } = event;
  try {
    const { source, caller } = await sourceOf(deps, event);
    const { content, type } = await downloadClientFile(
      source,
      { ...caller, fileId: ref.id },
      { lane: "reply", signal, allowedTypes: types },
    );
    const file = { portalId, botId, conversationId, sourceFileId: ref.id, name: ref.name ?? nameOf(type) };
    return toSent(ref, await keepFile(deps.db, { ...file, contentType: type, content }));
  } catch (error) {
    if (!(error instanceof ClientFileError)) {
      if (isPatient || isDatabaseAway(error)) throw error;
      return goneOf(ref);
    }
    return { id: ref.id, name: ref.name, keptId: null, problem: PROBLEMS[error.fault] };
  }
}

/** Events name no files; the portal shows what ends as a picture does. `image/jpeg` and such: see `PHOTO_TYPES`. */
const nameOf = (type: string): string => {
  if (!type.startsWith("image/")) return "file";
  return `photo.${type === "image/jpeg" ? "jpg" : type.replace(/^image\/|-.*$/g, "")}`;
};

const toSent = ({ id, name }: FileRef, kept: KeptFile): SentFile => ({ id, name, keptId: kept.id, problem: null });

async function sourceOf({ known, portals, clients, files }: KeepFilesDeps, { portalId, botId }: BotEvent) {
  const [portal, bot] = await Promise.all([known.portalById(portalId), known.botById(botId)]);
  if (portal === null || bot === null || bot.bitrixBotId === null) {
    throw new AppError("not_found", "The bot is not registered on its portal any more", { context: { botId } });
  }
  const token = portals.botToken(bot);
  const caller = { botId: bot.bitrixBotId, ...(token !== null && { botToken: token }) };
  const api = createBotApi(clients.for(portal), bot.api);
  return { source: { api, files, portalOrigin: originOf(portal, portals) }, caller };
}

function originOf(portal: Portal, portals: Pick<Portals, "webhookUrl">): string {
  const address = portals.webhookUrl(portal) ?? portal.clientEndpoint;
  return address === null ? `https://${portal.domain}` : new URL(address).origin;
}
