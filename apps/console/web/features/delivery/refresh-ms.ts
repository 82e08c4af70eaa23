/** What nobody announces is looked at so often while the page is in sight, in milliseconds. */
export const REFRESH_MS = 15_000;
