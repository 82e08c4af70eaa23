import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { AppError } from "@botdeck/core";

import type { Embed } from "./embed.ts";

/** A name that no type checker and no bundler looks up: it is there only where somebody wanted it. */
const LIBRARY: string = "@huggingface/transformers";
const INSTALL = "pnpm --filter @botdeck/nlu-providers add --save-catalog --save-optional @huggingface/transformers";

/** What we use of the library. */
type Library = {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: "feature-extraction",
    model: string,
    options: { dtype: string; local_files_only: boolean },
  ): Promise<(texts: string[], options: { pooling: "mean"; normalize: true }) => Promise<{ tolist(): number[][] }>>;
};

export type ModelPlace = {
  /** Where its `config.json` and `onnx/` are. */
  modelFolder: string;
  /** Which of its ONNX files: `q8` is `onnx/model_quantized.onnx`. */
  precision: "fp32" | "fp16" | "q8";
};

/**
 * Loads a model of sentence embeddings from its folder, with nothing fetched from anywhere.
 *
 * @throws AppError `unsupported` that names what to run, when the library or the model is not there.
 */
export async function loadEmbed(
  { modelFolder, precision }: ModelPlace,
  importLibrary: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Embed> {
  const folder = resolve(modelFolder);
  if (!existsSync(join(folder, "config.json"))) throw notThere(`There is no model in ${folder}`, folder);
  let library: Library;
  try {
    library = (await importLibrary(LIBRARY)) as Library; // safe: the library of this name has this form
  } catch (error) {
    throw notThere(`The library ${LIBRARY} is not installed`, folder, error);
  }
  const { env, pipeline } = library;
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: dirname(folder) });
  try {
    const options = { dtype: precision, local_files_only: true };
    const extract = await pipeline("feature-extraction", basename(folder), options);
    return async (texts) => (await extract([...texts], { pooling: "mean", normalize: true })).tolist();
  } catch (error) {
    throw notThere(`The model in ${folder} cannot be loaded as ${precision}`, folder, error);
  }
}

function notThere(problem: string, folder: string, cause?: unknown): AppError {
  const download = `hf download Xenova/multilingual-e5-small --local-dir ${folder}`;
  const message = `${problem}. Sentence embeddings need two commands, run once:\n  ${INSTALL}\n  ${download}`;
  return new AppError("unsupported", message, { cause });
}
