import { expect, test } from "vitest";

import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a task's card shows the files of the disk that hang on it, until they lie in the trash", async () => {
  const world = await startTestPortal();
  const hook = await world.webhook(PEOPLE.manager, ["disk", "task"]);
  const rest = async (method: string, params: object) => (await send(hook + method, "POST", params)).body.result;
  const [storage] = await rest("disk.storage.getlist", { filter: { ENTITY_TYPE: "user", ENTITY_ID: PEOPLE.manager } });
  const photo = { id: storage.ID, data: { NAME: "broken lamp.png" }, fileContent: ["broken lamp.png", PNG] };
  const { ID: diskId } = await rest("disk.storage.uploadfile", photo);
  const fields = { TITLE: "A return", RESPONSIBLE_ID: PEOPLE.manager, UF_TASK_WEBDAV_FILES: [`n${diskId}`] };
  const { task } = await rest("tasks.task.add", { fields });

  const card = await world.control("GET", `/work/tasks/${task.id}`);

  expect(card.files).toMatchObject([{ name: "broken lamp.png", type: "image" }]);
  const answer = await fetch(new URL(card.files[0].url, world.origin));
  expect(Buffer.from(await answer.arrayBuffer()).toString("base64")).toBe(PNG);
  await rest("disk.file.markdeleted", { id: diskId });
  expect((await world.control("GET", `/work/tasks/${task.id}`)).files).toEqual([]);
  expect((await fetch(new URL(card.files[0].url, world.origin))).status).toBe(404);
});
