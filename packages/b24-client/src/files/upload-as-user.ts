import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { B24Client } from "../client.ts";
import { B24Error } from "../error.ts";
import { createMultipartBody } from "./multipart-body.ts";
import type { FileUpload } from "./upload-file.ts";
import type { UploadTarget } from "./upload-target.ts";
import { readText } from "./read-text.ts";

/** Where to put the content: an address good for this once, and the form field that the portal looks into. */
const Place = z.object({ field: z.string().min(1), uploadUrl: z.string().min(1) });
const Stored = z.object({ result: z.object({ ID: z.union([z.string(), z.number()]).transform(String) }) });

/** Puts a file into the chat's folder, then shows it in the chat; two steps, because the disk knows nothing of chats. */
export async function uploadAsUser(
  { client, target }: { client: B24Client; target: UploadTarget },
  { dialogId, file, text }: FileUpload,
  signal: AbortSignal,
): Promise<{ fileId: string; messageId: string | null }> {
  const { ID: folderId } = await client.call("im.disk.folder.get", { DIALOG_ID: dialogId }, { signal });
  const method = "disk.folder.uploadFile";
  const asked = await client.call(
    method,
    { id: folderId ?? "", data: { NAME: file.name }, generateUniqueName: true },
    { signal },
  );
  const place = Place.safeParse(asked);
  if (!place.success) {
    throw new B24Error("unreachable", "The portal named no place for the file", { method, outcome: "not_applied" });
  }
  const fileId = await putContent(target, place.data, file, signal);
  const commit = { DIALOG_ID: dialogId, UPLOAD_ID: fileId, ...(text !== undefined && { MESSAGE: text }) };
  const shown = await client.call("im.disk.file.commit", commit, { signal });
  return { fileId, messageId: MessageId.parse(shown) };
}

const MessageId = z
  .object({ MESSAGE_ID: z.union([z.string(), z.number()]).nullish() })
  .transform(({ MESSAGE_ID }) => (MESSAGE_ID == null ? null : String(MESSAGE_ID)))
  .catch(null);

async function putContent(
  { files, portal }: UploadTarget,
  { field, uploadUrl }: z.infer<typeof Place>,
  file: FileUpload["file"],
  signal: AbortSignal,
): Promise<string> {
  const { origin } = new URL(portal.kind === "webhook" ? portal.url : portal.clientEndpoint);
  const url = URL.parse(uploadUrl, origin);
  if (url === null) throw new AppError("rejected", "The portal's place for the file is no address");
  const { name, sizeBytes, open } = file;
  const { contentType, lengthBytes, chunks } = createMultipartBody(field, { name, sizeBytes, content: open() });
  const headers = {
    accept: "application/json",
    "user-agent": "botdeck",
    "content-type": contentType,
    "content-length": String(lengthBytes),
  };
  const answer = await files.send(url, { method: "POST", headers, body: chunks, trustedOrigin: origin, signal });
  const stored = Stored.safeParse(parseJson(await readText(answer.body)));
  if (answer.status === 200 && stored.success) return stored.data.result.ID;
  // Nothing shows in the chat yet, so a whole second try does no harm.
  throw new AppError("unreachable", `The portal did not keep the file ${name} (HTTP ${answer.status})`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
