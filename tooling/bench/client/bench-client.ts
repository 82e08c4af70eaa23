import { AppError } from "@botdeck/core";

import { readBenchArguments } from "../bench-arguments.ts";
import { atMost, type Figure, printFigures } from "../figures.ts";
import { openStage } from "../stage.ts";
import { floorS, QUICK_SCALE, type Scale, TRUE_SCALE } from "./scale.ts";
import { measureAdds, measureList, measureReplyWait, PAGES, type Stage, WRITES, type Written } from "./scenarios.ts";

const HELP = `Measures the Bitrix24 client against the emulated portal's bucket, the official SDK beside it. A quarter of an hour.

  pnpm bench client            prints the figures and what they have to reach
  pnpm bench client --json     one JSON line per figure
  pnpm bench client --quick    a bucket and a budget ten times as fast: three minutes, the same shape, other figures

Ends with 1 when it could not measure, or when a record came twice or never.
`;

type Figures = { all: Figure[]; isKept: boolean };

async function measure(stage: Stage, report: (line: string) => void): Promise<Figures> {
  const { scale } = stage;
  report("500 leads as single calls, four processes");
  const single = await measureAdds(stage, "single");
  report("the same, packed where calls wait");
  const packed = await measureAdds(stage, "packed");
  report("10,000 deals");
  const list = await measureList(stage, "packed");
  report("a reply while 2,000 digest calls are queued");
  const reply = await measureReplyWait(stage);
  report("the official SDK: 500 leads, four processes");
  const sdk = await measureAdds(stage, "sdk");
  report("the official SDK: 10,000 deals");
  const sdkList = await measureList(stage, "sdk");

  const ratio = (name: string, tookS: number, requests: number, target: number | null): Figure =>
    atMost(name, tookS / floorS(requests, scale), "x floor", target);
  const sum = (part: "rejected503" | "duplicates" | "lost", ...runs: Written[]) =>
    runs.reduce((total, run) => total + run[part], 0);
  const duplicates = sum("duplicates", single, packed);
  const lost = sum("lost", single, packed);
  const rejected503 = sum("rejected503", single, packed) + list.rejected503 + reply.rejected503;
  const all = [
    ratio("addsVsFloor", packed.tookS, WRITES, 1.1),
    ratio("addsSingleVsFloor", single.tookS, WRITES, 1.1),
    ratio("listVsFloor", list.tookS, PAGES, 1.1),
    atMost("rejected503", rejected503, "requests", 0),
    atMost("duplicates", duplicates, "records", 0),
    atMost("lost", lost, "records", 0),
    atMost("listMissing", list.missing, "rows", 0),
    atMost("replyWaitMs", Math.round(reply.slowestMs), "ms", 1_000),
    ratio("sdkAddsVsFloor", sdk.tookS, WRITES, null),
    ratio("sdkListVsFloor", sdkList.tookS, PAGES, null),
    atMost("sdkRejected503", sdk.rejected503 + sdkList.rejected503, "requests", null),
    atMost("sdkDuplicates", sdk.duplicates, "records", null),
    atMost("sdkLost", sdk.lost, "records", null),
  ];
  return { all, isKept: duplicates === 0 && lost === 0 && list.missing === 0 };
}

/** @throws Error when it could not measure, or a record came twice or never. */
export async function benchClient(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const { isJson, isQuick, report } = options;
  const scale: Scale = isQuick ? QUICK_SCALE : TRUE_SCALE;
  if (isQuick) report("quick: bucket and budget drain ten times as fast as a portal's");
  const stage = await openStage();
  try {
    const { all, isKept } = await measure({ ...stage, scale }, report);
    printFigures("client", all, isJson);
    if (!isKept)
      throw new AppError("invariant", "A record came twice or never: see duplicates, lost and listMissing above.");
  } finally {
    await stage.close();
  }
}
