import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { fillConfiguration } from "../alerts/fill-configuration.ts";
import { ALERTMANAGER_PLACES, PROMETHEUS_PLACES } from "./monitoring-parts.ts";

const shipped = (file: string) => readFileSync(join(import.meta.dirname, "../../../infra", file), "utf8");
const fill = (file: string, places: readonly string[]) =>
  fillConfiguration(shipped(file), Object.fromEntries(places.map((place) => [place, "HERE"])));

test.each([
  ["alertmanager/alertmanager.yml", ALERTMANAGER_PLACES],
  ["prometheus/prometheus.yml", PROMETHEUS_PLACES],
])("%s as it is shipped leads nowhere but to places that a drill can put its own into", (file, places) => {
  expect(fill(file, Object.values(places))).not.toMatch(/https?:\/\/|127\.0\.0\.1|credentials_file: \//);
});

test("a place that the shipped file has not is named", () => {
  expect(() => fillConfiguration("url: elsewhere", { "127.0.0.1:9093": "127.0.0.1:1" })).toThrow(/127\.0\.0\.1:9093/);
});
