import type { Span } from "../../entities/entities.ts";
import { without } from "../../entities/spans.ts";
import type { FindNamed } from "../finders.ts";
import type { Named, Param, ParamKind } from "../param.ts";
import type { ArgumentProblem, Meaning, ProblemReason } from "./problem.ts";

/** What arguments are read against. */
export type ArgumentsContext = {
  /** The person's own day, `YYYY-MM-DD`. */
  today: string;
  language: "en" | "ru";
  /** Country of telephone numbers written without `+`, ISO 3166. */
  region?: string;
  /** Who `me` is. */
  me?: Named;
  findPeople?: FindNamed | undefined;
  findDepartments?: FindNamed | undefined;
};

export type UnderstoodArgument = { param: string; words: string; value: unknown };

/** Arguments while they are read: each finder takes what it knows out of the text, so that no words are read twice. */
export class Reading {
  readonly text: string;
  readonly params: readonly Param[];
  readonly at: ArgumentsContext;
  readonly understood: UnderstoodArgument[] = [];
  readonly problems: ArgumentProblem[] = [];
  readonly #taken: Span[] = [];

  constructor(text: string, params: readonly Param[], at: ArgumentsContext) {
    this.text = text;
    this.params = params;
    this.at = at;
  }

  /** The text with all that was taken struck out, of the same length. */
  get left(): string {
    return without(this.text, this.#taken);
  }

  /** Params of these kinds that are neither read nor known to be wrong, in their order. */
  open<Kind extends ParamKind>(...kinds: readonly Kind[]): Extract<Param, { kind: Kind }>[] {
    return this.params.filter((param): param is Extract<Param, { kind: Kind }> => {
      const isSettled = [...this.understood, ...this.problems].some((each) => each.param === param.name);
      return !isSettled && kinds.some((kind) => kind === param.kind);
    });
  }

  /** Params that have to be there and are neither read nor known to be wrong. */
  missing(): Param[] {
    const settled = new Set([...this.understood, ...this.problems].map(({ param }) => param));
    return this.params.filter(({ name, isOptional }) => isOptional !== true && !settled.has(name));
  }

  has(...kinds: readonly ParamKind[]): boolean {
    return this.params.some(({ kind }) => kinds.includes(kind));
  }

  take({ name }: Param, value: unknown, spans: readonly Span[]): void {
    const { start, end } = around(spans);
    this.understood.push({ param: name, words: this.text.slice(start, end), value });
    this.#taken.push(...spans);
  }

  /** Strikes words out that say nothing more than others did. */
  pass(spans: readonly Span[]): void {
    this.#taken.push(...spans);
  }

  /** Strikes words out that cannot be read, and says why. */
  fault(param: Param | null, why: ProblemReason, spans: readonly Span[], either: readonly Meaning[] = []): void {
    const { start, end } = around(spans);
    this.problems.push({ param: param?.name ?? null, words: this.text.slice(start, end), why, either, start, end });
    this.#taken.push(...spans);
  }
}

const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});
