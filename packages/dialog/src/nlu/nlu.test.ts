import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { embeddedProvider } from "./embedded-provider.ts";
import type { Example } from "./examples.ts";
import { modelFromBytes } from "./model-from-bytes.ts";
import { modelOf } from "./model-of.ts";
import { trainEmbedded } from "./train-embedded.ts";

const PHRASES: Record<string, readonly string[]> = {
  garden_watering: [
    "Когда поливать газон?",
    "Полей грядки вечером",
    "Как часто поливать помидоры",
    "Включи полив теплицы",
    "Пора ли поливать цветы?",
    "Сколько воды нужно рассаде",
    "Поставь полив на утро",
    "Выключи полив",
    "When should I water the lawn?",
    "Turn the sprinklers on",
  ],
  boat_rental: [
    "Хочу взять лодку напрокат",
    "Сколько стоит прокат байдарки?",
    "Аренда катера на выходные",
    "Есть свободные лодки в субботу?",
    "Забронируй каяк на двоих",
    "Можно ли взять вёсла отдельно",
    "Где причал проката лодок",
    "Нужен катамаран на час",
    "I want to rent a boat",
    "How much is a kayak for a day?",
  ],
  choir_rehearsal: [
    "Во сколько репетиция хора?",
    "Где сегодня поёт хор",
    "Перенесли ли репетицию",
    "Какие ноты взять на хор",
    "Кто дирижирует в четверг?",
    "Пришлите расписание репетиций",
    "Я опоздаю на спевку",
    "Когда генеральная репетиция концерта?",
    "When does the choir rehearse?",
    "Which sheet music do we need",
  ],
};
const EXAMPLES: Example[] = Object.entries(PHRASES).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);
const model = trainEmbedded(EXAMPLES);

describe("an embedded model", () => {
  test("is the same to the byte for the same examples in any order", () => {
    const turned = [...EXAMPLES].reverse();
    expect(trainEmbedded(turned).toBytes()).toEqual(model.toBytes());
    expect(trainEmbedded(EXAMPLES, { seed: 8 }).toBytes()).not.toEqual(model.toBytes());
  });

  test("ranks and explains the same after a round trip through its bytes", () => {
    const restored = modelFromBytes(model.toBytes());
    for (const text of ["полить огурцы", "лодка на завтра", "rehearse tonight", "квантовая хромодинамика"]) {
      expect(restored.explain(text)).toEqual(model.explain(text));
    }
    expect(restored.toBytes()).toEqual(model.toBytes());
  });

  test("refuses bytes that are not its own, with what to do", () => {
    expect(() => modelFromBytes(new Uint8Array([1, 2, 3]))).toThrow(/train it again/);
    expect(() => modelFromBytes(new TextEncoder().encode('    {"format":"other"}'))).toThrow(/train it again/);
  });

  test("is sure of other words for a known thing and unsure of unknown ones", () => {
    const [known] = model.rank("во сколько сегодня репетиция");
    expect(known?.intent).toBe("choir_rehearsal");
    expect(known?.confidence).toBeGreaterThan(0.7);
    for (const text of ["какой курс доллара", "tell me a joke about physics", "ываыва", "¯\\_(ツ)_/¯"]) {
      expect(model.rank(text)[0]?.confidence, text).toBeLessThan(0.7);
    }
  });

  test.each(["", "   ", "😀", "[b][/b]", "!!!"])("has no confidence at all in a message without words: %j", (text) => {
    expect(model.rank(text).every(({ confidence }) => confidence === 0)).toBe(true);
  });

  test.each([
    ["a slip", "во сколько репеитция хора"],
    ["the wrong keyboard layout", "dj crjkmrj htgtnbwbz [jhf"],
    ["Latin letters", "vo skolko repetitsiya hora"],
    ["case, ё and BB codes", "ВО СКОЛЬКО [b]РЕПЕТИЦИЯ[/b] хора???"],
    ["letters held down", "во скооолько репетииииция хораааа"],
  ])("understands a phrase in spite of %s", (_, text) => {
    const [best] = model.rank(text);
    expect(best?.intent).toBe("choir_rehearsal");
    expect(best?.confidence).toBeGreaterThan(0.5);
  });

  test("leaves English alone when it knows some", () => {
    expect(model.explain("rent a boat for a day").reading.as).toBe("written");
  });

  test("says what carried an intent, which phrase is nearest, and what lowered the confidence", () => {
    const explained = model.explain("нужна лодка на час");
    expect(explained.intents).toHaveLength(3);
    expect(explained.intents[0]?.intent).toBe("boat_rental");
    expect(explained.intents[0]?.carriers.map(({ text }) => text)).toContain("лодк");
    expect(explained.nearest?.intent).toBe("boat_rental");
    expect(model.explain("синхрофазотрон").loweredBy).not.toBeNull();
  });

  test("gives sorted confidences from 0 to 1 that sum to at most 1, whatever the text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...EXAMPLES.map(({ text }) => text)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const confidences = model.rank(text).map(({ confidence }) => confidence);
        expect(confidences).toEqual([...confidences].sort((left, right) => right - left));
        expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
        expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("looks at a very long message only as far as it needs to", () => {
    const long = `${PHRASES["boat_rental"]?.[0]} ${"лодка ".repeat(4000)}`;
    expect(model.rank(long)[0]?.intent).toBe("boat_rental");
  });
});

describe("training", () => {
  test.each([0, 1, 2])("works with %i intents and never makes up confidence in unknown words", (count) => {
    const some = EXAMPLES.filter(({ intent }) => Object.keys(PHRASES).slice(0, count).includes(intent));
    const ranked = trainEmbedded(some).rank("квантовая хромодинамика");
    expect(ranked).toHaveLength(count);
    expect(ranked.every(({ confidence }) => confidence < 0.7)).toBe(true);
  });

  test("never ranks examples of what the bot does not do, and is less sure of what is like them", () => {
    const oos = ["Как построить лодку?", "Чертежи лодки", "Из чего делают лодки", "Построить лодку своими руками"];
    const warned = trainEmbedded([...EXAMPLES, ...oos.map((text) => ({ text, intent: "oos" }))]);
    const text = "построить лодку самому";
    expect(warned.rank(text).map(({ intent }) => intent)).not.toContain("oos");
    expect(warned.rank(text)[0]?.confidence).toBeLessThan(model.rank(text)[0]?.confidence ?? 0);
  });

  test("happens once for the same examples, in whatever order they come", () => {
    expect(modelOf([...EXAMPLES].reverse())).toBe(modelOf(EXAMPLES));
    expect(modelOf(EXAMPLES.slice(1))).not.toBe(modelOf(EXAMPLES));
  });

  test("gives a provider by the name under which conversations show it", () => {
    const provider = embeddedProvider(model);
    expect(provider.name).toBe("embedded");
    expect(provider.rank({ text: "Выключи полив", language: "ru" })).toEqual(model.rank("Выключи полив"));
  });
});
