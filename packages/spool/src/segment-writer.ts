import { type FileHandle, rm } from "node:fs/promises";
import { join } from "node:path";

import { type OpenFile, syncFolder, writeFully } from "./disk.ts";
import { encodeFrames, type SpoolRecord } from "./frame.ts";
import { encodeHeader, HEADER_BYTES } from "./segment-header.ts";
import { newSegmentName } from "./segment-name.ts";
import { emptySegment, extendSegment, type Segment, segmentPath } from "./segment.ts";

type Options = {
  folder: string;
  segmentBytes: number;
  /** The place of the next segment in the order of all. */
  nextOrder: () => number;
  /** Called with a segment as soon as there is an acknowledged record in it. */
  onBegun: (segment: Segment) => void;
  openFile: OpenFile;
};

/** Writes groups of records to the newest segment. One call at a time. */
export function createSegmentWriter({ folder, segmentBytes, nextOrder, onBegun, openFile }: Options) {
  let current: { segment: Segment; handle: FileHandle } | null = null;

  async function begin(): Promise<{ segment: Segment; handle: FileHandle }> {
    const { name, marker } = newSegmentName(nextOrder());
    const path = join(folder, name);
    const handle = await openFile(path, "wx", 0o600);
    try {
      await writeFully(handle, encodeHeader(marker), 0);
      await syncFolder(folder, openFile);
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
    return { segment: emptySegment(folder, name, marker), handle };
  }

  /** Cuts off half a write, so that the next record follows the last whole one. */
  async function takeBack(): Promise<void> {
    try {
      await current?.handle.truncate(current.segment.end);
    } catch {
      await abandon();
    }
  }

  async function abandon(): Promise<void> {
    const segment = current?.segment;
    await leave();
    if (segment?.end === HEADER_BYTES) await rm(segmentPath(segment), { force: true }).catch(() => undefined);
  }

  /** Ends the newest segment; the next group begins another. Not while a write is under way. */
  async function leave(): Promise<void> {
    const left = current;
    current = null;
    // Everything acknowledged was synced; what close says of it changes nothing.
    await left?.handle.close().catch(() => undefined);
  }

  return {
    /** Resolves when the records are on the disk. After a throw none of them counts. */
    async write(records: readonly SpoolRecord[]): Promise<void> {
      if (current !== null && current.segment.end >= segmentBytes) await leave();
      current ??= await begin();
      const { segment, handle } = current;
      const isFirst = segment.end === HEADER_BYTES;
      try {
        await writeFully(handle, encodeFrames(records, segment.marker), segment.end);
      } catch (error) {
        await takeBack();
        throw error;
      }
      try {
        await handle.datasync();
      } catch (error) {
        // After a failed fsync the kernel may have dropped the pages, and the next one reports success all the same. What was
        // acknowledged earlier is on the disk; nothing more goes into this file.
        await handle.truncate(segment.end).catch(() => undefined);
        await abandon();
        throw error;
      }
      extendSegment(segment, records);
      if (isFirst) onBegun(segment);
    },

    isWritingTo: (segment: Segment): boolean => current?.segment === segment,

    leave,
  };
}
