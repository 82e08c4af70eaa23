import type { FastifyPluginAsync } from "fastify";

import type { LiveChange } from "../live-feed.ts";
import type { Portal } from "../portal.ts";
import type { State } from "../state/state.ts";
import { notificationView } from "./notifications.ts";
import { dialogIdOf, dialogView, messageView, personView, taskView } from "./views.ts";

const HEARTBEAT_MS = 15_000;
/** A page that lost its connection catches up with these; after a longer gap it has to read everything again. */
const KEPT_CHANGES = 1000;

type KeptChange = { id: number; text: string };

/** Server-sent events: what changes on the portal, as it changes. */
export const streamRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const kept: KeptChange[] = [];
  const listeners = new Set<(change: KeptChange) => void>();
  let lastId = 0;

  const stop = portal.live.subscribe((change) => {
    lastId += 1;
    const data = JSON.stringify(changeView(portal.state, change));
    const keptChange = { id: lastId, text: `id: ${lastId}\nevent: change\ndata: ${data}\n\n` };
    kept.push(keptChange);
    if (kept.length > KEPT_CHANGES) kept.shift();
    for (const listener of listeners) listener(keptChange);
  });
  app.addHook("onClose", async () => stop());

  app.get("/events", (request, reply) => {
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": the portal's changes\n\n");
    const seen = Number(request.headers["last-event-id"] ?? lastId);
    for (const change of kept) if (change.id > seen) response.write(change.text);
    const listener = (change: KeptChange): void => void response.write(change.text);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    listeners.add(listener);
    response.on("close", () => {
      clearInterval(heartbeat);
      listeners.delete(listener);
    });
  });
};

/** The changed thing with the change's name as `type`; a dialog's own type is then called `dialogType`. */
function changeView(state: State, change: LiveChange): Record<string, unknown> {
  switch (change.type) {
    case "message":
    case "message.updated":
      return { ...messageView(state, change.message), type: change.type, isDeleted: change.message.isDeleted };
    case "dialog": {
      const dialog = dialogView(state, change.chat);
      return { ...dialog, type: change.type, dialogType: dialog.type };
    }
    case "task":
      return { ...taskView(change.task), type: change.type };
    case "people":
      return { ...personView(state, change.person), type: change.type };
    case "typing": {
      const { type, chat, personId, statusCode, durationMs } = change;
      return { type, dialogId: dialogIdOf(state, chat), personId: String(personId), statusCode, durationMs };
    }
    case "notification":
    case "notification.removed":
      return { ...notificationView(change.notification), type: change.type };
    case "portal":
    case "faults":
      return change;
  }
}
