import { createBotApi, type FileTransport } from "@botdeck/b24-client";
import { ClientFileError, type ClientFileFault, downloadClientFile } from "@botdeck/crm";
import { AppError, type BotEvent, type FileRef } from "@botdeck/core";
import {
  beginConversation,
  type DatabaseHandle,
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

/** For all files of a message together, in milliseconds: the bot's answer waits for them. */
const BUDGET_MS = 5_000;

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
 * @returns One for each file, in order; `problem` says why there is no copy.
 * @throws AppError when the portal does not answer, so that the event runs again.
 */
export async function keepFiles(deps: KeepFilesDeps, event: BotEvent, refs: readonly FileRef[]): Promise<SentFile[]> {
  const conversationId = await conversationOf(deps.db, event);
  const before = await listKeptFiles(deps.db, conversationId);
  const signal = AbortSignal.timeout(BUDGET_MS);
  return await Promise.all(
    refs.map(async (ref) => {
      const kept = before.find(({ sourceFileId }) => sourceFileId === ref.id);
      return kept === undefined ? await fetchOne(deps, event, { ref, conversationId, signal }) : toSent(ref, kept);
    }),
  );
}

/** A file belongs to a conversation, so that of a first message is begun here. */
async function conversationOf(db: DatabaseHandle["db"], event: BotEvent): Promise<string> {
  const seen = await readConversation(db, event, event.language ?? "en");
  if (seen.version !== null) return seen.row.id;
  const begun = await db.transaction((tx) => beginConversation(tx, seen));
  // Another event of the dialog was quicker.
  return begun?.row.id ?? (await readConversation(db, event, event.language ?? "en")).row.id;
}

type Wanted = { ref: FileRef; conversationId: string; signal: AbortSignal };

async function fetchOne(
  deps: KeepFilesDeps,
  event: BotEvent,
  { ref, conversationId, signal }: Wanted,
): Promise<SentFile> {
  const { portalId, botId } = event;
  try {
    const { source, caller } = await sourceOf(deps, event);
    const { content, type } = await downloadClientFile(
      source,
      { ...caller, fileId: ref.id },
      { lane: "reply", signal },
    );
    const file = { portalId, botId, conversationId, sourceFileId: ref.id, name: ref.name ?? photoName(type) };
    return toSent(ref, await keepFile(deps.db, { ...file, contentType: type, content }));
  } catch (error) {
    if (!(error instanceof ClientFileError)) throw error;
    return { id: ref.id, name: ref.name, keptId: null, problem: PROBLEMS[error.fault] };
  }
}

/** Events name no files; the portal shows what ends as a picture does. `image/jpeg` and such: see `PHOTO_TYPES`. */
const photoName = (type: string): string =>
  `photo.${type === "image/jpeg" ? "jpg" : type.replace(/^image\/|-.*$/g, "")}`;

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
