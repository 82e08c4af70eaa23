import { AppError } from "@botdeck/core";

import { OOS, type Example } from "../examples.ts";
import type { Logistic } from "../learning/fit-logistic.ts";
import type { ModelParts } from "./embedded-model.ts";

/** Changes with anything that a model of yesterday would be read wrongly by: the features, their order, the signals. */
const FORMAT = "botdeck-nlu-1";

type Head = {
  format: string;
  examples: readonly Example[];
  scales: readonly number[];
  biases: readonly number[];
  logistic: Logistic;
};

/** Length of the head in four bytes, the head as JSON, the weights with runs of zeros shortened. */
export function encodeModel({ examples, weights, logistic }: ModelParts): Uint8Array {
  const head: Head = { format: FORMAT, examples, scales: weights.scales, biases: weights.biases, logistic };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const packed = packZeros(weights.bytes);
  const bytes = new Uint8Array(4 + json.length + packed.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  bytes.set(packed, 4 + json.length);
  return bytes;
}

/** @throws AppError `invalid` for bytes of another version; the model is to be trained again then */
export function decodeModel(bytes: Uint8Array): ModelParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const behindHead = 4 + (bytes.length < 4 ? 0 : view.getUint32(0));
  const head = readHead(bytes.subarray(4, behindHead));
  const intents = [...new Set(head.examples.map(({ intent }) => intent))].filter((intent) => intent !== OOS).sort();
  const unpacked = unpackZeros(bytes.subarray(behindHead));
  return {
    examples: head.examples,
    intents,
    weights: { bytes: unpacked, intents: intents.length, scales: head.scales, biases: head.biases },
    logistic: head.logistic,
  };
}

function readHead(bytes: Uint8Array): Head {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes)) as Head;
    if (head.format === FORMAT) return head;
  } catch {
    // Not ours at all: said below.
  }
  throw new AppError("invalid", `These bytes are no intent model of the format ${FORMAT}: train it again.`);
}

/** A zero is followed by how many there are, at most 255. */
function packZeros(weights: Int8Array): Uint8Array {
  const packed: number[] = [];
  for (let at = 0; at < weights.length;) {
    const weight = weights[at] ?? 0;
    if (weight !== 0) {
      packed.push(weight & 0xff);
      at++;
      continue;
    }
    let run = 1;
    while (run < 255 && at + run < weights.length && weights[at + run] === 0) run++;
    packed.push(0, run);
    at += run;
  }
  return Uint8Array.from(packed);
}

function unpackZeros(packed: Uint8Array): Int8Array {
  const weights: number[] = [];
  for (let at = 0; at < packed.length; at++) {
    const byte = packed[at] ?? 0;
    if (byte !== 0) {
      weights.push(byte > 127 ? byte - 256 : byte);
      continue;
    }
    at++;
    for (let run = packed[at] ?? 0; run > 0; run--) weights.push(0);
  }
  return Int8Array.from(weights);
}
