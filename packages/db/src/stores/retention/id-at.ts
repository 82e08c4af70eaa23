/**
 * The lowest id (UUIDv7) that an instant's millisecond can have: rows with a lower one were made before it. Ids are made
 * by our processes' clocks, so a boundary is as exact as these are.
 */
export function idAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
