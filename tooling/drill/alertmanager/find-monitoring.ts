import { cpSync, existsSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { AppError, messageOf } from "@botdeck/core";

import { type FetchOptions, unpackDebian } from "../alerts/debian-packages.ts";

const PACKAGES = ["prometheus", "prometheus-alertmanager"] as const;
const ADVICE =
  'Install both and run the drill again: "apt-get install prometheus prometheus-alertmanager" on Debian, or put `prometheus` and `alertmanager` on PATH.';
/** Debian's Alertmanager opens its own templates here, wherever it lies itself. */
const TEMPLATES = "/usr/share/prometheus/alertmanager";

/** The programs of a monitoring system, as people run them. */
export type Monitoring = {
  prometheus: string;
  alertmanager: string;
  /** Takes away what was put outside of our own folders. */
  leave(): void;
};

/**
 * Finds Prometheus and Alertmanager on PATH, or unpacks Debian's packages into our cache.
 *
 * @throws AppError `unreachable` that says what to install, where that cannot be done.
 */
export async function findMonitoring(options: FetchOptions): Promise<Monitoring> {
  const prometheus = onPath("prometheus", options.environment);
  const alertmanager =
    onPath("prometheus-alertmanager", options.environment) ?? onPath("alertmanager", options.environment);
  if (prometheus !== null && alertmanager !== null) return { prometheus, alertmanager, leave: () => {} };
  const root = await unpackDebian({ name: "monitoring", packages: PACKAGES }, options).catch((cause: unknown) => {
    throw new AppError("unreachable", `Prometheus and Alertmanager are not here: ${messageOf(cause)}. ${ADVICE}`, {
      cause,
    });
  });
  return {
    prometheus: join(root, "usr/bin/prometheus"),
    alertmanager: join(root, "usr/bin/prometheus-alertmanager"),
    leave: lendTemplates(root),
  };
}

function onPath(name: string, environment: FetchOptions["environment"]): string | null {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** @returns What takes the templates away again. @throws AppError `unreachable` where only an installation can put them there. */
function lendTemplates(root: string): () => void {
  if (existsSync(TEMPLATES)) return () => {};
  const parent = dirname(TEMPLATES);
  const lent = existsSync(parent) ? TEMPLATES : parent;
  try {
    for (const name of ["default.tmpl", "email.tmpl"]) cpSync(join(root, TEMPLATES, name), join(TEMPLATES, name));
  } catch (cause) {
    throw new AppError(
      "unreachable",
      `Debian's Alertmanager needs its templates in ${TEMPLATES}, which this user cannot write. ${ADVICE}`,
      { cause },
    );
  }
  return () => rmSync(lent, { recursive: true, force: true });
}
