import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";

const VIEW = { page: "/conversations", name: "Late returns", search: { queue: "queue", late: true }, isShared: false };

test("everybody has their own views, and those of a lead for everybody", async () => {
  const { add, list } = await setup();
  await add("operator", { name: "mine" });
  await add("lead", { name: "for all", isShared: true });
  await add("lead", { name: "the lead's" });

  expect((await list("operator")).map(({ name, isOwn, mayRemove }) => [name, isOwn, mayRemove])).toEqual([
    ["for all", false, false],
    ["mine", true, true],
  ]);
  expect((await list("viewer")).map(({ name, search }) => [name, search])).toEqual([["for all", VIEW.search]]);
});

test("an operator makes no view for everybody, and nobody takes away another's", async () => {
  const { add, remove } = await setup();
  expect((await add("operator", { isShared: true })).error?.data.code).toBe("FORBIDDEN");
  const { data } = await add("lead", { isShared: true });
  const { id } = data as { id: string };
  expect((await remove("operator", id)).error?.data.code).toBe("NOT_FOUND");
  // What was taken away comes back, so that it can be undone.
  expect((await remove("admin", id)).data).toEqual({ ...VIEW, isShared: true });
});

test("one has fifty views and no more", async () => {
  const { add } = await setup();
  for (let made = 0; made < 50; made += 1) await add("viewer", { name: `view ${made}` });
  expect((await add("viewer", {})).error).toMatchObject({ data: { code: "CONFLICT" } });
});

test.each([{ page: "https://evil.example" }, { name: " " }, { search: { q: "x".repeat(201) } }, { search: { a: {} } }])(
  "a view is refused that says %j",
  async (wrong) => {
    const { add } = await setup();
    expect((await add("viewer", wrong)).error?.data.code).toBe("BAD_REQUEST");
  },
);

type Shown = { name: string; search: unknown; isOwn: boolean; mayRemove: boolean };

async function setup() {
  const { cookieOf, query, mutate } = await setupConsole();
  const cookies = new Map<string, Promise<string>>();
  const cookie = (role: "viewer" | "operator" | "lead" | "admin") => {
    const known = cookies.get(role) ?? cookieOf(role);
    cookies.set(role, known);
    return known;
  };
  return {
    add: async (role: "viewer" | "operator" | "lead", change: object) =>
      await mutate("savedView.add", { ...VIEW, ...change }, await cookie(role)),
    remove: async (role: "operator" | "admin", id: string) =>
      await mutate("savedView.remove", { id }, await cookie(role)),
    list: async (role: "viewer" | "operator") =>
      (await query("savedView.list", undefined, await cookie(role))).data as Shown[],
  };
}
