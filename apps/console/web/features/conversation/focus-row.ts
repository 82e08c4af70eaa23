/** Focuses the link of a row that is shown, without moving the list. */
export function focusRow(id: string): void {
  // The row may come with the next rendering only.
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-conversation-id="${CSS.escape(id)}"]`);
    row?.querySelector("a")?.focus({ preventScroll: true });
  });
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
