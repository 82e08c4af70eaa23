import { expect, test } from "vitest";

import { startTestPortal } from "../testing/test-portal.ts";

test("a batch keys its five maps like the commands and writes an empty one as a list", async () => {
  const world = await startTestPortal();

  const { body } = await world.rest("batch", { cmd: { me: "profile", who: "user.get?ID=3", wrong: "no.such.method" } });

  expect(body["result"]).toEqual({
    result: { me: expect.objectContaining({ ID: "1" }), who: [expect.objectContaining({ NAME: "Emma" })] },
    result_error: { wrong: { error: "ERROR_METHOD_NOT_FOUND", error_description: expect.any(String) } },
    result_total: { who: 1 },
    result_next: [],
    result_time: { me: expect.any(Object), who: expect.any(Object) },
  });
});

test("numbered commands give lists", async () => {
  const world = await startTestPortal();

  const { body } = await world.rest("batch", { cmd: ["server.time", "profile"] });

  expect(body["result"].result).toEqual([expect.any(String), expect.objectContaining({ ID: "1" })]);
  expect(body["result"].result_error).toEqual([]);
});

test("a command may use the results of those before it", async () => {
  const world = await startTestPortal();
  const cmd = {
    add: "tasks.task.add?fields[TITLE]=One&fields[RESPONSIBLE_ID]=1",
    read: "tasks.task.get?taskId=$result[add][task][id]",
    copy: "tasks.task.add?fields[TITLE]=Copy of $result[add][task][title]&fields[RESPONSIBLE_ID]=$result[add][task][responsibleId]",
  };

  const { body } = await world.rest("batch", { cmd });

  expect(body["result"].result.read.task).toMatchObject({ title: "One" });
  expect(body["result"].result.copy.task).toMatchObject({ title: "Copy of One", responsibleId: "1" });
});

test("halt stops at the first error, without it the rest still runs", async () => {
  const world = await startTestPortal();
  const cmd = { a: "no.such.method", b: "server.time" };

  expect((await world.rest("batch", { cmd, halt: 1 })).body["result"].result).toEqual([]);
  expect((await world.rest("batch", { cmd, halt: 0 })).body["result"].result).toEqual({ b: expect.any(String) });
});

test("a nested batch and the 51st command fail alone", async () => {
  const world = await startTestPortal();
  const cmd = ["batch?cmd[0]=profile", ...Array.from({ length: 50 }, () => "server.time")];

  const { status, body } = await world.rest("batch", { cmd });

  expect(status).toBe(200);
  expect(Object.keys(body["result"].result)).toHaveLength(49);
  expect(body["result"].result_error[0].error).toBe("ERROR_BATCH_METHOD_NOT_ALLOWED");
  expect(body["result"].result_error[50].error).toBe("ERROR_BATCH_LENGTH_EXCEEDED");
});
