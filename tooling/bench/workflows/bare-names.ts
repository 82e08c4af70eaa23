export const BARE_QUEUE = "bare";
export const BARE_FLOW = "bareFlow";
export const BARE_ANSWERED = "answered";
