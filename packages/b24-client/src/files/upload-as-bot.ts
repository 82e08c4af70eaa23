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
  const build = (auth: { auth?: string }) =>
    createBase64Body((content) => ({ ...auth, botId, botToken, dialogId, fields: { name, content, message: text } }), {
      sizeBytes,
      content: open(),
    });
  const sent = decodeResult(METHOD, await postStreamed(target, METHOD, build, { signal }));
  return { fileId: sent.file?.id ?? "", messageId: sent.messageId ?? null };
}
