import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A path of this repository in code quotes, such as `apps/worker/src/main.ts`. */
const QUOTED_PATH = /`((?:apps|packages|tooling|docs|infra|\.ci)\/[\w./@-]*[\w/])`/g;
const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const ABSOLUTE = /^(?:[a-z]+:|#|\/)/;

export type DeadLink = { line: number; target: string };

/**
 * Finds links to files, and quoted paths of the repository, that lead nowhere. Code blocks are not read.
 *
 * @param file Path of the document below `repository`; its relative links start there.
 */
export function findDeadLinks(repository: string, file: string, text: string): DeadLink[] {
  const dead: DeadLink[] = [];
  let isCode = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trimStart().startsWith("```")) isCode = !isCode;
    if (isCode) continue;
    const links = [...line.matchAll(LINK)]
      .map(([, target = ""]) => target)
      .filter((target) => !ABSOLUTE.test(target))
      .map((target) => ({ target, path: join(repository, dirname(file), target.replace(/#.*$/, "")) }));
    const quoted = [...line.matchAll(QUOTED_PATH)].map(([, target = ""]) => ({
      target,
      path: join(repository, target),
    }));
    for (const { target, path } of [...links, ...quoted]) {
      if (!existsSync(path)) dead.push({ line: index + 1, target });
    }
  }
  return dead;
}
