/** A look at a conversation that was not renewed for so long is over. */
export const VIEWER_SECONDS = 45;
