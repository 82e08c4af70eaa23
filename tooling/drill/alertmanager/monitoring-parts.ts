import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { answersOk } from "../../start/http.ts";
import { localUrl } from "../../start/programs.ts";
import { createPart, type Part } from "../stack/part.ts";
import { fillConfiguration } from "../alerts/fill-configuration.ts";
import type { Monitoring } from "./find-monitoring.ts";

const SHIPPED = join(import.meta.dirname, "../../../infra");

/** What the shipped configurations say of a machine that is not this one. */
export const ALERTMANAGER_PLACES = {
  hook: "https://botdeck.example.com/hooks/address-of-the-hook",
  secretFile: "/etc/prometheus/botdeck-hook-secret",
} as const;
export const PROMETHEUS_PLACES = {
  alertmanager: "127.0.0.1:9093",
  machine: "127.0.0.1:9100",
  blackbox: "127.0.0.1:9115",
  site: "https://shop.example.com/",
} as const;

/** What is watched: two sites of one service, whose failures are one group. */
export const SITES = [PROMETHEUS_PLACES.site, `${PROMETHEUS_PLACES.site}pay`] as const;

export type Ports = Record<"alertmanager" | "prometheus" | "blackbox", number>;
type Place = { folder: string; logs: string };

/** Alertmanager with the shipped configuration, which posts to a hook of ours. Nothing is started. */
export function planAlertmanager(
  { alertmanager }: Monitoring,
  place: Place,
  { ports, hook }: { ports: Ports; hook: { address: string; secret: string } },
): Part {
  const folder = join(place.folder, "alertmanager");
  mkdirSync(folder, { recursive: true });
  const secretFile = join(folder, "hook-secret");
  writeFileSync(secretFile, hook.secret, { mode: 0o600 });
  const places = { [ALERTMANAGER_PLACES.hook]: hook.address, [ALERTMANAGER_PLACES.secretFile]: secretFile };
  const config = join(folder, "alertmanager.yml");
  writeFileSync(config, fillConfiguration(readShipped("alertmanager/alertmanager.yml"), places));
  const url = localUrl(ports.alertmanager);
  const args = [
    `--config.file=${config}`,
    `--storage.path=${join(folder, "data")}`,
    `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
    `--web.external-url=${url}`,
    // One of its kind: it looks for no others.
    "--cluster.listen-address=",
  ];
  return part("alertmanager", place, { file: alertmanager, args }, `${url}/-/ready`);
}

/** Prometheus with the shipped configuration and rules. Nothing is started. */
export function planPrometheus({ prometheus }: Monitoring, place: Place, ports: Ports): Part {
  const folder = join(place.folder, "prometheus");
  mkdirSync(folder, { recursive: true });
  cpSync(join(SHIPPED, "prometheus/rules"), join(folder, "rules"), { recursive: true });
  const blackbox = `127.0.0.1:${ports.blackbox}`;
  const config = join(folder, "prometheus.yml");
  const places = {
    [PROMETHEUS_PLACES.alertmanager]: `127.0.0.1:${ports.alertmanager}`,
    [PROMETHEUS_PLACES.machine]: blackbox,
    [PROMETHEUS_PLACES.blackbox]: blackbox,
    [PROMETHEUS_PLACES.site]: SITES.join('", "'),
  };
  writeFileSync(config, fillConfiguration(readShipped("prometheus/prometheus.yml"), places));
  const url = localUrl(ports.prometheus);
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(folder, "data")}`,
    `--web.listen-address=127.0.0.1:${ports.prometheus}`,
    `--web.external-url=${url}`,
  ];
  return part("prometheus", place, { file: prometheus, args }, `${url}/-/ready`);
}

const readShipped = (file: string) => readFileSync(join(SHIPPED, file), "utf8");

const part = (name: string, { logs }: Place, command: { file: string; args: string[] }, readyUrl: string): Part =>
  createPart({ name, command, isReady: () => answersOk(readyUrl), logFile: join(logs, `${name}.log`) });
