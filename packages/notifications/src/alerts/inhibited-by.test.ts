import { expect, test } from "vitest";

import { inhibitedBy } from "./inhibited-by.ts";

const inhibit = [{ source: { alertname: "ClusterDown" }, target: { tier: "node" }, equal: ["cluster"] }];
const group = (id: string, labels: Record<string, string>) => ({ id, labels });
const node = group("node", { alertname: "NodeDown", tier: "node", cluster: "one" });

test("a group is not told while what it hangs on fires, and only that", () => {
  const down = group("down", { alertname: "ClusterDown", cluster: "one" });
  expect(inhibitedBy(node, { inhibit, firing: [down] })).toBe(down);
  const elsewhere = group("down", { alertname: "ClusterDown", cluster: "two" });
  expect(inhibitedBy(node, { inhibit, firing: [elsewhere, node] })).toBeNull();
  expect(inhibitedBy(down, { inhibit, firing: [down, node] })).toBeNull();
});

test("groups that are both the cause and the consequence are both told", () => {
  const [one, other] = [
    group("1", { alertname: "ClusterDown", tier: "node" }),
    group("2", { alertname: "ClusterDown", tier: "node" }),
  ];
  expect(inhibitedBy(one, { inhibit, firing: [one, other] })).toBeNull();
});
