export { withDeadline } from "@botdeck/core";
