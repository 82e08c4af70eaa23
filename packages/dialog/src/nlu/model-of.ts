import { inOrder, type Example } from "./examples.ts";
import type { EmbeddedModel } from "./model/embedded-model.ts";
import { trainEmbedded, type TrainingSettings } from "./train-embedded.ts";

/** Editing examples in the console makes a model each time; the oldest are forgotten. */
const MOST_MODELS = 32;

const byContent = new Map<string, EmbeddedModel>();

const contentOf = (examples: readonly Example[], settings: TrainingSettings): string =>
  JSON.stringify([settings.oosShare, settings.seed, inOrder(examples)]);

/** Takes a model that was trained before for the one of these examples. */
export function keepModel(examples: readonly Example[], model: EmbeddedModel): void {
  byContent.set(contentOf(examples, {}), model);
}

/** The model of these examples, trained once per process however often and in whatever order they are given. */
export function modelOf(examples: readonly Example[], settings: TrainingSettings = {}): EmbeddedModel {
  const content = contentOf(examples, settings);
  const kept = byContent.get(content);
  const model = kept ?? trainEmbedded(examples, settings);
  byContent.delete(content);
  byContent.set(content, model);
  const [oldest] = byContent.keys();
  if (byContent.size > MOST_MODELS && oldest !== undefined) byContent.delete(oldest);
  return model;
}
