import { AppError } from "@botdeck/core";
import {
  announce,
  aroundConversation,
  conversationById,
  endLook,
  findConversation,
  listConversationNotes,
  noteLook,
  passTargets,
  traceOfMessage,
} from "@botdeck/db";
import {
  addNote,
  atDesk,
  close,
  correctIntent,
  giveBack,
  passOn,
  reply,
  setTopic,
  standing,
  takeOver,
} from "@botdeck/desk";

import { procedureFor } from "../trpc.ts";
import { aroundView } from "./around-view.ts";
import { deskPerson } from "./desk-person.ts";
import {
  AddNote,
  CloseConversation,
  CorrectIntent,
  GiveBack,
  PassOn,
  Reply,
  SetTopic,
  TakeOver,
  TraceMessage,
} from "./desk-schemas.ts";
import { deskView } from "./desk-view.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { intentsOf } from "./intents-of.ts";
import { maskText } from "./mask-personal-data.ts";
import { ConversationById } from "./schemas.ts";
import { traceView } from "./trace-view.ts";
import { wordOfReturn } from "./word-of-return.ts";

const GONE = "This conversation is not there, or no longer.";

/** What people do with the open conversation, and what they see of it beside its messages. */
export const deskProcedures = {
  desk: procedureFor("viewer")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const [conversation, row] = await Promise.all([
        findConversation(ctx.db, input.id),
        conversationById(ctx.db, input.id),
      ]);
      if (conversation === null || row === null) throw new AppError("not_found", GONE);
      const { session } = ctx;
      const { portalDomain } = row;
      const stands = await standing(ctx.db, session.userId, conversation);
      const signIns = stands.login === null ? ((await ctx.portalSignIn?.portals()) ?? []) : [];
      const canLink = signIns.some(({ id }) => id === conversation.portalId);
      return deskView({ conversation, portalDomain, ...stands, by: deskPerson(ctx), session, canLink });
    }),

  around: procedureFor("viewer")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const [around, row] = await Promise.all([
        aroundConversation(ctx.db, input.id),
        conversationById(ctx.db, input.id),
      ]);
      if (around === null || row === null) throw new AppError("not_found", GONE);
      return aroundView(around, row.portalDomain, ctx.session.role);
    }),

  trace: procedureFor("viewer")
    .input(TraceMessage)
    .query(async ({ ctx, input }) => {
      const trace = await traceOfMessage(ctx.db, input.messageId);
      if (trace === null) throw new AppError("not_found", "This message is not there, or no longer.");
      return traceView(trace, ctx.session.role);
    }),

  notes: procedureFor("viewer")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const hides = hidesPersonalData(ctx.session.role);
      const notes = await listConversationNotes(ctx.db, input.id);
      return notes.map(({ id, authorId, authorName, text, at }) => ({
        id,
        isMine: authorId === ctx.session.userId,
        authorName,
        text: hides ? maskText(text) : text,
        at: at.toISOString(),
      }));
    }),

  intents: procedureFor("operator")
    .input(ConversationById)
    .query(({ ctx, input }) => intentsOf(ctx, input.id)),

  targets: procedureFor("operator")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const conversation = await findConversation(ctx.db, input.id);
      if (conversation === null) throw new AppError("not_found", GONE);
      const { lineIds, people } = await passTargets(ctx.db, conversation.portalId);
      return { ownLineId: conversation.lineId, lineIds, people };
    }),

  /** Says that somebody looks, and who does; called again and again while they do. */
  look: procedureFor("viewer")
    .input(ConversationById)
    .mutation(async ({ ctx, input }) => {
      const { userId: id, name } = ctx.session;
      const { isNew, viewers } = await noteLook(ctx.db, input.id, { id, name });
      if (isNew) await announce(ctx.db, "botdeck_live", [input.id]);
      return viewers.map((viewer) => ({ ...viewer, isMe: viewer.id === id }));
    }),

  endLook: procedureFor("viewer")
    .input(ConversationById)
    .mutation(async ({ ctx, input }) => {
      const isGone = await endLook(ctx.db, input.id, ctx.session.userId);
      if (isGone) await announce(ctx.db, "botdeck_live", [input.id]);
    }),

  takeOver: procedureFor("operator")
    .input(TakeOver)
    .mutation(({ ctx, input: { id, ...seen } }) =>
      atDesk(ctx.db, id, (tx) => takeOver(tx, deskPerson(ctx), { conversationId: id, ...seen })),
    ),

  reply: procedureFor("operator")
    .input(Reply)
    .mutation(({ ctx, input: { id, ...said } }) =>
      atDesk(ctx.db, id, (tx) => reply(tx, deskPerson(ctx), { conversationId: id, ...said })),
    ),

  giveBack: procedureFor("operator")
    .input(GiveBack)
    .mutation(async ({ ctx, input: { id, saysWord, ...seen } }) => {
      const word = saysWord ? await wordOfReturn(ctx, id) : null;
      await atDesk(ctx.db, id, (tx) => giveBack(tx, deskPerson(ctx), { conversationId: id, ...seen, word }));
    }),

  passOn: procedureFor("operator")
    .input(PassOn)
    .mutation(({ ctx, input: { id, ...given } }) =>
      atDesk(ctx.db, id, (tx) => passOn(tx, deskPerson(ctx), { conversationId: id, ...given })),
    ),

  setTopic: procedureFor("operator")
    .input(SetTopic)
    .mutation(({ ctx, input: { id, ...given } }) =>
      atDesk(ctx.db, id, (tx) => setTopic(tx, deskPerson(ctx), { conversationId: id, ...given })),
    ),

  close: procedureFor("operator")
    .input(CloseConversation)
    .mutation(({ ctx, input: { id, ...given } }) =>
      atDesk(ctx.db, id, (tx) => close(tx, deskPerson(ctx), { conversationId: id, ...given })),
    ),

  addNote: procedureFor("operator")
    .input(AddNote)
    .mutation(({ ctx, input: { id, ...note } }) =>
      atDesk(ctx.db, id, (tx) => addNote(tx, deskPerson(ctx), { conversationId: id, ...note })),
    ),

  correctIntent: procedureFor("operator")
    .input(CorrectIntent)
    .mutation(async ({ ctx, input: { id, messageId, intent } }) => {
      if (!(await intentsOf(ctx, id)).includes(intent)) {
        throw new AppError("invalid", "The bot of this conversation knows no such intent.");
      }
      const correction = { conversationId: id, messageId, intent };
      await atDesk(ctx.db, id, (tx) => correctIntent(tx, deskPerson(ctx), correction), ["training"]);
    }),
};
