import { stem } from "../../nlu/text/stem.ts";
import { createSpelling } from "../../nlu/text/spelling.ts";
import { folded } from "../../entities/spans.ts";
import type { Span } from "../../entities/entities.ts";
import type { Choice, Param } from "../param.ts";
import type { Reading } from "./reading.ts";

type ChoiceParam = Extract<Param, { kind: "choice" }>;
type Word = Span & { word: string; stem: string };

const WORD = /[\p{L}\p{N}]+/gu;
const NAMED_DEPARTMENT =
  /(?<![\p{L}\d])(?:отдел\p{L}*|департамент\p{L}*|служб\p{L}{1,2}|department|dept\.?|team) [\p{L}\p{N}]+/giu;

/** Reads words that name one of the choices, in whatever form of them. */
export function readChoices(reading: Reading): void {
  for (const param of reading.open("choice")) {
    const found = choicesIn(withoutDepartment(reading), param);
    const [first] = found;
    if (first === undefined) continue;
    const spans = found.map(({ span }) => span);
    const meant = [...new Set(found.map(({ choice }) => choice))];
    if (meant.length === 1) reading.take(param, first.choice.value, spans);
    else
      reading.fault(
        param,
        "two_ways",
        spans,
        meant.map((choice) => meaningOf(choice, reading)),
      );
  }
}

/** In `department sales` the second word is a name, also where `sales` is a choice. Of the same length. */
function withoutDepartment(reading: Reading): string {
  if (reading.open("department").length === 0) return reading.left;
  return reading.left.replaceAll(NAMED_DEPARTMENT, (words) => " ".repeat(words.length));
}

/** Words that nothing else has taken, as the choice they should have been; with the one that they nearly are. */
export function readFailedChoice(reading: Reading, span: Span): boolean {
  const param = reading.open("choice").find(({ isOptional }) => isOptional !== true) ?? reading.open("choice")[0];
  const near = param === undefined ? undefined : nearlyIn(reading.text.slice(span.start, span.end), param);
  if (param === undefined || (near === undefined && param.isOptional === true)) return false;
  reading.fault(param, "not_a_choice", [span], near === undefined ? [] : [meaningOf(near, reading)]);
  return true;
}

const meaningOf = ({ value, title }: Choice, { at }: Reading) => ({ value, instead: title[at.language] });

const phrasesOf = ({ value, title, also = [] }: Choice): string[] => [value, title.en, title.ru, ...also];

/** Longer names first: `отпуск за свой счет` is not `отпуск`. */
function choicesIn(text: string, { choices }: ChoiceParam): { choice: Choice; span: Span }[] {
  const words = wordsIn(text);
  const phrases = choices
    .flatMap((choice) =>
      phrasesOf(choice).map((phrase) => ({ choice, stems: wordsIn(phrase).map((word) => word.stem) })),
    )
    .toSorted((one, other) => other.stems.length - one.stems.length);
  const found: { choice: Choice; span: Span }[] = [];
  const used = new Set<Word>();
  for (const { choice, stems } of phrases) {
    for (let at = 0; stems.length > 0 && at + stems.length <= words.length; at++) {
      const part = words.slice(at, at + stems.length);
      const isSame = part.every((word, index) => word.stem === stems[index] && !used.has(word));
      const [first, last] = [part[0], part.at(-1)];
      if (!isSame || first === undefined || last === undefined) continue;
      for (const word of part) used.add(word);
      found.push({ choice, span: { start: first.start, end: last.end } });
    }
  }
  return found;
}

/** The choice that one slip of the keyboard away is meant. */
function nearlyIn(text: string, { choices }: ChoiceParam): Choice | undefined {
  const words = wordsIn(text).map(({ word }) => word);
  return choices.find((choice) => {
    const known = phrasesOf(choice).flatMap((phrase) => wordsIn(phrase).map(({ word }) => word));
    const spelling = createSpelling(known);
    return words.some((word) => known.includes(spelling(word)));
  });
}

const wordsIn = (text: string): Word[] =>
  Array.from(folded(text).matchAll(WORD), ({ index, 0: word }) => ({
    word,
    stem: stem(word),
    start: index,
    end: index + word.length,
  }));
