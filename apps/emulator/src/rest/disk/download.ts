import type { FastifyReply } from "fastify";

import { canReadObject } from "../../disk/access.ts";
import { newSecret } from "../../oauth/tokens.ts";
import type { Portal } from "../../portal.ts";
import { authenticate, type Credential } from "../authenticate.ts";
import { sendLinkedFile } from "../send-linked-file.ts";
import type { Caller } from "../method.ts";
import { text, type Params } from "../params.ts";
import { RestError } from "../rest-error.ts";
import { diskUser } from "./access.ts";

const MARK = "disk|";

/** `versionId` asks for an earlier state of the file. */
type Wanted = { fileId: number; versionId?: number };

/** True for the token of a link to the disk; others are one-time links. */
export function isDiskToken(token: string): boolean {
  return token.startsWith(MARK);
}

/**
 * DOWNLOAD_URL: works with the credential of who asked for it, as long as that lives.
 *
 * Bitrix24 docs: disk.file.get; webhooks have their own secret in the address.
 */
export function diskDownloadUrl(portal: Portal, caller: Caller, { fileId, versionId }: Wanted): string {
  const wanted = versionId === undefined ? `id=${fileId}` : `id=${fileId}&version=${versionId}`;
  const content = Buffer.from(`${wanted}&_=${newSecret().slice(0, 16)}`).toString("base64url");
  return `${doorOf(portal, caller, "download")}token=${encodeURIComponent(MARK + content)}`;
}

/** The address of a file transfer with the caller's own credential in it, ready for one more parameter. */
export function doorOf(portal: Portal, caller: Caller, door: "download" | "upload"): string {
  if (caller.kind === "app") return `${portal.origin()}/rest/${door}.json?auth=${caller.accessToken}&`;
  const code = caller.key.replace(/^webhook:/, "");
  return `${portal.origin()}/rest/${caller.user.id}/${code}/${door}/?`;
}

/** Serves a DOWNLOAD_URL to who may read the file. */
export async function sendDiskFile(
  portal: Portal,
  credential: Credential | null,
  params: Params,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const caller = authenticate(portal, { credential }, params);
    return await sendLinkedFile(portal, reply, findContent(portal, caller, text(params, "token")));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return reply.code(error.status).send({ error: error.code, error_description: error.message });
  }
}

function findContent(portal: Portal, caller: Caller, token: string): { name: string; contentId: number } {
  const wanted = new URLSearchParams(Buffer.from(token.slice(MARK.length), "base64url").toString());
  const file = portal.state.diskObjects.get(Number(wanted.get("id")));
  if (file?.kind !== "file") throw new RestError(404, "ERROR_NOT_FOUND", "Could not find entity");
  if (!canReadObject(portal.state, file, diskUser({ caller }))) {
    throw new RestError(403, "ACCESS_DENIED", "Access denied");
  }
  const versionId = wanted.get("version");
  const version = versionId === null ? undefined : portal.state.diskVersions.get(Number(versionId));
  return version?.fileId === file.id ? version : file;
}
