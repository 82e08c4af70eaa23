/** Where a press leads: an address, somebody's dialog, or nowhere. */
export type Target = { href: string } | { personId: string } | { chatId: string } | null;

export type GridDisplay = "BLOCK" | "LINE" | "ROW" | "TABLE";
export type GridCell = { name: string; value: string; color: string | null; widthPx: number | null; target: Target };
export type Picture = { href: string; preview: string; name: string };
export type AttachedFile = { href: string; name: string; sizeBytes: number | null };

export type AttachBlock =
  | { kind: "message"; text: string }
  | { kind: "user"; name: string; avatar: string | null; target: Target }
  | { kind: "link"; name: string; text: string; preview: string | null; target: Target }
  /** Neighbours of one display stand together. */
  | { kind: "grid"; groups: { display: GridDisplay; cells: GridCell[] }[] }
  | { kind: "images"; pictures: Picture[] }
  | { kind: "files"; files: AttachedFile[] }
  | { kind: "delimiter"; widthPx: number; color: string | null };

export type Attach = { color: string | null; tone: AttachTone; blocks: AttachBlock[] };

/** COLOR_TOKEN: the portal's own colours. */
export type AttachTone = "primary" | "secondary" | "alert" | "base";
