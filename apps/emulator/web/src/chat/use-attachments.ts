import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFileSize } from "./use-file-size.ts";

export type Attachment = { id: number; name: string; sizeBytes: number; contentBase64: string };

export type Attachments = {
  files: readonly Attachment[];
  /** Why a chosen file is not among them. */
  problem: string | null;
  add: (chosen: Iterable<File>) => void;
  remove: (id: number) => void;
  /** Hands the files over for sending and forgets them. */
  takeAll: () => readonly Attachment[];
  putBack: (files: readonly Attachment[]) => void;
};

/** A file travels as text inside one request, so it is kept within what the emulator accepts. */
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
let lastId = 0;

/** The files that go with the next message. */
export function useAttachments(): Attachments {
  const t = useTranslations("composer");
  const size = useFileSize();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  async function addOne(file: File): Promise<void> {
    if (file.size > LARGEST_FILE_BYTES) {
      setProblem(t("tooLarge", { name: file.name, limit: size(LARGEST_FILE_BYTES) }));
      return;
    }
    try {
      const added = { id: ++lastId, name: file.name, sizeBytes: file.size, contentBase64: await toBase64(file) };
      setFiles((before) => [...before, added]);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : file.name);
    }
  }

  return {
    files,
    problem,
    add(chosen) {
      setProblem(null);
      for (const file of chosen) void addOne(file);
    },
    remove: (id) => setFiles((before) => before.filter((file) => file.id !== id)),
    takeAll() {
      setFiles([]);
      return files;
    },
    putBack: (returned) => setFiles((since) => [...returned, ...since]),
  };
}

async function toBase64(file: File): Promise<string> {
  const reader = new FileReader();
  const address = await new Promise<string>((resolve, reject) => {
    reader.addEventListener("load", () => resolve(typeof reader.result === "string" ? reader.result : ""));
    reader.addEventListener("error", () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}
