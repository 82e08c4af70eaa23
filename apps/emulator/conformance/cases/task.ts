import { PEOPLE, type Cases, type World } from "../world.ts";

/** A task of the manager's, made once. */
async function aTask(world: World): Promise<string> {
  const { task } = await world.once("task", () =>
    world.call("tasks.task.add", { fields: { TITLE: "Check the stock", RESPONSIBLE_ID: PEOPLE.employee } }),
  );
  return task.id;
}

export const taskCases: Cases = {
  "tasks.task.add": () => ({ fields: { TITLE: "Call the client", RESPONSIBLE_ID: PEOPLE.employee } }),
  "tasks.task.get": async (world) => ({ taskId: await aTask(world) }),
};
