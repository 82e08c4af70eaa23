import type { Day, Period } from "../entities/day-parts/period.ts";
import type { Language } from "../texts/catalog.ts";

type Words = Record<Language, string>;

type Common<Kind> = {
  /** What the handler finds it under in `args`. */
  name: string;
  kind: Kind;
  /** What it is, in words that follow "Which": "period", "период". */
  title: Words;
  isOptional?: boolean;
  /** Phrases that a button offers when it is missing; for choices it is the choices themselves. */
  offers?: Record<Language, readonly string[]>;
};

/** Which year a day without one means: the nearest to come, which is the default, or the last that was. */
type Directed = { direction?: "past" | "future" };

/** One of the things that an argument may be. */
export type Choice = {
  /** What the handler gets. */
  value: string;
  /** How it is called; these words mean it, in every language. */
  title: Words;
  /** Other words that mean it, such as `отпуск за свой счет`. */
  also?: readonly string[];
};

/** Something that may follow a command. People write arguments in any order; what is what is told by its kind. */
export type Param =
  | (Common<"day"> & Directed)
  | (Common<"period"> & Directed)
  /** A mention, `@name`, or a name where nothing else is left. */
  | Common<"person">
  | Common<"department">
  | Common<"phone">
  | Common<"money">
  /** Whole unless `isFraction`. */
  | (Common<"number"> & { least?: number; most?: number; isFraction?: boolean })
  | (Common<"choice"> & { choices: readonly Choice[] })
  /** One word as it stands, such as an id that a button carries. Read by its place, before everything else. */
  | Common<"token">
  /** All words that nothing else has taken. */
  | Common<"words">;
export type ParamKind = Param["kind"];

/** Somebody or something on the portal, by its id there. */
export type Named = { id: string; name: string };

type ArgumentByKind = {
  day: Day;
  period: Period;
  person: Named;
  department: Named;
  /** In E.164. */
  phone: string;
  /** `currency` by ISO 4217; null when the words name none. */
  money: { amount: number; currency: string | null };
  number: number;
  choice: string;
  token: string;
  words: string;
};

type ValueOf<One extends Param> = One extends { choices: readonly { value: infer Value }[] }
  ? Value
  : ArgumentByKind[One["kind"]];

/** What a handler gets for these params, by their names. */
export type ArgumentsOf<Params extends readonly Param[]> = {
  readonly [One in Params[number] as One["name"]]: One extends { isOptional: true }
    ? ValueOf<One> | undefined
    : ValueOf<One>;
};
