import type { Portal } from "../portal.ts";
import { nextId } from "../state/state.ts";

/** Keeps a picture that came as `{fileData: [name, base64]}`; null when it is none. */
export async function keepPicture(portal: Portal, given: unknown): Promise<{ id: number; name: string } | null> {
  const data: unknown =
    typeof given === "object" && given !== null ? Object.entries(given).find(([key]) => key === "fileData")?.[1] : null;
  const [name, content]: unknown[] = typeof data === "object" && data !== null ? Object.values(data) : [];
  if (typeof name !== "string" || typeof content !== "string") return null;
  const id = nextId(portal.state, "file");
  await portal.files.put(id, Buffer.from(content, "base64"));
  return { id, name };
}
