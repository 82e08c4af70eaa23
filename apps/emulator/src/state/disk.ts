/** Storages, folders and files. Collections are maps by the record's `id`. */
export type DiskState = Record<never, never>;

export function emptyDisk(): DiskState {
  return {};
}
