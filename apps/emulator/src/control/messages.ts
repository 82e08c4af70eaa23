import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { decodeBase64, storeFile } from "../chat/store-file.ts";
import { writeAs } from "../chat/write-as.ts";
import type { Portal } from "../portal.ts";
import { sendContent } from "../rest/download.ts";
import { readDialog } from "./dialogs.ts";
import { readPerson } from "./people.ts";
import { pressButton } from "./press-button.ts";
import { messageView } from "./views.ts";

const WriteMessage = z.object({
  as: z.string(),
  text: z.string().default(""),
  files: z.array(z.object({ name: z.string().min(1), contentBase64: z.string() })).default([]),
});
const PressButton = z.object({ as: z.string(), index: z.number().int().min(0) });
const Numbered = z.object({ id: z.coerce.number() });

/** Writing, pressing buttons and reading files as somebody. */
export const messageRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.post("/dialogs/:id/messages", async (request) => {
    const input = WriteMessage.parse(request.body);
    const { viewer, chat } = readDialog(portal, request, input.as);
    const contents = input.files.map(({ name, contentBase64 }) => ({
      name,
      content: readContent(name, contentBase64),
    }));
    if (input.text.trim() === "" && contents.length === 0) {
      throw new AppError("invalid", "A message needs a text or a file.");
    }
    const fileIds: number[] = [];
    for (const { name, content } of contents) {
      fileIds.push((await storeFile(portal, chat, { name, content, authorId: viewer.id })).id);
    }
    return messageView(portal.state, writeAs(portal, viewer, chat, { text: input.text, fileIds }));
  });

  app.post("/messages/:id/press", async (request) => {
    const { as, index } = PressButton.parse(request.body);
    const message = portal.state.messages.get(Numbered.parse(request.params).id);
    if (message === undefined) throw new AppError("not_found", "There is no such message.");
    return { handled: pressButton(portal, readPerson(portal, as), message, index) };
  });

  app.get("/files/:id/:name", async (request, reply) => {
    const { id } = Numbered.parse(request.params);
    if (!portal.state.files.has(id)) throw new AppError("not_found", "There is no such file.");
    return sendContent(portal, reply, id);
  });
};

function readContent(name: string, encoded: string): Buffer {
  const content = decodeBase64(encoded);
  if (content === null)
    throw new AppError("invalid", `The content of ${name} has to be plain base64, without "data:".`);
  return content;
}
