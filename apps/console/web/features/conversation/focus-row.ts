/**
 * Focuses the link of a row, without moving the list.
 * At once where the row is there: the next key may come before the next frame.
 */
export function focusRow(id: string): void {
  if (!focusShown(id)) requestAnimationFrame(() => focusShown(id));
}

function focusShown(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-conversation-id="${CSS.escape(id)}"] a`);
  link?.focus({ preventScroll: true });
  // A row of a list that is hidden yet takes none.
  return link !== null && link === document.activeElement;
}

/** The conversation whose row has the focus. */
export function focusedRowId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-conversation-id]")?.dataset["conversationId"];
}

/** Scrolls no further than needed to have a row of a list of equal rows in sight. */
export function scrollToRow(scroller: HTMLElement, index: number): void {
  const rowHeight = scroller.querySelector("[data-conversation-id]")?.clientHeight ?? 0;
  const top = index * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + rowHeight - scroller.clientHeight;
  if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
}
