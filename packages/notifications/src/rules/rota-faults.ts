import { rotaNamed } from "../on-call/rota-named.ts";
import type { Rule } from "./rule.ts";
import type { RuleFault } from "./rule-fault.ts";

/** Rotas that a rule names and the portal does not have: nobody of them would ever be told. */
export function rotaFaults({ audience }: Rule, rotas: readonly { name: string }[]): RuleFault[] {
  return audience.flatMap((one, index): RuleFault[] =>
    one.kind === "on_call" && rotaNamed(rotas, one.rota) === undefined
      ? [{ place: `audience.${index}.rota`, code: "no_rota", values: { name: one.rota } }]
      : [],
  );
}
