import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { shareStream, type StreamHandlers, type StreamState } from "./share-stream.ts";

/** A browser with tabs: `connections` holds what is open, `opened` with which id each was opened. */
function setup() {
  const name = `live-${randomUUID()}`;
  const connections: StreamHandlers<string>[] = [];
  const opened: (string | null)[] = [];
  const openTab = () => {
    const seen: string[] = [];
    const states: StreamState[] = [];
    const leave = shareStream<string>({
      name,
      open(lastEventId, handlers) {
        opened.push(lastEventId);
        connections.push(handlers);
        return () => void connections.splice(connections.indexOf(handlers), 1);
      },
      onEvent: (event) => seen.push(event.change),
      onState: (state) => states.push(state),
    });
    return { seen, states, leave };
  };
  return { connections, opened, openTab };
}

test("three tabs have one connection, and all hear of a change", async () => {
  const { connections, openTab } = setup();
  const tabs = [openTab(), openTab(), openTab()];
  await expect.poll(() => connections).toHaveLength(1);

  connections[0]?.onEvent({ id: "1", change: "first" });

  await expect.poll(() => tabs.map((tab) => tab.seen)).toEqual([["first"], ["first"], ["first"]]);
  for (const tab of tabs) tab.leave();
});

test("when the tab with the connection is closed, another goes on from the last event it heard of", async () => {
  const { connections, opened, openTab } = setup();
  const leader = openTab();
  await expect.poll(() => connections).toHaveLength(1);
  const follower = openTab();
  connections[0]?.onEvent({ id: "7", change: "seen" });
  await expect.poll(() => follower.seen).toEqual(["seen"]);

  leader.leave();

  await expect.poll(() => opened).toEqual([null, "7"]);
  expect(connections).toHaveLength(1);
  follower.leave();
});

test("a tab that comes later learns the state of the stream", async () => {
  const { connections, openTab } = setup();
  const leader = openTab();
  await expect.poll(() => connections).toHaveLength(1);
  connections[0]?.onState({ kind: "live" });

  const late = openTab();

  await expect.poll(() => late.states).toEqual([{ kind: "live" }]);
  late.leave();
  leader.leave();
});
