import { PEOPLE, type Cases, type World } from "../world.ts";

/** A department that may be changed. */
function aDepartment(world: World): Promise<number> {
  return world.once("department", () => world.call("department.add", { NAME: "Delivery", PARENT: 1 }));
}

export const peopleCases: Cases = {
  profile: () => ({}),
  "user.current": () => ({}),
  "user.get": () => ({ FILTER: { ACTIVE: true }, sort: "ID", order: "ASC" }),
  "user.search": () => ({ FILTER: { FIND: "emma" } }),
  "user.fields": () => ({}),
  "user.admin": () => ({}),
  "user.access": () => ({ ACCESS: [`U${PEOPLE.manager}`] }),
  "user.update": () => ({ ID: PEOPLE.employee, WORK_POSITION: "Sales" }),
  "user.option.set": () => ({ options: { data: "value", data2: "value2" } }),
  "user.option.get": async (world) => {
    await world.call("user.option.set", { options: { data: "value", data2: "value2" } });
    return {};
  },

  "sonet_group.get": () => ({}),
  "sonet_group.user.get": () => ({ ID: 1 }),

  "department.add": () => ({ NAME: "Purchasing", PARENT: 1 }),
  "department.get": () => ({ PARENT: 1 }),
  "department.fields": () => ({}),
  "department.update": async (world) => ({ ID: await aDepartment(world), SORT: 300 }),
  "department.delete": async (world) => ({
    ID: await world.call("department.add", { NAME: "For a season", PARENT: 1 }),
  }),
};
