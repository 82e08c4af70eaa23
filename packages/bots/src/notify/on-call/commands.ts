import { ackCommand, escalateCommand, silenceCommand, ticketCommand } from "./alert-commands.ts";
import { onCallCommand, onCallInCommand } from "./on-call-command.ts";
import { postmortemCommand } from "./postmortem-command.ts";
import { swapAnswerCommand } from "./swap-answer-command.ts";

/** What people do about alerts, and about who is on call. */
export const onCallCommands = {
  oncall: onCallCommand,
  oncallin: onCallInCommand,
  postmortem: postmortemCommand,
  ack: ackCommand,
  escalate: escalateCommand,
  silence: silenceCommand,
  ticket: ticketCommand,
  swapanswer: swapAnswerCommand,
};
