import { type B24Client, type BotCaller, type CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

export type ChatFile = BotCaller & {
  dialogId: string;
  name: string;
  content: Uint8Array;
  /** Stands above the file; empty for nothing. */
  text: string;
};

/**
 * Sends a file into a dialog as the bot. Bots of the older API cannot: there the client's person sends it, by the chat's
 * folder, and has to be in the dialog.
 *
 * @returns The message's id; null when the portal does not tell it.
 * @see Bitrix24 docs: imbot.v2.File.upload; im.disk.folder.get, disk.folder.uploadFile, im.disk.file.commit
 */
export async function sendChatFile(
  client: B24Client,
  api: "v1" | "v2",
  { botId, botToken, dialogId, name, content: bytes, text }: ChatFile,
  options?: CallOptions,
): Promise<string | null> {
  const content = Buffer.from(bytes).toString("base64");
  const message = text === "" ? undefined : text;
  if (api === "v2") {
    const file = { botId, botToken, dialogId, fields: { name, content, message } };
    return (await client.call("imbot.v2.File.upload", file, options)).messageId ?? null;
  }
  const folder = await client.call("im.disk.folder.get", { DIALOG_ID: dialogId }, options);
  const upload = { id: folder.ID ?? "", data: { NAME: name }, fileContent: [name, content], generateUniqueName: true };
  const { ID } = await client.call("disk.folder.uploadFile", upload, options);
  if (ID == null) throw new AppError("unreachable", `The portal did not name the file ${name}`);
  const commit = { DIALOG_ID: dialogId, UPLOAD_ID: ID, ...(message !== undefined && { MESSAGE: message }) };
  const shown: { MESSAGE_ID?: string | null } = await client.call("im.disk.file.commit", commit, options);
  return shown.MESSAGE_ID == null ? null : String(shown.MESSAGE_ID);
}
