import { MOST_MISSES } from "../dialogs/decide.ts";
import type { DialogDefinition, Step } from "../dialogs/dialog.ts";

/**
 * A point of a dialog: where it begins, a step of it, or a fork in front of a step that does not always count. Forks are
 * called `?` and the step's name, the beginning `begin`.
 */
export type GraphNode =
  | { id: string; kind: "begin" }
  | { id: string; kind: "fork" }
  /** `text` is the key of the question; null when it depends on what was told. */
  | { id: string; kind: "ask"; slot: string; text: string | null }
  | { id: string; kind: "request"; request: string }
  | { id: string; kind: "say"; text: string | null }
  | { id: string; kind: "end" };

/** `when` is what a way depends on, in its author's words: "" where they gave none, null where it depends on nothing. */
export type GraphEdge = { from: string; to: string; when: string | null };

/** A person takes over where there are operators; else the dialog just ends. */
type WayOut = "person" | "end";

/** What holds at every question of a dialog, wherever it stands. */
export type AnyTimeRule =
  /** To the question before. */
  | { kind: "back" }
  | { kind: "cancel" }
  | { kind: "operator"; leadsTo: WayOut }
  /** After so many useless answers to one question. */
  | { kind: "misses"; most: number; leadsTo: WayOut }
  /** Answered in the middle; then the dialog goes on where it was. */
  | { kind: "digress"; intents: readonly string[] }
  | { kind: "silence"; remindAfterMs: number; expireAfterMs: number };

export type DialogGraph = {
  name: string;
  version: number;
  topic: string;
  /** In the order in which a dialog comes by. */
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  anyTime: readonly AnyTimeRule[];
};

/**
 * A dialog's picture as plain data: it leaves out what only an answer decides, such as a correction's way back.
 *
 * @param of.hasOperators False for a bot of employees, who have nobody to be handed over to.
 */
export function graphOf(dialog: DialogDefinition, { hasOperators }: { hasOperators: boolean }): DialogGraph {
  const nodes: GraphNode[] = [{ id: "begin", kind: "begin" }];
  const edges: GraphEdge[] = [];
  /** Where the next step is come to from. */
  let open: string[] = ["begin"];
  for (const [id, step] of Object.entries(dialog.steps)) {
    const isConditional = step.if !== undefined;
    const entry = isConditional ? `?${id}` : id;
    if (isConditional) nodes.push({ id: entry, kind: "fork" });
    nodes.push(nodeOf(id, step));
    edges.push(...open.map((from) => ({ from, to: entry, when: null })));
    if (isConditional) edges.push({ from: entry, to: id, when: step.when ?? "" });
    open = [...(isConditional ? [entry] : []), ...(step.kind === "end" ? [] : [id])];
  }
  const { name, version, topic } = dialog;
  return { name, version, topic, nodes, edges, anyTime: rulesOf(dialog, hasOperators ? "person" : "end") };
}

function nodeOf(id: string, step: Step): GraphNode {
  switch (step.kind) {
    case "ask":
      return { id, kind: "ask", slot: step.slot, text: keyOf(() => step.ask({})) };
    case "request":
      return { id, kind: "request", request: step.request };
    case "say":
      return { id, kind: "say", text: keyOf(() => step.say({})) };
    case "end":
      return { id, kind: "end" };
  }
}

/** A line may need what was not told yet; then nothing is known of it. Of several the first stands for all. */
function keyOf(line: () => { text: string } | readonly { text: string }[]): string | null {
  try {
    const said = line();
    return "text" in said ? said.text : (said[0]?.text ?? null);
  } catch {
    return null;
  }
}

function rulesOf({ steps, digressions, mostMisses, silence }: DialogDefinition, leadsTo: WayOut): AnyTimeRule[] {
  const asks = Object.values(steps).filter(({ kind }) => kind === "ask").length;
  if (asks === 0) return [];
  return [
    ...(asks > 1 ? [{ kind: "back" } as const] : []),
    { kind: "cancel" },
    { kind: "operator", leadsTo },
    { kind: "misses", most: mostMisses ?? MOST_MISSES, leadsTo },
    ...(digressions.length > 0 ? [{ kind: "digress", intents: digressions } as const] : []),
    ...(silence
      ? [{ kind: "silence", remindAfterMs: silence.remindAfterMs, expireAfterMs: silence.expireAfterMs } as const]
      : []),
  ];
}
