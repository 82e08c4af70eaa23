import { decodeResult } from "../methods/index.ts";
import { createBase64Body } from "./base64-body.ts";
import { postStreamed } from "./post-streamed.ts";
import type { FileUpload } from "./upload-file.ts";
import type { UploadTarget } from "./upload-target.ts";

const METHOD = "imbot.v2.File.upload";

export async function uploadAsBot(
  target: UploadTarget,
  { botId, botToken, dialogId, file, text }: FileUpload,
  signal: AbortSignal,
): Promise<{ fileId: string; messageId: string | null }> {
  const { name, sizeBytes, open } = file;
  const build = (params: object) =>
    createBase64Body((content) => ({ ...params, fields: { name, content, message: text } }), {
      sizeBytes,
      content: open(),
    });
  const call = { params: { botId, botToken, dialogId }, build };
  const sent = decodeResult(METHOD, await postStreamed(target, METHOD, call, { signal }));
  return { fileId: sent.file?.id ?? "", messageId: sent.messageId ?? null };
}
