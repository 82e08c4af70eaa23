import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { fileTypeOf } from "../chat/store-file.ts";
import type { Portal } from "../portal.ts";
import { sendBytes } from "../rest/send-bytes.ts";
import { attachmentIdsOf } from "../rest/task/attachments.ts";
import type { DiskFile } from "../state/disk.ts";
import type { State } from "../state/state.ts";
import type { FileView } from "./views.ts";

const Numbered = z.object({ id: z.coerce.number().int() });

/** Files of the disk that hang on a task, as its card shows them; each is named by the number under which it hangs there. */
export function taskFileViews(state: State, taskId: number): FileView[] {
  return attachmentIdsOf(state, taskId).flatMap((id) => {
    const file = attachedFile(state, id);
    if (file === null) return [];
    const { name, sizeBytes } = file;
    const url = `/emulator/api/work/files/${id}/${encodeURIComponent(name)}`;
    return [{ id: String(id), name, sizeBytes, type: fileTypeOf(name), url }];
  });
}

export const taskFileRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/work/files/:id/:name", async (request, reply) => {
    const file = attachedFile(portal.state, Numbered.parse(request.params).id);
    if (file === null) throw new AppError("not_found", "There is no such file.");
    return sendBytes(portal, reply, file);
  });
};

function attachedFile(state: State, attachmentId: number): DiskFile | null {
  const objectId = state.attachedObjects.get(attachmentId)?.objectId;
  const file = objectId === undefined ? undefined : state.diskObjects.get(objectId);
  return file?.kind === "file" && !file.isDeleted ? file : null;
}
