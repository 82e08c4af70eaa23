import { expect, test } from "vitest";

import { createFaultSwitch } from "../fault-switch.ts";
import { createCallRecord } from "../record.ts";
import type { RecordedEvent } from "../record.ts";
import { startEventReceiver } from "../testing/event-receiver.ts";
import { createEventSender } from "./event-sender.ts";
import type { EventSender } from "./event-sender.ts";

const EVENT = { event: "ONAPPTEST", data: {}, ts: "1", auth: {} };

function setup(timeoutMs: number): { sender: EventSender; sent: RecordedEvent[] } {
  const sent: RecordedEvent[] = [];
  const record = { ...createCallRecord(null), keepEvent: (event: RecordedEvent) => void sent.push(event) };
  const faults = createFaultSwitch({}, () => undefined);
  return { sender: createEventSender({ record, faults, timeoutMs }), sent };
}

test("a handler that does not answer is given up, and its next event still goes out", async () => {
  const never = new Promise<void>(() => undefined);
  const answers = [never, Promise.resolve()];
  const handler = await startEventReceiver(() => answers.shift() ?? Promise.resolve());
  const { sender, sent } = setup(100);

  sender.send(handler.url, EVENT);
  sender.send(handler.url, EVENT);
  await sender.settled();

  expect(sent).toMatchObject([
    { status: null, error: expect.stringContaining("timeout") },
    { status: 200, error: null },
  ]);
  expect(sent[0]?.durationMs).toBeGreaterThanOrEqual(90);
});

test("a refused or unreachable delivery is recorded and not repeated", async () => {
  const handler = await startEventReceiver(() => Promise.reject(new Error("no")));
  const { sender, sent } = setup(1000);

  sender.send(handler.url, EVENT);
  sender.send("http://127.0.0.1:1/?token=secret", EVENT);
  await sender.settled();

  expect(sent.find(({ status }) => status === 500)?.error).toBe("The handler answered 500.");
  expect(sent.find(({ status }) => status === null)?.handler).toBe("http://127.0.0.1:1/?token=***");
  expect(handler.waiting()).toHaveLength(1);
});
