import type { Cases, World } from "../world.ts";

const HANDLER = "http://127.0.0.1:1/handler";

/** Offline events of tasks are queued, and one waits. */
async function aQueuedEvent(world: World): Promise<void> {
  await world.once("offline binding", () => world.call("event.bind", { event: "ONTASKUPDATE", event_type: "offline" }));
  const { task } = await world.call("tasks.task.add", { fields: { TITLE: "Changed soon", RESPONSIBLE_ID: 1 } });
  await world.call("tasks.task.update", { taskId: task.id, fields: { TITLE: "Changed" } });
}

/** A reader that has reserved what waits in the queue. */
async function aProcess(world: World): Promise<string> {
  await aQueuedEvent(world);
  return (await world.call("event.offline.get", { clear: 0 })).process_id;
}

async function aPlacement(world: World): Promise<void> {
  const LANG_ALL = { en: { TITLE: "Report", DESCRIPTION: "", GROUP_NAME: "" } };
  await world.once("placement", () =>
    world.call("placement.bind", { PLACEMENT: "CRM_LEAD_DETAIL_TAB", HANDLER, TITLE: "Report", LANG_ALL }),
  );
  const OPTIONS = { errorHandlerUrl: HANDLER };
  await world.once("background placement", () =>
    world.call("placement.bind", { PLACEMENT: "PAGE_BACKGROUND_WORKER", HANDLER, TITLE: "Worker", OPTIONS }),
  );
}

export const appCases: Cases = {
  "access.name": () => ({ ACCESS: ["G2", "AU"] }),
  "app.info": () => ({}),
  "app.option.get": async (world) => {
    await world.call("app.option.set", { options: { data: "value", data2: "value2" } });
    return {};
  },
  "app.option.set": () => ({ options: { data: "value" } }),
  batch: () => ({ cmd: { me: "profile", list: "tasks.task.list" } }),
  "event.bind": () => ({ event: "ONTASKADD", handler: HANDLER }),
  "event.get": async (world) => {
    await world.once("online binding", () => world.call("event.bind", { event: "ONTASKDELETE", handler: HANDLER }));
    return {};
  },
  "event.offline.clear": async (world) => ({ process_id: await aProcess(world) }),
  "event.offline.error": async (world) => ({ process_id: await aProcess(world) }),
  "event.offline.get": async (world) => {
    await aQueuedEvent(world);
    return {};
  },
  "event.offline.list": async (world) => {
    await aQueuedEvent(world);
    return {};
  },
  "event.test": () => ({ any: "data" }),
  "event.unbind": async (world) => {
    await world.once("binding to undo", () => world.call("event.bind", { event: "ONUSERADD", handler: HANDLER }));
    return { event: "ONUSERADD", handler: HANDLER };
  },
  events: () => ({}),
  "feature.get": () => ({ CODE: "rest_offline_extended" }),
  "method.get": () => ({ name: "profile" }),
  methods: () => ({}),
  "placement.bind": () => ({ PLACEMENT: "CRM_DEAL_DETAIL_TAB", HANDLER, TITLE: "Report" }),
  "placement.get": async (world) => {
    await aPlacement(world);
    return {};
  },
  "placement.list": () => ({}),
  "placement.unbind": async (world) => {
    await aPlacement(world);
    return { PLACEMENT: "CRM_LEAD_DETAIL_TAB" };
  },
  scope: () => ({}),
  "server.time": () => ({}),
};
