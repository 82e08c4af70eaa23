import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

/** What the documented list selects. */
const LISTED =
  "ID TITLE DESCRIPTION STATUS subStatus DEADLINE CREATED_DATE RESPONSIBLE_ID ACCOMPLICES AUDITORS TAGS COUNTERS PRIORITY MARK";

type Prepared = (world: World) => Params | Promise<Params>;

async function newTask(world: World, fields: object = {}): Promise<number> {
  const { task } = await world.call("tasks.task.add", {
    fields: { TITLE: "Check the stock", RESPONSIBLE_ID: PEOPLE.employee, ...fields },
  });
  return Number(task.id);
}

/** The fields that single examples show: guests, lists of people, CRM links, a file. */
async function fullTask(world: World): Promise<number> {
  const taskId = await newTask(world, {
    DESCRIPTION: "[B]All[/B] shelves",
    DEADLINE: new Date(Date.now() - 3_600_000).toISOString(),
    ACCOMPLICES: [PEOPLE.operator],
    AUDITORS: [PEOPLE.manager, PEOPLE.otherEmployee],
    TAGS: ["stock"],
    UF_CRM_TASK: ["L_1"],
  });
  const parent = await world.call("task.checklistitem.add", {
    TASKID: taskId,
    FIELDS: { TITLE: "Shelf 1", PARENT_ID: 0 },
  });
  await world.call("task.checklistitem.add", { TASKID: taskId, FIELDS: { TITLE: "Box 1", PARENT_ID: parent } });
  await world.call("tasks.task.files.attach", { taskId, fileId: await aFile(world) });
  return taskId;
}

function aFile(world: World): Promise<number> {
  return world.once("task file", async () => {
    const filter = { ENTITY_TYPE: "user", ENTITY_ID: PEOPLE.manager };
    const [storage] = await world.call("disk.storage.getList", { filter });
    const content = ["stock.txt", Buffer.from("demo").toString("base64")];
    const file = await world.call("disk.storage.uploadFile", {
      id: storage.ID,
      data: { NAME: "stock.txt" },
      fileContent: content,
      generateUniqueName: true,
    });
    return Number(file.ID);
  });
}

const withFull: Prepared = async (world) => ({ taskId: await fullTask(world) });
const withFullId: Prepared = async (world) => ({ id: await fullTask(world) });

/** A full task that has taken some steps already. */
const after =
  (...steps: string[]): Prepared =>
  async (world) => {
    const taskId = await fullTask(world);
    for (const step of steps) await world.call(`tasks.task.${step}`, { taskId });
    return { taskId };
  };

/** A task whose work somebody else has done, and that waits to be accepted. */
const awaitingControl: Prepared = async (world) => {
  const taskId = await fullTask(world);
  await world.call("tasks.task.update", { taskId, fields: { TASK_CONTROL: "Y" } });
  await world.call("tasks.task.update", { taskId, fields: { STATUS: 4 } });
  return { taskId };
};

/** A checklist line with people and a file. */
async function aLine(world: World): Promise<{ TASKID: number; ITEMID: number }> {
  const TASKID = await newTask(world);
  const MEMBERS = { [PEOPLE.employee]: { TYPE: "A" } };
  const ITEMID = await world.call("task.checklistitem.add", { TASKID, FIELDS: { TITLE: "Box 2", MEMBERS } });
  const item = world.portal.state.checklistItems.get(ITEMID);
  const attachmentId = (await world.call("tasks.task.files.attach", { taskId: TASKID, fileId: await aFile(world) }))
    .attachmentId;
  // Only a person can hang a file on a line.
  if (item !== undefined) item.attachmentIds = [attachmentId];
  return { TASKID, ITEMID };
}

/** A comment of the old card, on a portal that still has it. */
async function aComment(world: World): Promise<{ TASKID: number; ITEMID: number }> {
  world.portal.state.taskCard = "forum";
  const TASKID = await newTask(world);
  const FIELDS = { POST_MESSAGE: "All there", UF_FORUM_MESSAGE_DOC: [`n${await aFile(world)}`] };
  const ITEMID = await world.call("task.commentitem.add", { TASKID, FIELDS });
  world.portal.state.taskCard = "chat";
  return { TASKID, ITEMID };
}

async function someTime(world: World): Promise<{ TASKID: number; ITEMID: number }> {
  const TASKID = await newTask(world);
  const ARFIELDS = { SECONDS: 600, COMMENT_TEXT: "Counting" };
  return { TASKID, ITEMID: await world.call("task.elapseditem.add", { TASKID, ARFIELDS }) };
}

let made = 0;
async function aUserField(world: World): Promise<number> {
  made += 1;
  return world.call("task.item.userfield.add", {
    PARAMS: { USER_TYPE_ID: "string", FIELD_NAME: `DEMO_${made}`, EDIT_FORM_LABEL: { en: "Demo", ru: "Демо" } },
  });
}

async function aStage(world: World): Promise<number> {
  return world.call("task.stages.add", { fields: { TITLE: "Later", ENTITY_ID: 0 } });
}

async function aResult(world: World): Promise<number> {
  const { item } = await world.call("tasks.task.result.add", {
    fields: { taskId: await newTask(world), text: "Done" },
  });
  return item.id;
}

export const taskCases: Cases = {
  "tasks.task.add": () => ({ fields: { TITLE: "Call the client", RESPONSIBLE_ID: PEOPLE.employee } }),
  "tasks.task.get": async (world) => ({
    taskId: await fullTask(world),
    select: [
      "ID",
      "TITLE",
      "DESCRIPTION",
      "CREATED_BY",
      "RESPONSIBLE_ID",
      "DEADLINE",
      "UF_CRM_TASK",
      "UF_TASK_WEBDAV_FILES",
      "UF_MAIL_MESSAGE",
    ],
  }),
  "tasks.task.list": async (world) => ({
    filter: { ID: await fullTask(world) },
    order: { DEADLINE: "asc" },
    select: LISTED.split(" "),
    params: { WITH_TIMER_INFO: true, WITH_RESULT_INFO: true, WITH_PARSED_DESCRIPTION: true },
  }),
  "tasks.task.update": async (world) => ({ taskId: await fullTask(world), fields: { TITLE: "Check it again" } }),
  "tasks.task.delete": async (world) => ({ taskId: await newTask(world) }),
  "tasks.task.getFields": () => ({}),
  "tasks.task.start": withFull,
  "tasks.task.pause": after("start"),
  "tasks.task.defer": withFull,
  "tasks.task.complete": withFull,
  "tasks.task.renew": after("complete"),
  "tasks.task.approve": awaitingControl,
  "tasks.task.disapprove": awaitingControl,
  "tasks.task.delegate": async (world) => ({ taskId: await fullTask(world), userId: PEOPLE.operator }),
  "tasks.task.counters.get": withFull,
  "tasks.task.getaccess": async (world) => ({ taskId: await newTask(world), users: [PEOPLE.manager, PEOPLE.employee] }),
  "tasks.task.history.list": withFull,
  "tasks.task.favorite.add": withFull,
  "tasks.task.favorite.remove": withFull,
  "tasks.task.mute": withFullId,
  "tasks.task.unmute": withFullId,
  "tasks.task.pin": withFullId,
  "tasks.task.unpin": withFullId,
  "tasks.task.startwatch": withFull,
  "tasks.task.stopwatch": withFull,
  "tasks.task.files.attach": async (world) => ({ taskId: await newTask(world), fileId: await aFile(world) }),
  "tasks.task.file.attach": async (world) => ({ taskId: await newTask(world), fileIds: [await aFile(world)] }),
  "tasks.task.chat.message.send": async (world) => ({ fields: { taskId: await newTask(world), text: "Ready?" } }),
  "tasks.task.result.add": async (world) => ({ fields: { taskId: await newTask(world), text: "Counted" } }),
  "tasks.task.result.update": async (world) => ({ id: await aResult(world), fields: { text: "Counted twice" } }),
  "tasks.task.result.delete": async (world) => ({ id: await aResult(world) }),
  "tasks.task.result.list": async (world) => {
    const taskId = await newTask(world);
    await world.call("tasks.task.result.add", { fields: { taskId, text: "Counted" } });
    return { taskId };
  },

  "task.checklistitem.add": async (world) => ({ TASKID: await newTask(world), FIELDS: { TITLE: "Box 3" } }),
  "task.checklistitem.get": aLine,
  "task.checklistitem.getlist": async (world) => ({ TASKID: (await aLine(world)).TASKID }),
  "task.checklistitem.update": async (world) => ({ ...(await aLine(world)), FIELDS: { TITLE: "Box 4" } }),
  "task.checklistitem.delete": aLine,
  "task.checklistitem.complete": aLine,
  "task.checklistitem.renew": aLine,

  "task.commentitem.add": async (world) => ({ TASKID: await newTask(world), FIELDS: { POST_MESSAGE: "Where is it?" } }),
  "task.commentitem.get": aComment,
  "task.commentitem.getlist": async (world) => ({ TASKID: (await aComment(world)).TASKID }),
  "task.commentitem.update": async (world) => ({ ...(await aComment(world)), FIELDS: { POST_MESSAGE: "Found" } }),
  "task.commentitem.delete": aComment,

  "task.elapseditem.add": async (world) => ({
    TASKID: await newTask(world),
    ARFIELDS: { SECONDS: 60, COMMENT_TEXT: "A look" },
  }),
  "task.elapseditem.get": someTime,
  "task.elapseditem.getlist": async (world) => ({ TASKID: (await someTime(world)).TASKID }),
  "task.elapseditem.update": async (world) => ({
    ...(await someTime(world)),
    ARFIELDS: { SECONDS: 120, COMMENT_TEXT: "Two looks" },
  }),
  "task.elapseditem.delete": someTime,

  "task.item.userfield.add": () => ({ PARAMS: { USER_TYPE_ID: "string", FIELD_NAME: "DEMO_FIRST" } }),
  "task.item.userfield.get": async (world) => ({ ID: await aUserField(world) }),
  "task.item.userfield.getlist": () => ({ ORDER: { ID: "asc" } }),
  "task.item.userfield.update": async (world) => ({ ID: await aUserField(world), DATA: { SORT: 200 } }),
  "task.item.userfield.delete": async (world) => ({ ID: await aUserField(world) }),

  "task.stages.get": () => ({ entityId: 0 }),
  "task.stages.add": () => ({ fields: { TITLE: "Later", ENTITY_ID: 0 } }),
  "task.stages.update": async (world) => ({ id: await aStage(world), fields: { TITLE: "Much later" } }),
  "task.stages.delete": async (world) => ({ id: await aStage(world) }),
  "task.stages.canmovetask": () => ({ entityId: PEOPLE.manager, entityType: "U" }),
  "task.stages.movetask": async (world) => ({ id: await newTask(world), stageId: await aStage(world) }),
};
