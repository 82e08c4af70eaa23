import { type FileAnswer, type FileTransport } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";

import { downloadClientFile } from "./download-client-file.ts";

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
/** ISO media whose brand says what it holds. */
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(12)]);

/** Downloads from a portal that answers every link with this. */
function download(body: Buffer, status = 200) {
  const answer: FileAnswer = {
    status,
    headers: {},
    body: (async function* () {
      yield body;
    })(),
    discard: async () => {},
  };
  const files: FileTransport = { send: async () => answer, close: async () => {} };
  const api = { fileLink: async () => "https://portal.example/rest/download.json?token=s3cret" };
  const source = { api, files, portalOrigin: "https://portal.example" };
  return downloadClientFile(source, { botId: "7", fileId: "12" }, { maxBytes: 1_000 });
}

test.each([
  ["image/jpeg", JPEG],
  ["image/heic", HEIC],
])("a photo is one by its content: %s", async (type, content) => {
  expect(await download(content)).toEqual({ content, type });
});

test.each([
  ["not_a_photo", Buffer.from("<svg onload=alert(1)>"), 200],
  ["not_a_photo", Buffer.from("%PDF-1.7"), 200],
  ["too_large", Buffer.concat([JPEG, Buffer.alloc(1_000)]), 200],
  ["gone", JPEG, 404],
] as const)("what cannot be taken says why: %s", async (fault, content, status) => {
  const error = await download(content, status).catch((one: unknown) => one);
  expect(error).toMatchObject({ name: "ClientFileError", fault });
  expect(JSON.stringify([error, String(error)])).not.toContain("s3cret");
});

test("a transfer that broke off is none of these: it may be tried again", async () => {
  const error = await download(JPEG, 502).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ name: "AppError", code: "unreachable" });
});
